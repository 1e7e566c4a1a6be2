// Rules about where people come from, why they leave, and where they go.
#include "intake/rule.hpp"

#include <array>

namespace kith::intake {
namespace {
bool has_left(const StaffRow& row, const Checking& checking) { return row.end_date && *row.end_date <= checking.today(); }

bool is(const SaidCode& said, std::string_view code) { return said && said->code == code; }

const auto rules = std::to_array<RowRule>({
    {{"K-ORIGIN-1", Effect::value_not_taken, Field::origin, "Where the person came from is not in the list of origins{}", "Kith's list of origins", Format::kith},
     [](const StaffRow& row, const Checking&, std::string&) { return row.origin.is_unreadable(); },
     [](const StaffRow& row, const Checking& checking, Suggestions& suggestions) { return suggestions.for_code("starter_origins", checking.cell(row, Field::origin)); }},
    {{"K-ORIGIN-2", Effect::doubtful, Field::origin, "Where the person came from is missing for a job that began in the last year. Enter it, so that recruitment can be understood.",
      "Children's social work workforce census: start date and origin go together", Format::kith, Missing::skip_if_any, {Field::start_date}},
     [](const StaffRow& row, const Checking& checking, std::string&) {
         return checking.file.places.has(Field::origin) && row.origin.is_missing() && *row.start_date <= checking.today() &&
                checking.today() < row.start_date->plus_years(1);
     }},
    {{"K-LEAVE-1", Effect::value_not_taken, Field::reason_for_leaving, "The reason for leaving is not in the list{}", "Kith's list of reasons for leaving", Format::kith},
     [](const StaffRow& row, const Checking&, std::string&) { return row.reason_for_leaving.is_unreadable(); },
     [](const StaffRow& row, const Checking& checking, Suggestions& suggestions) { return suggestions.for_code("leaving_reasons", checking.cell(row, Field::reason_for_leaving)); }},
    {{"K-LEAVE-2", Effect::value_not_taken, Field::destination, "The destination is not in the list of destinations{}", "Kith's list of destinations", Format::kith},
     [](const StaffRow& row, const Checking&, std::string&) { return row.destination.is_unreadable(); },
     [](const StaffRow& row, const Checking& checking, Suggestions& suggestions) { return suggestions.for_code("leaver_destinations", checking.cell(row, Field::destination)); }},
    {{"K-LEAVE-3", Effect::doubtful, Field::reason_for_leaving, "The job has ended and the reason for leaving is missing. Enter it, or not_known.",
      "Children's social work workforce census: a leaver has a reason and a destination", Format::kith},
     [](const StaffRow& row, const Checking& checking, std::string&) {
         return checking.file.places.has(Field::reason_for_leaving) && has_left(row, checking) && row.reason_for_leaving.is_missing();
     }},
    {{"K-LEAVE-4", Effect::doubtful, Field::destination, "The job has ended and the destination is missing. Enter it, or not_known.",
      "Children's social work workforce census: a leaver has a reason and a destination", Format::kith},
     [](const StaffRow& row, const Checking& checking, std::string&) {
         return checking.file.places.has(Field::destination) && has_left(row, checking) && row.destination.is_missing();
     }},
    {{"K-LEAVE-5", Effect::doubtful, Field::end_date, "A reason for leaving is given and the job has no end date. Enter the last day, or leave the reason empty.", "Kith", Format::kith,
      Missing::skip_if_any, {Field::reason_for_leaving}},
     [](const StaffRow& row, const Checking&, std::string&) { return row.end_date.is_missing(); }},
    {{"K-LEAVE-6", Effect::doubtful, Field::end_date, "A destination is given and the job has no end date. Enter the last day, or leave the destination empty.", "Kith", Format::kith,
      Missing::skip_if_any, {Field::destination}},
     [](const StaffRow& row, const Checking&, std::string&) { return row.end_date.is_missing(); }},
    {{"K-LEAVE-7", Effect::doubtful, Field::reason_for_leaving, "The reason for leaving is retirement and the person was under 50. Check the reason and the date of birth.", "Kith", Format::kith,
      Missing::skip_if_any, {Field::reason_for_leaving, Field::end_date, Field::date_of_birth}},
     [](const StaffRow& row, const Checking&, std::string&) {
         return is(row.reason_for_leaving, "retired") && *row.end_date < row.date_of_birth->plus_years(50);
     }},
    {{"K-LEAVE-8", Effect::doubtful, Field::destination, "The reason for leaving says that the person died, and a destination is given. Check both.", "Kith", Format::kith,
      Missing::skip_if_any, {Field::reason_for_leaving, Field::destination}},
     [](const StaffRow& row, const Checking&, std::string&) {
         return is(row.reason_for_leaving, "deceased") && !row.destination->code.starts_with("not_");
     }},
});
}  // namespace

std::span<const RowRule> row_rules_of_leaving()
{
    return rules;
}

}  // namespace kith::intake
