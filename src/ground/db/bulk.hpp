#pragma once
// Rows on their way into a register table in bulk: salted and digested here, outside the writer's turn.
#include "db/database.hpp"
#include "db/register_table.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kith::db {

class PreparedRows {
public:
    /// `columns`: those that the rows give, in their order; the table's others are NULL. `random` is the database's.
    PreparedRows(const RegisterTable& table, std::vector<std::string_view> columns, const RandomBytes& random);
    /// One row: as many values as columns, of the columns' kinds, else it throws std::invalid_argument.
    void add(std::vector<Argument> values);
    std::size_t size() const { return rows_.size(); }
    bool is_empty() const { return rows_.empty(); }

private:
    friend class ChangeSet;
    void check(const std::vector<Argument>& values) const;
    std::string_view table_;
    std::vector<Column> columns_;
    std::vector<std::size_t> hashing_order_;
    RandomBytes random_;
    std::vector<unsigned char> spare_salts_;
    std::size_t salts_used_ = 0;
    std::vector<std::vector<Value>> rows_;  // row_id, id, made_by, ended_by, salt, digest, then its own columns
};

}  // namespace kith::db
