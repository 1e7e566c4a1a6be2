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

bool setting_is_elsewhere(const StaffRow& row, const Surroundings& surroundings)
{
    return row.setting.is_unreadable() && row.organisation && surroundings.setting_elsewhere((*row.organisation)->id, row.setting.text) != nullptr;
}

const auto rules = std::to_array<RowRule>({
    {{"K-ORG-1", Effect::row_not_taken, Field::organisation, "The organisation is missing. Enter its code, or choose the organisation when you hand the file in.", "Kith"},
     [](const StaffRow& row, Checking&, std::string&) { return row.organisation.is_missing(); }},
    {{"K-ORG-2", Effect::row_not_taken, Field::organisation, "There is no organisation with this code{}", "The partnership's register of organisations"},
     [](const StaffRow& row, Checking& checking, std::string& detail) {
         bool unknown = row.organisation.is_unreadable();
         // Names of other organisations are no secret, but a return for one organisation needs no list of the rest.
         if (unknown) detail = checking.surroundings.handed_in_for() ? "." : checking.suggestions.for_organisation(row.organisation.text);
         return unknown;
     }},
    {{"K-ORG-3", Effect::row_not_taken, Field::organisation, "This row names another organisation than the one the file is handed in for. Hand it in for that organisation.",
      "Kith: each organisation owns its own records"},
     [](const StaffRow& row, Checking& checking, std::string&) { return is_for_another_organisation(row, checking.surroundings); }},
    {{"K-ORG-4", Effect::doubtful, Field::organisation, "The organisation is closed and the job runs on. Enter the end date.", "The partnership's register of organisations"},
     [](const StaffRow& row, Checking& checking, std::string&) {
         if (!row.organisation || row.end_date) return false;
         const auto& closed = (*row.organisation)->closed_on;
         return closed && *closed < checking.surroundings.today();
     }},
    {{"K-SETTING-1", Effect::value_not_taken, Field::setting, "The organisation has no setting with this code{}", "The partnership's register of settings", Format::kith},
     [](const StaffRow& row, Checking& checking, std::string& detail) {
         bool unknown = row.setting.is_unreadable() && row.organisation && !setting_is_elsewhere(row, checking.surroundings);
         if (unknown) detail = checking.suggestions.for_setting((*row.organisation)->id, row.setting.text);
         return unknown;
     }},
    {{"K-SETTING-2", Effect::value_not_taken, Field::setting, "This code is a setting of another organisation. Enter a setting of your own, or ask for it to be added.",
      "The partnership's register of settings"},
     [](const StaffRow& row, Checking& checking, std::string&) { return setting_is_elsewhere(row, checking.surroundings); }},
    {{"K-SETTING-3", Effect::doubtful, Field::setting, "The setting was not open on the day from which these terms hold. Check the setting and the date.",
      "The partnership's register of settings"},
     [](const StaffRow& row, Checking&, std::string&) {
         if (!row.setting || !row.terms_day()) return false;
         const auto& setting = **row.setting;
         auto day = *row.terms_day();
         return (setting.opened_on && day < *setting.opened_on) || (setting.closed_on && *setting.closed_on < day);
     }},
    {{"K-SETTING-4", Effect::doubtful, Field::workplace,
      "This workplace is neither in the register nor in a workplace file handed in beside this one. The person is taken without a setting: hand in the workplace file first.",
      "Adult social care workforce data set, error 996", Format::adult_social_care},
     [](const StaffRow& row, Checking& checking, std::string&) {
         if (!row.organisation || row.setting) return false;
         return !row.workplace || !checking.workplaces_beside.contains(lower_ascii(*row.workplace));
     }},
    {{"K-LOCALITY-1", Effect::value_not_taken, Field::locality, "There is no locality with this code or name{}", "The partnership's register of localities"},
     [](const StaffRow& row, Checking& checking, std::string& detail) {
         if (row.locality.is_unreadable()) detail = checking.suggestions.for_locality(row.locality.text);
         return row.locality.is_unreadable();
     }},
    {{"K-LOCALITY-2", Effect::doubtful, Field::locality, "The locality is not the one in which the setting stands. Both are kept; check that both are meant.",
      "The partnership's register of settings"},
     [](const StaffRow& row, Checking&, std::string&) {
         return row.locality && row.setting && (*row.setting)->locality && *(*row.setting)->locality != (*row.locality)->id;
     }},
});
}  // namespace

std::span<const RowRule> row_rules_of_the_place()
{
    return rules;
}

}  // namespace kith::intake
