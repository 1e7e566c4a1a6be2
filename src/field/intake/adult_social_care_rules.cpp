// Rules about columns of the adult social care worker and training files that Kith checks though it holds few of them: what that data set's own
// validator says of them is said here too, so that a workplace mends its file once.
#include "base/postcode.hpp"
#include "base/text.hpp"
#include "intake/row_reader.hpp"
#include "intake/rule.hpp"

#include <array>
#include <charconv>

namespace kith::intake {
namespace {
constexpr auto asc = Format::adult_social_care;

bool lacks(const StaffRow& row, const Checking& checking, Field field) { return checking.file.places.has(field) && checking.cell(row, field).empty(); }

std::optional<int> number_in(std::string_view text)
{
    int number = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && number >= 0 ? std::optional{number} : std::nullopt;
}

bool is_from_to(std::string_view text, int from, int to)
{
    auto number = number_in(text);
    return number && from <= *number && *number <= to;
}

/// The cell holds something, and it is none of 1, 2 and 999.
template <Field field>
bool is_no_answer(const StaffRow& row, const Checking& checking, std::string&)
{
    auto text = checking.cell(row, field);
    return !text.empty() && text != "1" && text != "2" && text != "999";
}

/// The cell holds something, and it is not a whole number between the two or 999.
template <Field field, int from, int to>
bool is_outside(const StaffRow& row, const Checking& checking, std::string&)
{
    auto text = checking.cell(row, field);
    return !text.empty() && !is_do_not_know(text) && !is_from_to(text, from, to);
}

template <Field field, std::size_t most>
bool is_too_long(const StaffRow& row, const Checking& checking, std::string&)
{
    return length_in_characters(checking.cell(row, field)) > most;
}

/// "1;3": has one, at a level from 0 to 8 or 999; "2" and "999" stand alone.
template <Field field>
bool is_no_qualification(const StaffRow& row, const Checking& checking, std::string&)
{
    auto text = checking.cell(row, field);
    if (text.empty()) return false;
    auto parts = split(text, ';');
    if (parts.size() == 1) return parts[0] != "1" && parts[0] != "2" && parts[0] != "999";
    return parts.size() != 2 || parts[0] != "1" || !(is_from_to(parts[1], 0, 8) || parts[1] == "999");
}

bool is_past_year(std::string_view text, const Checking& checking)
{
    const auto year = checking.today().year();
    return is_from_to(text, year - checking.limits.years(RuleLimit::oldest_qualification), year);
}

/// The first QUALACH column of the row for which `wrong` holds of the code and the year; its number is the detail.
template <class Wrong>
bool has_achieved(const StaffRow& row, const Checking& checking, std::string& detail, Wrong wrong)
{
    const auto& places = checking.file.places.qualification_places;
    for (std::size_t at = 0; at < places.size(); ++at) {
        auto text = checking.file.table.cell(row.row, places[at]);
        if (text.empty()) continue;
        auto parts = split(text, ';');
        if (!wrong(trimmed(parts[0]), parts.size() > 1 ? trimmed(parts[1]) : std::string_view{})) continue;
        detail = (at < 9 ? "QUALACH0" : "QUALACH") + std::to_string(at + 1);
        return true;
    }
    return false;
}

bool has_short_sick_days(std::string_view text, std::int64_t most)
{
    auto days = Fte::parse(text);
    return days && days->thousandths() % 500 == 0 && days->thousandths() <= most * 1'000;
}

bool pays(const StaffRow& row, const Checking& checking, Field amount, std::string_view other_interval)
{
    return !checking.cell(row, amount).empty() && checking.cell(row, Field::pay_period) == other_interval;
}

const auto worker_rules = std::to_array<RowRule>({
    {{"K-ASC-1", Effect::doubtful, Field::worker_postcode, "POSTCODE is missing. Kith does not hold where staff live; the data set asks for it.", "Adult social care workforce data set, warning 3070", asc},
     [](const StaffRow& row, const Checking& checking, std::string&) { return lacks(row, checking, Field::worker_postcode); }},
    {{"K-ASC-2", Effect::doubtful, Field::worker_postcode, "POSTCODE is not a full UK postcode. Enter it like LS1 2RP.", "Adult social care workforce data set, error 1070", asc},
     [](const StaffRow& row, const Checking& checking, std::string&) {
         auto text = checking.cell(row, Field::worker_postcode);
         return !text.empty() && !Postcode::parse(text);
     }},
    {{"K-ASC-3", Effect::doubtful, Field::started_in_sector, "STARTINSECT is missing. Enter the year in which the worker began in social care.", "Adult social care workforce data set, warning 3200", asc},
     [](const StaffRow& row, const Checking& checking, std::string&) { return lacks(row, checking, Field::started_in_sector); }},
    {{"K-ASC-4", Effect::doubtful, Field::started_in_sector, "STARTINSECT is not a year, lies in the future, or is later than STARTDATE.", "Adult social care workforce data set, warning 3200", asc},
     [](const StaffRow& row, const Checking& checking, std::string&) {
         auto text = checking.cell(row, Field::started_in_sector);
         if (text.empty() || is_do_not_know(text)) return false;
         return !is_past_year(text, checking) || (row.start_date && row.start_date->year() < number_in(text).value_or(0));
     }},
    {{"K-ASC-5", Effect::doubtful, Field::zero_hours, "ZEROHRCONT is missing. Enter 1 for yes, 2 for no or 999.", "Adult social care workforce data set, warning 3230", asc},
     [](const StaffRow& row, const Checking& checking, std::string&) {
         const bool is_pool = checking.cell(row, Field::contract) == "3";  // of pool and bank staff it goes without saying
         return !is_pool && lacks(row, checking, Field::zero_hours);
     }},
    {{"K-ASC-6", Effect::doubtful, Field::zero_hours, "ZEROHRCONT must be 1, 2 or 999.", "Adult social care workforce data set, error 1230", asc}, is_no_answer<Field::zero_hours>},
    {{"K-ASC-7", Effect::doubtful, Field::zero_hours, "ZEROHRCONT says no fixed hours, and CONTHOURS gives hours. Check both.", "Adult social care workforce data set, warning 3230", asc, Missing::skip_if_any,
      {Field::hours}},
     [](const StaffRow& row, const Checking& checking, std::string&) {
         return checking.cell(row, Field::zero_hours) == "1" && *row.hours > 0 && !checking.cell(row, Field::hours).empty();
     }},
    {{"K-ASC-8", Effect::doubtful, Field::apprentice, "APPRENTICE must be 1, 2 or 999.", "Adult social care workforce data set", asc}, is_no_answer<Field::apprentice>},
    {{"K-ASC-9", Effect::doubtful, Field::british_citizenship, "BRITISHCITIZENSHIP must be 1, 2 or 999.", "Adult social care workforce data set, error 1120", asc}, is_no_answer<Field::british_citizenship>},
    {{"K-ASC-10", Effect::doubtful, Field::nationality, "NATIONALITY must be a country number from 4 to 999.", "Adult social care workforce data set, error 1110; ISO 3166", asc}, is_outside<Field::nationality, 4, 999>},
    {{"K-ASC-11", Effect::doubtful, Field::country_of_birth, "COUNTRYOFBIRTH must be a country number from 4 to 999.", "Adult social care workforce data set, error 1130; ISO 3166", asc}, is_outside<Field::country_of_birth, 4, 999>},
    {{"K-ASC-12", Effect::doubtful, Field::year_of_entry, "YEAROFENTRY is not a year, lies in the future, or is later than the year of STARTDATE.", "Adult social care workforce data set, error 1380", asc},
     [](const StaffRow& row, const Checking& checking, std::string&) {
         auto text = checking.cell(row, Field::year_of_entry);
         if (text.empty() || is_do_not_know(text)) return false;
         return !is_past_year(text, checking) || (row.start_date && row.start_date->year() < number_in(text).value_or(0));
     }},
    {{"K-ASC-13", Effect::doubtful, Field::year_of_entry, "YEAROFENTRY lies before the year of birth. Check both.", "Adult social care workforce data set, error 1380", asc, Missing::skip_if_any, {Field::date_of_birth}},
     [](const StaffRow& row, const Checking& checking, std::string&) {
         auto year = number_in(checking.cell(row, Field::year_of_entry));
         return year && *year != 999 && *year < row.date_of_birth->year();
     }},
    {{"K-ASC-14", Effect::doubtful, Field::care_certificate, "CARECERT must be 1, 2 or 3.", "Adult social care workforce data set, error 1160", asc}, is_outside<Field::care_certificate, 1, 3>},
    {{"K-ASC-15", Effect::doubtful, Field::care_certificate_2, "L2CARECERT must be 1, 2 or 3, with the year from 2024 on behind a ; where it is 1.", "Adult social care workforce data set", asc},
     [](const StaffRow& row, const Checking& checking, std::string&) {
         auto text = checking.cell(row, Field::care_certificate_2);
         if (text.empty()) return false;
         auto parts = split(text, ';');
         constexpr int first_year = 2024;
         bool year = parts.size() == 1 || (parts.size() == 2 && (parts[1].empty() || is_from_to(parts[1], first_year, checking.today().year())));
         return !is_from_to(parts[0], 1, 3) || !year;
     }},
    {{"K-ASC-16", Effect::value_not_taken, Field::origin, "RECSOURCE is not one of the sources of the data set. Check it against the guidance for that year.", "Adult social care workforce data set, error 1180", asc},
     [](const StaffRow& row, const Checking&, std::string&) { return row.origin.is_unreadable(); }},
    {{"K-ASC-17", Effect::doubtful, Field::health_visa, "HANDCVISA must be 1, 2 or 999.", "Adult social care workforce data set", asc}, is_no_answer<Field::health_visa>},
    {{"K-ASC-18", Effect::doubtful, Field::in_united_kingdom, "INOUTUK must be 1, 2 or 999.", "Adult social care workforce data set", asc}, is_no_answer<Field::in_united_kingdom>},
    {{"K-ASC-19", Effect::doubtful, Field::delegated_healthcare, "DHA must be 1, 2 or 999.", "Adult social care workforce data set", asc}, is_no_answer<Field::delegated_healthcare>},
    {{"K-ASC-20", Effect::doubtful, Field::days_sick, "DAYSSICK must be from 0 to {} in half days, or 999.", "Adult social care workforce data set", asc},
     [](const StaffRow& row, const Checking& checking, std::string& detail) {
         auto text = checking.cell(row, Field::days_sick);
         detail = std::to_string(checking.limits[RuleLimit::most_sick_days]);
         return !text.empty() && !is_do_not_know(text) && !has_short_sick_days(text, checking.limits[RuleLimit::most_sick_days]);
     }},
    {{"K-ASC-21", Effect::doubtful, Field::pay_period, "SALARYINT must be 1, 3 or 999.", "Adult social care workforce data set, error 1250", asc},
     [](const StaffRow& row, const Checking& checking, std::string&) {
         auto text = checking.cell(row, Field::pay_period);
         return !text.empty() && text != "1" && text != "3" && text != "999";
     }},
    {{"K-ASC-22", Effect::doubtful, Field::salary, "SALARY is given and SALARYINT says pay by the hour. Kith takes HOURLYRATE.", "Adult social care workforce data set, error 1251", asc},
     [](const StaffRow& row, const Checking& checking, std::string&) { return pays(row, checking, Field::salary, "3"); }},
    {{"K-ASC-23", Effect::doubtful, Field::hourly_rate, "HOURLYRATE is given and SALARYINT says pay by the year. Kith takes SALARY.", "Adult social care workforce data set, error 1252", asc},
     [](const StaffRow& row, const Checking& checking, std::string&) { return pays(row, checking, Field::hourly_rate, "1"); }},
    {{"K-ASC-24", Effect::doubtful, Field::job_description, "MAINJRDESC is longer than 120 characters. Check that the columns have not shifted.", "Adult social care workforce data set, error 1290", asc}, is_too_long<Field::job_description, 120>},
    {{"K-ASC-25", Effect::doubtful, Field::approved_mental_health_professional, "AMHP must be 1, 2 or 999.", "Adult social care workforce data set", asc}, is_no_answer<Field::approved_mental_health_professional>},
    {{"K-ASC-26", Effect::doubtful, Field::social_care_qualification, "SCQUAL is missing. Enter 2, 999, or 1 and the level, like 1;3.", "Adult social care workforce data set, warning 3360", asc},
     [](const StaffRow& row, const Checking& checking, std::string&) { return lacks(row, checking, Field::social_care_qualification); }},
    {{"K-ASC-27", Effect::doubtful, Field::social_care_qualification, "SCQUAL must be 2, 999, or 1 and a level from 0 to 8, like 1;3.", "Adult social care workforce data set, error 1360", asc}, is_no_qualification<Field::social_care_qualification>},
    {{"K-ASC-28", Effect::doubtful, Field::other_qualification, "NONSCQUAL must be 2, 999, or 1 and a level from 0 to 8, like 1;3.", "Adult social care workforce data set, error 1370", asc}, is_no_qualification<Field::other_qualification>},
    {{"K-ASC-29", Effect::doubtful, Field::achieved_qualification, "{} is not a qualification code with its year, like 38;2012.", "Adult social care workforce data set, error 5010", asc},
     [](const StaffRow& row, const Checking& checking, std::string& detail) {
         return has_achieved(row, checking, detail, [](std::string_view code, std::string_view) { return !is_from_to(code, 1, 999); });
     }},
    {{"K-ASC-30", Effect::doubtful, Field::achieved_qualification, "{} has no year, or one that lies in the future or more than 100 years back.", "Adult social care workforce data set, warning 5015", asc},
     [](const StaffRow& row, const Checking& checking, std::string& detail) {
         return has_achieved(row, checking, detail,
                             [&](std::string_view code, std::string_view year) { return is_from_to(code, 1, 999) && !is_past_year(year, checking); });
     }},
    {{"K-ASC-31", Effect::doubtful, Field::pathway_category, "CWPCATEGORY must be from 1 to 7, 998 or 999.", "Adult social care workforce data set", asc}, is_outside<Field::pathway_category, 1, 7>},
});

const auto training_rules = std::to_array<RowRule>({
    {{"K-TRAIN-1", Effect::doubtful, Field::fact_on, "DATECOMPLETED is missing. The training is taken without its day.", "Adult social care workforce data set, training warning 2020", asc},
     [](const StaffRow& row, const Checking& checking, std::string&) { return lacks(row, checking, Field::fact_on); }},
    {{"K-TRAIN-2", Effect::doubtful, Field::accredited, "ACCREDITED must be 0, 1 or 999.", "Adult social care workforce data set, training file", asc}, is_outside<Field::accredited, 0, 1>},
    {{"K-TRAIN-3", Effect::doubtful, Field::who_delivered, "WHODELIVERED must be 1 (in house) or 2 (external).", "Adult social care workforce data set, training file", asc}, is_outside<Field::who_delivered, 1, 2>},
    {{"K-TRAIN-4", Effect::doubtful, Field::how_delivered, "HOWDELIVERED must be 1 (face to face) or 2 (by computer).", "Adult social care workforce data set, training file", asc}, is_outside<Field::how_delivered, 1, 2>},
    {{"K-TRAIN-5", Effect::doubtful, Field::validity, "VALIDITY must be none, or a number of months from 1 to 999.", "Adult social care workforce data set, training file", asc},
     [](const StaffRow& row, const Checking& checking, std::string&) {
         auto text = checking.cell(row, Field::validity);
         return !text.empty() && lower_ascii(text) != "none" && !is_from_to(text, 1, 999);
     }},
    {{"K-TRAIN-6", Effect::doubtful, Field::fact_until, "EXPIRYDATE is given and VALIDITY says that the training does not run out. Check both.", "Adult social care workforce data set, training file", asc},
     [](const StaffRow& row, const Checking& checking, std::string&) {
         return lower_ascii(checking.cell(row, Field::validity)) == "none" && !checking.cell(row, Field::fact_until).empty();
     }},
    {{"K-TRAIN-7", Effect::doubtful, Field::job_description, "TRAININGNAME is longer than 120 characters. Check that the columns have not shifted.", "Adult social care workforce data set, training file", asc}, is_too_long<Field::job_description, 120>},
});
}  // namespace

std::span<const RowRule> row_rules_of_adult_social_care()
{
    return worker_rules;
}

std::span<const RowRule> row_rules_of_training()
{
    return training_rules;
}

}  // namespace kith::intake
