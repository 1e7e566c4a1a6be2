#pragma once
// Scorecards: their part of the route table, what they tell the home page, and their round.
#include "intake/scorecard_feed.hpp"
#include "web/home.hpp"
#include "web/routes.hpp"

#include <functional>
#include <memory>

namespace kith::jobs {
class Queue;
}

namespace kith::intake {

/// What the pages of scorecards are given by the house.
struct ScorecardSources {
    std::shared_ptr<ScorecardFeed> scorecards;
};

void add_scorecard_routes(web::Routes& routes, const ScorecardSources& sources);
/// The return that is due or overdue, for data stewards; how many are overdue, for those who may chase them.
void add_scorecards_to_home(web::Home& home, const ScorecardSources& sources);
void add_scorecard_rounds(jobs::Queue& queue, const ScorecardSources& sources, std::function<Instant()> now);

}  // namespace kith::intake
