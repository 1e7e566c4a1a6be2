// Rules about the file as a whole and the shape of its rows.
#include "base/text.hpp"
#include "intake/rule.hpp"

#include <algorithm>
#include <array>

namespace kith::intake {
namespace {
std::vector<Spoken> whole_file(std::string detail) { return {{Spoken::whole_file, std::move(detail)}}; }

template <class Test>
std::vector<Spoken> each_row(const StaffFile& file, Test speaks)
{
    std::vector<Spoken> spoken;
    for (std::size_t at = 0; at < file.rows.size(); ++at)
        if (speaks(file.rows[at])) spoken.push_back({at, {}});
    return spoken;
}

/// True where the row was written with more cells than the header, and something stands in them.
bool runs_over(const StaffFile& file, const StaffRow& row)
{
    auto cells = file.table.cells(row.row);
    for (auto at = file.table.header().size(); at < cells.size(); ++at)
        if (!trimmed(cells[at]).empty()) return true;
    return false;
}

constexpr Rule too_many{"K-FILE-6", Effect::doubtful, Field::row, "The file has {} more faults than Kith lists. Mend these first, then hand it in again.", "Kith"};

const auto rules = std::to_array<FileRule>({
    {{"K-FILE-1", Effect::good_to_know, Field::row, "The file was read as {}. Check that accents and apostrophes in names look right.", "Kith"},
     [](const StaffFile& file, const Checking&) {
         return file.table.encoding() == "UTF-8" ? std::vector<Spoken>{} : whole_file(std::string{file.table.encoding()});
     }},
    {{"K-FILE-2", Effect::doubtful, Field::row, "{} could not be read and became \xEF\xBF\xBD. Save the file as CSV UTF-8 and hand it in again.", "Kith"},
     [](const StaffFile& file, const Checking&) {
         auto doubtful = static_cast<std::int64_t>(file.table.doubtful_characters());
         return doubtful == 0 ? std::vector<Spoken>{} : whole_file(counted(doubtful, "character"));
     }},
    {{"K-FILE-3", Effect::good_to_know, Field::row, "Columns that Kith does not know were passed over: {}.", "Kith: columns are matched by name"},
     [](const StaffFile& file, const Checking&) {
         return file.places.unknown.empty() ? std::vector<Spoken>{} : whole_file(joined(file.places.unknown, ", "));
     }},
    {{"K-FILE-4", Effect::good_to_know, Field::row, "Columns of the format that Kith does not hold were passed over: {}.", "Kith", Format::adult_social_care},
     [](const StaffFile& file, const Checking&) {
         return file.places.not_taken.empty() ? std::vector<Spoken>{} : whole_file(joined(file.places.not_taken, ", "));
     }},
    {{"K-FILE-5", Effect::good_to_know, Field::row, "The file has no column for: {}. What the register holds of these stays as it is.", "Kith"},
     [](const StaffFile& file, const Checking&) {
         auto missing = file.places.missing_optional;
         std::erase_if(missing, [](const auto& name) { return name == "organisation" || name == "engagement_reference" || name == "hours"; });
         return missing.empty() ? std::vector<Spoken>{} : whole_file(joined(missing, ", "));
     }},
    {too_many, [](const StaffFile&, const Checking&) { return std::vector<Spoken>{}; }},
    {{"K-FILE-7", Effect::good_to_know, Field::row, "Made-up people of the template are not taken: {} left out.", "Kith"},
     [](const StaffFile& file, const Checking&) {
         auto examples = static_cast<std::int64_t>(file.examples);
         return examples == 0 ? std::vector<Spoken>{} : whole_file(counted(examples, "row"));
     }},
    {{"K-FILE-8", Effect::good_to_know, Field::row, "A line that is a total is nobody, and is left out: {}.", "Kith: payroll systems put totals below the people"},
     [](const StaffFile& file, const Checking&) {
         constexpr std::size_t most = 10;
         std::vector<std::string> lines;
         for (const auto line : file.totals) lines.push_back("line " + std::to_string(line));
         const auto more = lines.size() > most ? " and " + std::to_string(lines.size() - most) + " more" : std::string{};
         lines.resize(std::min(most, lines.size()));
         return lines.empty() ? std::vector<Spoken>{} : whole_file(joined(lines, ", ") + more);
     }},
    {{"K-ROW-1", Effect::row_not_taken, Field::row,
      "This row has more cells than there are columns, so its values have shifted. A comma inside a cell needs quotation marks around the cell.", "RFC 4180"},
     [](const StaffFile& file, const Checking&) { return each_row(file, [&](const StaffRow& row) { return !file.table.is_workbook() && runs_over(file, row); }); }},
    {{"K-ROW-2", Effect::good_to_know, Field::row, "This row has fewer cells than there are columns. The missing ones were read as empty.", "RFC 4180"},
     [](const StaffFile& file, const Checking&) {
         return each_row(file, [&](const StaffRow& row) { return row.cells < file.table.header().size(); });
     }},
    {{"K-ROW-3", Effect::doubtful, Field::row, "Text stands after a closing quotation mark in this row. Check that its values are as you meant them.", "RFC 4180"},
     [](const StaffFile& file, const Checking&) { return each_row(file, [](const StaffRow& row) { return row.stray_quote; }); }},
});
}  // namespace

const Rule& too_many_findings()
{
    return too_many;
}

std::span<const FileRule> rules_of_the_file()
{
    return rules;
}

}  // namespace kith::intake
