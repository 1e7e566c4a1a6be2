// Rules about the terms of a row: role, sector, core or wider, contract, FTE and hours.
#include "intake/rule.hpp"

#include <array>

namespace kith::intake {
namespace {
constexpr auto one = Fte::thousandths(1'000);
constexpr auto most = Fte::thousandths(1'500);

bool contract_is(const StaffRow& row, std::string_view code) { return row.contract && (*row.contract)->code == code; }

const auto rules = std::to_array<RowRule>({
    {{"K-ROLE-1", Effect::doubtful, Field::role, "The role is missing or not known. The person is counted, and stands under no role. Enter a code of the list of roles.", "Kith"},
     [](const StaffRow& row, Checking&, std::string&) { return row.role.is_missing(); }},
    {{"K-ROLE-2", Effect::value_not_taken, Field::role, "The role is not in the list of roles{} The template's guide lists them all.", "Kith's list of roles", Format::kith},
     [](const StaffRow& row, Checking& checking, std::string& detail) {
         if (row.role.is_unreadable()) detail = checking.suggestions.for_code("roles", row.role.text);
         return row.role.is_unreadable();
     }},
    {{"K-ROLE-3", Effect::value_not_taken, Field::role, "MAINJOBROLE is not one of the job role codes of the data set. Check it against the guidance for that year.",
      "Adult social care workforce data set, error 1280", Format::adult_social_care},
     [](const StaffRow& row, Checking&, std::string&) { return row.role.is_unreadable(); }},
    {{"K-ROLE-4", Effect::doubtful, Field::role, "The role was not in use on the day from which these terms hold. Check the role and the date.", "Dates of the code list"},
     [](const StaffRow& row, Checking&, std::string&) { return row.role && row.terms_day() && !(*row.role)->holds_on(*row.terms_day()); }},
    {{"K-SECTOR-1", Effect::value_not_taken, Field::sector, "The sector is not in the list of sectors{}", "2020 Children and Young People's Workforce Strategy"},
     [](const StaffRow& row, Checking& checking, std::string& detail) {
         if (row.sector.is_unreadable()) detail = checking.suggestions.for_code("sectors", row.sector.text);
         return row.sector.is_unreadable();
     }},
    {{"K-SECTOR-2", Effect::doubtful, Field::sector, "The sector is not the one this role usually stands in ({}). Both are kept; check that both are meant.", "Kith's list of roles"},
     [](const StaffRow& row, Checking&, std::string& detail) {
         bool other = row.sector && row.role && !(*row.role)->parent.empty() && (*row.role)->parent != (*row.sector)->code;
         if (other) detail = (*row.role)->parent;
         return other;
     }},
    {{"K-BREADTH-1", Effect::value_not_taken, Field::breadth, "This must be core or wider. Core: works with children and families all the time. Wider: part of the time.",
      "2020 Children and Young People's Workforce Strategy"},
     [](const StaffRow& row, Checking&, std::string&) { return row.breadth.is_unreadable(); }},
    {{"K-BREADTH-2", Effect::good_to_know, Field::breadth, "Most people in this role are {}. What the file says is kept.", "Kith's list of roles"},
     [](const StaffRow& row, Checking&, std::string& detail) {
         if (!row.breadth || !row.role) return false;
         auto usual = (*row.role)->attribute("breadth");
         detail = usual;
         return !usual.empty() && usual != (*row.breadth)->code;
     }},
    {{"K-CONTRACT-1", Effect::value_not_taken, Field::contract, "The kind of contract is not in the list{}", "Kith's list of contracts", Format::kith},
     [](const StaffRow& row, Checking& checking, std::string& detail) {
         if (row.contract.is_unreadable()) detail = checking.suggestions.for_code("contracts", row.contract.text);
         return row.contract.is_unreadable();
     }},
    {{"K-CONTRACT-2", Effect::value_not_taken, Field::contract, "EMPLSTATUS must be 1, 2, 3, 4 or 7.", "Adult social care workforce data set, error 1220", Format::adult_social_care},
     [](const StaffRow& row, Checking&, std::string&) { return row.contract.is_unreadable(); }},
    {{"K-CONTRACT-3", Effect::doubtful, Field::contract, "The contract is part time and the FTE is 1 or more. One of them will be wrong.", "Kith"},
     [](const StaffRow& row, Checking&, std::string&) { return contract_is(row, "part_time") && row.fte && *row.fte >= one; }},
    {{"K-CONTRACT-4", Effect::doubtful, Field::contract, "This agency placement has run for more than three months. Check that it has not ended.",
      "Mission: the three-month rule for agency use"},
     [](const StaffRow& row, Checking& checking, std::string&) {
         constexpr int three_months = 92;
         return contract_is(row, "agency") && row.start_date && !row.end_date && row.start_date->plus_days(three_months) < checking.surroundings.today();
     }},
    {{"K-CONTRACT-5", Effect::doubtful, Field::contract, "A fixed-term contract has no end date. Enter the day on which it ends.", "Kith", Format::kith},
     [](const StaffRow& row, Checking&, std::string&) { return contract_is(row, "fixed_term") && row.end_date.is_missing(); }},
    {{"K-CONTRACT-6", Effect::doubtful, Field::contract, "A volunteer, trustee or governor has an FTE of 1 or more. Check the contract and the FTE.", "Kith"},
     [](const StaffRow& row, Checking&, std::string&) {
         return (contract_is(row, "volunteer") || contract_is(row, "office_holder")) && row.fte && *row.fte >= one;
     }},
    {{"K-FTE-1", Effect::value_not_taken, Field::fte, "The FTE is not a number with at most three decimals. Enter it as 1 for full time or 0.6 for three days of five.", "Kith"},
     [](const StaffRow& row, Checking&, std::string&) { return row.fte.is_unreadable(); }},
    {{"K-FTE-2", Effect::value_not_taken, Field::fte, "The FTE must be from 0 to 1.5. It looks like hours or a percentage: enter 0.6 for three days of five.", "Kith"},
     [](const StaffRow& row, Checking&, std::string&) { return row.fte && !row.fte_from_hours && *row.fte > most; }},
    {{"K-FTE-4", Effect::doubtful, Field::fte, "The FTE is missing. The person is counted as one of the staff, and stands in no FTE figure.", "Kith", Format::kith},
     [](const StaffRow& row, Checking&, std::string&) { return row.fte.is_missing() && !row.hours.is_unreadable(); }},
    {{"K-FTE-5", Effect::doubtful, Field::fte, "The FTE is 0 in a permanent contract. Enter the FTE, or the kind of contract that it is.", "Kith"},
     [](const StaffRow& row, Checking&, std::string&) {
         return row.fte && *row.fte == Fte{} && (contract_is(row, "permanent") || contract_is(row, "part_time"));
     }},
    {{"K-HOURS-1", Effect::value_not_taken, Field::hours, "Hours a week must be a number from 0 to 75 with at most two decimals.", "Adult social care workforce data set: hours 0 to 75"},
     [](const StaffRow& row, Checking&, std::string&) { return row.hours.is_unreadable() || (row.hours && *row.hours > 75'00); }},
    {{"K-HOURS-2", Effect::doubtful, Field::hours, "FTE and hours do not agree: these hours would make an FTE of about {}. The FTE is kept.", "37 hours full time (Green Book)", Format::kith},
     [](const StaffRow& row, Checking&, std::string& detail) {
         if (!row.fte || !row.hours || row.fte_from_hours || *row.hours > 75'00 || *row.fte > most) return false;
         auto worked_out = fte_from_hours(*row.hours);
         auto apart = worked_out < *row.fte ? *row.fte - worked_out : worked_out - *row.fte;
         detail = worked_out.text();
         return apart > Fte::thousandths(100);
     }},
    {{"K-HOURS-3", Effect::doubtful, Field::hours, "Hours a week are missing or not known. The person is counted as one of the staff, and stands in no FTE figure.",
      "Adult social care workforce data set; FTE is hours ÷ 37", Format::adult_social_care},
     [](const StaffRow& row, Checking&, std::string&) { return row.fte.is_missing() && !row.hours.is_unreadable(); }},
    {{"K-HOURS-4", Effect::good_to_know, Field::hours, "The FTE was worked out from the hours: hours a week ÷ 37.", "37 hours full time (Green Book)", Format::kith},
     [](const StaffRow& row, Checking&, std::string&) { return row.fte_from_hours && row.hours && *row.hours <= 75'00; }},
});
}  // namespace

std::span<const RowRule> row_rules_of_the_terms()
{
    return rules;
}

}  // namespace kith::intake
