// Rules about the role of a row: role, sector, core or wider.
#include "intake/rule.hpp"

#include <array>

namespace kith::intake {
namespace {
const auto rules = std::to_array<RowRule>({
    {{"K-ROLE-1", Effect::doubtful, Field::role, "The role is missing or not known. The person is counted, and stands under no role. Enter a code of the list of roles.", "Kith"},
     [](const StaffRow& row, const Checking&, std::string&) { return row.role.is_missing(); }},
    {{"K-ROLE-2", Effect::value_not_taken, Field::role, "The role is not in the list of roles{} The template's guide lists them all.", "Kith's list of roles", Format::kith},
     [](const StaffRow& row, const Checking&, std::string&) { return row.role.is_unreadable(); },
     [](const StaffRow& row, const Checking& checking, Suggestions& suggestions) { return suggestions.for_code("roles", checking.cell(row, Field::role)); }},
    {{"K-ROLE-3", Effect::value_not_taken, Field::role, "MAINJOBROLE is not one of the job role codes of the data set. Check it against the guidance for that year.",
      "Adult social care workforce data set, error 1280", Format::adult_social_care},
     [](const StaffRow& row, const Checking&, std::string&) { return row.role.is_unreadable(); }},
    {{"K-ROLE-4", Effect::doubtful, Field::role, "The role was not in use on the day from which these terms hold. Check the role and the date.", "Dates of the code list"},
     [](const StaffRow& row, const Checking&, std::string&) { return row.role && row.terms_day() && !(*row.role)->holds_on(*row.terms_day()); }},
    {{"K-SECTOR-1", Effect::value_not_taken, Field::sector, "The sector is not in the list of sectors{}", "2020 Children and Young People's Workforce Strategy"},
     [](const StaffRow& row, const Checking&, std::string&) { return row.sector.is_unreadable(); },
     [](const StaffRow& row, const Checking& checking, Suggestions& suggestions) { return suggestions.for_code("sectors", checking.cell(row, Field::sector)); }},
    {{"K-SECTOR-2", Effect::doubtful, Field::sector, "The sector is not the one this role usually stands in ({}). Both are kept; check that both are meant.", "Kith's list of roles"},
     [](const StaffRow& row, const Checking&, std::string& detail) {
         bool other = row.sector && row.role && !(*row.role)->parent.empty() && (*row.role)->parent != (*row.sector)->code;
         if (other) detail = (*row.role)->parent;
         return other;
     }},
    {{"K-BREADTH-1", Effect::value_not_taken, Field::breadth, "This must be core or wider. Core: works with children and families all the time. Wider: part of the time.",
      "2020 Children and Young People's Workforce Strategy"},
     [](const StaffRow& row, const Checking&, std::string&) { return row.breadth.is_unreadable(); }},
    {{"K-BREADTH-2", Effect::good_to_know, Field::breadth, "Most people in this role are {}. What the file says is kept.", "Kith's list of roles"},
     [](const StaffRow& row, const Checking&, std::string& detail) {
         if (!row.breadth || !row.role) return false;
         auto usual = (*row.role)->attribute("breadth");
         detail = usual;
         return !usual.empty() && usual != (*row.breadth)->code;
     }},
});
}  // namespace

std::span<const RowRule> row_rules_of_the_role()
{
    return rules;
}

}  // namespace kith::intake
