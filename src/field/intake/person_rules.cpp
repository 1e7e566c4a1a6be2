// Rules about the person of a row, and about the row itself.
#include "base/text.hpp"
#include "intake/rule.hpp"

#include <algorithm>
#include <array>

namespace kith::intake {
namespace {
bool is_longer_than(std::string_view text, std::int64_t most) { return length_in_characters(text) > static_cast<std::size_t>(most); }

bool has_digit(std::string_view text) { return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; }); }

bool is_stand_in(std::string_view name)
{
    constexpr std::array<std::string_view, 9> stand_ins{"test", "unknown", "n/a", "na", "none", "tbc", "vacancy", "vacant", "surname"};
    return name.size() <= 8 && std::ranges::find(stand_ins, lower_ascii(name)) != stand_ins.end();
}

const auto reference_rules = std::to_array<RowRule>({
    {{"K-REF-1", Effect::row_not_taken, Field::staff_reference,
      "The staff reference is missing. Enter the reference that your organisation gives this person, the same each time.", "Kith: identity is organisation and reference"},
     [](const StaffRow& row, const Checking&, std::string&) { return row.staff_reference.is_missing(); }},
    {{"K-REF-2", Effect::row_not_taken, Field::staff_reference, "The staff reference is longer than {} characters. Use a shorter one.",
      "Adult social care workforce data set: ids under 50 characters"},
     [](const StaffRow& row, const Checking& checking, std::string& detail) {
         const auto most = checking.limits[RuleLimit::longest_reference] + (row.workplace ? checking.limits[RuleLimit::longest_reference] + 1 : 0);
         detail = std::to_string(most);
         return row.staff_reference && is_longer_than(*row.staff_reference, most);
     }},
    {{"K-REF-8", Effect::row_not_taken, Field::staff_reference, "The staff reference has the form of a National Insurance number. Use a payroll number or another reference of your own, never this one.",
      "Data protection: a National Insurance number is kept sealed, a reference is shown"},
     [](const StaffRow& row, const Checking&, std::string&) {
         return row.staff_reference && NationalInsuranceNumber::parse(*row.staff_reference).has_value();
     }},
    {{"K-REF-9", Effect::doubtful, Field::staff_reference, "The staff reference is an electronic mail address. Use a reference that does not change and names nobody.",
      "Data protection: a reference is shown to people who may not see the name"},
     [](const StaffRow& row, const Checking&, std::string&) { return row.staff_reference && (*row.staff_reference).find('@') != std::string_view::npos; }},
});

