#pragma once
// Governance: its part of the route table.
#include "strategy/progress.hpp"
#include "web/home.hpp"
#include "web/routes.hpp"

#include <functional>
#include <vector>

namespace kith::governance {

/// What the pages are given by the house. Lives as long as the table of routes.
struct Sources {
    /// Where the money of a plan stands and what does not add up, as lines of a paper.
    std::function<std::vector<strategy::ProgressLine>(db::Reader&, const strategy::Plan&, Date today)> money = {};
};

void add_routes(web::Routes& routes, const Sources& sources);
/// Papers to read, for those who sit on a group that meets soon.
void add_home(web::Home& home);

}  // namespace kith::governance
