#pragma once
// Funds and lines of budgets in the register. Each change is part of a change set.
#include "db/typed_table.hpp"
#include "money/budget.hpp"
#include "strategy/plan_register.hpp"

namespace kith::money {

const db::TypedTable<Fund>& funds();
/// By year and heading.
const db::TypedTable<BudgetLine>& budget_lines();

std::vector<Fund> funds_of(db::Reader& reader, PlanId plan);
std::vector<BudgetLine> lines_of(db::Reader& reader, PlanId plan);
/// Lines that it pays for are left without a fund.
void take_away(db::ChangeSet& changes, const Fund& fund);

/// Funds and lines of a plan into its next version; a line for an action that was left behind is for none.
void carry(db::ChangeSet& changes, PlanId from, const strategy::NextVersion& to, Instant now);
/// All money of a draft that is taken away.
void take_away_of(db::ChangeSet& changes, PlanId plan);

}  // namespace kith::money
