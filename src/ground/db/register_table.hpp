#pragma once
// A register table: append-only versions of the things of one kind. Each room declares its own; the SQL stands in its migration.
#include "db/value.hpp"

namespace kith::db {

struct Column {
    std::string_view name;
    Kind kind = Kind::text;
};

/// In SQL a register table has, besides its own columns (none of them with a DEFAULT):
///   row_id   INTEGER PRIMARY KEY                        one version
///   id       INTEGER NOT NULL                           the thing it is a version of
///   made_by  INTEGER NOT NULL REFERENCES change_set(id)
///   ended_by INTEGER REFERENCES change_set(id)          NULL while current
///   salt     BLOB                                       NULL once a value of the row was erased
///   digest   BLOB NOT NULL
/// with a unique index on (id) WHERE ended_by IS NULL, and indexes on (made_by) and on (ended_by) WHERE ended_by IS NOT NULL: a full
/// index on ended_by tempts SQLite to read every current row. Columns may be added by a later migration (NULL in rows there are),
/// never renamed or dropped: the digests name them.
struct RegisterTable {
    std::string_view name;
    std::vector<Column> columns;  ///< its own, without the six above
};

}  // namespace kith::db
