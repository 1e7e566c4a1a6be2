#include "db/schema.hpp"

#include "db/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace kith::db {
namespace {

constexpr std::array<std::string_view, 6> version_columns{"row_id", "id", "made_by", "ended_by", "salt", "digest"};

Kind kind_named(std::string_view type)
{
    if (type == "INTEGER" || type == "bigint" || type == "integer") return Kind::integer;
    if (type == "REAL" || type == "double precision") return Kind::real;
    if (type == "TEXT" || type == "text") return Kind::text;
    if (type == "BLOB" || type == "bytea") return Kind::blob;
    return Kind::unknown;
}

constexpr const char* sqlite_columns =
    "SELECT t.name AS table_name, c.name AS column_name, c.type AS type, c.\"notnull\" AS not_null, c.pk AS key_place FROM sqlite_schema t "
    "JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY t.name, c.cid";

constexpr const char* postgresql_columns =
    "SELECT t.relname::text AS table_name, a.attname::text AS column_name, format_type(a.atttypid, a.atttypmod) AS type, "
    "a.attnotnull AS not_null, COALESCE(array_position(k.conkey, a.attnum), 0) AS key_place FROM pg_class t "
    "JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped "
    "LEFT JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'p' "
    "WHERE t.relkind = 'r' AND t.relnamespace = current_schema()::regnamespace ORDER BY t.relname::text COLLATE \"C\", a.attnum";

void finish(Table& table, std::vector<std::pair<std::int64_t, std::string>>& key)
{
    std::ranges::sort(key);
    for (auto& [place, name] : key) table.key.push_back(std::move(name));
    key.clear();
    for (auto& column : table.columns) {
        column.numbers_itself = table.key.size() == 1 && table.key[0] == column.name && column.kind == Kind::integer;
    }
}

}  // namespace

bool Table::is_register() const
{
    return std::ranges::all_of(version_columns, [this](std::string_view wanted) {
        return std::ranges::find(columns, wanted, &TableColumn::name) != columns.end();
    });
}

std::vector<TableColumn> Table::own_columns() const
{
    std::vector<TableColumn> own;
    for (const auto& column : columns) {
        if (std::ranges::find(version_columns, column.name) == version_columns.end()) own.push_back(column);
    }
    std::ranges::sort(own, {}, &TableColumn::name);
    return own;
}

std::vector<Table> tables_of(Reader& reader)
{
    std::vector<Table> tables;
    std::vector<std::pair<std::int64_t, std::string>> key;
    reader.each(reader.engine() == Engine::sqlite ? sqlite_columns : postgresql_columns, [&](const Row& row) {
        auto name = row.get<std::string>("table_name");
        if (tables.empty() || tables.back().name != name) {
            if (!tables.empty()) finish(tables.back(), key);
            tables.push_back({name, {}, {}});
        }
        auto column = row.get<std::string>("column_name");
        tables.back().columns.push_back({column, kind_named(row.get<std::string>("type")), row.get<bool>("not_null"), false});
        if (auto place = row.get<std::int64_t>("key_place"); place > 0) key.emplace_back(place, column);
    });
    if (!tables.empty()) finish(tables.back(), key);
    return tables;
}

std::vector<Table> register_tables_of(Reader& reader)
{
    auto tables = tables_of(reader);
    std::erase_if(tables, [](const Table& table) { return !table.is_register(); });
    return tables;
}

bool has_table(Reader& reader, std::string_view name)
{
    const char* sql = reader.engine() == Engine::sqlite
                          ? "SELECT 1 AS found FROM sqlite_schema WHERE type = 'table' AND name = $1"
                          : "SELECT 1 AS found FROM pg_class WHERE relkind = 'r' AND relname::text = $1 AND relnamespace = current_schema()::regnamespace";
    return reader.one(sql, name).has_value();
}

