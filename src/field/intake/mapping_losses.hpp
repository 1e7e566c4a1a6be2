#pragma once
// What a mapping loses of one file: columns and values left out, rows left out, values that become the same as others. Pure; the loss report
// of an extract, as the census has one.
#include "files/table.hpp"
#include "intake/mapping.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kith::intake {

enum class MappingLossKind : std::uint8_t {
    column_left_out,   ///< nothing of it is held
    value_left_out,    ///< what is held stays as it is in these rows
    value_not_said,    ///< the mapping does not know the value, and neither does the list: the rules say so row by row
    row_left_out,      ///< nothing of these rows is taken
    values_become_one, ///< they can no longer be told apart
};
/// "Column left out", "Values that become one".
std::string_view words_for(MappingLossKind kind);

struct MappingLoss {
    MappingLossKind kind = MappingLossKind::column_left_out;
    std::string column;
    std::string value;    ///< of a column of codes; several with ; between where they become one
    std::string becomes;  ///< the code, where there is one
    std::int64_t rows = 0;
    bool operator==(const MappingLoss&) const = default;
};

/// In the order of the file's columns. Values are shown of columns that the mapping reads as codes only, so that no report holds a name or a number.
std::vector<MappingLoss> losses_of(const ColumnMapping& mapping, const files::Table& table, const std::vector<Target>& targets, const packs::Packs& packs);

}  // namespace kith::intake
