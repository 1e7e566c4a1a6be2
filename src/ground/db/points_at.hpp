#pragma once
// Which columns of register tables hold the id of a thing of another. Undoing asks it; a test holds it against the schema.
#include "db/schema.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::db {

/// One line of migrations/points_at.txt.
struct PointsAt {
    std::string_view table;
    std::string_view column;
    std::string_view target;  ///< a register table, or "nothing"
};

/// migrations/points_at.txt.
const std::vector<PointsAt>& embedded_points_at();

/// The register table whose thing `table.column` holds the id of: as the file says, else TABLE for a column named TABLE_id; empty where it
/// points at nothing, and for a column that nobody has declared.
std::string target_of(std::string_view table, std::string_view column, std::span<const Table> tables);

}  // namespace kith::db
