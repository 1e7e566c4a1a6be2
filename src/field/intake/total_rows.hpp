#pragma once
// The line that payroll systems put below the people: "Total", with sums or counts in it. It is nobody, and is left out before anything is read.
#include "files/table.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace kith::intake {

/// True where the row's first filled cell says that it is a total, and either it has no reference or the rest of it is numbers. `reference`: the
/// column of staff references, where the file has one.
bool is_total(const files::Table& table, std::size_t row, std::optional<std::size_t> reference);

/// Takes the totals away; answers their lines.
std::vector<std::size_t> leave_out_totals(files::Table& table, std::optional<std::size_t> reference);

}  // namespace kith::intake
