// Rules about the terms of a row: FTE and hours.
#include "base/text.hpp"
#include "intake/rule.hpp"
#include "workforce/full_week.hpp"

#include <array>

namespace kith::intake {
namespace {
Fte limit(const Checking& checking, RuleLimit name) { return Fte::thousandths(checking.limits[name]); }

std::string hours_text(std::int64_t hundredths) { return Fte::thousandths(hundredths * 10).text(); }

bool contract_is(const StaffRow& row, std::string_view code) { return row.contract && (*row.contract)->code == code; }

/// How many days of the week a pattern names.
std::size_t days_in(std::string_view pattern)
{
    constexpr std::array<std::string_view, 7> days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
    std::size_t named = 0;
    for (auto part : split(pattern, ';'))
        for (auto day : days) named += part == day ? 1U : 0U;
    return named;
}

const auto rules = std::to_array<RowRule>({
    {{"K-FTE-1", Effect::value_not_taken, Field::fte, "The FTE is not a number with at most three decimals. Enter it as 1 for full time or 0.6 for three days of five.", "Kith"},
     [](const StaffRow& row, const Checking&, std::string&) { return row.fte.is_unreadable(); }},
    {{"K-FTE-2", Effect::value_not_taken, Field::fte, "The FTE must be from 0 to {}. It looks like hours or a percentage: enter 0.6 for three days of five.", "Kith"},
     [](const StaffRow& row, const Checking& checking, std::string& detail) {
         detail = limit(checking, RuleLimit::most_fte).text();
         return row.fte && !row.fte_from_hours && *row.fte > limit(checking, RuleLimit::most_fte);
     }},
    {{"K-FTE-4", Effect::doubtful, Field::fte, "The FTE is missing. The person is counted as one of the staff, and stands in no FTE figure.", "Kith", Format::kith},
     [](const StaffRow& row, const Checking&, std::string&) { return row.fte.is_missing() && !row.hours.is_unreadable(); }},
    {{"K-FTE-5", Effect::doubtful, Field::fte, "The FTE is 0 in a permanent contract. Enter the FTE, or the kind of contract that it is.", "Kith"},
     [](const StaffRow& row, const Checking&, std::string&) {
         return row.fte && *row.fte == Fte{} && (contract_is(row, "permanent") || contract_is(row, "part_time"));
     }},
    {{"K-HOURS-1", Effect::value_not_taken, Field::hours, "Hours a week must be a number from 0 to {} with at most two decimals.", "Adult social care workforce data set: hours 0 to 75"},
     [](const StaffRow& row, const Checking& checking, std::string& detail) {
         detail = hours_text(checking.limits[RuleLimit::most_hours]);
         return row.hours.is_unreadable() || (row.hours && *row.hours > checking.limits[RuleLimit::most_hours]);
     }},
    {{"K-HOURS-2", Effect::doubtful, Field::hours, "FTE and hours do not agree: these hours would make an FTE of about {}. The FTE is kept.", "Kith: hours a week ÷ full-time hours, which the mapping or the pack says", Format::kith},
     [](const StaffRow& row, const Checking& checking, std::string& detail) {
         if (!row.fte || !row.hours || row.fte_from_hours) return false;
         auto worked_out = workforce::fte_from_hours(*row.hours, checking.file.full_week);
         auto apart = worked_out < *row.fte ? *row.fte - worked_out : worked_out - *row.fte;
         detail = worked_out.text() + ", at " + full_week_words(checking.file) + " hours full time";
         return apart > limit(checking, RuleLimit::fte_and_hours_apart);
     }},
    {{"K-HOURS-3", Effect::doubtful, Field::hours, "Hours a week are missing or not known. The person is counted as one of the staff, and stands in no FTE figure.",
      "Adult social care workforce data set; FTE is hours ÷ 37", Format::adult_social_care},
     [](const StaffRow& row, const Checking&, std::string&) { return row.fte.is_missing() && !row.hours.is_unreadable(); }},
    {{"K-HOURS-4", Effect::good_to_know, Field::hours, "The FTE was worked out from the hours: hours a week ÷ {}, which are full time here.", "Kith: full-time hours as the mapping of the extract says, else the pack", Format::kith},
     [](const StaffRow& row, const Checking& checking, std::string& detail) {
         if (!row.fte_from_hours || !row.hours) return false;
         detail = full_week_words(checking.file);
         return true;
     }},
    {{"K-HOURS-5", Effect::doubtful, Field::hours, "The hours are 0 in a permanent contract. Enter the hours, or the kind of contract that it is.", "Kith", Format::any,
      Missing::skip_if_any, {Field::hours, Field::contract}},
     [](const StaffRow& row, const Checking&, std::string&) { return *row.hours == 0 && contract_is(row, "permanent"); }},
    {{"K-HOURS-6", Effect::doubtful, Field::hours, "The hours a week are more than the 48 of the Working Time Regulations. Check them, and that the person has agreed.",
      "Working Time Regulations 1998 reg. 4", Format::any, Missing::skip_if_any, {Field::hours}},
     [](const StaffRow& row, const Checking& checking, std::string&) { return *row.hours > 48'00 && *row.hours <= checking.limits[RuleLimit::most_hours]; }},
    {{"K-PATTERN-1", Effect::value_not_taken, Field::pattern, "The pattern of work holds something that is not in the list. Enter codes with ; between, such as mon;tue;evenings.", "Kith's list of working patterns", Format::kith},
     [](const StaffRow& row, const Checking&, std::string&) { return row.pattern.is_unreadable(); }},
    {{"K-PATTERN-2", Effect::doubtful, Field::pattern, "The FTE is {} and the pattern names one day only. Check both.", "Kith", Format::kith, Missing::skip_if_any,
      {Field::pattern, Field::fte}},
     [](const StaffRow& row, const Checking&, std::string& detail) {
         constexpr auto half = Fte::thousandths(500);
         detail = row.fte->text();
         return *row.fte > half && days_in(*row.pattern) == 1;
     }},
    {{"K-CASE-1", Effect::value_not_taken, Field::caseload, "The caseload is not a whole number. Enter how many children or families are allocated.", "Kith", Format::kith},
     [](const StaffRow& row, const Checking&, std::string&) { return row.caseload.is_unreadable(); }},
    {{"K-CASE-2", Effect::doubtful, Field::caseload, "The caseload is over {}. Check that it counts children or families, not visits.",
      "Kith; children's social work caseloads stand at about 16 (Department for Education, 2022)", Format::kith, Missing::skip_if_any, {Field::caseload}},
     [](const StaffRow& row, const Checking& checking, std::string& detail) {
         detail = std::to_string(checking.limits[RuleLimit::most_caseload]);
         return *row.caseload > checking.limits[RuleLimit::most_caseload];
     }},
    {{"K-CASE-3", Effect::doubtful, Field::caseload, "The job has ended and still has a caseload. Enter who has taken over, or leave the caseload empty.", "Kith", Format::kith,
      Missing::skip_if_any, {Field::caseload, Field::end_date}},
     [](const StaffRow& row, const Checking& checking, std::string&) { return *row.caseload > 0 && *row.end_date < checking.today(); }},
    {{"K-MANAGER-1", Effect::value_not_taken, Field::manager, "The person is given as their own manager. Enter the manager's staff reference, or leave it empty.", "Kith", Format::kith,
      Missing::skip_if_any, {Field::manager, Field::staff_reference}},
     [](const StaffRow& row, const Checking&, std::string&) { return *row.manager == *row.staff_reference; }},
    {{"K-MANAGER-2", Effect::value_not_taken, Field::manager, "The manager's reference is longer than {} characters. Enter the staff reference of the manager.", "Kith", Format::kith,
      Missing::skip_if_any, {Field::manager}},
     [](const StaffRow& row, const Checking& checking, std::string& detail) {
         detail = std::to_string(checking.limits[RuleLimit::longest_reference]);
         return length_in_characters(*row.manager) > static_cast<std::size_t>(checking.limits[RuleLimit::longest_reference]);
     }},
});
}  // namespace

std::span<const RowRule> row_rules_of_the_time()
{
    return rules;
}

}  // namespace kith::intake
