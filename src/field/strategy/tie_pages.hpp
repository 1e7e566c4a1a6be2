#pragma once
// What an action is tied to. Private to the room.
#include "strategy/plan_register.hpp"
#include "strategy/routes.hpp"
#include "web/visit.hpp"

namespace kith::strategy {

/// Findings that want an action of the plan: accepted recommendations, its risks, and those of other rooms that the viewer may see.
std::vector<Finding> findings_for(web::Visit& visit, const Sources& sources, const Plan& plan);

}  // namespace kith::strategy
