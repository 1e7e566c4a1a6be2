#pragma once
// For rooms whose pages stand below a plan: which plan the path names, and the trail above a page.
#include "strategy/plan.hpp"
#include "web/visit.hpp"

#include <functional>
#include <string>

namespace kith::strategy {

/// The plan that the path names, as it stands.
kith::Result<Plan> plan_in_path(web::Visit& visit);
/// The same where it is not closed: what is closed is looked at, and nothing is written to it any more.
kith::Result<Plan> open_plan_in_path(web::Visit& visit);
/// Asked again when nobody else writes: an error where the plan was closed or taken away meanwhile.
std::function<kith::Result<void>(db::Reader&)> still_open(const Plan& plan);
/// A page below the plan's own.
web::PageParts parts_below(std::string title, const Plan& plan);

}  // namespace kith::strategy
