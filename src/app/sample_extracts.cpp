// Extracts of the systems that employers of the sample keep their staff in (a school's own, a payroll, the NHS electronic staff record), and what
// their columns mean.
#include "app/sample_known.hpp"

#include <array>

namespace kith::app {
namespace {

using Cells = std::vector<std::string>;

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
    static const Codes codes{{"HDTR", "headteacher"},
                             {"DPHT", "deputy_headteacher"},
                             {"CLST", "teacher"},
                             {"SENC", "special_needs_coordinator"},
                             {"TASS", "teaching_assistant"},
                             {"HLTA", "higher_level_teaching_assistant"},
                             {"LNMN", "learning_mentor"},
                             {"ADMN", "administrator"},
                             {"SUPP", "school_support_staff"},
                             {"ATTN", "attendance_worker"}};
    return codes;
}
const Codes& contracts_of_schools()
{
    static const Codes codes{{"PRM", "permanent"}, {"FTM", "fixed_term"}, {"TMP", "bank"}, {"AGY", "agency"}};
    return codes;
}
const Codes& titles_of_the_nhs()
{
    static const Codes codes{{"Health Visitor", "health_visitor"},
                             {"School Nurse", "school_nurse"},
                             {"Midwife", "midwife"},
                             {"Nursery Nurse", "nursery_nurse"},
                             {"Children's Nurse", "childrens_nurse"},
                             {"Speech and Language Therapist", "speech_language_therapist"},
                             {"Occupational Therapist", "occupational_therapist_children"},
                             {"Physiotherapist", "physiotherapist_children"},
                             {"Consultant", "community_paediatrician"},
                             {"Health Care Support Worker", "child_health_support_worker"},
                             {"CAMHS Practitioner", "camhs_practitioner"},
                             {"Manager", "senior_manager"}};
    return codes;
}
const Codes& contracts_of_the_nhs()
{
    static const Codes codes{{"Permanent", "permanent"}, {"Fixed Term Temp", "fixed_term"}, {"Bank", "bank"}, {"Agency", "agency"}};
    return codes;
}
const Codes& contracts_of_payrolls()
{
    static const Codes codes{
        {"PERM", "permanent"}, {"TEMP", "fixed_term"}, {"CASUAL", "bank"}, {"AGENCY", "agency"}, {"CARER", "foster_carer"}};
    return codes;
}
const Codes& titles_of_payrolls()
{
    static const Codes codes{{"Social Worker", "social_worker"},
                             {"Social Work Assistant", "social_work_assistant"},
                             {"Family Support Officer", "family_support_worker"},
                             {"Leaving Care PA", "leaving_care_worker"},
                             {"IRO", "independent_reviewing_officer"},
                             {"Parenting Practitioner", "parenting_practitioner"},
                             {"Educational Psychologist", "educational_psychologist"},
                             {"EWO", "education_welfare_officer"},
                             {"Portage Home Visitor", "portage_worker"},
                             {"Youth Worker JNC", "youth_worker"},
                             {"Youth Support Worker", "youth_support_worker"},
                             {"Residential Childcare Officer", "residential_care_worker"},
                             {"Home Manager", "childrens_home_manager"},
                             {"Foster Carer", "foster_carer"},
                             {"Business Support", "administrator"},
                             {"Team Manager", "team_supervisor"},
                             {"Head of Service", "childrens_service_manager"},
                             {"Director of Children's Services", "childrens_director"}};
    return codes;
}
const Codes& bases_of_pay()
{
    static const Codes codes{{"Annual", "year"}, {"Hourly", "hour"}};
    return codes;
}
const Codes& reasons_of_leaving()
{
    static const Codes codes{{"Voluntary resignation", "resigned"},
                             {"Retirement - age", "retired"},
                             {"End of fixed term contract", "end_of_contract"},
                             {"Redundancy - voluntary", "voluntary_redundancy"},
                             {"Dismissal", "dismissed"},
                             {"Retirement - ill health", "ill_health"},
                             {"Transfer within organisation", "moved_internally"},
                             {"End of placement", "end_of_placement"},
                             {"Other", "other"},
                             {"Not known", "not_known"}};
    return codes;
}

/// "27-MAR-1984", as the electronic staff record writes days.
std::string with_month_in_letters(const std::optional<Date>& day)
{
    constexpr std::array<std::string_view, 12> months{"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
    return day ? fmt::format("{:02}-{}-{}", day->day(), months[static_cast<std::size_t>(day->month() - 1)], day->year()) : std::string{};
}

std::string percent(Fte fte) { return std::to_string(fte.thousandths() / 10); }

std::string reason_on(const SamplePerson& person, Date on)
{
    return has_left(person, on) && !person.reason.empty() ? in_words_of(reasons_of_leaving(), person.reason) : std::string{};
}

Cells school_row(const SampleKnown& known, const SamplePerson& person, const SampleTerms& terms)
{
    return {person.reference,
            person.family_name,
            person.given_name,
            uk(person.born),
            in_words_of(letters_of_sex(), person.sex),
            std::string{person.ethnicity},
            in_words_of(codes_of_schools(), terms.role),
            in_words_of(contracts_of_schools(), terms.contract),
            terms.fte.text(),
            person.place->code,
            person.started.uk(),
            uk(last_day_known(person, known.on)),
            reason_on(person, known.on),
            pay_of(person, terms),
            basis_of(person)};
}

Cells payroll_row(const SampleKnown& known, const SamplePerson& person, const SampleTerms& terms)
{
    return {person.reference,
            person.family_name + ", " + person.given_name,
            uk(person.born),
            std::string{person.ethnicity},
            in_words_of(titles_of_payrolls(), terms.role),
            in_words_of(contracts_of_payrolls(), terms.contract),
            percent(terms.fte),
            hours_of(terms),
            person.place->code,
            person.started.uk(),
            uk(last_day_known(person, known.on)),
            reason_on(person, known.on),
            pay_of(person, terms),
            basis_of(person),
            cases_of(person, known.on),
            has_left(person, known.on) ? std::string{} : std::string{person.seconded_to},
            "BR"};
}

Cells nhs_row(const SampleKnown& known, const SamplePerson& person, const SampleTerms& terms)
{
    return {person.reference,
            person.family_name,
            person.given_name,
            with_month_in_letters(person.born),
            in_words_of(letters_of_sex(), person.sex),
            std::string{person.ethnicity},
            in_words_of(titles_of_the_nhs(), terms.role),
            "Nursing and Midwifery Registered",
            in_words_of(contracts_of_the_nhs(), terms.contract),
            terms.fte.text(),
            person.place->code,
            with_month_in_letters(person.started),
            with_month_in_letters(last_day_known(person, known.on)),
            reason_on(person, known.on),
            pay_of(person, terms),
            basis_of(person)};
}

/// An extract knows the terms of the day only.
SampleCells cells_of(const SampleKnown& known, const std::vector<SampleColumn>& columns,
                          Cells (*row)(const SampleKnown&, const SamplePerson&, const SampleTerms&))
{
    SampleCells cells;
    for (const auto& column : columns)
        if (!column.header.empty()) cells.header.emplace_back(column.header);
    for_everyone(known, [&](const SamplePerson& person) { cells.rows.push_back(row(known, person, person.terms_on(known.on))); });
    return cells;
}

const std::vector<SampleColumn>& school_layout()
{
    static const std::vector<SampleColumn> columns{{"Staff Code", "staff_reference", ""},
                                                   {"Legal Surname", "family_name", ""},
                                                   {"Legal Forename", "given_name", ""},
                                                   {"Birth Date", "date_of_birth", "day_first"},
                                                   {"Gender", "sex", "", "", letters_of_sex()},
                                                   {"Ethnicity", "ethnicity", ""},
                                                   {"Role Identifier", "role", "", "", codes_of_schools()},
                                                   {"Contract/Agreement Type", "contract", "", "", contracts_of_schools()},
                                                   {"FTE", "fte", ""},
                                                   {"Site", "setting", ""},
                                                   {"Start Date", "start_date", "day_first"},
                                                   {"End Date", "end_date", "day_first"},
                                                   {"Reason for Leaving", "reason_for_leaving", "", "", reasons_of_leaving()},
                                                   {"Gross Pay", "pay", ""},
                                                   {"Pay Basis", "pay_period", "", "", bases_of_pay()}};
    return columns;
}
const std::vector<SampleColumn>& payroll_layout()
{
    static const std::vector<SampleColumn> columns{{"Emp No", "staff_reference", ""},
                                                   {"Employee Name", "full_name", "surname_first"},
                                                   {"DOB", "date_of_birth", "day_first"},
                                                   {"Ethnic Origin", "ethnicity", ""},
                                                   {"Post Title", "role", "", "", titles_of_payrolls()},
                                                   {"Basis", "contract", "", "", contracts_of_payrolls()},
                                                   {"WTE %", "fte", "percent"},
                                                   {"Contract Hrs", "hours", ""},
                                                   {"Cost Centre", "setting", ""},
                                                   {"Started", "start_date", "day_first"},
                                                   {"Leaving Date", "end_date", "day_first"},
                                                   {"Leaving Reason", "reason_for_leaving", "", "", reasons_of_leaving()},
                                                   {"Salary", "pay", ""},
                                                   {"Pay Basis", "pay_period", "", "", bases_of_pay()},
                                                   {"Cases", "caseload", ""},
                                                   {"Seconded To", "seconded_to", ""},
                                                   {"Tax Code", "", ""}};
    return columns;
}
const std::vector<SampleColumn>& nhs_layout()
{
    static const std::vector<SampleColumn> columns{{"Employee Number", "staff_reference", ""},
                                                   {"Last Name", "family_name", ""},
                                                   {"First Name", "given_name", ""},
                                                   {"Date Of Birth", "date_of_birth", "day_first"},
                                                   {"Gender", "sex", "", "", letters_of_sex()},
                                                   {"Ethnic Origin", "ethnicity", ""},
                                                   {"Job Role", "role", "", "", titles_of_the_nhs()},
                                                   {"Staff Group", "", ""},
                                                   {"Assignment Category", "contract", "", "", contracts_of_the_nhs()},
                                                   {"FTE", "fte", ""},
                                                   {"Location", "setting", ""},
                                                   {"Latest Start Date", "start_date", "day_first"},
                                                   {"Termination Date", "end_date", "day_first"},
                                                   {"Leaving Reason", "reason_for_leaving", "", "", reasons_of_leaving()},
                                                   {"Annual Salary", "pay", ""},
                                                   {"Pay Basis", "pay_period", "", "", bases_of_pay()}};
    return columns;
}

}  // namespace

SampleCells extract_cells(SampleFormat format, const SampleKnown& known)
{
    switch (format) {
    case SampleFormat::school: return cells_of(known, school_layout(), school_row);
    case SampleFormat::payroll: return cells_of(known, payroll_layout(), payroll_row);
    case SampleFormat::nhs: return cells_of(known, nhs_layout(), nhs_row);
    default: return {};
    }
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
