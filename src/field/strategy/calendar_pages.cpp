#include "strategy/calendar_pages.hpp"

#include "access/accounts.hpp"
#include "access/role_holders.hpp"
#include "strategy/calendar.hpp"
#include "strategy/calendar_store.hpp"
#include "strategy/plan_register.hpp"
#include "ui/choices.hpp"
#include "ui/notices.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::strategy {
namespace {

using access::Permission;

web::PageParts parts() { return {.title = "Your actions in your calendar", .breadcrumbs = {{"Strategy", "/strategy"}, {"Your actions", "/my-actions"}}, .nav = "/strategy"}; }

web::Response show_calendar(web::Visit& visit)
{
    const bool has = has_feed(visit.reader(), visit.viewer.account);
    auto content = ui::paragraph("Your calendar program can fetch the days on which actions and milestones are due that you are named for. It does so by an address that only you have: whoever knows the address can read those days, so keep it to yourself.");
    content += visit.in_form({.action = "/calendar", .id = "make"}, ui::button({.text = has ? "Make a new address" : "Make an address", .prevent_double_click = true}));
    if (has) content += ui::paragraph("You have an address. A new one ends it.") + visit.in_form({.action = "/calendar/away", .id = "away"}, ui::button({.text = "End the address", .classes = "govuk-button--warning"}));
    return visit.page(parts(), ui::two_thirds(content));
}

web::Response make_calendar(web::Visit& visit)
{
    const auto secret = new_feed(visit.writer(), visit.viewer.account, visit.house.chance);
    visit.writer().commit();
    const auto address = visit.house.settings.site + "/calendar/" + secret;
    return visit.shown_once(parts(), ui::two_thirds(ui::paragraph("Give this address to your calendar program, as a calendar to subscribe to:") + ui::inset_text({.text = address, .classes = "kith-break"}) + ui::paragraph("It is shown once.")),
                            {.words = "The address was shown once. Make a new one if you need it again", .href = "/calendar", .way_on = "Your actions in your calendar"});
}

web::Response end_calendar(web::Visit& visit)
{
    end_feed(visit.writer(), visit.viewer.account);
    visit.writer().commit();
    return visit.redirect("/calendar", "Ended");
}

/// By the secret in the path; what stands in it are titles of actions, no names.
web::Response feed(web::Visit& visit)
{
    const auto account = account_of_feed(visit.reader(), visit.parameter("key"));
    if (!account) return visit.problem(not_found("Calendar").error());
    const auto held = access::find_account(visit.reader(), *account);
    const auto holders = access::holders_of(visit.reader(), Permission::report_progress, visit.today());
    if (!held || !held->is_open() || std::ranges::find(holders, *account, &access::NamedHolder::account) == holders.end()) return visit.problem(not_found("Calendar").error());
    std::vector<CalendarDay> days;
    const auto& site = visit.house.settings.site;
    for (const auto& [plan, action, status, wanted] : actions_of_account(visit.reader(), *account, visit.today())) {
        if (plan.state != PlanState::current || action.done_on) continue;
        if (action.due_on) days.push_back({.id = action.public_id.text(), .on = *action.due_on, .title = "Due: " + action.called(), .address = site + action.href(plan)});
        for (const auto& one : milestones().where(visit.reader(), "plan_action_id = $1", action.id))
            if (!one.done_on) days.push_back({.id = one.public_id.text(), .on = one.due_on, .title = "Milestone: " + one.title, .address = site + action.href(plan)});
    }
    return web::Response::file("actions.ics", "text/calendar; charset=utf-8", calendar_of("Kith: your actions", days, visit.now()));
}

}  // namespace

void add_calendar_routes(web::Routes& routes)
{
    constexpr web::RouteFlags slow{.on_worker = true};
    routes.get("/calendar", Permission::report_progress, show_calendar, slow);
    routes.post("/calendar", Permission::report_progress, make_calendar, slow);
    routes.post("/calendar/away", Permission::report_progress, end_calendar, slow);
    routes.get("/calendar/{key}", Permission::public_page, feed, {.on_worker = true, .apart = true});
}

}  // namespace kith::strategy
