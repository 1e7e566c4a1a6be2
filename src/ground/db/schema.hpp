#pragma once
// What the database says of its own tables, read from its catalogue. How verify, undo, dump and load know every table without
// being told by the rooms.
#include "db/transaction.hpp"

#include <string>
#include <vector>

namespace kith::db {

struct TableColumn {
    std::string name;
    Kind kind = Kind::unknown;
    bool not_null = false;
    bool numbers_itself = false;  ///< INTEGER PRIMARY KEY
};

struct Table {
    std::string name;
    std::vector<TableColumn> columns;  ///< in their order
    std::vector<std::string> key;      ///< the primary key's columns
    bool is_register() const;          ///< has row_id, id, made_by, ended_by, salt and digest
    /// Columns of a register table that are its own, in the order of their names: the order of digests.
    std::vector<TableColumn> own_columns() const;
};

/// Every table, by name.
std::vector<Table> tables_of(Reader& reader);
std::vector<Table> register_tables_of(Reader& reader);
bool has_table(Reader& reader, std::string_view name);

/// `tables` so ordered that each comes after those its foreign keys point at (itself apart). Throws where they run in a circle.
std::vector<Table> in_filling_order(Reader& reader, std::vector<Table> tables);
/// After rows were given their keys: makes tables that number themselves go on behind the highest.
void continue_numbering(Writer& writer);

/// What stands in a cell whose value was erased: NULL, or "erased", 0 or no bytes where the column may not be NULL.
Value erased_mark(const TableColumn& column);

/// The schema as text, the same for the same schema: what migrations/schema.<engine>.sql holds.
std::string schema_dump(Reader& reader);

}  // namespace kith::db
