#pragma once
// The money of a plan as pages. Private to the room.
#include "web/visit.hpp"

namespace kith::money {

void add_budget_routes(web::Routes& routes);

}  // namespace kith::money
