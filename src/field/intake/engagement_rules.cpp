// Rules about the engagement of a row: when it starts and ends, and from when the row's terms hold.
#include "base/text.hpp"
#include "intake/rule.hpp"

#include <array>

namespace kith::intake {
namespace {
bool started_before_birthday(const StaffRow& row, int age)
{
    return row.start_date && row.date_of_birth && *row.start_date < row.date_of_birth->plus_years(age);
}

const auto rules = std::to_array<RowRule>({
    {{"K-START-1", Effect::row_not_taken, Field::start_date, "The start date is missing. Enter the first day of the job.", "Kith", Format::kith},
     [](const StaffRow& row, const Checking&, std::string&) { return row.start_date.is_missing(); }},
    {{"K-START-2", Effect::row_not_taken, Field::start_date, "The start date is not a day of the calendar. Enter it as 27/03/2019 or 2019-03-27.", "Kith"},
     [](const StaffRow& row, const Checking&, std::string&) { return row.start_date.is_unreadable(); }},
    {{"K-START-3", Effect::doubtful, Field::start_date,
      "The start date is missing. The staff record is taken; the job is not, since Kith cannot say from when to count it. Enter STARTDATE.",
      "Adult social care workforce data set, warning 2000", Format::adult_social_care},
     [](const StaffRow& row, const Checking&, std::string&) { return row.start_date.is_missing(); }},
    {{"K-START-4", Effect::row_not_taken, Field::start_date, "The start date lies before the person turned {}. Check both dates.",
      "Adult social care workforce data set; Children and Young Persons Act 1933 s18"},
     [](const StaffRow& row, const Checking& checking, std::string& detail) {
         detail = std::to_string(checking.limits[RuleLimit::youngest_age]);
         return started_before_birthday(row, checking.limits.years(RuleLimit::youngest_age));
     }},
    {{"K-START-5", Effect::doubtful, Field::start_date, "The start date lies before the person turned {}. Check both dates.",
      "Children and Young Persons Act 1933 s18: employment of children is restricted"},
     [](const StaffRow& row, const Checking& checking, std::string& detail) {
         detail = std::to_string(checking.limits[RuleLimit::working_age]);
         return started_before_birthday(row, checking.limits.years(RuleLimit::working_age)) &&
                !started_before_birthday(row, checking.limits.years(RuleLimit::youngest_age));
     }},
    {{"K-START-6", Effect::doubtful, Field::start_date, "The start date lies in the future. The job is counted from that day on.", "Kith"},
     [](const StaffRow& row, const Checking& checking, std::string&) { return row.start_date && *row.start_date > checking.today(); }},
    {{"K-START-7", Effect::doubtful, Field::start_date, "The start date lies more than {} years back. Check the year.", "Kith"},
     [](const StaffRow& row, const Checking& checking, std::string& detail) {
         detail = std::to_string(checking.limits[RuleLimit::longest_job]);
         return row.start_date && row.start_date->plus_years(checking.limits.years(RuleLimit::longest_job)) < checking.today();
     }},
    {{"K-END-1", Effect::value_not_taken, Field::end_date, "The end date is not a day of the calendar. Enter it as 27/03/2019 or 2019-03-27, or leave it empty while the job runs on.", "Kith"},
     [](const StaffRow& row, const Checking&, std::string&) { return row.end_date.is_unreadable(); }},
    {{"K-END-2", Effect::row_not_taken, Field::end_date, "The end date lies before the start date. Check both.", "Kith"},
     [](const StaffRow& row, const Checking&, std::string&) { return row.end_date && row.start_date && *row.end_date < *row.start_date; }},
    {{"K-END-3", Effect::doubtful, Field::end_date, "The end date lies more than {} years ahead. Check the year, or leave it empty while the job runs on.", "Kith"},
     [](const StaffRow& row, const Checking& checking, std::string& detail) {
         detail = std::to_string(checking.limits[RuleLimit::longest_ahead]);
         return row.end_date && *row.end_date > checking.today().plus_years(checking.limits.years(RuleLimit::longest_ahead));
     }},
    {{"K-TERMS-1", Effect::row_not_taken, Field::terms_from, "The day from which these terms hold is not a day of the calendar. Enter it as 27/03/2019 or leave it empty.", "Kith"},
     [](const StaffRow& row, const Checking&, std::string&) { return row.terms_from.is_unreadable(); }},
    {{"K-TERMS-2", Effect::row_not_taken, Field::terms_from, "The day from which these terms hold lies before the job starts or after it ends. Check the dates of this row.", "Kith"},
     [](const StaffRow& row, const Checking&, std::string&) {
         if (!row.terms_from || !row.start_date) return false;
         bool ended = row.end_date && (!row.start_date || *row.start_date <= *row.end_date);
         return *row.terms_from < *row.start_date || (ended && *row.end_date < *row.terms_from);
     }},
    {{"K-TERMS-4", Effect::doubtful, Field::terms_from, "The day from which these terms hold lies in the future. They are kept, and hold from that day on.", "Kith", Format::kith,
      Missing::skip_if_any, {Field::terms_from}},
     [](const StaffRow& row, const Checking& checking, std::string&) { return *row.terms_from > checking.today(); }},
    {{"K-END-4", Effect::doubtful, Field::end_date, "The job starts and ends on the same day. Check both dates.", "Kith", Format::kith, Missing::skip_if_any,
      {Field::start_date, Field::end_date}},
     [](const StaffRow& row, const Checking&, std::string&) { return *row.start_date == *row.end_date; }},
    {{"K-ENG-1", Effect::row_not_taken, Field::engagement_reference, "The engagement reference is longer than {} characters. Use a shorter one.", "Kith"},
     [](const StaffRow& row, const Checking& checking, std::string& detail) {
         detail = std::to_string(checking.limits[RuleLimit::longest_reference]);
         return row.engagement_reference && length_in_characters(*row.engagement_reference) > static_cast<std::size_t>(checking.limits[RuleLimit::longest_reference]);
     }},
    {{"K-STATUS-1", Effect::row_not_taken, Field::status,
      "STATUS is DELETE, so the row is passed over. Kith never ends a record for a status: enter the end date in Kith, or in a Kith staff return.",
      "Kith: a file never removes people by itself", Format::adult_social_care},
     [](const StaffRow& row, const Checking&, std::string&) { return row.status && lower_ascii(*row.status) == "delete"; }},
    {{"K-STATUS-2", Effect::doubtful, Field::status, "STATUS is none of NEW, UPDATE, UNCHECKED, NOCHANGE and DELETE. The row is read as UPDATE.",
      "Adult social care workforce data set, error 1040", Format::adult_social_care},
     [](const StaffRow& row, const Checking&, std::string&) {
         if (!row.status) return row.status.is_missing();
         auto status = lower_ascii(*row.status);
         return status != "new" && status != "update" && status != "unchecked" && status != "nochange" && status != "delete";
     }},
});
}  // namespace

std::span<const RowRule> row_rules_of_the_engagement()
{
    return rules;
}

}  // namespace kith::intake
