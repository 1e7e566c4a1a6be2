#include "base/text.hpp"
#include "strategy/plan_pages.hpp"
#include "strategy/plan_register.hpp"
#include "strategy/risk_register.hpp"

#include <algorithm>

namespace kith::strategy {
namespace {

using access::Permission;

void add_late(std::vector<web::HomeItem>& items, const WholePlan& whole, Date today)
{
    std::vector<std::string> late;
    for (const auto& action : whole.actions) {
        const auto wanted = wanted_of(whole.facts(action, today), today);
        if (wanted && wanted->is_late) late.push_back(action.called() + ": " + lower_first(wanted->because));
    }
    if (late.empty()) return;
    items.push_back({.title = counted(std::ssize(late), "action is", "actions are") + " late, or a milestone of " + (late.size() == 1 ? "it" : "them"), .words = late.front() + (late.size() > 1 ? ", and others" : "") + ". " + whole.plan.name, .href = whole.plan.href(), .urgency = web::Urgency::overdue});
}

void add_risks(std::vector<web::HomeItem>& items, const Plan& plan, const std::vector<Risk>& risks, Date today)
{
    const auto due = std::ranges::count_if(risks, [today](const Risk& risk) { return risk.review_on && *risk.review_on <= today; });
    if (due > 0) items.push_back({.title = counted(due, "risk is", "risks are") + " to be looked at again", .words = plan.name, .href = plan.href() + "/risks", .urgency = web::Urgency::today});
}

/// Nothing is missing of it that an approval needs.
bool can_be_approved(const WholePlan& whole, const std::vector<Risk>& risks)
{
    const auto is_whole = [](const auto& thing) { return missing_of(thing).empty(); };
    return !whole.actions.empty() && std::ranges::all_of(whole.actions, is_whole) && std::ranges::all_of(risks, is_whole);
}

}  // namespace

std::vector<web::HomeItem> due_in_plans(web::Visit& visit)
{
    std::vector<web::HomeItem> items;
    const bool manages = visit.may(Permission::manage_strategy), approves = visit.may(Permission::record_decisions);
    if (!manages && !approves) return items;
    for (auto& plan : plans().where(visit.reader(), "state IN ('current', 'consultation')")) {
        const auto risks = risks_of(visit.reader(), plan.id);
        const auto whole = whole_plan(visit.reader(), std::move(plan), Heard::newest);
        if (manages && whole.plan.state == PlanState::current) {
            add_late(items, whole, visit.today());
            add_risks(items, whole.plan, risks, visit.today());
        }
        if (approves && whole.plan.state == PlanState::consultation && can_be_approved(whole, risks))
            items.push_back({.title = "A plan can be approved: " + whole.plan.name, .words = "People were asked about it, and nothing is missing that an approval needs", .href = whole.plan.href(), .urgency = web::Urgency::soon});
    }
    return items;
}

}  // namespace kith::strategy
