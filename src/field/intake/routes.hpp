#pragma once
// This room's part of the route table, what it tells the home page, and its rounds.
#include "intake/scorecard_feed.hpp"
#include "web/home.hpp"
#include "web/routes.hpp"

#include <functional>
#include <memory>

namespace kith::jobs {
class Queue;
}

namespace kith::intake {

/// What the pages of this room are given by the house.
struct Sources {
    std::shared_ptr<ScorecardFeed> scorecards;
};

void add_routes(web::Routes& routes, const Sources& sources);
/// The return that is due or overdue, for data stewards; how many are overdue, for those who may chase them.
void add_to_home(web::Home& home, const Sources& sources);
void add_rounds(jobs::Queue& queue, const Sources& sources, std::function<Instant()> now);

}  // namespace kith::intake