std::vector<Table> in_filling_order(Reader& reader, std::vector<Table> tables)
{
    std::map<std::string, std::set<std::string>> awaits;
    reader.each(reader.engine() == Engine::sqlite
                    ? "SELECT t.name AS child, f.\"table\" AS parent FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f WHERE t.type = 'table'"
                    : "SELECT c.relname::text AS child, p.relname::text AS parent FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid "
                      "JOIN pg_class p ON p.oid = k.confrelid WHERE k.contype = 'f' AND c.relnamespace = current_schema()::regnamespace",
                [&](const Row& row) {
                    if (row.value("child") != row.value("parent")) awaits[row.get<std::string>("child")].insert(row.get<std::string>("parent"));
                });
    std::vector<Table> ordered;
    while (!tables.empty()) {
        auto next = std::ranges::find_if(tables, [&](const Table& table) { return awaits[table.name].empty(); });
        if (next == tables.end()) throw DatabaseError(Failure::other, "foreign keys of the schema run in a circle");
        for (auto& [child, parents] : awaits) parents.erase(next->name);
        ordered.push_back(std::move(*next));
        tables.erase(next);
    }
    return ordered;
}

void continue_numbering(Writer& writer)
{
    if (writer.engine() == Engine::sqlite) return;  // SQLite looks at the highest by itself
    for (const auto& table : tables_of(writer)) {
        for (const auto& column : table.columns) {
            if (!column.numbers_itself) continue;
            writer.all(fmt::format("SELECT setval(s, (SELECT MAX({1}) FROM {0})) FROM pg_get_serial_sequence($1, $2) s "
                                   "WHERE s IS NOT NULL AND EXISTS (SELECT 1 FROM {0} WHERE {1} > 0)", table.name, column.name),
                       table.name, column.name);
        }
    }
}

namespace {

std::string sqlite_dump(Reader& reader)
{
    std::string dump;
    reader.each("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY tbl_name, type DESC, name",
                [&](const Row& row) { dump += row.get<std::string>("sql") + ";\n\n"; });
    return dump;
}

std::string postgresql_columns_of(Reader& reader, const std::string& table)
{
    std::string lines;
    reader.each("SELECT a.attname::text AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS not_null, "
                "a.attidentity::text AS identity, COALESCE(pg_get_expr(d.adbin, d.adrelid), '') AS given FROM pg_attribute a "
                "LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum "
                "WHERE a.attrelid = to_regclass($1)::oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum",
                [&](const Row& row) {
                    auto given = row.get<std::string>("given");
                    lines += fmt::format("    {} {}{}{}{}\n", row.get<std::string>("name"), row.get<std::string>("type"),
                                         row.get<bool>("not_null") ? " NOT NULL" : "", row.get<std::string>("identity").empty() ? "" : " IDENTITY",
                                         given.empty() ? "" : " DEFAULT " + given);
                },
                table);
    return lines;
}

/// Not for running: PostgreSQL has no such dump inside the server. For reading, and for comparing.
std::string postgresql_dump(Reader& reader)
{
    std::string dump;
    for (const auto& table : tables_of(reader)) {
        dump += fmt::format("TABLE {}\n{}", table.name, postgresql_columns_of(reader, table.name));
        reader.each("SELECT conname::text AS name, pg_get_constraintdef(oid) AS rule FROM pg_constraint WHERE conrelid = to_regclass($1)::oid "
                    "ORDER BY conname::text COLLATE \"C\"",
                    [&](const Row& row) { dump += fmt::format("    {}: {}\n", row.get<std::string>("name"), row.get<std::string>("rule")); },
                    table.name);
        reader.each("SELECT replace(indexdef, ' ' || schemaname || '.', ' ') AS rule FROM pg_indexes WHERE schemaname = current_schema() AND tablename = $1 "
                    "ORDER BY indexname COLLATE \"C\"",
                    [&](const Row& row) { dump += fmt::format("    {}\n", row.get<std::string>("rule")); }, table.name);
        dump += "\n";
    }
    return dump;
}

}  // namespace

std::string schema_dump(Reader& reader)
{
    std::string head = "-- Written by ./dev golden from the migrations; compared by db_test. Not read by the program.\n\n";
    return head + (reader.engine() == Engine::sqlite ? sqlite_dump(reader) : postgresql_dump(reader));
}

}  // namespace kith::db
