#include "db/bulk.hpp"

#include "db/digest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <utility>

namespace kith::db {
namespace {

constexpr std::size_t salts_at_once = 256;  // one call for random bytes fills this many rows

const Column& column_of(const RegisterTable& table, std::string_view name)
{
    auto found = std::ranges::find(table.columns, name, &Column::name);
    if (found == table.columns.end()) throw std::invalid_argument(fmt::format("table {} declares no column {}", table.name, name));
    return *found;
}

}  // namespace

PreparedRows::PreparedRows(const RegisterTable& table, std::vector<std::string_view> columns, const RandomBytes& random)
    : table_(table.name), random_(random)
{
    for (auto name : columns) columns_.push_back(column_of(table, name));
    hashing_order_.resize(columns_.size());
    std::iota(hashing_order_.begin(), hashing_order_.end(), std::size_t{0});
    std::ranges::sort(hashing_order_, {}, [this](std::size_t i) { return columns_[i].name; });
    auto twice = std::ranges::adjacent_find(hashing_order_, {}, [this](std::size_t i) { return columns_[i].name; });
    if (twice != hashing_order_.end()) throw std::invalid_argument(fmt::format("column {} is given twice", columns_[*twice].name));
}

void PreparedRows::check(const std::vector<Argument>& values) const
{
    if (values.size() != columns_.size()) throw std::invalid_argument(fmt::format("a row of {} has another number of values", table_));
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i].is_null() && values[i].kind() != columns_[i].kind) {
            throw std::invalid_argument(fmt::format("the value for {}.{} is of another kind", table_, columns_[i].name));
        }
    }
}

void PreparedRows::add(std::vector<Argument> values)
{
    check(values);
    if (salts_used_ * salt_size == spare_salts_.size()) {
        spare_salts_.resize(salts_at_once * salt_size);
        random_(spare_salts_);
        salts_used_ = 0;
    }
    auto salt = std::span{spare_salts_}.subspan(salts_used_++ * salt_size, salt_size);
    RowDigest digest;
    for (auto i : hashing_order_) {
        if (!values[i].is_null()) digest.add(leaf_of(leaf_salt(salt, columns_[i].name), values[i].value()));
    }
    std::vector<Value> row(4);  // row_id, id, made_by, ended_by: known when the rows are appended
    row.reserve(6 + values.size());
    row.emplace_back(bytes_of(salt));
    row.emplace_back(bytes_of(digest.done()));
    for (auto& value : values) row.push_back(value.value());
    rows_.push_back(std::move(row));
}

}  // namespace kith::db
