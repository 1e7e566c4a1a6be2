#include "scorecards/routes.hpp"

#include "scorecards/return_chase_register.hpp"
#include "scorecards/scorecard_pages.hpp"
#include "scorecards/scorecard_views.hpp"

#include "base/text.hpp"
#include "web/visit.hpp"

#include <algorithm>

namespace kith::scorecards {
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
    return links;
}

}  // namespace

void add_routes(web::Routes& routes, const Sources& sources)
{
    using enum access::Permission;
    const web::RouteFlags slow{.on_worker = true};
    auto scored = [feed = sources.scorecards](auto handler) { return [feed, handler](web::Visit& visit) { return handler(visit, *feed); }; };
    routes.get("/scorecards", see_returns, scored(list_scorecards), slow);
    routes.get("/scorecards.csv", see_returns, scored(scorecards_file), slow);
    routes.post("/scorecards/ask", chase_returns, scored(ask_for_overdue), slow);
    routes.get("/scorecards/{organisation}", see_returns, scored(show_scorecard), slow);
    routes.post("/scorecards/{organisation}/ask", chase_returns, scored(ask_for_return), slow);
}

void add_home(web::Home& home, const Sources& sources)
{
    home.add_provider([feed = sources.scorecards](web::Visit& visit) { return to_do(visit, *feed); });
    home.add_links(links);
}

void add_jobs(jobs::Queue& queue, const Sources& sources, std::function<Instant()> now)
{
    add_reminders(queue, sources.scorecards, sources.mails, std::move(now));
}

}  // namespace kith::scorecards
