#pragma once
// The risks of a plan. A risk register lives on after approval: risks come, change and go as long as the plan stands. Private to the room.
#include "web/references.hpp"
#include "web/visit.hpp"

namespace kith::strategy {

void add_risk_routes(web::Routes& routes);
/// What a Reference to a risk comes to.
kith::Result<web::Referred> referred_risk(web::Visit& visit, const figures::Reference& reference);

}  // namespace kith::strategy
