// The columns of Kith's own files: the staff return, and the file of facts about staff.
#include "intake/profile.hpp"

#include <array>

namespace kith::intake {
namespace {
using enum Field;
constexpr bool needed = true, further = true, optional = false;

constexpr auto staff_columns = std::to_array<ProfileColumn>({
    {organisation, "organisation", optional, "The organisation's code in Kith. May be left out when the return is handed in for one organisation."},
    {staff_reference, "staff_reference", needed, "Your own reference for the person, the same each time: a payroll number, for example. Up to 50 characters."},
    {family_name, "family_name", optional, "Family name, as the person writes it."},
    {given_name, "given_name", optional, "Given name, as the person writes it."},
    {date_of_birth, "date_of_birth", optional, "27/03/1984 or 1984-03-27."},
    {national_insurance_number, "national_insurance_number", optional, "Two letters, six digits, and a letter from A to D. Kept encrypted; used to find the same person twice."},
    {engagement_reference, "engagement_reference", optional, "Your own reference for the job, where a person holds more than one. May be left empty."},
    {role, "role", needed, "A code of the list of roles."},
    {sector, "sector", optional, "A code of the list of sectors."},
    {breadth, "breadth", optional, "core: works with children and families all the time. wider: part of the time."},
    {contract, "contract", optional, "A code of the list of kinds of contract."},
    {fte, "fte", optional, "Full-time equivalent: 1 is full time, 0.6 is three days of five. At most three decimals."},
    {hours, "hours", optional, "Contracted hours a week. Used to work out the FTE where fte is empty: hours ÷ 37, or ÷ the full-time hours that your partnership's rules say."},
    {setting, "setting", optional, "The setting's code in Kith."},
    {locality, "locality", optional, "The locality's code in Kith. Where it is empty the setting's locality is taken."},
    {start_date, "start_date", needed, "First day of the job."},
    {end_date, "end_date", optional, "Last day of the job; empty while it runs on."},
    {terms_from, "terms_from", optional, "The day from which this row's role, FTE, contract and place hold. Empty: from the start of a new job, or from the day of handing in where they changed."},
    {sex, "sex", optional, "A code of the list of sexes.", further},
    {ethnicity, "ethnicity", optional, "A code of the list of ethnic groups. Shown to those only who may see it.", further},
    {disability, "disability", optional, "A code of the list. Shown to those only who may see it.", further},
    {origin, "origin", optional, "Where the person came from: a code of the list of origins.", further},
    {reason_for_leaving, "reason_for_leaving", optional, "Why the job ended: a code of the list of reasons.", further},
    {destination, "destination", optional, "Where the person went: a code of the list of destinations.", further},
    {pattern, "pattern", optional, "When the person works, as codes with ; between: mon;tue;evenings, term_time.", further},
    {pay, "pay", optional, "Gross pay in pounds for the hours worked, by year or by hour. Shown to those only who may see it.", further},
    {pay_period, "pay_period", optional, "year or hour.", further},
    {terms_set, "terms_set", optional, "The set of pay and conditions: a code of the list.", further},
    {pension_scheme, "pension_scheme", optional, "A code of the list of pension schemes.", further},
    {manager, "manager", optional, "The staff reference of the manager, in the same organisation.", further},
    {caseload, "caseload", optional, "How many children or families are allocated to the person.", further},
    {seconded_from, "seconded_from", optional, "The employer who lent the person to you: its code in Kith, or its name.", further},
    {seconded_to, "seconded_to", optional, "The body to which you lent the person: its code in Kith, or its name.", further},
    {qualifications, "qualifications", optional, "All qualifications held, as codes with ; between. Those you leave out are ended.", further},
    {professional_statuses, "professional_statuses", optional, "All professional statuses held, as codes with ; between. Those you leave out are ended.", further},
    {registration_number, "registration_number", optional, "The registration number of the first professional status.", further},
    {registration_until, "registration_until", optional, "The day on which that registration runs out.", further},
    {skills, "skills", optional, "All skills, as codes with ; between. Those you leave out are ended.", further},
    {languages, "languages", optional, "All languages other than English in which the person can work, as codes with ; between.", further},
    {last_supervision, "last_supervision", optional, "The day of the last supervision.", further},
    {last_appraisal, "last_appraisal", optional, "The day of the last appraisal.", further},
    {sickness_from, "sickness_from", optional, "First day of the period that sickness_days_lost is about: 1 April, for example. Each period once; the same first day again corrects it. Shown to those only who may see it.", further},
    {sickness_until, "sickness_until", optional, "Last day of that period.", further},
    {sickness_days_lost, "sickness_days_lost", optional, "Working days lost to sickness in that period, in half days or to two decimals; 0 where none were lost. Never anything about the illness.", further},
    {identity_check, "identity_check", optional, "The day on which identity was checked.", further},
    {right_to_work_check, "right_to_work_check", optional, "The day on which the right to work was checked.", further},
    {references_check, "references_check", optional, "The day on which references were checked.", further},
    {criminal_record_check, "criminal_record_check", optional, "The day of the criminal record certificate.", further},
    {criminal_record_number, "criminal_record_number", optional, "The number of that certificate.", further},
    {barred_list_check, "barred_list_check", optional, "The day on which the barred list was checked.", further},
    {prohibition_check, "prohibition_check", optional, "The day on which prohibition from teaching was checked.", further},
    {section_128_check, "section_128_check", optional, "The day on which prohibition from management (section 128) was checked.", further},
    {overseas_check, "overseas_check", optional, "The day on which overseas checks were done.", further},
    {childcare_disqualification_check, "childcare_disqualification_check", optional, "The day on which disqualification for childcare was checked.", further},
    {required_qualification_check, "required_qualification_check", optional, "The day on which the required qualification was checked.", further},
});
constexpr auto staff_signs = std::to_array<std::string_view>({"staff_reference", "role"});

constexpr auto fact_columns = std::to_array<ProfileColumn>({
    {organisation, "organisation", optional, "The organisation's code in Kith. May be left out when the file is handed in for one organisation.", further},
    {staff_reference, "staff_reference", needed, "The reference of the person, as in the staff return."},
    {fact_kind, "kind", needed, "qualification, professional_status, skill, language, training, supervision, appraisal, check or absence."},
    {fact_code, "code", needed, "A code of the list of that kind. Empty for supervision and appraisal."},
    {fact_detail, "detail", optional, "The level of a qualification, the proficiency in a skill or language, the outcome of a check, the working days lost to an absence.", further},
    {fact_on, "on", optional, "The day it was gained, done or held; the first day of an absence.", further},
    {fact_until, "until", optional, "The day on which it runs out, or on which your own policy asks for a recheck; the last day of an absence.", further},
    {fact_number, "number", optional, "The number of a registration or certificate.", further},
    {fact_words, "words", optional, "Who provided a training, for example. Never anything about a person's health or record.", further},
    {fact_removed, "removed", optional, "yes: this is not so any more, or never was.", further},
});
constexpr auto fact_signs = std::to_array<std::string_view>({"staff_reference", "kind", "code"});

constexpr Profile staff{.id = "kith-staff-1", .title = "Kith staff return", .of = FileOf::jobs, .columns = staff_columns, .recognised_by = staff_signs,
                        .role_list = "roles"};
constexpr Profile facts{.id = "kith-facts-1", .title = "Kith file of facts about staff", .of = FileOf::facts, .columns = fact_columns,
                        .recognised_by = fact_signs};
}  // namespace

const Profile& kith_staff_profile() { return staff; }
const Profile& kith_facts_profile() { return facts; }

}  // namespace kith::intake
