#pragma once
// Reads every version of one staff record, and the change sets behind them. Private to the room.
#include "db/change_set.hpp"
#include "workforce/record_history.hpp"

#include <map>
#include <span>

namespace kith::workforce {

/// All versions of the record, in four statements. The National Insurance number is not read.
RecordVersions load_versions(db::Reader& reader, StaffRecordId record);
/// The change sets with these ids, in one statement.
std::map<std::int64_t, db::ChangeSetEntry> load_change_sets(db::Reader& reader, std::span<const std::int64_t> ids);

}  // namespace kith::workforce
