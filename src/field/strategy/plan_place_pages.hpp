#pragma once
// What the pages of a plan share: which plan the path names, the trail above a page, the form shown again. Private to the room.
#include "strategy/plan_place_routes.hpp"
#include "strategy/plan_register.hpp"
#include "web/visit.hpp"

#include <functional>
#include <string>

namespace kith::strategy {

kith::Result<WholePlan> whole_plan_in_path(web::Visit& visit, Heard heard = Heard::everything);
/// The same where its text may still change; else a conflict that says what to do.
kith::Result<WholePlan> changeable_plan_in_path(web::Visit& visit);

/// The page, or the form again where something is wrong with it.
web::Response shown(web::Visit& visit, const web::PageParts& parts, const ui::Html& content);
/// False where somebody approved the plan since it was read: asked of the writer, when nobody else writes.
bool is_still_changeable(web::Visit& visit, const Plan& plan);
web::Response approved_meanwhile(web::Visit& visit);
/// The same for things that are kept below the plan.
std::function<kith::Result<void>(db::Reader&)> still_changeable(const Plan& plan);

}  // namespace kith::strategy
