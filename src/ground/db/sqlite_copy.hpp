#pragma once
// SQLite's online backup, for what is no house's database as well: the log of reads has a file of its own.
#include <filesystem>

namespace kith::db {

/// Copies a SQLite database in one step, and checks the copy. Throws DatabaseError; `to` must not be there.
void copy_sqlite(const std::filesystem::path& from, const std::filesystem::path& to);
/// True where the file begins as SQLite's do.
bool is_sqlite_file(const std::filesystem::path& file);

}  // namespace kith::db
