#include "partnership/home_pages.hpp"

#include "partnership/organisation_register.hpp"
#include "web/visit.hpp"

namespace kith::partnership {

namespace {

using access::Permission;

/// What comes first where nothing is recorded yet: whoever may load organisations does; whoever opens accounts sees to it that somebody can.
std::vector<web::HomeItem> first_steps(web::Visit& visit)
{
    const bool loads = visit.reach(Permission::hand_in_returns).is_everything();
    const bool adds = visit.may(Permission::manage_organisations);
    const bool invites = visit.may(Permission::manage_accounts);
    if ((!loads && !adds && !invites) || has_organisations(visit.reader())) return {};
    std::vector<web::HomeItem> items;
    if (loads) items.push_back({.title = "Load the organisations of your area", .words = "Hand in a file of organisations, then one of settings; templates stand on the page", .href = "/returns/new", .urgency = web::Urgency::today});
    if (adds) items.push_back({.title = "Add an organisation", .words = "One by one, where there is no file", .href = "/organisations/new", .urgency = web::Urgency::today});
    if (invites) items.push_back({.title = "Open an account for a workforce lead", .words = "Nothing is recorded yet. A workforce lead loads the organisations and then invites everyone else", .href = "/accounts/new", .urgency = web::Urgency::today});
    return items;
}

}  // namespace

void add_home(web::Home& home)
{
    home.add_provider(first_steps);
    home.add_links([](web::Visit& visit) {
        if (!visit.may(Permission::see_work_contacts)) return std::vector<web::HomeLink>{};
        return std::vector<web::HomeLink>{{.title = "Who to ring", .words = "Main contacts and named links of organisations, settings and clusters", .href = "/who-to-ring", .needs = Permission::see_work_contacts}};
    });
}

}  // namespace kith::partnership
