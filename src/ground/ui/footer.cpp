#include "ui/markup.hpp"
#include "ui/navigation.hpp"

namespace kith::ui
{
namespace
{

void write_link(Markup& m, Literal item_class, const FooterLink& link)
{
    m.raw("<li").attribute("class", item_class.text()).raw("><a class=\"govuk-footer__link\"").address("href", link.href);
    m.attributes(link.attributes).raw(">").text(link.text).raw("</a></li>");
}

void write_section(Markup& m, const FooterSection& section)
{
    m.raw("<div").classes("govuk-footer__section", "govuk-grid-column-" + (section.width.empty() ? "full" : section.width)).raw(">");
    m.raw("<h2 class=\"govuk-footer__heading govuk-heading-m\">").text(section.title).raw("</h2>");
    if (!section.items.empty()) {
        m.raw("<ul");
        const auto columns = section.columns > 0 ? "govuk-footer__list--columns-" + std::to_string(section.columns) : std::string{};
        m.classes("govuk-footer__list", columns).raw(">");
        for (const auto& link : section.items) write_link(m, "govuk-footer__list-item", link);
        m.raw("</ul>");
    }
    m.raw("</div>");
}

void write_meta(Markup& m, const FooterMeta& meta)
{
    m.raw("<h2 class=\"govuk-visually-hidden\">").text(meta.visually_hidden_title).raw("</h2>");
    if (!meta.items.empty()) {
        m.raw("<ul class=\"govuk-footer__inline-list\">");
        for (const auto& link : meta.items) {
            write_link(m, "govuk-footer__inline-list-item", link);
            m.raw("\n");
        }
        m.raw("</ul>");
    }
    if (!meta.text.empty()) m.raw("<div class=\"govuk-footer__meta-custom\">").content(meta.text).raw("</div>");
}

constexpr Literal licence_logo =
    "<svg aria-hidden=\"true\" focusable=\"false\" class=\"govuk-footer__licence-logo\" xmlns=\"http://www.w3.org/2000/svg\" "
    "viewBox=\"0 0 483.2 195.7\" height=\"17\" width=\"41\"><path fill=\"currentColor\" d=\"M421.5 142.8V.1l-50.7 32.3v161.1h112.4v-50.7z"
    "m-122.3-9.6A47.12 47.12 0 0 1 221 97.8c0-26 21.1-47.1 47.1-47.1 16.7 0 31.4 8.7 39.7 21.8l42.7-27.2A97.63 97.63 0 0 0 268.1 0"
    "c-36.5 0-68.3 20.1-85.1 49.7A98 98 0 0 0 97.8 0C43.9 0 0 43.9 0 97.8s43.9 97.8 97.8 97.8c36.5 0 68.3-20.1 85.1-49.7"
    "a97.76 97.76 0 0 0 149.6 25.4l19.4 22.2h3v-87.8h-80l24.3 27.5zM97.8 145c-26 0-47.1-21.1-47.1-47.1s21.1-47.1 47.1-47.1 47.2 21 "
    "47.2 47S123.8 145 97.8 145\"/></svg>\n";

}  // namespace

Html footer(const Footer& params)
{
    Markup m;
    m.raw("<div").classes("govuk-footer", params.classes).attributes(params.attributes).raw("><div");
    m.classes("govuk-width-container", params.container_classes).raw(">");
    if (!params.navigation.empty()) {
        m.raw("<div class=\"govuk-footer__navigation\">");
        for (const auto& section : params.navigation) write_section(m, section);
        m.raw("</div><hr class=\"govuk-footer__section-break\">");
    }
    m.raw("<div class=\"govuk-footer__meta\"><div class=\"govuk-footer__meta-item govuk-footer__meta-item--grow\">");
    if (params.meta) write_meta(m, *params.meta);
    if (!params.content_licence.empty()) {
        m.raw(licence_logo).raw("<span class=\"govuk-footer__licence-description\">").content(params.content_licence).raw("</span>");
    }
    return m.raw("</div></div></div></div>").take();
}

}  // namespace kith::ui
