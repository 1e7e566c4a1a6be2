// What this room says on the home page: returns due and overdue, and its links.
#include "intake/return_chase_register.hpp"
#include "intake/routes.hpp"
#include "intake/scorecard_views.hpp"

#include "base/text.hpp"
#include "web/visit.hpp"

#include <algorithm>

namespace kith::intake {
namespace {

using access::Permission;

/// What a data steward has to hand in: one line for each organisation of theirs that is due soon or late.
void add_own(std::vector<web::HomeItem>& items, const std::vector<Scored>& all, const access::Reach& handing_in)
{
    for (const auto& one : all) {
        const auto& due = one.card.due;
        const bool late = due.punctuality == Punctuality::overdue;
        if ((!late && due.punctuality != Punctuality::due) || !handing_in.covers(one.organisation.id)) continue;
        items.push_back({.title = (late ? "The return was due on " : "A return is due by ") + due.by->in_words(),
                         .words = one.organisation.name + ". Hand in the staff as they are now, or confirm that nothing has changed",
                         .href = scorecard_path(one.organisation), .urgency = late ? web::Urgency::overdue : web::Urgency::soon});
    }
}

std::vector<web::HomeItem> to_do(web::Visit& visit, ScorecardFeed& feed)
{
    std::vector<web::HomeItem> items;
    const auto chasing = visit.reach(Permission::chase_returns), handing_in = visit.reach(Permission::hand_in_returns);
    if (chasing.is_nothing() && handing_in.is_nothing()) return items;
    const auto all = feed.scored(visit.reader(), chasing.is_nothing() ? handing_in : chasing, visit.today());
    if (chasing.is_nothing()) {
        add_own(items, all, handing_in);
        return items;
    }
    const auto overdue = std::ranges::count_if(all, is_overdue);
    if (overdue > 0)
        items.push_back({.title = counted(overdue, "return is", "returns are") + " overdue", .words = scorecards_sentence(all), .href = "/scorecards?returns=overdue", .urgency = web::Urgency::overdue});
    return items;
}

std::vector<web::HomeLink> links(web::Visit& visit)
{
    std::vector<web::HomeLink> links;
    if (visit.may(Permission::see_returns)) links.push_back({.title = "Scorecards", .words = "How far the records of each organisation can be relied on, and what to mend first", .href = "/scorecards", .needs = Permission::see_returns});
    if (visit.may(Permission::hand_in_returns)) {
        links.push_back({.title = "Is this still right?", .words = "Go through the list of staff: it counts as a return", .href = "/staff/confirm"});
        links.push_back({.title = "Add a person", .words = "One at a time, by the same rules as a file", .href = "/staff/new"});
    }
    return links;
}

}  // namespace

void add_home(web::Home& home, const Sources& sources)
{
    home.add_provider([feed = sources.scorecards](web::Visit& visit) { return to_do(visit, *feed); });
    home.add_links(links);
}

void add_jobs(jobs::Queue& queue, const Sources& sources, std::function<Instant()> now)
{
    add_reminders(queue, sources.scorecards, std::move(now));
}

}  // namespace kith::intake
