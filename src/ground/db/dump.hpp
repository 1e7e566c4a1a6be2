#pragma once
// The whole database as a stream that neither engine owns: how SQLite becomes PostgreSQL and back, and what a PostgreSQL backup is.
//
//   kith-dump 1
//   migration<TAB>NUMBER<TAB>NAME<TAB>HASH                       one line for each migration applied
//   table<TAB>NAME<TAB>COLUMN...                                 tables in an order in which they can be filled
//   CELL<TAB>CELL...                                             one line a row, in the order of the primary key
//   end<TAB>ROWS
//   checksum<TAB>BLAKE2b-256 of every byte before this line, in hexadecimal
//
// A CELL is "-" (NULL), "i12", "r4.25", "tTEXT" (with \\ \t \n \r) or "bHEX". Every row line follows its table's line.
#include "base/result.hpp"
#include "db/migrations.hpp"
#include "db/transaction.hpp"

#include <iosfwd>

namespace kith::db {

struct DumpCount {
    std::int64_t tables = 0;
    std::int64_t rows = 0;
};

/// Writes everything committed, as of one moment. The same database gives the same bytes on both engines.
DumpCount dump(Reader& reader, std::ostream& out);

/// Fills an empty database (no tables, or none that holds anything, else it is refused) from a dump, then verifies the chain, then applies the
/// migrations the dump lacks. `in` must be able to go back to its beginning. A `Problem` where the file is not a dump, is
/// cut short or altered, is of a newer program, or its chain does not hold; the database then holds no rows.
Result<DumpCount> load(Database& database, std::istream& in, Instant now);

}  // namespace kith::db
