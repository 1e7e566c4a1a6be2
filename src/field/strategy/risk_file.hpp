#pragma once
// A risk register in a file: one row for each risk, its controls in one cell. Here: what each row says, with findings by line. Pure.
#include "files/table.hpp"
#include "returns/finding.hpp"
#include "strategy/risk.hpp"

#include <string>
#include <vector>

namespace kith::strategy {

bool is_risk_file(const files::Table& table);

/// A risk as its row says it; the plan is not set.
struct RiskRow {
    Risk risk;
    std::vector<Control> controls;
};
struct RiskFile {
    std::string plan;  ///< by name; empty where the file has no such column
    std::vector<RiskRow> risks;
    returns::Findings findings;
    std::int64_t rows = 0, can_take = 0;
};
/// Rows that cannot be read are left out, each with an error that says why. What an approval will ask for, and is missing, are warnings.
RiskFile read_risks(const std::string& file_name, const files::Table& table);
/// `held` with what the row says in its place; what the row leaves empty stays.
Risk merged(const Risk& held, const Risk& said);
std::string risk_template();

}  // namespace kith::strategy
