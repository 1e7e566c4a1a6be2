#pragma once
// What one configuration stands for once its files are opened: the database and the key. The server adds the rest.
#include "app/configuration.hpp"
#include "db/database.hpp"
#include "db/sealed.hpp"

#include <string>
#include <string_view>

namespace kith::app {

/// How to open the database of the configuration, with the password from its file. Throws db::DatabaseError where that cannot be read.
db::Options database_options(const Configuration& configuration);

/// Opens the database of the configuration, with the password from its file. Throws db::DatabaseError.
db::Database open_database(const Configuration& configuration);

/// The same, brought up to date with this program's migrations.
db::Database open_current_database(const Configuration& configuration);

/// The same where it is there and holds something: a name mistyped must not make a new, empty database whose chain then "holds".
Result<db::Database> open_existing_database(const Configuration& configuration);

/// What the name of the read log's own file adds to that of a SQLite database, and of its backup.
constexpr std::string_view reads_file_ending = ".reads";

/// Where the read log is: a file of its own beside a SQLite database; on PostgreSQL a table of the house's database, with connections and a
/// writer's turn of its own, so that a long accept keeps no page waiting.
db::Database open_read_log_database(const Configuration& configuration);

/// The key that seals National Insurance numbers. Where there is no key file, and the database holds nothing sealed, a new key is
/// made, readable by its owner only; where something is sealed and the key is not the one, the problem says which is missing.
Result<db::SealingKey> sealing_key(const Configuration& configuration, db::Database& database);

/// "SQLite, FILE" or "PostgreSQL" without its address: what may be shown.
std::string engine_words(const Configuration& configuration);

}  // namespace kith::app
