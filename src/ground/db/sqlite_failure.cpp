#include "db/sqlite_failure.hpp"

#include "base/text.hpp"
#include "db/error.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <string>
#include <vector>

namespace kith::db {
namespace {

/// Failures to write are told as a full disk, which they nearly always are. The log's index is a file that grows too.
bool is_write(int code)
{
    return code == SQLITE_IOERR_WRITE || code == SQLITE_IOERR_FSYNC || code == SQLITE_IOERR_TRUNCATE || code == SQLITE_IOERR_SHMSIZE;
}

Failure kind_of(int code)
{
    switch (code & 0xFF) {
    case SQLITE_FULL: return Failure::disk_full;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return Failure::busy;
    case SQLITE_CONSTRAINT: return Failure::constraint;
    case SQLITE_IOERR: return is_write(code) ? Failure::disk_full : Failure::lost;
    case SQLITE_CANTOPEN:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_READONLY: return Failure::lost;
    default: return Failure::other;
    }
}

std::vector<std::string> texts_of(sqlite3* handle, const char* sql, const std::string& argument)
{
    std::vector<std::string> found;
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr) == SQLITE_OK) {
        sqlite3_bind_text(statement, 1, argument.c_str(), -1, SQLITE_TRANSIENT);
        while (sqlite3_step(statement) == SQLITE_ROW) found.emplace_back(reinterpret_cast<const char*>(sqlite3_column_text(statement, 0)));
    }
    sqlite3_finalize(statement);
    return found;
}

/// SQLite names the columns of a broken unique rule; PostgreSQL names the rule. This finds the rule, by PostgreSQL's names.
std::string unique_rule(sqlite3* handle, std::string_view columns_broken)
{
    std::string table;
    std::vector<std::string> columns;
    for (auto part : split(columns_broken, ',')) {
        auto name = trimmed(part);
        auto dot = name.find('.');
        if (dot == name.npos) return std::string{columns_broken};
        table = name.substr(0, dot);
        columns.emplace_back(name.substr(dot + 1));
    }
    for (const auto& index : texts_of(handle, "SELECT name FROM pragma_index_list(?) WHERE \"unique\" = 1", table)) {
        if (texts_of(handle, "SELECT name FROM pragma_index_info(?)", index) != columns) continue;
        if (!index.starts_with("sqlite_autoindex_")) return index;
    }
    return table + "_" + joined(columns, "_") + "_key";
}

std::string constraint_of(sqlite3* handle, int code, std::string_view message)
{
    auto colon = message.find(": ");
    auto subject = colon == message.npos ? std::string_view{} : message.substr(colon + 2);
    switch (code) {
    case SQLITE_CONSTRAINT_UNIQUE: return unique_rule(handle, subject);
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID: return std::string{subject.substr(0, subject.find('.'))} + "_pkey";
    case SQLITE_CONSTRAINT_CHECK:
    case SQLITE_CONSTRAINT_NOTNULL: return std::string{subject};
    default: return {};
    }
}

}  // namespace

void throw_sqlite_failure(sqlite3* handle, std::string_view sql)
{
    int code = sqlite3_extended_errcode(handle);
    std::string message = sqlite3_errmsg(handle);
    auto kind = kind_of(code);
    auto statement = clipped(sql, 120);
    if (kind == Failure::disk_full) throw DatabaseError(kind, "the disk is full: nothing of this change was written");
    if (kind == Failure::busy) throw DatabaseError(kind, "the database is busy with another change");
    if (kind == Failure::constraint) {
        auto name = constraint_of(handle, code, message);
        throw DatabaseError(kind, fmt::format("a rule of the schema was broken: {} [{}]", name.empty() ? message : name, statement), name);
    }
    throw DatabaseError(kind, fmt::format("SQLite {}: {} [{}]", code, message, statement));
}

}  // namespace kith::db
