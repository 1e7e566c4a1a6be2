#pragma once
// For rooms whose pages stand below a plan: which plan the path names, and the trail above a page.
#include "strategy/plan.hpp"
#include "web/visit.hpp"

#include <string>

namespace kith::strategy {

/// The plan that the path names, as it stands.
kith::Result<Plan> plan_in_path(web::Visit& visit);
/// A page below the plan's own.
web::PageParts parts_below(std::string title, const Plan& plan);

}  // namespace kith::strategy
