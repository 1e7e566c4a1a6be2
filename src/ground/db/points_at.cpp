#include "db/points_at.hpp"

#include <algorithm>

namespace kith::db {

std::string target_of(std::string_view table, std::string_view column, std::span<const Table> tables)
{
    for (const auto& said : embedded_points_at()) {
        if (said.table == table && said.column == column) return said.target == "nothing" ? std::string{} : std::string{said.target};
    }
    constexpr std::string_view ending = "_id";
    if (!column.ends_with(ending)) return {};
    const auto named = column.substr(0, column.size() - ending.size());
    return std::ranges::find(tables, named, &Table::name) == tables.end() ? std::string{} : std::string{named};
}

}  // namespace kith::db
