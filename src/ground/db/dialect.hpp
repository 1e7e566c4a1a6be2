#pragma once
// From the portable SQL of the migrations to what each engine takes. Statements of stores need no translation.
#include "db/database.hpp"

#include <string>
#include <string_view>

namespace kith::db {

/// PostgreSQL: INTEGER becomes BIGINT, INTEGER PRIMARY KEY an identity column, REAL DOUBLE PRECISION, BLOB BYTEA.
/// SQLite: every table is made STRICT; one with the line `-- in order of its key` has its rows lie in that order and not in that of their
/// coming (WITHOUT ROWID), which PostgreSQL has no word for. Comments and quoted text stay as they are; a line that begins with `-- on postgresql: ` is a comment to SQLite
/// and a statement, as it stands, to PostgreSQL.
std::string in_dialect(Engine engine, std::string_view portable);

}  // namespace kith::db
