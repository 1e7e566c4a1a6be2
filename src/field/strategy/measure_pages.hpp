#pragma once
// Handlers for measures. Private to the room.
#include "strategy/plan_register.hpp"
#include "web/visit.hpp"

namespace kith::strategy {

web::Response show_new_measure(web::Visit& visit);
web::Response add_measure(web::Visit& visit);
web::Response show_measure(web::Visit& visit);
web::Response change_measure(web::Visit& visit);
web::Response take_measure_away(web::Visit& visit);
/// Values are entered as long as the plan stands, approved or not.
web::Response add_point(web::Visit& visit);
web::Response take_point_away(web::Visit& visit);

/// The measures of a plan in a sentence each, for its page.
ui::Html measures_listed(const WholePlan& whole);

}  // namespace kith::strategy
