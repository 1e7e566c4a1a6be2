#pragma once
// Plans and their parts as pages. Private to the room.
#include "strategy/routes.hpp"
#include "web/visit.hpp"

namespace kith::strategy {

void add_plan_routes(web::Routes& routes, const Sources& sources);
void add_part_routes(web::Routes& routes);

/// Late actions and risks to be looked at, for those who write plans; plans that wait for approval, for those who approve them.
std::vector<web::HomeItem> due_in_plans(web::Visit& visit);

}  // namespace kith::strategy
