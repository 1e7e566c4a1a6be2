#include "reception/words_pages.hpp"

#include "reception/words_views.hpp"
#include "ui/design_page.hpp"
#include "ui/words.hpp"

namespace kith::reception {

web::Response show_help(web::Visit& visit, const Desk& desk)
{
    return visit.page({.title = "Help"}, ui::two_thirds(help_words(desk.contact)));
}

web::Response show_accessibility(web::Visit& visit, const Desk& desk)
{
    return visit.page({.title = "Accessibility statement"}, ui::two_thirds(accessibility_words(visit.house.settings.partnership, desk.contact)));
}

web::Response show_privacy(web::Visit& visit, const Desk& desk)
{
    return visit.page({.title = "Privacy"}, ui::two_thirds(privacy_words(visit.house.settings, desk.contact)));
}

web::Response show_design(web::Visit& visit)
{
    return visit.page({.title = "The pieces that pages are made of", .wide = true}, ui::design_page());
}

}  // namespace kith::reception
