#include "ui/layout.hpp"

#include "ui/markup.hpp"

namespace kith::ui
{
namespace
{

std::string whole_title(const Page& page)
{
    std::string title = page.has_errors ? "Error: " + page.title : page.title;
    if (!page.section.empty()) title += " – " + page.section;
    return title + " – " + page.partnership;
}

void write_head(Markup& m, const Page& page)
{
    m.raw("<head><meta charset=\"utf-8\"><title>").text(whole_title(page)).raw("</title>");
    m.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">");
    for (const auto& path : page.assets.stylesheets) m.raw("<link rel=\"stylesheet\"").address("href", path).raw(">");
    if (!page.assets.early.empty()) m.raw("<script").address("src", page.assets.early).raw("></script>");
    const auto& modules = page.assets.modules;
    for (std::size_t i = 0; i + 1 < modules.size(); ++i) m.raw("<link rel=\"modulepreload\"").address("href", modules[i]).raw(">");
    if (!modules.empty()) m.raw("<script type=\"module\"").address("src", modules.back()).raw("></script>");
    if (!page.assets.icon.empty()) m.raw("<link rel=\"icon\" type=\"image/svg+xml\"").address("href", page.assets.icon).raw(">");
    m.html(page.head_end).raw("</head>");
}

void write_header(Markup& m, const Page& page)
{
    m.raw("<header class=\"govuk-template__header\">").html(generic_header({.logo_text = page.partnership, .url = page.home}));
    if (!page.navigation.empty() || !page.account.empty()) {
        const auto account = page.account.empty() ? Html{} : element("div", {{"class", "kith-account"}}, page.account);
        m.html(service_navigation(
            {.navigation = page.navigation, .aria_label = "Pages and account", .slots = {.end = account, .end_inline = true}}));
    }
    m.raw("</header>");
}

/// Breadcrumbs are a landmark of their own; a back link is put into one, so that nothing stands outside all of them.
void write_before_content(Markup& m, const Html& before)
{
    if (before.empty() || before.str().starts_with("<nav")) {
        m.html(before);
    } else {
        m.html(element("nav", {{"aria-label", "Back"}}, before));
    }
}

std::string body_classes(const Page& page)
{
    std::string classes = page.wide ? "kith-wide" : "";
    if (page.print.marking == "OFFICIAL-SENSITIVE") classes = with_word(std::move(classes), "kith-marked-official-sensitive");
    if (page.print.marking == "OFFICIAL") classes = with_word(std::move(classes), "kith-marked-official");
    return classes;
}

void write_print_line(Markup& m, const Page& page)
{
    m.raw("<p class=\"kith-print-line\"><strong>").text(page.partnership).raw("</strong> – ").text(page.title);
    if (!page.print.filters.empty()) m.raw("<br>").text(page.print.filters);
    if (!page.print.printed.empty()) m.raw("<br>").text(page.print.printed);
    if (!page.print.marking.empty()) m.raw("<br><strong>").text(page.print.marking).raw("</strong>");
    m.raw("</p>");
}

}  // namespace

Html layout(const Page& page)
{
    Markup m{page.content.str().size() + 8000};
    m.raw("<!DOCTYPE html>\n<html lang=\"en\" class=\"govuk-template\">");
    write_head(m, page);
    m.raw("<body").classes("govuk-template__body", body_classes(page)).raw(">").html(skip_link({}));
    write_header(m, page);
    m.raw("<div class=\"govuk-width-container\">");
    write_print_line(m, page);
    write_before_content(m, page.before_content);
    m.raw("<main class=\"govuk-main-wrapper\" id=\"main-content\">");
    m.html(page.banner).html(page.content).raw("</main></div><footer class=\"govuk-template__footer\">");
    auto foot = element("p", {{"class", "kith-footer-name"}}, page.contact.empty() ? text("Kith") : text("Kith. Whom to ask: " + page.contact));
    m.html(footer({.meta = FooterMeta{.text = std::move(foot), .items = page.footer_links}}));
    m.raw("</footer>");
    if (!page.print.marking.empty()) m.raw("<p class=\"kith-print-marking\">").text(page.print.marking).raw("</p>");
    return m.raw("</body></html>\n").take();
}

Html identity_bar(const IdentityBar& params)
{
    Markup m;
    m.raw("<div class=\"kith-identity\"><div><p class=\"kith-identity__title\">").content(params.title).raw("</p>");
    if (!params.facts.empty()) m.raw("<ul class=\"kith-identity__facts\">");
    for (const auto& fact : params.facts) m.raw("<li>").content(fact).raw("</li>");
    if (!params.facts.empty()) m.raw("</ul>");
    m.raw("</div>");
    if (!params.actions.empty()) m.raw("<div class=\"kith-identity__actions\">").html(params.actions).raw("</div>");
    return m.raw("</div>").take();
}

Html sub_navigation(const SubNavigation& params)
{
    Markup m;
    m.raw("<nav class=\"kith-sub-navigation\"").attribute("aria-label", params.label).raw("><ul class=\"kith-sub-navigation__list\">");
    for (const auto& item : params.items) {
        m.raw("<li><a class=\"kith-sub-navigation__link\"").address("href", item.href);
        if (item.current || item.active) m.attribute("aria-current", item.current ? "page" : "true");
        m.attributes(item.attributes).raw(">").content(item.text).raw("</a></li>");
    }
    return m.raw("</ul></nav>").take();
}

}  // namespace kith::ui
