#pragma once
// Plans as pages: the list, one plan by theme, its line of sight. Private to the room.
#include "strategy/plan_register.hpp"
#include "ui/html.hpp"
#include "web/thing_fields.hpp"

#include <string>
#include <vector>

namespace kith::strategy {

/// A plan in the list, with how its actions stand.
struct PlanLine {
    Plan plan;
    std::int64_t actions = 0, late = 0, at_risk = 0;
};
ui::Html plan_list(const std::vector<PlanLine>& lines);

/// "2009 to 2013", "from 1 April 2026"; empty where no day is known.
std::string period_words(const Plan& plan);
/// "28 actions: 3 late, 2 at risk, 20 on track, 3 done."
std::string actions_in_words(const WholePlan& whole, Date today);
/// A status as a tag.
ui::Html status_tag(ActionState state);

/// Vision, themes with their actions, and the other parts.
ui::Html plan_body(const WholePlan& whole, Date today, bool may_change);
/// The line of sight from both ends, and its gaps; `unanswered` are findings that no action answers.
ui::Html sight_body(const Sight& sight, const std::vector<Finding>& unanswered);

/// `above`: strategies that an annual action plan may stand under.
web::ThingFields<Plan> plan_fields(std::vector<web::Option<PlanId>> above);
web::ThingFields<Part> part_fields(PartKind kind, const std::vector<Part>& parts);

}  // namespace kith::strategy
