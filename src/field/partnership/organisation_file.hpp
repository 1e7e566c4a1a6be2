#pragma once
// Two files by which a partnership's organisations and settings come in: what each row says, what stands in the way of it, and what taking
// it would change. Pure: no SQL, no pages. The returns room asks for it and carries the plan out through organisation_plan.hpp.
#include "files/csv_table.hpp"
#include "partnership/dated_file.hpp"
#include "partnership/organisation.hpp"
#include "partnership/register_number.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kith::partnership {

/// The codes that files may use. An empty list is not held against a row.
struct KnownCodes {
    std::vector<std::string> sectors;
    std::vector<std::string> organisation_kinds;
    std::vector<std::string> setting_kinds;
    std::vector<std::string> return_frequencies = {};
    std::vector<std::string> tiers = {};
    std::vector<std::string> deprivation_bands = {};
    std::vector<std::string> number_kinds = {};  ///< a column of this name holds such a number
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
    std::vector<NumberRow> numbers = {};  ///< from columns named as a kind of register number
    std::vector<LinkRow> parents = {};    ///< from the columns parent and parent_from
};

struct SettingFile {
    std::int64_t rows = 0;
    std::vector<SettingRow> settings;  ///< rows without an error
    std::vector<FileFinding> findings;
    std::vector<NumberRow> numbers = {};
};

/// organisation_code, name, kind, ownership, sector; and, where they are there, expected_headcount, opened_on, closed_on, returns_every, contact_name,
/// contact_job, contact_phone, contact_email, parent, parent_from, and a column for each kind of register number.
bool is_organisation_file(const files::CsvTable& table);
/// organisation, setting_code, name, kind; and, where they are there, locality_code, locality_name, postcode, opened_on, closed_on, tier, places,
/// deprivation_band, and a column for each kind of register number.
bool is_setting_file(const files::CsvTable& table);
OrganisationFile read_organisations(const files::CsvTable& table, const KnownCodes& known);
SettingFile read_settings(const files::CsvTable& table, const KnownCodes& known);

/// The header of each, to start from, with the columns of the kinds of number that the packs have now.
std::string organisation_template(const KnownCodes& known = {});
std::string setting_template(const KnownCodes& known = {});

/// What the register holds now, by code; a setting under its organisation's code and its own.
struct HeldPartnership {
    std::map<std::string, Locality> localities;
    std::map<std::string, Organisation> organisations;
    std::map<std::pair<std::string, std::string>, Setting> settings;
};

/// What is added and what is changed of one kind of dated thing.
template <class T>
struct Planned {
    std::vector<T> added;
    std::vector<T> changed;
    std::int64_t unchanged = 0;
};

/// What a file asks of the dated things. Ids below nought stand for what the same file adds: found by code when it is written.
struct DatedPlan {
    Planned<OrganisationLink> links;
    Planned<RegisterNumber> numbers;
    Planned<Cluster> clusters;
    Planned<ClusterSetting> cluster_settings;
    Planned<Team> teams;
    Planned<TeamMember> members;
    Planned<NamedLink> named_links;
    std::map<std::int64_t, std::string> organisation_codes;  ///< by id below nought
    std::map<std::int64_t, std::pair<std::string, std::string>> setting_codes;
    std::map<std::int64_t, std::string> cluster_codes;
    std::string written;  ///< every value that would be written, for the fingerprint
    std::int64_t writes() const;
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
    DatedPlan dated = {};
    std::vector<FileFinding> findings = {};  ///< what could only be seen beside what is held
    bool is_empty() const
    {
        return dated.writes() == 0 && new_localities.empty() && changed_localities.empty() && new_organisations.empty() && changed_organisations.empty()
            && new_settings.empty() && changed_settings.empty();
    }
};

PartnershipPlan plan_for(const OrganisationFile& file, const HeldPartnership& held);
/// Settings of organisations that are not held are left out, each with a finding added to `file`.
PartnershipPlan plan_for(SettingFile& file, const HeldPartnership& held);

/// What would be held once `plan` is carried out: what is new goes by ids below `last_id`, which is lowered.
HeldPartnership expected_after(HeldPartnership held, const PartnershipPlan& plan, std::int64_t& last_id);

}  // namespace kith::partnership
