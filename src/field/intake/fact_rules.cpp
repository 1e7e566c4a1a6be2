// Rules about one fact: a qualification, a registration, a skill, a language, a training, a supervision, a check, an absence. A value not taken is the fact.
#include "base/text.hpp"
#include "intake/rule.hpp"

#include <array>

namespace kith::intake {
namespace {
using workforce::FactKind;

bool is(const SaidFact& fact, FactKind kind) { return fact.kind && fact.kind->kind == kind; }

bool is_check(const SaidFact& fact, std::string_view code) { return is(fact, FactKind::check) && fact.code && fact.code->code == code; }

bool is_dated_check(const SaidFact& fact) { return is(fact, FactKind::check) && fact.on; }

bool is_said_absence(const SaidFact& fact) { return is(fact, FactKind::absence) && !fact.removes; }

bool needs_code(const SaidFact& fact) { return fact.kind && !fact.list.empty(); }

const auto rules = std::to_array<FactRule>({
    {{"K-FACT-1", Effect::row_not_taken, Field::fact_kind, "The kind is missing. Enter qualification, professional_status, skill, language, training, supervision, appraisal, check or absence.", "Kith"},
     [](const SaidFact& fact, const StaffRow&, const Checking&, std::string&) { return fact.kind.is_missing(); }},
    {{"K-FACT-2", Effect::row_not_taken, Field::fact_kind, "The kind is none of qualification, professional_status, skill, language, training, supervision, appraisal, check and absence.", "Kith"},
     [](const SaidFact& fact, const StaffRow&, const Checking&, std::string&) { return fact.kind.is_unreadable(); }},
    {{"K-FACT-3", Effect::value_not_taken, Field::fact_code, "The code is missing. Enter a code of the list of this kind.", "Kith"},
     [](const SaidFact& fact, const StaffRow&, const Checking&, std::string&) { return needs_code(fact) && fact.code.is_missing(); }},
    {{"K-FACT-4", Effect::value_not_taken, Field::fact_code, "This is not in the list of this kind ({}). The guide to the columns lists the codes.", "Kith's lists"},
     [](const SaidFact& fact, const StaffRow&, const Checking&, std::string& detail) {
         if (fact.code.is_unreadable()) detail = fact.list;
         return fact.code.is_unreadable();
     }},
    {{"K-FACT-5", Effect::doubtful, Field::fact_detail, "The detail is not in the list for this kind, and is left out.", "Kith's lists"},
     [](const SaidFact& fact, const StaffRow&, const Checking&, std::string&) { return fact.detail.is_unreadable(); }},
    {{"K-FACT-6", Effect::value_not_taken, Field::fact_on, "The day is not a day of the calendar. Enter it as 27/03/2019 or 2019-03-27.", "Kith"},
     [](const SaidFact& fact, const StaffRow&, const Checking&, std::string&) { return fact.on.is_unreadable(); }},
    {{"K-FACT-7", Effect::doubtful, Field::fact_until, "The day on which this runs out is not a day of the calendar, and is left out. Enter it as 27/03/2019.", "Kith"},
     [](const SaidFact& fact, const StaffRow&, const Checking&, std::string&) { return fact.until.is_unreadable() && !is(fact, FactKind::absence); }},
    {{"K-FACT-8", Effect::value_not_taken, Field::fact_on, "The day lies in the future. Enter what has been done, not what is planned.", "Kith"},
     [](const SaidFact& fact, const StaffRow&, const Checking& checking, std::string&) { return fact.on && *fact.on > checking.today(); }},
    {{"K-FACT-9", Effect::value_not_taken, Field::fact_until, "This runs out before it began. Check both days.", "Kith"},
     [](const SaidFact& fact, const StaffRow&, const Checking&, std::string&) { return fact.on && fact.until && *fact.until < *fact.on; }},
    {{"K-FACT-10", Effect::value_not_taken, Field::fact_number, "The number is longer than {} characters. Check that the columns have not shifted.", "Kith"},
     [](const SaidFact& fact, const StaffRow&, const Checking& checking, std::string& detail) {
         detail = std::to_string(checking.limits[RuleLimit::longest_reference]);
         return fact.number && length_in_characters(*fact.number) > static_cast<std::size_t>(checking.limits[RuleLimit::longest_reference]);
     }},
    {{"K-FACT-11", Effect::value_not_taken, Field::fact_words, "The words are longer than {} characters. Enter the provider only.", "Kith"},
     [](const SaidFact& fact, const StaffRow&, const Checking& checking, std::string& detail) {
         detail = std::to_string(checking.limits[RuleLimit::longest_words]);
         return fact.words && length_in_characters(*fact.words) > static_cast<std::size_t>(checking.limits[RuleLimit::longest_words]);
     }},
    {{"K-FACT-12", Effect::doubtful, Field::fact_words, "Words may stand with a training only, so that nothing private gets into a record of checks. They are left out.",
      "Data protection: no more is kept of a check than that it was done"},
     [](const SaidFact& fact, const StaffRow&, const Checking&, std::string&) { return fact.words && fact.kind && !is(fact, FactKind::training); }},
    {{"K-FACT-13", Effect::doubtful, Field::fact_on, "The day lies before the person turned {}. Check it against the date of birth.", "Adult social care workforce data set, error 1080"},
     [](const SaidFact& fact, const StaffRow& row, const Checking& checking, std::string& detail) {
         detail = std::to_string(checking.limits[RuleLimit::youngest_age]);
         return fact.on && row.date_of_birth && *fact.on < row.date_of_birth->plus_years(checking.limits.years(RuleLimit::youngest_age));
     }},
    {{"K-FACT-14", Effect::doubtful, Field::fact_code, "This code was not in use on that day. Check the code and the day.", "Dates of the code list"},
     [](const SaidFact& fact, const StaffRow&, const Checking&, std::string&) { return fact.code && fact.on && !fact.code->holds_on(*fact.on); }},
    {{"K-FACT-15", Effect::doubtful, Field::fact_on, "The day lies more than {} years back. Check the year.", "Adult social care workforce data set: a year at most 100 back"},
     [](const SaidFact& fact, const StaffRow&, const Checking& checking, std::string& detail) {
         detail = std::to_string(checking.limits[RuleLimit::longest_job]);
         return fact.on && fact.on->plus_years(checking.limits.years(RuleLimit::longest_job)) < checking.today();
     }},
    {{"K-CHECK-1", Effect::value_not_taken, Field::fact_on, "A check has no day. Enter the day on which it was done: without one it does not count.",
      "Keeping children safe in education, part three: the date on which each check was done"},
     [](const SaidFact& fact, const StaffRow&, const Checking&, std::string&) { return is(fact, FactKind::check) && !fact.removes && fact.on.is_missing(); }},
    {{"K-CHECK-2", Effect::doubtful, Field::fact_on, "The job began before this check was done. Record the risk assessment and the supervision that bridged the gap.",
      "Keeping children safe in education, part three; Safeguarding Vulnerable Groups Act 2006", Format::kith},
     [](const SaidFact& fact, const StaffRow& row, const Checking&, std::string&) {
         bool before_start = is_check(fact, "criminal_record") || is_check(fact, "barred_list") || is_check(fact, "identity") || is_check(fact, "right_to_work");
         return before_start && fact.on && row.start_date && *row.start_date < *fact.on;
     }},
    {{"K-CHECK-3", Effect::good_to_know, Field::fact_on, "This check was done more than {} years ago. A certificate does not run out; look at your own policy on rechecks.",
      "Local policy: the law sets no period for rechecks"},
     [](const SaidFact& fact, const StaffRow& row, const Checking& checking, std::string& detail) {
         detail = std::to_string(checking.limits[RuleLimit::check_years]);
         if (!(is_check(fact, "criminal_record") || is_check(fact, "barred_list")) || !fact.on) return false;
         const bool followed = std::ranges::any_of(checking.file.facts_of(row), [&](const SaidFact& other) {
             return is_dated_check(other) && is_check(other, fact.code->code) && *fact.on < *other.on;
         });
         return !followed && fact.on->plus_years(checking.limits.years(RuleLimit::check_years)) < checking.today();
     }},
    {{"K-CHECK-4", Effect::doubtful, Field::fact_number, "A criminal record check has no certificate number. Enter it: twelve digits.", "Disclosure and Barring Service: certificates carry a number of twelve digits"},
     [](const SaidFact& fact, const StaffRow&, const Checking& checking, std::string&) {
         bool asked = checking.file.places.has(Field::criminal_record_number) || checking.file.places.has(Field::fact_number);
         return asked && is_check(fact, "criminal_record") && is_dated_check(fact) && fact.number.is_missing();
     }},
    {{"K-CHECK-5", Effect::doubtful, Field::fact_number, "The certificate number is not twelve digits. Check it against the certificate.", "Disclosure and Barring Service: certificates carry a number of twelve digits"},
     [](const SaidFact& fact, const StaffRow&, const Checking&, std::string&) {
         constexpr std::size_t digits = 12;
         return is_check(fact, "criminal_record") && fact.number &&
                ((*fact.number).size() != digits || (*fact.number).find_first_not_of("0123456789") != std::string_view::npos);
     }},
    {{"K-STATUS-3", Effect::doubtful, Field::fact_until, "The registration has run out and the job runs on. Enter the day to which it was renewed.", "Professional registration: practising needs one in force", Format::kith},
     [](const SaidFact& fact, const StaffRow& row, const Checking& checking, std::string&) {
         return is(fact, FactKind::professional_status) && fact.until && *fact.until < checking.today() && row.start_date && !row.end_date;
     }},
    {{"K-STATUS-4", Effect::good_to_know, Field::fact_until, "The registration runs out within {} days.", "Kith"},
     [](const SaidFact& fact, const StaffRow&, const Checking& checking, std::string& detail) {
         detail = std::to_string(checking.limits[RuleLimit::registration_days]);
         return is(fact, FactKind::professional_status) && fact.until && checking.today() <= *fact.until &&
                *fact.until <= checking.today().plus_days(checking.limits.days(RuleLimit::registration_days));
     }},
    {{"K-SUPER-1", Effect::good_to_know, Field::fact_on, "The last supervision was more than {} days ago.", "Local policy; Working together to safeguard children: supervision for those who work with children", Format::kith},
     [](const SaidFact& fact, const StaffRow& row, const Checking& checking, std::string& detail) {
         detail = std::to_string(checking.limits[RuleLimit::supervision_days]);
         return is(fact, FactKind::supervision) && fact.on && row.start_date && !row.end_date && fact.on->plus_days(checking.limits.days(RuleLimit::supervision_days)) < checking.today();
     }},
    {{"K-SUPER-2", Effect::good_to_know, Field::fact_on, "The last appraisal was more than {} days ago.", "Local policy", Format::kith},
     [](const SaidFact& fact, const StaffRow& row, const Checking& checking, std::string& detail) {
         detail = std::to_string(checking.limits[RuleLimit::appraisal_days]);
         return is(fact, FactKind::appraisal) && fact.on && row.start_date && !row.end_date && fact.on->plus_days(checking.limits.days(RuleLimit::appraisal_days)) < checking.today();
     }},
    {{"K-SUPER-3", Effect::doubtful, Field::fact_on, "A supervision or appraisal has no day. Enter the day on which it was held.", "Kith"},
     [](const SaidFact& fact, const StaffRow&, const Checking&, std::string&) {
         return (is(fact, FactKind::supervision) || is(fact, FactKind::appraisal)) && fact.on.is_missing();
     }},
    {{"K-ABSENCE-1", Effect::value_not_taken, Field::fact_on, "An absence needs the first and the last day of the period that it tells of. Enter both as 27/03/2019.", "Kith"},
     [](const SaidFact& fact, const StaffRow&, const Checking&, std::string&) { return is_said_absence(fact) && (!fact.on || !fact.until); }},
    {{"K-ABSENCE-2", Effect::value_not_taken, Field::fact_detail, "The working days lost are missing. Enter them, 0 where none were lost.",
      "Department for Education, children's social work workforce census: WorkingDaysLost"},
     [](const SaidFact& fact, const StaffRow&, const Checking&, std::string&) { return is_said_absence(fact) && fact.days_lost.is_missing(); }},
    {{"K-ABSENCE-3", Effect::value_not_taken, Field::fact_detail, "The working days lost must be a number with at most two decimals, such as 12 or 12.5.",
      "Department for Education, children's social work workforce census: WorkingDaysLost"},
     [](const SaidFact& fact, const StaffRow&, const Checking&, std::string&) { return is_said_absence(fact) && fact.days_lost.is_unreadable(); }},
    {{"K-ABSENCE-4", Effect::value_not_taken, Field::fact_detail, "More working days were lost than the period has days. Check the number and both days.", "Kith"},
     [](const SaidFact& fact, const StaffRow&, const Checking&, std::string&) {
         return is_said_absence(fact) && fact.on && fact.until && fact.days_lost && fact.days_lost->hundredths() > 100 * std::int64_t{fact.until->days_since_epoch() - fact.on->days_since_epoch() + 1};
     }},
    {{"K-ABSENCE-5", Effect::value_not_taken, Field::fact_until, "The period ends in the future. Enter the days lost up to a day that has passed.", "Kith"},
     [](const SaidFact& fact, const StaffRow&, const Checking& checking, std::string&) { return is_said_absence(fact) && fact.until && *fact.until > checking.today(); }},
});
}  // namespace

std::span<const FactRule> rules_of_facts()
{
    return rules;
}

}  // namespace kith::intake
