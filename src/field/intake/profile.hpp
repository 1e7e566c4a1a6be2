#pragma once
// Formats of staff and workplace files as data: which column is which field, by name, in any order and case. A new year's layout is a new
// profile, not new code.
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
    organisation, staff_reference, family_name, given_name, date_of_birth, national_insurance_number, engagement_reference, role, sector,
    breadth, contract, fte, hours, average_hours, setting, locality, start_date, end_date, terms_from, status,
    // of workplace files
    workplace, name, postcode, establishment_type, main_service, all_services, capacities, utilisations, service_descriptions, declared_total,
    all_job_roles, starters, leavers, vacancies, reasons, reason_counts,
    count_of_fields
};

struct ProfileColumn {
    Field field = Field::row;
    std::string_view name;
    bool needed = false;       ///< without it the file cannot be taken
    std::string_view meaning;  ///< for the template's guide
};

struct Profile {
    std::string_view id;     ///< "kith-staff-1": stands in findings, tests and the record of a return
    std::string_view title;  ///< "Kith staff return"
    std::span<const ProfileColumn> columns;
    std::span<const std::string_view> recognised_by;  ///< a file with all these columns is of this format
    std::span<const std::string_view> not_taken;      ///< columns of the format that Kith does not hold
    std::string_view role_list;                       ///< code list of the role column
    bool of_adult_social_care = false;

    /// The column's name in this format; empty for a field that it does not have.
    std::string_view column_of(Field field) const;
};

const Profile& kith_staff_profile();
const Profile& adult_social_care_staff_2019();
const Profile& adult_social_care_workplaces_2019();

/// The profile whose header this is; null where none is.
const Profile* recognise(const files::CsvTable& table);
/// The same for the beginning of a file's bytes, as far as the end of its header.
const Profile* recognise_start(std::string_view bytes);

/// Where each field stands in this file, and which columns go unused.
struct ColumnPlaces {
    std::vector<std::size_t> place;  ///< by field; `absent` where the file has no such column
    std::vector<std::string> unknown;
    std::vector<std::string> not_taken;
    std::vector<std::string> missing_needed;
    std::vector<std::string> missing_optional;
    static constexpr std::size_t absent = static_cast<std::size_t>(-1);
    std::size_t of(Field field) const { return place[static_cast<std::size_t>(field)]; }
    bool has(Field field) const { return of(field) != absent; }
};

ColumnPlaces places_in(const files::CsvTable& table, const Profile& profile);

/// The column that Kith adds to a file it hands back; passed over when the file comes in again.
inline constexpr std::string_view mend_column = "What to mend";

}  // namespace kith::intake
