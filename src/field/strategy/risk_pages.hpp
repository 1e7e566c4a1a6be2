#pragma once
// Handlers for the risks of a plan. A risk register lives on after approval: risks come, change and go as long as the plan stands. Private to the room.
#include "web/visit.hpp"

namespace kith::strategy {

web::Response list_risks(web::Visit& visit);
web::Response show_new_risk(web::Visit& visit);
web::Response add_risk(web::Visit& visit);
web::Response show_risk(web::Visit& visit);
web::Response show_change_risk(web::Visit& visit);
web::Response change_risk(web::Visit& visit);
web::Response take_risk_away(web::Visit& visit);
web::Response add_control(web::Visit& visit);
web::Response take_control_away(web::Visit& visit);
/// That it was looked at: words, its score now, and when it is looked at next.
web::Response review_risk(web::Visit& visit);

}  // namespace kith::strategy
