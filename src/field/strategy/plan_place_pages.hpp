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
/// Asked again when nobody else writes: an error where somebody approved the plan or took it away since it was read.
std::function<kith::Result<void>(db::Reader&)> still_changeable(const Plan& plan);

}  // namespace kith::strategy
