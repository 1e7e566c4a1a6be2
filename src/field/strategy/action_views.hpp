#pragma once
// An action as a page: what it is, how it goes, what it is tied to. Private to the room.
#include "access/role_holders.hpp"
#include "strategy/plan_register.hpp"
#include "ui/html.hpp"
#include "web/thing_fields.hpp"

#include <functional>
#include <string>
#include <vector>

namespace kith::strategy {

web::ThingFields<Action> action_fields(const std::vector<Part>& parts, const std::vector<access::NamedHolder>& people);
web::ThingFields<Milestone> milestone_fields();
/// Owner, organisations, dates, cost, and the status that the facts propose beside what a person says.
/// `named`: who says how it goes.
ui::Html action_summary(const WholePlan& whole, const Action& action, const std::string& named, Date today);
/// Updates, newest first; `name_of` says who made one, `way_back` is how one is taken back, where the viewer may.
ui::Html updates_of(const ActionFacts& facts, const std::function<std::string(access::AccountId)>& name_of, const std::function<ui::Html(const Update&)>& way_back);
ui::Html update_fields(const web::Form& form, const Status& proposed);
/// The measures that will show whether it works.
ui::Html measures_shown(const WholePlan& whole, const Action& action);
/// What it serves and answers.
ui::Html ties_of(const Sight& sight, const Action& action);

}  // namespace kith::strategy
