// Rules about what only a workbook can have: other sheets, merged cells, hidden rows, formulas that came to nothing.
#include "base/text.hpp"
#include "intake/rule.hpp"
#include "intake/staff_check.hpp"
#include "intake/staff_workbook.hpp"

#include <algorithm>
#include <array>

namespace kith::intake {
namespace {
std::vector<Spoken> whole_file(std::string detail) { return {{Spoken::whole_file, std::move(detail)}}; }

/// At most the first few, and how many more there are.
std::string first_few(const std::vector<std::string>& names)
{
    constexpr std::size_t few = 5;
    if (names.size() <= few) return joined(names, ", ");
    return joined({names.begin(), names.begin() + few}, ", ") + " and " + std::to_string(names.size() - few) + " more";
}

/// The cells of that sort in columns that the format has, each at its own column.
std::vector<Spoken> troubled(const StaffFile& file, files::CellKind kind)
{
    std::vector<Spoken> spoken;
    for (const auto& cell : file.table.troubled()) {
        const auto place = std::ranges::find(file.places.place, cell.column);
        if (cell.kind != kind || place == file.places.place.end()) continue;
        spoken.push_back({cell.row, std::string{clipped(file.table.header()[cell.column], 60)}, static_cast<Field>(place - file.places.place.begin())});
    }
    return spoken;
}

/// Rows with something to the right of the last named column.
std::size_t rows_running_over(const files::Table& table)
{
    std::size_t rows = 0;
    for (std::size_t row = 0; row < table.rows(); ++row) rows += table.cells_in(row) > table.header().size() ? 1 : 0;
    return rows;
}

const auto rules = std::to_array<FileRule>({
    {{"K-SHEET-1", Effect::good_to_know, Field::row, "Of this workbook the sheet {}.", "Kith"},
     [](const StaffFile& file, const Checking&) {
         auto others = file.table.origin().other_sheets;
         std::erase_if(others, is_template_sheet);
         return others.empty() ? std::vector<Spoken>{} : whole_file(file.table.origin().sheet + " was read. Not read: " + first_few(others));
     }},
    {{"K-SHEET-2", Effect::doubtful, Field::row,
      "Cells are merged at {}. Each of their rows was read with the upper left value. Unmerge them and fill in every row, so that nothing is guessed.", "Kith"},
     [](const StaffFile& file, const Checking&) {
         std::vector<std::string> areas;
         for (const auto& area : file.table.origin().merged) areas.push_back(area.name());
         return areas.empty() ? std::vector<Spoken>{} : whole_file(first_few(areas));
     }},
    {{"K-SHEET-3", Effect::row_not_taken, Field::row, "The formula in the column {} of this row gives an error. Mend the formula, or type the value in its place.", "Kith"},
     [](const StaffFile& file, const Checking&) { return troubled(file, files::CellKind::error); }},
    {{"K-SHEET-4", Effect::row_not_taken, Field::row,
      "The formula in the column {} of this row has never been worked out. Open the workbook in Excel, save it, and hand it in again.", "Kith"},
     [](const StaffFile& file, const Checking&) { return troubled(file, files::CellKind::unworked); }},
    {{"K-SHEET-5", Effect::good_to_know, Field::row, "Hidden or filtered rows were read like the others: {}.", "Kith"},
     [](const StaffFile& file, const Checking&) {
         auto hidden = static_cast<std::int64_t>(file.table.origin().hidden_rows);
         return hidden == 0 ? std::vector<Spoken>{} : whole_file(counted(hidden, "row"));
     }},
    {{"K-SHEET-6", Effect::good_to_know, Field::row, "Something stands to the right of the last column that has a name, and was not read: in {}.", "Kith"},
     [](const StaffFile& file, const Checking&) {
         auto over = file.table.is_workbook() ? static_cast<std::int64_t>(rows_running_over(file.table)) : 0;
         return over == 0 ? std::vector<Spoken>{} : whole_file(counted(over, "row"));
     }},
    {{"K-SHEET-7", Effect::good_to_know, Field::row, "What stands above the column names was left out: {}.", "Kith: payroll bureaus put titles above the column names"},
     [](const StaffFile& file, const Checking&) {
         const auto words = above_the_names(file.table);
         return words.empty() ? std::vector<Spoken>{} : whole_file(words);
     }},
});
}  // namespace

std::span<const FileRule> rules_of_the_sheet()
{
    return rules;
}

}  // namespace kith::intake
