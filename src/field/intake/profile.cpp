#include "intake/profile.hpp"

#include "base/text.hpp"
#include "files/text_encoding.hpp"

#include <algorithm>
#include <array>

namespace kith::intake {
namespace {
using enum Field;

constexpr auto kith_columns = std::to_array<ProfileColumn>({
    {organisation, "organisation", false, "The organisation's code in Kith. May be left out when the return is handed in for one organisation."},
    {staff_reference, "staff_reference", true, "Your own reference for the person, the same each time: a payroll number, for example. Up to 50 characters."},
    {family_name, "family_name", false, "Family name, as the person writes it."},
    {given_name, "given_name", false, "Given name, as the person writes it."},
    {date_of_birth, "date_of_birth", false, "27/03/1984 or 1984-03-27."},
    {national_insurance_number, "national_insurance_number", false, "Two letters, six digits, and a letter from A to D. Kept encrypted; used to find the same person twice."},
    {engagement_reference, "engagement_reference", false, "Your own reference for the job, where a person holds more than one. May be left empty."},
    {role, "role", true, "A code of the list of roles."},
    {sector, "sector", false, "A code of the list of sectors."},
    {breadth, "breadth", false, "core: works with children and families all the time. wider: part of the time."},
    {contract, "contract", false, "A code of the list of kinds of contract."},
    {fte, "fte", false, "Full-time equivalent: 1 is full time, 0.6 is three days of five. At most three decimals."},
    {hours, "hours", false, "Contracted hours a week. Used to work out the FTE (hours ÷ 37) where fte is empty."},
    {setting, "setting", false, "The setting's code in Kith."},
    {locality, "locality", false, "The locality's code in Kith. Where it is empty the setting's locality is taken."},
    {start_date, "start_date", true, "First day of the job."},
    {end_date, "end_date", false, "Last day of the job; empty while it runs on."},
    {terms_from, "terms_from", false, "The day from which this row's role, FTE, contract and place hold. Empty: from the start of a new job, or from the day of handing in where they changed."},
});
constexpr auto kith_signs = std::to_array<std::string_view>({"staff_reference", "role"});

constexpr auto asc_staff_columns = std::to_array<ProfileColumn>({
    {workplace, "LOCALESTID", true, ""}, {staff_reference, "UNIQUEWORKERID", true, ""}, {status, "STATUS", false, ""},
    {national_insurance_number, "NINUMBER", false, ""}, {date_of_birth, "DOB", false, ""}, {start_date, "STARTDATE", true, ""},
    {contract, "EMPLSTATUS", false, ""}, {role, "MAINJOBROLE", true, ""}, {hours, "CONTHOURS", false, ""}, {average_hours, "AVGHOURS", false, ""},
});
constexpr auto asc_staff_signs = std::to_array<std::string_view>({"LOCALESTID", "UNIQUEWORKERID", "MAINJOBROLE"});
constexpr auto asc_staff_not_taken = std::to_array<std::string_view>(
    {"CHGUNIQUEWRKID", "TRANSFERSTAFFRECORD", "DISPLAYID", "POSTCODE", "GENDER", "ETHNICITY", "NATIONALITY", "BRITISHCITIZENSHIP", "COUNTRYOFBIRTH",
     "YEAROFENTRY", "DISABLED", "CARECERT", "L2CARECERT", "RECSOURCE", "HANDCVISA", "INOUTUK", "STARTINSECT", "DHA", "APPRENTICE", "ZEROHRCONT",
     "DAYSSICK", "SALARYINT", "SALARY", "HOURLYRATE", "MAINJRDESC", "OTHERJOBROLE", "OTHERJRDESC", "NMCREG", "NURSESPEC", "AMHP", "SCQUAL",
     "NONSCQUAL", "CWPCATEGORY"});

constexpr auto asc_workplace_columns = std::to_array<ProfileColumn>({
    {workplace, "LOCALESTID", true, ""}, {status, "STATUS", false, ""}, {name, "ESTNAME", true, ""}, {postcode, "POSTCODE", false, ""},
    {establishment_type, "ESTTYPE", false, ""}, {main_service, "MAINSERVICE", false, ""}, {all_services, "ALLSERVICES", false, ""},
    {capacities, "CAPACITY", false, ""}, {utilisations, "UTILISATION", false, ""}, {service_descriptions, "SERVICEDESC", false, ""},
    {declared_total, "TOTALPERMTEMP", false, ""}, {all_job_roles, "ALLJOBROLES", false, ""}, {starters, "STARTERS", false, ""},
    {leavers, "LEAVERS", false, ""}, {vacancies, "VACANCIES", false, ""}, {reasons, "REASONS", false, ""}, {reason_counts, "REASONNOS", false, ""},
});
constexpr auto asc_workplace_signs = std::to_array<std::string_view>({"LOCALESTID", "ESTNAME"});
constexpr auto asc_workplace_not_taken = std::to_array<std::string_view>(
    {"ADDRESS1", "ADDRESS2", "ADDRESS3", "POSTTOWN", "OTHERTYPE", "PERMCQC", "PERMLA", "SHARELA", "REGTYPE", "PROVNUM", "LOCATIONID", "SERVICEUSERS",
     "OTHERUSERDESC", "DHA", "DHAACTIVITIES", "REPEATTRAINING", "CWPAWARE", "CWPUSE", "CWPUSEDESC", "SICKPAY", "PENSION", "ACTUALCONT", "OPTOUTPEN",
     "HOLIDAY", "SLEEPINS", "SLEEPINPAY", "TRAVELTIME", "TTDIFFRATE"});

constexpr Profile kith_staff{.id = "kith-staff-1", .title = "Kith staff return", .columns = kith_columns, .recognised_by = kith_signs,
                             .not_taken = {}, .role_list = "roles", .of_adult_social_care = false};
constexpr Profile asc_staff{.id = "asc-wds-staff-2019", .title = "Adult social care workforce data set, staff file (2019 layout)",
                            .columns = asc_staff_columns, .recognised_by = asc_staff_signs, .not_taken = asc_staff_not_taken,
                            .role_list = "asc-wds-2019-job-roles", .of_adult_social_care = true};
constexpr Profile asc_workplaces{.id = "asc-wds-workplaces-2019", .title = "Adult social care workforce data set, workplace file (2019 layout)",
                                 .columns = asc_workplace_columns, .recognised_by = asc_workplace_signs, .not_taken = asc_workplace_not_taken,
                                 .role_list = {}, .of_adult_social_care = true};
constexpr std::array<const Profile*, 3> profiles{&kith_staff, &asc_staff, &asc_workplaces};

bool same_name(std::string_view one, std::string_view other) { return lower_ascii(one) == lower_ascii(other); }

/// QUALACH01, QUALACH01NOTES, QUALACH02 and so on, however many there are.
bool is_qualification_column(std::string_view column)
{
    return lower_ascii(column.substr(0, 7)) == "qualach";
}

template <class HasColumn>
const Profile* recognised(HasColumn has_column)
{
    for (const auto* profile : profiles)
        if (std::ranges::all_of(profile->recognised_by, has_column)) return profile;
    return nullptr;
}
}  // namespace

const Profile& kith_staff_profile() { return kith_staff; }
const Profile& adult_social_care_staff_2019() { return asc_staff; }
const Profile& adult_social_care_workplaces_2019() { return asc_workplaces; }

std::string_view Profile::column_of(Field field) const
{
    auto found = std::ranges::find(columns, field, &ProfileColumn::field);
    return found == columns.end() ? std::string_view{} : found->name;
}

const Profile* recognise(const files::CsvTable& table)
{
    return recognised([&](std::string_view name) { return table.column(name).has_value(); });
}

const Profile* recognise_start(std::string_view bytes)
{
    constexpr std::size_t longest_header = 64 * 1024;
    auto decoded = files::decode(std::string{bytes.substr(0, longest_header)});
    if (!decoded) return nullptr;
    std::string_view text = decoded->text;
    if (lower_ascii(text.substr(0, 4)) == "sep=") text.remove_prefix(std::min(text.size(), text.find_first_of("\r\n")));
    files::CsvReader reader{text, files::detect_delimiter(text)};
    files::CsvRecord record;
    auto is_blank = [](std::string_view cell) { return trimmed(cell).empty(); };
    do {
        auto more = reader.next(record);
        if (!more || !*more) return nullptr;
    } while (std::ranges::all_of(record.cells, is_blank));
    return recognised([&](std::string_view name) {
        return std::ranges::any_of(record.cells, [&](std::string_view cell) { return same_name(trimmed(cell), name); });
    });
}

ColumnPlaces places_in(const files::CsvTable& table, const Profile& profile)
{
    ColumnPlaces places;
    places.place.assign(static_cast<std::size_t>(count_of_fields), ColumnPlaces::absent);
    std::vector<bool> used(table.header().size());
    for (const auto& column : profile.columns) {
        if (auto at = table.column(column.name)) {
            places.place[static_cast<std::size_t>(column.field)] = *at;
            used[*at] = true;
        } else {
            (column.needed ? places.missing_needed : places.missing_optional).emplace_back(column.name);
        }
    }
    for (std::size_t at = 0; at < used.size(); ++at) {
        auto written = table.header()[at];
        if (used[at] || written.empty() || same_name(written, mend_column)) continue;
        bool known = std::ranges::any_of(profile.not_taken, [&](auto other) { return same_name(written, other); }) ||
                     (profile.of_adult_social_care && is_qualification_column(written));
        (known ? places.not_taken : places.unknown).emplace_back(clipped(written, 60));
    }
    return places;
}

}  // namespace kith::intake
