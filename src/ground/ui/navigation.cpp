#include "ui/navigation.hpp"

#include "ui/markup.hpp"

namespace kith::ui
{

Html skip_link(const SkipLink& params)
{
    Markup m;
    m.raw("<a").address("href", params.href.empty() ? "#content" : params.href).classes("govuk-skip-link", params.classes);
    return m.attributes(params.attributes).raw(" data-module=\"govuk-skip-link\">").content(params.text).raw("</a>").take();
}

Html back_link(const BackLink& params)
{
    Markup m;
    m.raw("<a").address("href", params.href.empty() ? "#" : params.href).classes("govuk-back-link", params.classes);
    m.attributes(params.attributes).raw(">").content(params.text.empty() ? Content{"Back"} : params.text);
    return m.raw("</a>").take();
}

Html breadcrumbs(const Breadcrumbs& params)
{
    const auto classes = with_word(params.classes, params.collapse_on_mobile ? "govuk-breadcrumbs--collapse-on-mobile" : "");
    Markup m;
    m.raw("<nav").classes("govuk-breadcrumbs", classes).attributes(params.attributes).attribute("aria-label", params.label_text);
    m.raw("><ol class=\"govuk-breadcrumbs__list\">");
    for (const auto& item : params.items) {
        if (item.href.empty()) {
            m.raw("<li class=\"govuk-breadcrumbs__list-item\" aria-current=\"page\">").content(item.text).raw("</li>");
            continue;
        }
        m.raw("<li class=\"govuk-breadcrumbs__list-item\"><a class=\"govuk-breadcrumbs__link\"").address("href", item.href);
        m.attributes(item.attributes).raw(">").content(item.text).raw("</a></li>");
    }
    return m.raw("</ol></nav>").take();
}

Html generic_header(const GenericHeader& params)
{
    Markup m;
    m.raw("<div").classes("govuk-generic-header", params.classes).attributes(params.attributes).raw("><div");
    m.classes("govuk-generic-header__container", params.container_classes.empty() ? "govuk-width-container" : params.container_classes);
    m.raw("><div class=\"govuk-generic-header__logo\"><a").address("href", params.url.empty() ? "/" : params.url);
    m.raw(" class=\"govuk-generic-header__homepage-link\">").content(params.logo_text);
    return m.raw("</a></div></div></div>").take();
}

namespace
{

void write_service_name(Markup& m, const ServiceNavigation& params)
{
    if (params.service_name.empty()) return;
    m.raw("<span class=\"govuk-service-navigation__service-name\">");
    if (params.service_url.empty()) {
        m.raw("<span class=\"govuk-service-navigation__text\">").text(params.service_name).raw("</span>");
    } else {
        m.raw("<a")
            .address("href", params.service_url)
            .raw(" class=\"govuk-service-navigation__link\">")
            .text(params.service_name)
            .raw("</a>");
    }
    m.raw("</span>");
}

void write_navigation_item(Markup& m, const NavigationItem& item)
{
    const bool on = item.active || item.current;
    m.raw("<li").classes("govuk-service-navigation__item", on ? "govuk-service-navigation__item--active" : "").raw(">");
    const auto content = [&] {
        if (on) m.attribute("aria-current", item.current ? "page" : "true");
        if (!item.href.empty()) m.attributes(item.attributes);
        m.raw(">");
        // For those who put their own colours over ours: the current item is also strong.
        if (on) m.raw("<strong class=\"govuk-service-navigation__active-fallback\">");
        m.content(item.text);
        if (on) m.raw("</strong>");
    };
    if (!item.href.empty()) {
        m.raw("<a class=\"govuk-service-navigation__link\"").address("href", item.href);
        content();
        m.raw("</a>");
    } else if (!item.text.empty()) {
        m.raw("<span class=\"govuk-service-navigation__text\"");
        content();
        m.raw("</span>");
    }
    m.raw("</li>");
}

void write_navigation(Markup& m, const ServiceNavigation& params)
{
    const auto& slots = params.slots;
    if (params.navigation.empty() && slots.navigation_start.empty() && slots.navigation_end.empty()) return;
    const auto& menu = params.menu_button_text;
    m.raw("<nav").attribute("aria-label", params.navigation_label.empty() ? menu : params.navigation_label);
    m.classes("govuk-service-navigation__wrapper", params.navigation_classes).raw(">");
    if (params.collapse_navigation_on_mobile.value_or(params.navigation.size() > 1)) {
        m.raw("<button type=\"button\" class=\"govuk-service-navigation__toggle govuk-js-service-navigation-toggle\"");
        m.attribute("aria-controls", params.navigation_id);
        if (!params.menu_button_label.empty() && params.menu_button_label != menu) m.attribute("aria-label", params.menu_button_label);
        m.raw(" hidden aria-hidden=\"true\">").text(menu).raw("</button>");
    }
    m.raw("<ul class=\"govuk-service-navigation__list\"").attribute("id", params.navigation_id).raw(">").html(slots.navigation_start);
    for (const auto& item : params.navigation) write_navigation_item(m, item);
    m.html(slots.navigation_end).raw("</ul></nav>");
}

}  // namespace

Html service_navigation(const ServiceNavigation& params)
{
    const auto& slots = params.slots;
    const bool section = !params.service_name.empty() || !slots.start.empty() || !slots.end.empty();
    Markup m;
    m.raw(section ? Literal{"<section"} : Literal{"<div"});
    if (section) m.attribute("aria-label", params.aria_label);
    m.classes("govuk-service-navigation", params.classes).raw(" data-module=\"govuk-service-navigation\"").attributes(params.attributes);
    m.raw("><div").classes("govuk-width-container", slots.end_inline ? "govuk-service-navigation__inlining-container" : "").raw(">");
    m.html(slots.start).raw("<div class=\"govuk-service-navigation__container\">");
    write_service_name(m, params);
    write_navigation(m, params);
    m.raw("</div>").html(slots.end).raw("</div>");
    return m.raw(section ? Literal{"</section>"} : Literal{"</div>"}).take();
}

namespace
{

constexpr Literal arrow_previous =
    "<svg class=\"govuk-pagination__icon govuk-pagination__icon--prev\" xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" "
    "aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 15 13\"><path d=\"m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 "
    "1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z\"></path></svg>";
constexpr Literal arrow_next =
    "<svg class=\"govuk-pagination__icon govuk-pagination__icon--next\" xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" "
    "aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 15 13\"><path d=\"m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896"
    "l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z\"></path></svg>";

void write_arrow_link(Markup& m, const PageLink& link, bool next, bool block_level)
{
    if (link.href.empty()) return;
    m.raw(next ? Literal{"<div class=\"govuk-pagination__next\">"} : Literal{"<div class=\"govuk-pagination__prev\">"});
    m.raw("<a class=\"govuk-link govuk-pagination__link\"").address("href", link.href).attribute("rel", next ? "next" : "prev");
    m.attributes(link.attributes).raw(">");
    if (block_level || !next) m.raw(next ? arrow_next : arrow_previous).raw("\n");
    const bool decorated = block_level && link.label_text.empty();
    m.raw("<span").classes("govuk-pagination__link-title", decorated ? "govuk-pagination__link-title--decorated" : "").raw(">");
    if (!link.text.empty()) {
        m.content(link.text);
    } else {
        m.raw(next ? Literal{"Next"} : Literal{"Previous"}).raw("<span class=\"govuk-visually-hidden\"> page</span>");
    }
    m.raw("\n</span>");
    if (!link.label_text.empty() && block_level) {
        m.raw("\n<span class=\"govuk-visually-hidden\">:</span>\n<span class=\"govuk-pagination__link-label\">").text(link.label_text);
        m.raw("</span>");
    }
    if (!block_level && next) m.raw("\n").raw(arrow_next);
    m.raw("</a></div>");
}

void write_page_item(Markup& m, const PageItem& item)
{
    if (item.number.empty() && !item.ellipsis) return;
    std::string classes = item.current ? "govuk-pagination__item--current" : "";
    if (item.ellipsis) classes = with_word(std::move(classes), "govuk-pagination__item--ellipsis");
    m.raw("<li").classes("govuk-pagination__item", classes).raw(">");
    if (item.ellipsis) {
        m.raw("&ctdot;");
    } else {
        m.raw("<a class=\"govuk-link govuk-pagination__link\"").address("href", item.href);
        m.attribute("aria-label", item.visually_hidden_text.empty() ? "Page " + item.number : item.visually_hidden_text);
        if (item.current) m.raw(" aria-current=\"page\"");
        m.attributes(item.attributes).raw(">").text(item.number).raw("</a>");
    }
    m.raw("</li>");
}

}  // namespace

Html pagination(const Pagination& params)
{
    const bool block_level = !params.items && (!params.next.href.empty() || !params.previous.href.empty());
    Markup m;
    m.raw("<nav").classes(block_level ? "govuk-pagination govuk-pagination--block" : "govuk-pagination", params.classes);
    m.attribute("aria-label", params.landmark_label).attributes(params.attributes).raw(">");
    write_arrow_link(m, params.previous, false, block_level);
    if (params.items) {
        m.raw("<ul class=\"govuk-pagination__list\">");
        for (const auto& item : *params.items) write_page_item(m, item);
        m.raw("</ul>");
    }
    write_arrow_link(m, params.next, true, block_level);
    return m.raw("</nav>").take();
}

Html pagination_of(int page, int pages, const std::string& base)
{
    if (pages < 2) return {};
    const auto address = [&](int number) { return base + std::to_string(number); };
    std::vector<PageItem> items;
    for (int number = 1; number <= pages; ++number) {
        const bool near = number == 1 || number == pages || (number >= page - 1 && number <= page + 1);
        if (near) {
            items.push_back({.number = std::to_string(number), .href = address(number), .current = number == page});
        } else if (!items.back().ellipsis) {
            items.push_back({.ellipsis = true});
        }
    }
    Pagination params{.items = std::move(items)};
    if (page > 1) params.previous.href = address(page - 1);
    if (page < pages) params.next.href = address(page + 1);
    return pagination(params);
}

}  // namespace kith::ui
