#pragma once
// SQLite's result codes as DatabaseError; private to db.
#include <string_view>

struct sqlite3;

namespace kith::db {

/// Throws what the connection's last error means. `sql` is our own text and holds no values.
[[noreturn]] void throw_sqlite_failure(sqlite3* handle, std::string_view sql);

}  // namespace kith::db
