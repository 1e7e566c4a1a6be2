// Rules about the terms of a row: FTE and hours.
#include "intake/rule.hpp"

#include <array>

namespace kith::intake {
namespace {
constexpr auto most = Fte::thousandths(1'500);

bool contract_is(const StaffRow& row, std::string_view code) { return row.contract && (*row.contract)->code == code; }

const auto rules = std::to_array<RowRule>({
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

std::span<const RowRule> row_rules_of_the_time()
{
    return rules;
}

}  // namespace kith::intake
