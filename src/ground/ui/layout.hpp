#pragma once
// A whole page: head, skip link, header with the partnership's name, navigation, main, footer, and the line that only print has.
#include "ui/html.hpp"
#include "ui/navigation.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kith::ui
{

/// Addresses of what the page loads, all from our own origin; see assets.hpp.
struct PageAssets {
    std::vector<std::string> stylesheets;
    std::vector<std::string> modules;  ///< scripts with type=module; the last starts the others, which are only fetched early
    std::string icon;
    std::string early;  ///< the one script that runs before the page is drawn, so that nothing moves later
};

/// What stands above a printed page, since its navigation and filters are not printed.
struct PrintLine {
    std::string filters;  ///< in words: "Westfield, early years, on 31 March 2026"
    std::string printed;  ///< "Printed 14 January 2026 by Ann Example"
    std::string marking;  ///< at the foot of the page: "OFFICIAL-SENSITIVE"
};

struct Page {
    std::string partnership;  ///< the name in the header
    std::string home = "/";
    std::string title;        ///< without personal data: it is in the browser's history
    bool has_errors = false;  ///< "Error: " before the title
    std::string section;      ///< between title and partnership in <title>, where it helps
    std::vector<NavigationItem> navigation;
    Html account;         ///< at the end of the navigation: who is signed in, sign out
    Html before_content;  ///< breadcrumbs or back link
    Html banner;          ///< notification banner, above the heading
    Html content;         ///< starts with its h1
    bool wide = false;    ///< for lists and wide tables
    PrintLine print;
    std::string contact;  ///< whom to ask, at the foot
    std::vector<FooterLink> footer_links;
    PageAssets assets;
    Html head_end;  ///< for example a refresh without scripts
};

/// The document, from <!DOCTYPE html> to </html>. No inline script or style: the content security policy allows none.
Html layout(const Page& page);

/// Who or what this record is, above its pages: name, a line of facts, actions.
struct IdentityBar {
    Content title;
    std::vector<Content> facts;
    Html actions;
};
Html identity_bar(const IdentityBar& params);

/// Second level, across: the pages of one section or record.
struct SubNavigation {
    std::string label;  ///< names the landmark: "Pages of this organisation"
    std::vector<NavigationItem> items;
};
Html sub_navigation(const SubNavigation& params);

}  // namespace kith::ui
