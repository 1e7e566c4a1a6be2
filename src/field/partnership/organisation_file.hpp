#pragma once
// Two files by which a partnership's organisations and settings come in: what each row says, what stands in the way of it, and what taking
// it would change. Pure: no SQL, no pages. The returns room asks for it and carries the plan out through organisation_plan.hpp.
#include "files/csv_table.hpp"
#include "partnership/organisation.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kith::partnership {

enum class FileSeverity : std::uint8_t { error, warning, note };

/// As a finding of the returns room, without the file's name.
struct FileFinding {
    std::int64_t line = 0;
    std::string column;
    std::string rule;  ///< stable: "P-ORG-1"
    FileSeverity severity = FileSeverity::error;
    std::string message;
    bool operator==(const FileFinding&) const = default;
};

/// The codes that files may use. An empty list is not held against a row.
struct KnownCodes {
    std::vector<std::string> sectors;
    std::vector<std::string> organisation_kinds;
    std::vector<std::string> setting_kinds;
};

/// A setting as a file has it, naming its organisation and locality by their codes.
struct SettingRow {
    std::int64_t line = 0;
    std::string organisation_code;
    std::string locality_code;
    std::string locality_name;
    Setting setting;
};

struct OrganisationRow {
    std::int64_t line = 0;
    Organisation organisation;
};

struct OrganisationFile {
    std::int64_t rows = 0;
    std::vector<OrganisationRow> organisations;  ///< rows without an error
    std::vector<FileFinding> findings;
};

struct SettingFile {
    std::int64_t rows = 0;
    std::vector<SettingRow> settings;  ///< rows without an error
    std::vector<FileFinding> findings;
};

/// organisation_code, name, kind, ownership, sector, expected_headcount, opened_on; the last two may be left out.
bool is_organisation_file(const files::CsvTable& table);
/// organisation, setting_code, name, kind, locality_code, locality_name, postcode; the last three may be left out.
bool is_setting_file(const files::CsvTable& table);
OrganisationFile read_organisations(const files::CsvTable& table, const KnownCodes& known);
SettingFile read_settings(const files::CsvTable& table, const KnownCodes& known);

/// The header of each with one made-up row, to start from.
std::string organisation_template();
std::string setting_template();

/// What the register holds now, by code; a setting under its organisation's code and its own.
struct HeldPartnership {
    std::map<std::string, Locality> localities;
    std::map<std::string, Organisation> organisations;
    std::map<std::pair<std::string, std::string>, Setting> settings;
};

/// What taking a file would write. A value that a file does not have is left as it stands.
struct PartnershipPlan {
    struct PlannedSetting {
        Setting setting;  ///< whole; organisation and locality are found by these codes when it is written
        std::string organisation_code;
        std::string locality_code;
    };
    std::vector<Locality> new_localities;
    std::vector<Locality> changed_localities;
    std::vector<Organisation> new_organisations;
    std::vector<Organisation> changed_organisations;
    std::vector<PlannedSetting> new_settings;
    std::vector<PlannedSetting> changed_settings;
    std::int64_t unchanged = 0;
    bool is_empty() const
    {
        return new_localities.empty() && changed_localities.empty() && new_organisations.empty() && changed_organisations.empty()
            && new_settings.empty() && changed_settings.empty();
    }
};

PartnershipPlan plan_for(const OrganisationFile& file, const HeldPartnership& held);
/// Settings of organisations that are not held are left out, each with a finding added to `file`.
PartnershipPlan plan_for(SettingFile& file, const HeldPartnership& held);

}  // namespace kith::partnership
