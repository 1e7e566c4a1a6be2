#pragma once
// PostgreSQL's error states as DatabaseError; private to db.
#include <string_view>

struct pg_conn;
struct pg_result;

namespace kith::db {

/// Throws what a failed result, or (where there is none) the connection, means. The server's own message is passed on only for
/// states in which it cannot hold a value of a row.
[[noreturn]] void throw_postgresql_failure(pg_conn* connection, pg_result* result, std::string_view sql);

}  // namespace kith::db
