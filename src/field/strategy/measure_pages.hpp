#pragma once
// Measures with their values, and where these come from. Values are entered as long as the plan stands, approved or not. Private to the room.
#include "strategy/plan_register.hpp"
#include "strategy/routes.hpp"
#include "ui/html.hpp"

#include <string_view>
#include <vector>

namespace kith::strategy {

void add_measure_routes(web::Routes& routes, const Sources& sources);
/// Null where no figure of that id is offered.
const LiveFigure* live_figure(const std::vector<LiveFigure>& live, std::string_view id);

/// The measures of a plan in a sentence each, for its page.
ui::Html measures_listed(const WholePlan& whole);

}  // namespace kith::strategy
