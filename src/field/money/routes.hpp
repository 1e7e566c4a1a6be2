#pragma once
// Money: its part of the route table.
#include "strategy/plan_export.hpp"
#include "strategy/progress.hpp"
#include "web/routes.hpp"

#include <vector>

namespace kith::money {

void add_routes(web::Routes& routes);
/// The budget of a plan in the columns in which it is taken in.
strategy::ExportTable table_of(db::Reader& reader, const strategy::Plan& plan);
/// Where the money of a plan stands and what does not add up, as lines of a board's paper.
std::vector<strategy::ProgressLine> lines_of_paper(db::Reader& reader, const strategy::Plan& plan, Date today);

}  // namespace kith::money
