#pragma once
// What one configuration stands for once its files are opened: the database and the key. The server adds the rest.
#include "app/configuration.hpp"
#include "db/database.hpp"

#include <string>

namespace kith::app {

/// Opens the database of the configuration, with the password from its file. Throws db::DatabaseError.
db::Database open_database(const Configuration& configuration);

/// The same, brought up to date with this program's migrations.
db::Database open_current_database(const Configuration& configuration);

/// "SQLite, FILE" or "PostgreSQL" without its address: what may be shown.
std::string engine_words(const Configuration& configuration);

}  // namespace kith::app
