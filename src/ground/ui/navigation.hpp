#pragma once
// The ways about: header, service navigation, breadcrumbs, back link, pagination, skip link, footer. Names as in the
// govuk-frontend macros. The footer leaves out the crown and the crown copyright, which a partnership may not show.
#include "ui/html.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kith::ui
{

struct SkipLink {
    Content text = "Skip to main content";
    std::string href = "#main-content";
    std::string classes;
    Attributes attributes;
};
Html skip_link(const SkipLink& params);

struct BackLink {
    Content text = "Back";
    std::string href = "#";
    std::string classes;
    Attributes attributes;
};
Html back_link(const BackLink& params);

struct Breadcrumb {
    Content text;
    std::string href;  ///< empty: the page itself
    Attributes attributes;
};

struct Breadcrumbs {
    std::vector<Breadcrumb> items;
    std::string classes;
    bool collapse_on_mobile = false;
    Attributes attributes;
    std::string label_text = "Breadcrumb";
};
Html breadcrumbs(const Breadcrumbs& params);

struct GenericHeader {
    Content logo_text;
    std::string url = "/";
    std::string container_classes = "govuk-width-container";
    std::string classes;
    Attributes attributes;
};
Html generic_header(const GenericHeader& params);

struct NavigationItem {
    Content text;
    std::string href;
    bool current = false;  ///< this very page
    bool active = false;   ///< a page below it
    Attributes attributes;
};

struct NavigationSlots {
    Html start;
    Html end;
    bool end_inline = false;  ///< the macro's `slots.end.align: "inline"`
    Html navigation_start;
    Html navigation_end;
};

struct ServiceNavigation {
    std::string service_name;
    std::string service_url;
    std::vector<NavigationItem> navigation;
    std::string classes;
    Attributes attributes;
    std::string aria_label = "Service information";
    std::string menu_button_text = "Menu";
    std::string menu_button_label;
    std::string navigation_label;  ///< empty: the menu button's text
    std::string navigation_id = "navigation";
    std::string navigation_classes;
    std::optional<bool> collapse_navigation_on_mobile;  ///< none: where there is more than one item
    NavigationSlots slots;
};
Html service_navigation(const ServiceNavigation& params);

struct PageLink {
    std::string href;  ///< empty: there is no such page
    Content text;      ///< empty: "Previous page", "Next page"
    std::string label_text;
    Attributes attributes;
};

struct PageItem {
    std::string number;
    std::string visually_hidden_text;
    std::string href;
    bool current = false;
    bool ellipsis = false;
    Attributes attributes;
};

struct Pagination {
    std::optional<std::vector<PageItem>> items;
    PageLink previous;
    PageLink next;
    std::string landmark_label = "Pagination";
    std::string classes;
    Attributes attributes;
};
Html pagination(const Pagination& params);

/// Pagination for page `page` of `pages` (from 1), each at `base` + its number; nothing where there is one page.
Html pagination_of(int page, int pages, const std::string& base);

struct FooterLink {
    std::string text;
    std::string href;
    Attributes attributes;
};

struct FooterMeta {
    std::string visually_hidden_title = "Support links";
    Content text;
    std::vector<FooterLink> items;
};

struct FooterSection {
    std::string title;
    int columns = 0;
    std::string width = "full";
    std::vector<FooterLink> items;
};

struct Footer {
    std::optional<FooterMeta> meta;
    std::vector<FooterSection> navigation;
    Content content_licence;  ///< empty: none is stated
    std::string container_classes;
    std::string classes;
    Attributes attributes;
};
Html footer(const Footer& params);

}  // namespace kith::ui
