#pragma once
// Scorecards: their part of the route table, what they tell the home page, and their round.
#include "scorecards/scorecard_feed.hpp"
#include "web/home.hpp"
#include "web/routes.hpp"

#include <functional>
#include <memory>

namespace kith::jobs {
class Queue;
}

namespace kith::scorecards {

/// What the pages of scorecards are given by the house.
struct Sources {
    std::shared_ptr<ScorecardFeed> scorecards;
    bool mails = false;  ///< mail is set up, so that the daily round reaches those too who have not come in yet
};

void add_routes(web::Routes& routes, const Sources& sources);
/// The return that is due or overdue, for data stewards; how many are overdue, for those who may chase them.
void add_home(web::Home& home, const Sources& sources);
void add_jobs(jobs::Queue& queue, const Sources& sources, std::function<Instant()> now);

}  // namespace kith::scorecards
