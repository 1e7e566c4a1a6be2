#pragma once
// A budget in a file: one row for a heading in a year, with the fund that pays. Here: what each row says, with findings by line. Pure.
#include "files/table.hpp"
#include "money/budget.hpp"
#include "returns/finding.hpp"

#include <string>
#include <vector>

namespace kith::money {

bool is_budget_file(const files::Table& table);

/// A line as its row says it; plan, fund and action are not set.
struct BudgetRow {
    BudgetLine line;
    std::string fund;    ///< by name; empty where the row names none
    std::string action;  ///< by code or title; empty where the row names none
    std::int64_t at = 0; ///< line of the file
};
struct BudgetFile {
    std::string plan;
    std::vector<Fund> funds;  ///< named by rows, each once, with the first of what rows say of it
    std::vector<BudgetRow> lines;
    returns::Findings findings;
    std::int64_t rows = 0, can_take = 0;
};
BudgetFile read_budget(const std::string& file_name, const files::Table& table);
std::string budget_template();

}  // namespace kith::money
