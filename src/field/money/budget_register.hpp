#pragma once
// Funds and lines of budgets in the register. Each change is part of a change set.
#include "db/typed_table.hpp"
#include "money/budget.hpp"

namespace kith::money {

const db::TypedTable<Fund>& funds();
/// By year and heading.
const db::TypedTable<BudgetLine>& budget_lines();

std::vector<Fund> funds_of(db::Reader& reader, PlanId plan);
std::vector<BudgetLine> lines_of(db::Reader& reader, PlanId plan);
/// Lines that it pays for are left without a fund.
void take_away(db::ChangeSet& changes, const Fund& fund);

}  // namespace kith::money
