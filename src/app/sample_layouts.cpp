#include "app/sample_layouts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>

namespace kith::app {
namespace {

using Cells = std::vector<std::string>;

std::string uk(const std::optional<Date>& day) { return day ? day->uk() : std::string{}; }

/// The last day as the employer knows it: that of a fixed term from its start on.
std::optional<Date> last_day_known(const SamplePerson& person, Date on)
{
    const bool is_known = person.ended && (*person.ended <= on || person.terms.front().contract == "fixed_term");
    return is_known ? person.ended : std::nullopt;
}

bool has_left(const SamplePerson& person, Date on) { return person.ended && *person.ended <= on; }

bool has_changed(const SamplePerson& person, const SampleKnown& known)
{
    const auto is_new = [&](Date day) { return known.since < day && day <= known.on; };
    return is_new(person.started) || (person.ended && is_new(*person.ended)) || std::ranges::any_of(person.terms, [&](const auto& terms) { return is_new(terms.from); });
}

template <class Row>
void for_everyone(const SampleKnown& known, Row row)
{
    for (const auto& person : known.staff.people) {
        if (!person.is_known_on(known.on) || (person.ended && *person.ended <= known.since)) continue;
        if (!known.changes || has_changed(person, known)) row(person);
    }
}

/// What is paid for the hours worked.
std::string pay_of(const SamplePerson& person, const SampleTerms& terms)
{
    return person.yearly_pay == 0 ? std::string{} : std::to_string(person.yearly_pay * terms.fte.thousandths() / 1000);
}

/// Whether that is by the year; empty where no pay is told.
std::string basis_of(const SamplePerson& person) { return person.yearly_pay == 0 ? "" : "Annual"; }

/// Hours of 37 a week.
std::string hours_of(const SampleTerms& terms)
{
    const auto hundredths = terms.fte.thousandths() * 37 / 10;
    return fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
}

constexpr std::array<std::string_view, 27> kith_columns{"organisation", "staff_reference", "family_name", "given_name", "date_of_birth", "role", "contract", "fte", "setting", "locality",
    "start_date", "end_date", "terms_from", "sex", "ethnicity", "disability", "origin", "reason_for_leaving", "destination", "hours", "pattern", "pay", "pay_period", "terms_set",
    "pension_scheme", "manager", "caseload"};

Cells kith_row(const SampleKnown& known, const SamplePerson& person, const SampleTerms& terms)
{
    const bool left = has_left(person, known.on);
    const bool is_one = person.terms.size() == 1 || known.on < person.terms[1].from;
    const auto pay = pay_of(person, terms);
    return {known.employer.code, person.reference, person.family_name, person.given_name, uk(person.born), std::string{terms.role}, std::string{terms.contract}, terms.fte.text(),
            person.place->code, person.place->locality, person.started.uk(), uk(last_day_known(person, known.on)), is_one ? std::string{} : terms.from.uk(),
            std::string{person.sex}, std::string{person.ethnicity}, std::string{person.disability}, std::string{person.origin}, std::string{left ? person.reason : ""},
            std::string{left ? person.destination : ""}, hours_of(terms), std::string{person.pattern}, pay, pay.empty() ? "" : "year", std::string{person.terms_set},
            std::string{person.pension}, person.manager, person.caseload > 0 && !left ? std::to_string(person.caseload) : std::string{}};
}

SampleCells kith_cells(const SampleKnown& known)
{
    SampleCells cells{{kith_columns.begin(), kith_columns.end()}, {}};
    for_everyone(known, [&](const SamplePerson& person) {
        for (const auto& terms : person.terms)
            if (terms.from <= known.on) cells.rows.push_back(kith_row(known, person, terms));
    });
    return cells;
}

constexpr std::array<std::string_view, 16> fact_columns{"qualifications", "professional_statuses", "registration_number", "registration_until", "skills", "languages", "last_supervision",
    "last_appraisal", "identity_check", "right_to_work_check", "references_check", "criminal_record_check", "criminal_record_number", "barred_list_check", "prohibition_check",
    "childcare_disqualification_check"};

/// Codes of a kind with ; between.
std::string listed(const SamplePerson& person, std::string_view kind, Date on)
{
    std::string codes;
    for (const auto& fact : person.facts)
        if (fact.kind == kind && (!fact.on || *fact.on <= on)) codes += (codes.empty() ? "" : ";") + std::string{fact.code};
    return codes;
}

/// The registration as it stood on the day: it was renewed year by year since.
std::optional<Date> in_force_until(const SampleFact& fact, Date on)
{
    auto until = fact.until;
    while (until && on.plus_years(1) < until->plus_years(-1)) until = until->plus_years(-1);
    return until;
}

/// The check that was done before the job began, or the first there is.
const SampleFact* first_check(const SamplePerson& person, std::string_view code, Date on)
{
    for (const auto& fact : person.facts)
        if (fact.kind == "check" && fact.code == code && *fact.on <= on) return &fact;
    return nullptr;
}

void add_facts(Cells& row, const SamplePerson& person, Date on)
{
    const auto day_of = [](const SampleFact* fact) { return fact == nullptr ? std::string{} : uk(fact->on); };
    const auto check = [&](std::string_view code) { return day_of(first_check(person, code, on)); };
    const auto* status = person.latest("professional_status", {}, on);
    const auto* certificate = first_check(person, "criminal_record", on);
    for (auto kind : {"qualification", "professional_status"}) row.push_back(listed(person, kind, on));
    row.push_back(status == nullptr ? std::string{} : status->number);
    row.push_back(status == nullptr ? std::string{} : uk(in_force_until(*status, on)));
    for (auto kind : {"skill", "language"}) row.push_back(listed(person, kind, on));
    for (auto kind : {"supervision", "appraisal"}) row.push_back(day_of(person.latest(kind, {}, on)));
    for (auto code : {"identity", "right_to_work", "references"}) row.push_back(check(code));
    row.push_back(day_of(certificate));
    row.push_back(certificate == nullptr ? std::string{} : certificate->number);
    for (auto code : {"barred_list", "prohibition", "childcare_disqualification"}) row.push_back(check(code));
}

SampleCells wide_cells(const SampleKnown& known)
{
    auto cells = SampleCells{{kith_columns.begin(), kith_columns.end()}, {}};
    cells.header.insert(cells.header.end(), fact_columns.begin(), fact_columns.end());
    for_everyone(known, [&](const SamplePerson& person) {
        for (const auto& terms : person.terms) {
            if (known.on < terms.from) continue;
            cells.rows.push_back(kith_row(known, person, terms));
            add_facts(cells.rows.back(), person, known.on);
        }
    });
    return cells;
}

/// Kith's code, and what another system writes for it.
using Codes = std::vector<std::pair<std::string_view, std::string_view>>;
std::string in_words_of(const Codes& codes, std::string_view code)
{
    const auto found = std::ranges::find(codes, code, &Codes::value_type::second);
    return std::string{found == codes.end() ? code : found->first};
}

const Codes& letters_of_sex()
{
    static const Codes codes{{"F", "female"}, {"M", "male"}};
    return codes;
}
const Codes& codes_of_schools()
{
    static const Codes codes{{"HDTR", "headteacher"}, {"DPHT", "deputy_headteacher"}, {"CLST", "teacher"}, {"SENC", "special_needs_coordinator"}, {"TASS", "teaching_assistant"},
                             {"HLTA", "higher_level_teaching_assistant"}, {"LNMN", "learning_mentor"}, {"ADMN", "administrator"}, {"SUPP", "school_support_staff"}, {"ATTN", "attendance_worker"}};
    return codes;
}
const Codes& contracts_of_schools()
{
    static const Codes codes{{"PRM", "permanent"}, {"FTM", "fixed_term"}, {"TMP", "bank"}};
    return codes;
}
const Codes& titles_of_the_nhs()
{
    static const Codes codes{{"Health Visitor", "health_visitor"}, {"School Nurse", "school_nurse"}, {"Midwife", "midwife"}, {"Nursery Nurse", "nursery_nurse"}, {"Children's Nurse", "childrens_nurse"},
                             {"Speech and Language Therapist", "speech_language_therapist"}, {"Occupational Therapist", "occupational_therapist_children"}, {"Physiotherapist", "physiotherapist_children"},
                             {"Consultant", "community_paediatrician"}, {"Health Care Support Worker", "child_health_support_worker"}, {"CAMHS Practitioner", "camhs_practitioner"}, {"Manager", "senior_manager"}};
    return codes;
}
const Codes& contracts_of_the_nhs()
{
    static const Codes codes{{"Permanent", "permanent"}, {"Fixed Term Temp", "fixed_term"}, {"Bank", "bank"}};
    return codes;
}
const Codes& contracts_of_payrolls()
{
    static const Codes codes{{"PERM", "permanent"}, {"TEMP", "fixed_term"}, {"CASUAL", "bank"}, {"AGENCY", "agency"}, {"CARER", "foster_carer"}};
    return codes;
}
const Codes& titles_of_payrolls()
{
    static const Codes codes{{"Social Worker", "social_worker"}, {"Social Work Assistant", "social_work_assistant"}, {"Family Support Officer", "family_support_worker"},
                             {"Leaving Care PA", "leaving_care_worker"}, {"IRO", "independent_reviewing_officer"}, {"Parenting Practitioner", "parenting_practitioner"},
                             {"Educational Psychologist", "educational_psychologist"}, {"EWO", "education_welfare_officer"}, {"Portage Home Visitor", "portage_worker"},
                             {"Youth Worker JNC", "youth_worker"}, {"Youth Support Worker", "youth_support_worker"}, {"Residential Childcare Officer", "residential_care_worker"},
                             {"Home Manager", "childrens_home_manager"}, {"Foster Carer", "foster_carer"}, {"Business Support", "administrator"}, {"Team Manager", "team_supervisor"},
                             {"Head of Service", "childrens_service_manager"}, {"Director of Children's Services", "childrens_director"}};
    return codes;
}
const Codes& bases_of_pay()
{
    static const Codes codes{{"Annual", "year"}, {"Hourly", "hour"}};
    return codes;
}
const Codes& reasons_of_leaving()
{
    static const Codes codes{{"Voluntary resignation", "resigned"}, {"Retirement - age", "retired"}, {"End of fixed term contract", "end_of_contract"}, {"Redundancy - voluntary", "voluntary_redundancy"},
                             {"Dismissal", "dismissed"}, {"Retirement - ill health", "ill_health"}, {"Transfer within organisation", "moved_internally"}, {"End of placement", "end_of_placement"},
                             {"Other", "other"}, {"Not known", "not_known"}};
    return codes;
}

/// "27-MAR-1984", as the electronic staff record writes days.
std::string with_month_in_letters(const std::optional<Date>& day)
{
    constexpr std::array<std::string_view, 12> months{"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
    return day ? fmt::format("{:02}-{}-{}", day->day(), months[static_cast<std::size_t>(day->month() - 1)], day->year()) : std::string{};
}

std::string percent(Fte fte) { return std::to_string(fte.thousandths() / 10); }

std::string reason_on(const SamplePerson& person, Date on) { return has_left(person, on) && !person.reason.empty() ? in_words_of(reasons_of_leaving(), person.reason) : std::string{}; }

Cells school_row(const SampleKnown& known, const SamplePerson& person, const SampleTerms& terms)
{
    return {person.reference, person.family_name, person.given_name, uk(person.born), in_words_of(letters_of_sex(), person.sex), std::string{person.ethnicity}, in_words_of(codes_of_schools(), terms.role),
            in_words_of(contracts_of_schools(), terms.contract), terms.fte.text(), person.place->code, person.started.uk(), uk(last_day_known(person, known.on)), reason_on(person, known.on), pay_of(person, terms), basis_of(person)};
}

Cells payroll_row(const SampleKnown& known, const SamplePerson& person, const SampleTerms& terms)
{
    return {person.reference, person.family_name + ", " + person.given_name, uk(person.born), std::string{person.ethnicity}, in_words_of(titles_of_payrolls(), terms.role), in_words_of(contracts_of_payrolls(), terms.contract), percent(terms.fte),
            hours_of(terms), person.place->code, person.started.uk(), uk(last_day_known(person, known.on)), reason_on(person, known.on), pay_of(person, terms), basis_of(person), "BR"};
}

Cells nhs_row(const SampleKnown& known, const SamplePerson& person, const SampleTerms& terms)
{
    return {person.reference, person.family_name, person.given_name, with_month_in_letters(person.born), in_words_of(letters_of_sex(), person.sex), std::string{person.ethnicity},
            in_words_of(titles_of_the_nhs(), terms.role), "Nursing and Midwifery Registered", in_words_of(contracts_of_the_nhs(), terms.contract), terms.fte.text(), person.place->code,
            with_month_in_letters(person.started), with_month_in_letters(last_day_known(person, known.on)), reason_on(person, known.on), pay_of(person, terms), basis_of(person)};
}

/// An extract knows the terms of the day only.
SampleCells extract_cells(const SampleKnown& known, const std::vector<SampleColumn>& columns, Cells (*row)(const SampleKnown&, const SamplePerson&, const SampleTerms&))
{
    SampleCells cells;
    for (const auto& column : columns)
        if (!column.header.empty()) cells.header.emplace_back(column.header);
    for_everyone(known, [&](const SamplePerson& person) { cells.rows.push_back(row(known, person, person.terms_on(known.on))); });
    return cells;
}

const std::vector<SampleColumn>& school_layout()
{
    static const std::vector<SampleColumn> columns{
        {"Staff Code", "staff_reference", ""}, {"Legal Surname", "family_name", ""}, {"Legal Forename", "given_name", ""}, {"Birth Date", "date_of_birth", "day_first"},
        {"Gender", "sex", "", "", letters_of_sex()}, {"Ethnicity", "ethnicity", ""}, {"Role Identifier", "role", "", "", codes_of_schools()},
        {"Contract/Agreement Type", "contract", "", "", contracts_of_schools()}, {"FTE", "fte", ""}, {"Site", "setting", ""}, {"Start Date", "start_date", "day_first"},
        {"End Date", "end_date", "day_first"}, {"Reason for Leaving", "reason_for_leaving", "", "", reasons_of_leaving()}, {"Gross Pay", "pay", ""}, {"Pay Basis", "pay_period", "", "", bases_of_pay()}};
    return columns;
}
const std::vector<SampleColumn>& payroll_layout()
{
    static const std::vector<SampleColumn> columns{
        {"Emp No", "staff_reference", ""}, {"Employee Name", "full_name", "surname_first"}, {"DOB", "date_of_birth", "day_first"}, {"Ethnic Origin", "ethnicity", ""}, {"Post Title", "role", "", "", titles_of_payrolls()},
        {"Basis", "contract", "", "", contracts_of_payrolls()}, {"WTE %", "fte", "percent"}, {"Contract Hrs", "hours", ""}, {"Cost Centre", "setting", ""},
        {"Started", "start_date", "day_first"}, {"Leaving Date", "end_date", "day_first"}, {"Leaving Reason", "reason_for_leaving", "", "", reasons_of_leaving()},
        {"Salary", "pay", ""}, {"Pay Basis", "pay_period", "", "", bases_of_pay()}, {"Tax Code", "", ""}};
    return columns;
}
const std::vector<SampleColumn>& nhs_layout()
{
    static const std::vector<SampleColumn> columns{
        {"Employee Number", "staff_reference", ""}, {"Last Name", "family_name", ""}, {"First Name", "given_name", ""}, {"Date Of Birth", "date_of_birth", "day_first"},
        {"Gender", "sex", "", "", letters_of_sex()}, {"Ethnic Origin", "ethnicity", ""}, {"Job Role", "role", "", "", titles_of_the_nhs()}, {"Staff Group", "", ""},
        {"Assignment Category", "contract", "", "", contracts_of_the_nhs()}, {"FTE", "fte", ""}, {"Location", "setting", ""}, {"Latest Start Date", "start_date", "day_first"},
        {"Termination Date", "end_date", "day_first"}, {"Leaving Reason", "reason_for_leaving", "", "", reasons_of_leaving()}, {"Annual Salary", "pay", ""}, {"Pay Basis", "pay_period", "", "", bases_of_pay()}};
    return columns;
}

bool is_told(const SampleFact& fact, const SamplePerson& person, const SampleKnown& known)
{
    if (fact.on && *fact.on > known.on) return false;
    const bool is_new = known.since < person.started || !known.changes;
    return is_new || (fact.on && *fact.on > known.since) || (fact.kind == "professional_status" && fact.until);
}

}  // namespace

SampleCells staff_cells(SampleFormat format, const SampleKnown& known)
{
    switch (format) {
    case SampleFormat::kith: return kith_cells(known);
    case SampleFormat::kith_wide:
    case SampleFormat::workbook: return wide_cells(known);
    case SampleFormat::school: return extract_cells(known, school_layout(), school_row);
    case SampleFormat::payroll: return extract_cells(known, payroll_layout(), payroll_row);
    case SampleFormat::nhs: return extract_cells(known, nhs_layout(), nhs_row);
    case SampleFormat::nothing_yet: break;
    }
    return {};
}

SampleCells fact_cells(const SampleKnown& known)
{
    SampleCells cells{{"staff_reference", "kind", "code", "detail", "on", "until", "number", "words"}, {}};
    for (const auto& person : known.staff.people) {
        if (!person.is_known_on(known.on) || (person.ended && *person.ended <= known.since)) continue;
        for (const auto& fact : person.facts)
            if (is_told(fact, person, known))
                cells.rows.push_back({person.reference, std::string{fact.kind}, std::string{fact.code}, fact.detail, uk(fact.on),
                                      uk(fact.kind == "professional_status" ? in_force_until(fact, known.on) : fact.until), fact.number, std::string{fact.words}});
    }
    return cells;
}

SampleCells vacancy_cells(const SampleKnown& known)
{
    SampleCells cells{{"organisation", "vacancy_reference", "role", "setting", "contract", "fte", "vacant_from", "advertised_on", "offered_on", "filled_on", "hard_to_fill"}, {}};
    const auto by_then = [&](Date day) { return day <= known.on ? day.uk() : std::string{}; };
    for (const auto& vacancy : known.staff.vacancies) {
        if (known.on < vacancy.from) continue;
        const auto advertised = vacancy.from.plus_days(7);
        const bool is_hard = !vacancy.filled ? vacancy.from.plus_days(150) < known.on : vacancy.from.plus_days(200) < *vacancy.filled;
        const bool had_time = vacancy.filled && vacancy.from.plus_days(21) < *vacancy.filled;
        cells.rows.push_back({known.employer.code, vacancy.reference, std::string{vacancy.role}, vacancy.place->code, std::string{vacancy.contract}, vacancy.fte.text(), vacancy.from.uk(),
                              vacancy.filled && !had_time ? std::string{} : by_then(advertised), had_time ? by_then(vacancy.filled->plus_days(-10)) : std::string{},
                              vacancy.filled ? by_then(*vacancy.filled) : std::string{}, is_hard && known.on > vacancy.from.plus_days(150) ? "few_applicants" : ""});
    }
    return cells;
}

const std::vector<SampleColumn>* layout_of(SampleFormat format)
{
    switch (format) {
    case SampleFormat::school: return &school_layout();
    case SampleFormat::payroll: return &payroll_layout();
    case SampleFormat::nhs: return &nhs_layout();
    default: return nullptr;
    }
}

}  // namespace kith::app
