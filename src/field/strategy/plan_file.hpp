#pragma once
// A plan in a file: one row for each action, theme, objective and the like. Here: what each row says, with findings by line. Pure: what taking it would change is plan_difference.hpp.
#include "files/table.hpp"
#include "returns/finding.hpp"
#include "strategy/action.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::strategy {

/// True for a table that lists a plan: rows of several kinds, or actions with their owners or days under the names that spreadsheets use.
bool is_plan_file(const files::Table& table);

/// A part as its row says it; `under` and the plan are not set.
struct PartRow {
    Part part;
    std::string under;  ///< code or title of the theme of a criterion, code of the outcome of an objective
};
/// An action as its row says it; theme and the plan are not set.
struct ActionRow {
    Action action;
    std::string theme;                    ///< code or title
    std::vector<std::string> objectives;  ///< codes of what it serves
};

struct PlanFile {
    Plan plan;  ///< as its row of kind "plan", or the column "plan", says it; without a name where neither is there
    std::vector<PartRow> parts;
    std::vector<ActionRow> actions;
    returns::Findings findings;
    std::int64_t rows = 0, can_take = 0;
};

/// Rows that cannot be read are left out, each with an error that says why. What an approval will ask for, and is missing, are warnings.
PlanFile read_plan(const std::string& file_name, const files::Table& table);

/// The header to start from, with an example of each kind of row.
std::string plan_template();

}  // namespace kith::strategy
