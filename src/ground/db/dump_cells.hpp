#pragma once
// Cells of the neutral dump; private to db.
#include "db/value.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kith::db {

void append_cell(std::string& line, const Value& value);
/// None where the text is no cell.
std::optional<Value> cell_in(std::string_view text);

}  // namespace kith::db
