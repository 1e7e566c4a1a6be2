// Rules about the person of a row, and about the row itself.
#include "base/text.hpp"
#include "intake/rule.hpp"

#include <array>

namespace kith::intake {
namespace {
constexpr std::size_t longest_reference = 50;

const auto rules = std::to_array<RowRule>({
    {{"K-REF-1", Effect::row_not_taken, Field::staff_reference,
      "The staff reference is missing. Enter the reference that your organisation gives this person, the same each time.", "Kith: identity is organisation and reference"},
     [](const StaffRow& row, Checking&, std::string&) { return row.staff_reference.is_missing(); }},
    {{"K-REF-2", Effect::row_not_taken, Field::staff_reference, "The staff reference is longer than 50 characters. Use a shorter one.",
      "Adult social care workforce data set: ids under 50 characters"},
     [](const StaffRow& row, Checking&, std::string&) { return row.staff_reference && length_in_characters(*row.staff_reference) > longest_reference; }},
    {{"K-NAME-1", Effect::doubtful, Field::family_name, "The family name is missing. Enter it so that colleagues can find the record.",
      "Kith", Format::kith},
     [](const StaffRow& row, Checking&, std::string&) { return row.family_name.is_missing(); }},
    {{"K-NAME-2", Effect::doubtful, Field::given_name, "The given name is missing. Enter it so that colleagues can find the record.",
      "Kith", Format::kith},
     [](const StaffRow& row, Checking&, std::string&) { return row.given_name.is_missing(); }},
    {{"K-NAME-3", Effect::value_not_taken, Field::family_name, "The family name is longer than 100 characters. Check that the columns have not shifted.", "Kith"},
     [](const StaffRow& row, Checking&, std::string&) { return row.family_name && length_in_characters(row.family_name->reveal()) > 100; }},
    {{"K-NAME-4", Effect::value_not_taken, Field::given_name, "The given name is longer than 100 characters. Check that the columns have not shifted.", "Kith"},
     [](const StaffRow& row, Checking&, std::string&) { return row.given_name && length_in_characters(row.given_name->reveal()) > 100; }},
    {{"K-DOB-1", Effect::doubtful, Field::date_of_birth, "The date of birth is missing. Without it, ages and retirements cannot be worked out for this person.",
      "Adult social care workforce data set, warning 3080"},
     [](const StaffRow& row, Checking&, std::string&) { return row.date_of_birth.is_missing(); }},
    {{"K-DOB-2", Effect::value_not_taken, Field::date_of_birth, "The date of birth is not a day of the calendar. Enter it as 27/03/1984 or 1984-03-27.", "Kith"},
     [](const StaffRow& row, Checking&, std::string&) { return row.date_of_birth.is_unreadable(); }},
    {{"K-DOB-3", Effect::value_not_taken, Field::date_of_birth, "The date of birth makes this person younger than 14 or older than 100. Check the year.",
      "Adult social care workforce data set: age 14 to 100"},
     [](const StaffRow& row, Checking& checking, std::string&) {
         if (!row.date_of_birth) return false;
         auto today = checking.surroundings.today();
         if (*row.date_of_birth > today) return true;
         auto age = whole_years(*row.date_of_birth, today);
         return age < 14 || age > 100;
     }},
    {{"K-NI-1", Effect::value_not_taken, Field::national_insurance_number,
      "The National Insurance number is not in the form two letters, six digits and a letter from A to D, or starts with letters that are never given out. Check it against the payslip.",
      "HMRC National Insurance Manual NIM39110"},
     [](const StaffRow& row, Checking&, std::string&) { return row.national_insurance_number.is_unreadable(); }},
});
}  // namespace

std::span<const RowRule> row_rules_of_the_person()
{
    return rules;
}

}  // namespace kith::intake
