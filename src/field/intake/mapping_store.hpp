#pragma once
// Column mappings as the register holds them: every change is a change set and a version, and what stood before can be read again. Private to
// this room. Whatever lies outside the reach given is answered as not found.
#include "access/reach.hpp"
#include "db/change_set.hpp"
#include "intake/mapping_register.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::intake {

const db::RegisterTable& mapping_table();
const db::RegisterTable& mapping_column_table();
const db::RegisterTable& mapping_value_table();

/// The next version: only what differs from the current one is written. A conflict where someone else changed it since `mapping.version`.
Result<ColumnMapping> change(db::ChangeSet& changes, ColumnMapping mapping);

/// Mappings within reach, by organisation and name; without their columns and values. Retired ones too.
std::vector<ColumnMapping> list_mappings(db::Reader& reader, const access::Reach& reach);
/// Every mapping in use of any organisation with its columns and without its values: what may be copied as a layout.
std::vector<ColumnMapping> all_layouts(db::Reader& reader);
/// The mappings in use of one organisation (none: those for several organisations), whole.
std::vector<ColumnMapping> mappings_of(db::Reader& reader, const std::optional<access::OrganisationId>& organisation);

/// Whole, as it stands.
Result<ColumnMapping> find_mapping(db::Reader& reader, const PublicId& id, const access::Reach& reach);
/// Whole, as it stood at a version.
Result<ColumnMapping> find_mapping(db::Reader& reader, const PublicId& id, const access::Reach& reach, int version);

/// One version of a mapping, for its history.
struct MappingVersion {
    int version = 0;
    Instant made_at;
    std::optional<std::int64_t> account;
    std::string reason;
};
/// Newest first.
std::vector<MappingVersion> versions_of(db::Reader& reader, MappingId id);

}  // namespace kith::intake
