// Erasing values: the value and its salt go for good, its leaf stays so that the chain still verifies.
#include "db/change_set.hpp"
#include "db/error.hpp"
#include "db/schema.hpp"
#include "db/seal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace kith::db {
namespace {

/// Of the open set's tables, which are asked for once: a person's erasure asks for them a hundred times.
const Table& table_named(Reader& reader, OpenSet& set, std::string_view name)
{
    if (set.registers.empty()) set.registers = register_tables_of(reader);
    for (const auto& table : set.registers) {
        if (table.name == name) return table;
    }
    throw DatabaseError(Failure::other, fmt::format("{} is not a register table", name));
}

const TableColumn& column_named(const Table& table, std::string_view name)
{
    auto found = std::ranges::find(table.columns, name, &TableColumn::name);
    if (found == table.columns.end()) throw std::invalid_argument(fmt::format("table {} has no column {}", table.name, name));
    return *found;
}

/// A row's salt becomes the salts of its values, so that one of them can go.
void split_salt(Writer& writer, const Table& table, std::int64_t row_id, const Bytes& salt)
{
    for (const auto& column : table.own_columns()) {
        writer.run("INSERT INTO kept_salt (table_name, row_id, column_name, salt) VALUES ($1, $2, $3, $4)", table.name, row_id, column.name,
                   bytes_of(leaf_salt(salt, column.name)));
    }
    writer.run(fmt::format("UPDATE {} SET salt = NULL WHERE row_id = $1", table.name), row_id);
}

void erase_in_row(Writer& writer, std::int64_t set, const Table& table, const TableColumn& column, const Row& row)
{
    auto row_id = row.get<std::int64_t>("row_id");
    if (auto salt = row.get<std::optional<Bytes>>("salt")) split_salt(writer, table, row_id, *salt);
    auto kept = writer.one("SELECT salt FROM kept_salt WHERE table_name = $1 AND row_id = $2 AND column_name = $3", table.name, row_id,
                           column.name);
    if (!kept) throw DatabaseError(Failure::other, fmt::format("a row of {} has no salt", table.name));
    auto leaf = leaf_of(hash_of(kept->get<Bytes>("salt")), row.value("value"));
    writer.run("DELETE FROM kept_salt WHERE table_name = $1 AND row_id = $2 AND column_name = $3", table.name, row_id, column.name);
    writer.run("INSERT INTO erased_value (table_name, row_id, column_name, leaf, erased_by) VALUES ($1, $2, $3, $4, $5)", table.name, row_id,
               column.name, bytes_of(leaf), set);
    writer.run(fmt::format("UPDATE {} SET {} = $1 WHERE row_id = $2", table.name, column.name), Argument{erased_mark(column)}, row_id);
}

}  // namespace

Value erased_mark(const TableColumn& column)
{
    if (!column.not_null) return {};
    switch (column.kind) {
    case Kind::integer: return std::int64_t{0};
    case Kind::real: return 0.0;
    case Kind::blob: return Bytes{};
    default: return std::string{"erased"};
    }
}

std::int64_t ChangeSet::erase(const RegisterTable& declared, std::int64_t id, std::string_view name)
{
    touch(declared.name);
    const auto& table = table_named(*writer_, *set_, declared.name);
    const auto& column = column_named(table, name);
    const auto* holds = column.kind == Kind::text ? "{0} IS NOT NULL AND {0} <> ''" : "{0} IS NOT NULL";  // an empty text is nothing to erase
    auto rows = writer_->all(fmt::format("SELECT row_id, salt, {0} AS value FROM {1} WHERE id = $1 AND {2} AND NOT EXISTS ("
                                         "SELECT 1 FROM erased_value e WHERE e.table_name = $2 AND e.row_id = {1}.row_id AND e.column_name = $3) "
                                         "ORDER BY row_id", name, table.name, fmt::format(fmt::runtime(holds), name)),
                             id, table.name, name);
    for (const auto& row : rows) erase_in_row(*writer_, set_->id, table, column, row);
    set_->erases = set_->erases || !rows.empty();
    return static_cast<std::int64_t>(rows.size());
}

void ChangeSet::erase_reason(std::int64_t change_set)
{
    must_be_open();
    auto row = writer_->one("SELECT reason_leaf FROM change_set WHERE id = $1 AND reason IS NOT NULL", change_set);
    if (!row) return;
    writer_->run("INSERT INTO erased_value (table_name, row_id, column_name, leaf, erased_by) VALUES ('change_set', $1, 'reason', $2, $3)",
                 change_set, row->get<Bytes>("reason_leaf"), set_->id);
    writer_->run("UPDATE change_set SET reason = NULL, reason_salt = NULL WHERE id = $1", change_set);
    set_->erases = true;
}

}  // namespace kith::db
