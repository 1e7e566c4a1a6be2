#pragma once
// This room's door to the house: its part of the route table, what it says on the home page, and its daily round.
#include "intake/scorecard_feed.hpp"
#include "packs/packs.hpp"
#include "returns/desk.hpp"
#include "web/home.hpp"
#include "web/routes.hpp"
#include "workforce/staff_register.hpp"

#include <functional>
#include <memory>

namespace kith::jobs {
class Queue;
}

namespace kith::intake {

/// What the pages of this room are given by the house.
struct Sources {
    std::shared_ptr<const packs::Packs> packs;
    std::shared_ptr<const returns::Desk> desk;
    std::shared_ptr<ScorecardFeed> scorecards;
    workforce::NumberKeeper numbers;
};

void add_routes(web::Routes& routes, Sources sources);

/// The return that is due or overdue, for data stewards; how many are overdue, for those who may chase them; the links of all.
void add_home(web::Home& home, const Sources& sources);

/// The daily round of reminders; `now` is what it takes for now.
void add_jobs(jobs::Queue& queue, const Sources& sources, std::function<Instant()> now);

}  // namespace kith::intake
