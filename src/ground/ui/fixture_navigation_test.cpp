#include "ui/navigation.hpp"

#include "ui/fixture_options.hpp"

namespace kith::ui
{
namespace
{

Html render_breadcrumbs(const Options& o)
{
    Breadcrumbs params{.classes = o.classes(),
                       .collapse_on_mobile = o.is_on("collapseOnMobile"),
                       .attributes = o.attributes(),
                       .label_text = o.text("labelText", "Breadcrumb")};
    for (const auto& item : o.list("items"))
        params.items.push_back({.text = item.content(), .href = item.text("href"), .attributes = item.attributes()});
    return breadcrumbs(params);
}

Html render_generic_header(const Options& o)
{
    return generic_header({.logo_text = o.content("logoText", "logoHtml"),
                           .url = o.text("url", "/"),
                           .container_classes = o.text("containerClasses", "govuk-width-container"),
                           .classes = o.classes(),
                           .attributes = o.attributes()});
}

NavigationSlots slots_of(const Options& o)
{
    NavigationSlots slots{
        .start = o.html("start"), .navigation_start = o.html("navigationStart"), .navigation_end = o.html("navigationEnd")};
    const auto end = o.sub("end");
    slots.end = end.is_object() ? end.html("html") : o.html("end");
    slots.end_inline = end.text("align") == "inline";
    return slots;
}

Html render_service_navigation(const Options& o)
{
    ServiceNavigation params{.service_name = o.text("serviceName"),
                             .service_url = o.text("serviceUrl"),
                             .classes = o.classes(),
                             .attributes = o.attributes(),
                             .aria_label = o.text("ariaLabel", "Service information"),
                             .menu_button_text = o.text("menuButtonText", "Menu"),
                             .menu_button_label = o.text("menuButtonLabel"),
                             .navigation_label = o.text("navigationLabel"),
                             .navigation_id = o.text("navigationId", "navigation"),
                             .navigation_classes = o.text("navigationClasses"),
                             .collapse_navigation_on_mobile = o.given("collapseNavigationOnMobile"),
                             .slots = slots_of(o.sub("slots"))};
    for (const auto& item : o.list("navigation")) {
        params.navigation.push_back({.text = item.content(),
                                     .href = item.text("href"),
                                     .current = item.is_on("current"),
                                     .active = item.is_on("active"),
                                     .attributes = item.attributes()});
    }
    return service_navigation(params);
}

PageLink page_link_of(const Options& o)
{
    return {.href = o.text("href"), .text = o.content(), .label_text = o.text("labelText"), .attributes = o.attributes()};
}

Html render_pagination(const Options& o)
{
    Pagination params{.previous = page_link_of(o.sub("previous")),
                      .next = page_link_of(o.sub("next")),
                      .landmark_label = o.text("landmarkLabel", "Pagination"),
                      .classes = o.classes(),
                      .attributes = o.attributes()};
    if (o.has("items")) params.items.emplace();
    for (const auto& item : o.list("items")) {
        params.items->push_back({.number = item.text("number"),
                                 .visually_hidden_text = item.text("visuallyHiddenText"),
                                 .href = item.text("href"),
                                 .current = item.is_on("current"),
                                 .ellipsis = item.is_on("ellipsis"),
                                 .attributes = item.attributes()});
    }
    return pagination(params);
}

std::vector<FooterLink> footer_links_of(const Options& o)
{
    std::vector<FooterLink> links;
    for (const auto& item : o.list("items"))
        links.push_back({.text = item.text("text"), .href = item.text("href"), .attributes = item.attributes()});
    return links;
}

Html render_footer(const Options& o)
{
    Footer params{.container_classes = o.text("containerClasses"), .classes = o.classes(), .attributes = o.attributes()};
    if (const auto meta = o.sub("meta"); o.has("meta")) {
        params.meta = FooterMeta{.visually_hidden_title = meta.text("visuallyHiddenTitle", "Support links"),
                                 .text = meta.content(),
                                 .items = footer_links_of(meta)};
    }
    for (const auto& section : o.list("navigation")) {
        params.navigation.push_back({.title = section.text("title"),
                                     .columns = section.number("columns"),
                                     .width = section.text("width", "full"),
                                     .items = footer_links_of(section)});
    }
    // The macro states the Open Government Licence unless told otherwise; ours states one only where it is given.
    const auto open_licence =
        raw("All content is available under the <a class=\"govuk-footer__link\" href=\"https://www.nationalarchives.gov.uk/"
            "doc/open-government-licence/version/3/\" rel=\"license\">Open Government Licence v3.0</a>, except where "
            "otherwise stated");
    if (const auto licence = o.sub("contentLicence"); !o.has("contentLicence") || licence.is_object()) {
        params.content_licence = licence.content().empty() ? Content{open_licence} : licence.content();
    }
    return footer(params);
}

}  // namespace

Renderers navigation_renderers()
{
    return {{"skip-link",
             [](const Options& o) {
                 return skip_link({.text = o.content(), .href = o.text("href"), .classes = o.classes(), .attributes = o.attributes()});
             }},
            {"back-link",
             [](const Options& o) {
                 return back_link({.text = o.content(), .href = o.text("href"), .classes = o.classes(), .attributes = o.attributes()});
             }},
            {"breadcrumbs", render_breadcrumbs},
            {"generic-header", render_generic_header},
            {"service-navigation", render_service_navigation},
            {"pagination", render_pagination},
            {"footer", render_footer}};
}

}  // namespace kith::ui
