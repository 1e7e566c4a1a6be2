// Rules about where: the organisation, setting, workplace and locality of a row; and about the row's shape.
#include "base/text.hpp"
#include "intake/rule.hpp"

#include <array>

namespace kith::intake {
namespace {
bool is_for_another_organisation(const StaffRow& row, const Surroundings& surroundings)
{
    return row.organisation && surroundings.handed_in_for() && (*row.organisation)->id != *surroundings.handed_in_for();
}

bool setting_is_elsewhere(const StaffRow& row, const Checking& checking)
{
    return row.setting.is_unreadable() && row.organisation &&
           checking.surroundings.setting_elsewhere(row.organisation->id, checking.cell(row, Field::setting)) != nullptr;
}

const auto organisation_rules = std::to_array<RowRule>({
    {{"K-ORG-1", Effect::row_not_taken, Field::organisation, "The organisation is missing. Enter its code, or choose the organisation when you hand the file in.", "Kith"},
     [](const StaffRow& row, const Checking&, std::string&) { return row.organisation.is_missing(); }},
    {{"K-ORG-2", Effect::row_not_taken, Field::organisation, "There is no organisation with this code{}", "The partnership's register of organisations"},
     [](const StaffRow& row, const Checking&, std::string&) { return row.organisation.is_unreadable(); },
     [](const StaffRow& row, const Checking& checking, Suggestions& suggestions) {
         // Names of other organisations are no secret, but a return for one organisation needs no list of the rest.
         return checking.surroundings.handed_in_for() ? std::string{"."} : suggestions.for_organisation(checking.cell(row, Field::organisation));
     }},
    {{"K-ORG-3", Effect::row_not_taken, Field::organisation, "This row names another organisation than the one the file is handed in for. Hand it in for that organisation.",
      "Kith: each organisation owns its own records"},
     [](const StaffRow& row, const Checking& checking, std::string&) { return is_for_another_organisation(row, checking.surroundings); }},
    {{"K-ORG-4", Effect::doubtful, Field::organisation, "The organisation is closed and the job runs on. Enter the end date.", "The partnership's register of organisations"},
     [](const StaffRow& row, const Checking& checking, std::string&) {
         if (!row.organisation || row.end_date) return false;
         const auto& closed = (*row.organisation)->closed_on;
         return closed && *closed < checking.today();
     }},
});

const auto place_rules = std::to_array<RowRule>({
    {{"K-SETTING-1", Effect::value_not_taken, Field::setting, "The organisation has no setting with this code{}", "The partnership's register of settings", Format::kith},
     [](const StaffRow& row, const Checking& checking, std::string&) { return row.setting.is_unreadable() && row.organisation && !setting_is_elsewhere(row, checking); },
     [](const StaffRow& row, const Checking& checking, Suggestions& suggestions) {
         return suggestions.for_setting(row.organisation->id, checking.cell(row, Field::setting));
     }},
    {{"K-SETTING-2", Effect::value_not_taken, Field::setting, "This code is a setting of another organisation. Enter a setting of your own, or ask for it to be added.",
      "The partnership's register of settings"},
     [](const StaffRow& row, const Checking& checking, std::string&) { return setting_is_elsewhere(row, checking); }},
    {{"K-SETTING-3", Effect::doubtful, Field::setting, "The setting was not open on the day from which these terms hold. Check the setting and the date.",
      "The partnership's register of settings"},
     [](const StaffRow& row, const Checking&, std::string&) {
         if (!row.setting || !row.terms_day()) return false;
         const auto& setting = **row.setting;
         auto day = *row.terms_day();
         return (setting.opened_on && day < *setting.opened_on) || (setting.closed_on && *setting.closed_on < day);
     }},
    {{"K-SETTING-4", Effect::doubtful, Field::workplace,
      "This workplace is neither in the register nor in a workplace file handed in beside this one. The person is taken without a setting: hand in the workplace file first.",
      "Adult social care workforce data set, error 996", Format::adult_social_care},
     [](const StaffRow& row, const Checking& checking, std::string&) {
         if (!row.organisation || row.setting) return false;
         return !row.workplace || !checking.workplaces_beside.contains(lower_ascii(*row.workplace));
     }},
    {{"K-LOCALITY-1", Effect::value_not_taken, Field::locality, "There is no locality with this code or name{}", "The partnership's register of localities"},
     [](const StaffRow& row, const Checking&, std::string&) { return row.locality.is_unreadable(); },
     [](const StaffRow& row, const Checking& checking, Suggestions& suggestions) { return suggestions.for_locality(checking.cell(row, Field::locality)); }},
    {{"K-LOCALITY-2", Effect::doubtful, Field::locality, "The locality is not the one in which the setting stands. Both are kept; check that both are meant.",
      "The partnership's register of settings"},
     [](const StaffRow& row, const Checking&, std::string&) {
         return row.locality && row.setting && (*row.setting)->locality && *(*row.setting)->locality != (*row.locality)->id;
     }},
    {{"K-SETTING-5", Effect::doubtful, Field::setting, "The setting has closed and the job runs on. Enter the end date, or the setting where the person works now.",
      "The partnership's register of settings", Format::any, Missing::skip_if_any, {Field::setting}},
     [](const StaffRow& row, const Checking& checking, std::string&) {
         return !row.end_date && row.setting->closed_on && *row.setting->closed_on < checking.today() && row.terms_day() && *row.terms_day() <= *row.setting->closed_on;
     }},
    {{"K-SECOND-1", Effect::doubtful, Field::seconded_to, "The person is lent to the organisation that hands this row in. Leave seconded_to empty, or enter seconded_from.",
      "Kith", Format::kith, Missing::skip_if_any, {Field::seconded_to, Field::organisation}},
     [](const StaffRow& row, const Checking&, std::string&) { return lower_ascii(*row.seconded_to) == lower_ascii(row.organisation->code); }},
    {{"K-SECOND-2", Effect::doubtful, Field::seconded_from, "The person is lent by the organisation that hands this row in. Leave seconded_from empty, or enter seconded_to.",
      "Kith", Format::kith, Missing::skip_if_any, {Field::seconded_from, Field::organisation}},
     [](const StaffRow& row, const Checking&, std::string&) { return lower_ascii(*row.seconded_from) == lower_ascii(row.organisation->code); }},
    {{"K-SECOND-3", Effect::value_not_taken, Field::seconded_from, "Where a person was lent from is longer than 100 characters. Enter a code or a short name.", "Kith", Format::kith,
      Missing::skip_if_any, {Field::seconded_from}},
     [](const StaffRow& row, const Checking& checking, std::string&) { return length_in_characters(*row.seconded_from) > static_cast<std::size_t>(checking.limits[RuleLimit::longest_name]); }},
    {{"K-SECOND-4", Effect::value_not_taken, Field::seconded_to, "Where a person was lent to is longer than 100 characters. Enter a code or a short name.", "Kith", Format::kith,
      Missing::skip_if_any, {Field::seconded_to}},
     [](const StaffRow& row, const Checking& checking, std::string&) { return length_in_characters(*row.seconded_to) > static_cast<std::size_t>(checking.limits[RuleLimit::longest_name]); }},
});
}  // namespace

std::span<const RowRule> row_rules_of_the_organisation()
{
    return organisation_rules;
}

std::span<const RowRule> row_rules_of_the_place()
{
    return place_rules;
}

}  // namespace kith::intake
