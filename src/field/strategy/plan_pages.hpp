#pragma once
// Plans and their parts as pages. Private to the room.
#include "strategy/routes.hpp"
#include "web/visit.hpp"

namespace kith::strategy {

void add_plan_routes(web::Routes& routes, const Sources& sources);
void add_part_routes(web::Routes& routes);

}  // namespace kith::strategy
