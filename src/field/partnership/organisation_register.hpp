#pragma once
// The public door to what the partnership holds of its area, localities, organisations and settings: functions that take a transaction
// and values. Who may call them is decided before.
#include "access/reach.hpp"
#include "db/change_set.hpp"
#include "partnership/organisation.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace kith::partnership {

/// How the four tables are journalled and exported (see db::RegisterTable).
const db::RegisterTable& area_table();
const db::RegisterTable& locality_table();
const db::RegisterTable& organisation_table();
const db::RegisterTable& setting_table();

/// The area, once it has been named.
std::optional<Area> find_area(db::Reader& reader);
/// All, by name (localities, organisations) or by organisation and code (settings); closed ones too.
std::vector<Locality> all_localities(db::Reader& reader);
std::vector<Organisation> all_organisations(db::Reader& reader);
std::vector<Setting> all_settings(db::Reader& reader);
/// Whether any organisation is recorded, open or closed. One statement.
bool has_organisations(db::Reader& reader);
/// Organisations within `reach`: its own, and those with a setting in its localities. By name.
std::vector<Organisation> organisations_within(db::Reader& reader, const access::Reach& reach);
/// Settings of one organisation, by name.
std::vector<Setting> settings_of(db::Reader& reader, OrganisationId organisation);
/// Settings of one locality, by name.
std::vector<Setting> settings_in(db::Reader& reader, LocalityId locality);

/// Each of these gives the one that is asked for, closed ones too, or ProblemKind::not_found.
Result<Organisation> find_organisation(db::Reader& reader, const PublicId& id);
Result<Organisation> find_organisation(db::Reader& reader, OrganisationId id);
Result<Organisation> find_organisation_with_code(db::Reader& reader, std::string_view code);
Result<Locality> find_locality(db::Reader& reader, const PublicId& id);
Result<Setting> find_setting(db::Reader& reader, const PublicId& id);

/// Adds what is given; its id and public id are made here. The values are checked first; a code that is taken is a conflict on "code".
Result<Area> add(db::ChangeSet& changes, Area area, Instant now);
Result<Locality> add(db::ChangeSet& changes, Locality locality, Instant now);
Result<Organisation> add(db::ChangeSet& changes, Organisation organisation, Instant now);
Result<Setting> add(db::ChangeSet& changes, Setting setting, Instant now);

/// Puts these values in place of the current ones of the same id, checked as for a new one; ProblemKind::not_found where the id is unknown.
Result<void> change(db::ChangeSet& changes, const Area& area);
Result<void> change(db::ChangeSet& changes, const Locality& locality);
Result<void> change(db::ChangeSet& changes, const Organisation& organisation);
Result<void> change(db::ChangeSet& changes, const Setting& setting);

}  // namespace kith::partnership
