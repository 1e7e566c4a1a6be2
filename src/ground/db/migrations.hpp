#pragma once
// The schema's history: numbered, forward only, embedded in the program. Not a way to go back: that is restoring a backup.
#include "base/instant.hpp"
#include "db/database.hpp"

#include <span>
#include <string>
#include <vector>

namespace kith::db {

struct Migration {
    int number = 0;
    std::string name;  ///< "0001_change_sets"
    std::string sql;   ///< portable
};

/// migrations/*.sql, in order.
const std::vector<Migration>& embedded_migrations();

/// What the database keeps of an applied migration, to see that it is not edited later.
std::string migration_hash(const Migration& migration);

struct SchemaState {
    int applied = 0;  ///< the newest migration applied; 0 for an empty database
    int wanted = 0;   ///< the newest this program knows
};

/// Throws DatabaseError as migrate() does.
SchemaState schema_state(Database& database, std::span<const Migration> migrations = embedded_migrations());

/// Applies what is missing, each migration in one transaction, and answers the names of those applied. Throws DatabaseError
/// `other` where an applied migration has been edited since, the database is newer than this program, or a number was skipped.
std::vector<std::string> migrate(Database& database, Instant now, std::span<const Migration> migrations = embedded_migrations());

}  // namespace kith::db
