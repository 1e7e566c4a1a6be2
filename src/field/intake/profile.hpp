#pragma once
// Formats of staff, facts, training and workplace files as data: which column is which field, by name, in any order and case. A new year's
// layout is a new profile, not new code.
#include "files/csv_table.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::intake {

/// What a column can mean to Kith.
enum class Field : std::uint8_t {
    row,  ///< no column: the row as a whole
    organisation, staff_reference, family_name, given_name, date_of_birth, national_insurance_number, sex, ethnicity, disability,
    engagement_reference, role, sector, breadth, contract, fte, hours, average_hours, pattern, pay, pay_period, hourly_rate, terms_set,
    pension_scheme, manager, caseload, seconded_from, seconded_to, setting, locality, start_date, end_date, terms_from, origin,
    reason_for_leaving, destination, status,
    // facts in columns of their own
    qualifications, professional_statuses, registration_number, registration_until, skills, languages, last_supervision, last_appraisal,
    sickness_from, sickness_until, sickness_days_lost,
    identity_check, right_to_work_check, references_check, criminal_record_check, criminal_record_number, barred_list_check, prohibition_check,
    section_128_check, overseas_check, childcare_disqualification_check, required_qualification_check,
    // of files of facts, one to a row, and of training files
    fact_kind, fact_code, fact_detail, fact_on, fact_until, fact_number, fact_words, fact_removed,
    accredited, who_delivered, how_delivered, validity,
    // of the adult social care worker file: checked, and held where Kith has a place for it
    workplace, worker_postcode, nationality, british_citizenship, country_of_birth, year_of_entry, care_certificate, care_certificate_2,
    health_visa, in_united_kingdom, started_in_sector, delegated_healthcare, apprentice, zero_hours, days_sick, salary, job_description,
    nursing_registration, approved_mental_health_professional, social_care_qualification, other_qualification, pathway_category,
    achieved_qualification,  ///< QUALACH01, QUALACH02 and so on: findings stand at the one that the rule's detail names
    // of workplace files
    name, postcode, establishment_type, other_type, registration_type, provider_number, location_number, main_service, all_services, capacities,
    utilisations, service_descriptions, declared_total, all_job_roles, starters, leavers, vacancies, reasons, reason_counts,
    count_of_fields
};

class CellTranslation;

struct ProfileColumn {
    Field field = Field::row;
    std::string_view name;
    bool needed = false;       ///< without it the file cannot be taken
    std::string_view meaning;  ///< for the template's guide
    bool further = false;      ///< many organisations do not hold it: its absence goes unsaid
};

/// What the rows of a file are.
enum class FileOf : std::uint8_t { jobs, facts, training, workplaces };

struct Profile {
    std::string_view id;     ///< "kith-staff-1": stands in findings, tests and the record of a return
    std::string_view title;  ///< "Kith staff return"
    FileOf of = FileOf::jobs;
    bool of_adult_social_care = false;
    std::span<const ProfileColumn> columns;
    std::span<const std::string_view> recognised_by;  ///< a file with all these columns is of this format ...
    std::span<const std::string_view> told_by;        ///< ... where it has one of these too, or there are none of these
    std::span<const std::string_view> not_taken;      ///< columns of the format that Kith does not hold
    std::string_view role_list;                       ///< code list of the role column
    const CellTranslation* translation = nullptr;     ///< of an extract read by a mapping: what its cells become; null where cells are read as they are

    /// The column's name in this format; empty for a field that it does not have.
    std::string_view column_of(Field field) const;
};

/// A staff return of Kith's own, a file of facts about staff, and their order in the guide.
const Profile& kith_staff_profile();
const Profile& kith_facts_profile();
/// The adult social care workforce data set: the layout in use, and that of 2019.
const Profile& adult_social_care_staff();
const Profile& adult_social_care_staff_2019();
const Profile& adult_social_care_training();
const Profile& adult_social_care_workplaces();
const Profile& adult_social_care_workplaces_2019();
/// All, those told by more columns first.
std::span<const Profile* const> every_profile();

/// The profile whose header this is; null where none is.
const Profile* recognise(const files::CsvTable& table);
/// The same for the beginning of a file's bytes, as far as the end of its header, or for a whole workbook: of the first sheet that has one.
const Profile* recognise_start(std::string_view bytes);

/// Where each field stands in this file, and which columns go unused.
struct ColumnPlaces {
    std::vector<std::size_t> place;  ///< by field; `absent` where the file has no such column
    std::vector<std::string> unknown;
    std::vector<std::string> not_taken;
    std::vector<std::string> missing_needed;
    std::vector<std::string> missing_optional;      ///< those further ones apart
    std::vector<std::size_t> qualification_places;  ///< QUALACH01, QUALACH02 and so on, as far as they run on without a gap
    bool qualifications_have_a_gap = false;
    static constexpr std::size_t absent = static_cast<std::size_t>(-1);
    std::size_t of(Field field) const { return place[static_cast<std::size_t>(field)]; }
    bool has(Field field) const { return of(field) != absent; }
};

ColumnPlaces places_in(const files::CsvTable& table, const Profile& profile);

/// The column that Kith adds to a file it hands back; passed over when the file comes in again.
inline constexpr std::string_view mend_column = "What to mend";

}  // namespace kith::intake
