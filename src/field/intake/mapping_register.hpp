#pragma once
// The public door to column mappings: functions that take a transaction and values. Who may call them is decided before.
#include "db/change_set.hpp"
#include "intake/mapping.hpp"

namespace kith::intake {

/// Adds a mapping; its id, public id and version are made here. A name that another of the organisation has is a conflict on "name".
Result<ColumnMapping> add(db::ChangeSet& changes, ColumnMapping mapping, Instant now);

}  // namespace kith::intake