const auto person_rules = std::to_array<RowRule>({
    {{"K-NAME-1", Effect::doubtful, Field::family_name, "The family name is missing. Enter it so that colleagues can find the record.",
      "Kith", Format::kith},
     [](const StaffRow& row, const Checking&, std::string&) { return row.family_name.is_missing(); }},
    {{"K-NAME-2", Effect::doubtful, Field::given_name, "The given name is missing. Enter it so that colleagues can find the record.",
      "Kith", Format::kith},
     [](const StaffRow& row, const Checking&, std::string&) { return row.given_name.is_missing(); }},
    {{"K-NAME-3", Effect::value_not_taken, Field::family_name, "The family name is longer than {} characters. Check that the columns have not shifted.", "Kith"},
     [](const StaffRow& row, const Checking& checking, std::string& detail) {
         detail = std::to_string(checking.limits[RuleLimit::longest_name]);
         return row.family_name && is_longer_than(row.family_name.reveal(), checking.limits[RuleLimit::longest_name]);
     }},
    {{"K-NAME-4", Effect::value_not_taken, Field::given_name, "The given name is longer than {} characters. Check that the columns have not shifted.", "Kith"},
     [](const StaffRow& row, const Checking& checking, std::string& detail) {
         detail = std::to_string(checking.limits[RuleLimit::longest_name]);
         return row.given_name && is_longer_than(row.given_name.reveal(), checking.limits[RuleLimit::longest_name]);
     }},
    {{"K-NAME-5", Effect::doubtful, Field::family_name, "A digit stands in the family name. Check that the columns have not shifted.", "Kith", Format::any,
      Missing::skip_if_any, {Field::family_name}},
     [](const StaffRow& row, const Checking&, std::string&) { return has_digit(row.family_name.reveal()); }},
    {{"K-NAME-6", Effect::doubtful, Field::given_name, "A digit stands in the given name. Check that the columns have not shifted.", "Kith", Format::any,
      Missing::skip_if_any, {Field::given_name}},
     [](const StaffRow& row, const Checking&, std::string&) { return has_digit(row.given_name.reveal()); }},
    {{"K-NAME-7", Effect::doubtful, Field::family_name, "The family name looks like a stand-in (test, unknown, n/a). Enter the person's name, or leave the row out.", "Kith", Format::any,
      Missing::skip_if_any, {Field::family_name}},
     [](const StaffRow& row, const Checking&, std::string&) { return is_stand_in(row.family_name.reveal()); }},
    {{"K-DOB-1", Effect::doubtful, Field::date_of_birth, "The date of birth is missing. Without it, ages and retirements cannot be worked out for this person.",
      "Adult social care workforce data set, warning 3080"},
     [](const StaffRow& row, const Checking&, std::string&) { return row.date_of_birth.is_missing(); }},
    {{"K-DOB-2", Effect::value_not_taken, Field::date_of_birth, "The date of birth is not a day of the calendar. Enter it as 27/03/1984 or 1984-03-27.", "Kith"},
     [](const StaffRow& row, const Checking&, std::string&) { return row.date_of_birth.is_unreadable(); }},
    {{"K-DOB-3", Effect::value_not_taken, Field::date_of_birth, "The date of birth makes this person {}. Check the year.",
      "Adult social care workforce data set: age 14 to 100"},
     [](const StaffRow& row, const Checking& checking, std::string& detail) {
         if (!row.date_of_birth) return false;
         const auto youngest = checking.limits[RuleLimit::youngest_age];
         const auto oldest = checking.limits[RuleLimit::oldest_age];
         detail = "younger than " + std::to_string(youngest) + " or older than " + std::to_string(oldest);
         if (*row.date_of_birth > checking.today()) return true;
         const auto age = whole_years(*row.date_of_birth, checking.today());
         return age < youngest || age > oldest;
     }},
    {{"K-DOB-4", Effect::doubtful, Field::date_of_birth, "The date of birth is 1 January 1900, 1970 or 2000, which systems fill in where none is known. Check it, or leave it empty.",
      "Kith", Format::any, Missing::skip_if_any, {Field::date_of_birth}},
     [](const StaffRow& row, const Checking&, std::string&) {
         const auto& born = *row.date_of_birth;
         if (born.month() != 1 || born.day() != 1) return false;
         return born.year() == 1900 || born.year() == 1970 || born.year() == 2000;
     }},
    {{"K-NI-1", Effect::value_not_taken, Field::national_insurance_number,
      "The National Insurance number is not in the form two letters, six digits and a letter from A to D, or starts with letters that are never given out. Check it against the payslip.",
      "HMRC National Insurance Manual NIM39110"},
     [](const StaffRow& row, const Checking&, std::string&) { return row.national_insurance_number.is_unreadable(); }},
    {{"K-NI-6", Effect::doubtful, Field::national_insurance_number, "The National Insurance number is a made-up one that systems use as an example. Enter the person's own, or leave it empty.",
      "HMRC National Insurance Manual NIM39110", Format::any, Missing::skip_if_any, {Field::national_insurance_number}},
     [](const StaffRow& row, const Checking&, std::string&) {
         const auto digits = row.national_insurance_number->without_suffix().substr(2);
         return digits == "123456" || digits == "000000" || digits == "111111" || digits == "999999";
     }},
    {{"K-SEX-1", Effect::value_not_taken, Field::sex, "The sex is not in the list{}", "Kith's list of sexes", Format::kith},
     [](const StaffRow& row, const Checking&, std::string&) { return row.sex.is_unreadable(); },
     [](const StaffRow& row, const Checking& checking, Suggestions& suggestions) { return suggestions.for_code("sex", checking.cell(row, Field::sex)); }},
    {{"K-SEX-2", Effect::value_not_taken, Field::sex, "GENDER must be 1, 2, 3 or 4.", "Adult social care workforce data set, error 1090", Format::adult_social_care},
     [](const StaffRow& row, const Checking&, std::string&) { return row.sex.is_unreadable(); }},
    {{"K-ETH-1", Effect::value_not_taken, Field::ethnicity, "The ethnic group is not in the list{}", "Kith's list of ethnic groups", Format::kith},
     [](const StaffRow& row, const Checking&, std::string&) { return row.ethnicity.is_unreadable(); },
     [](const StaffRow& row, const Checking& checking, Suggestions& suggestions) { return suggestions.for_code("ethnicities", checking.cell(row, Field::ethnicity)); }},
    {{"K-ETH-2", Effect::value_not_taken, Field::ethnicity, "ETHNICITY must be a code from 31 to 47, 98 or 99.", "Adult social care workforce data set, error 1100", Format::adult_social_care},
     [](const StaffRow& row, const Checking&, std::string&) { return row.ethnicity.is_unreadable(); }},
    {{"K-DIS-1", Effect::value_not_taken, Field::disability, "The answer about disability is not in the list{}", "Kith's list", Format::kith},
     [](const StaffRow& row, const Checking&, std::string&) { return row.disability.is_unreadable(); },
     [](const StaffRow& row, const Checking& checking, Suggestions& suggestions) { return suggestions.for_code("disability", checking.cell(row, Field::disability)); }},
    {{"K-DIS-2", Effect::value_not_taken, Field::disability, "DISABLED must be 0, 1, 2 or 3.", "Adult social care workforce data set, error 1150", Format::adult_social_care},
     [](const StaffRow& row, const Checking&, std::string&) { return row.disability.is_unreadable(); }},
});
}  // namespace

std::span<const RowRule> row_rules_of_references()
{
    return reference_rules;
}

std::span<const RowRule> row_rules_of_the_person()
{
    return person_rules;
}

}  // namespace kith::intake
