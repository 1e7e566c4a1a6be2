#pragma once
// A column mapping as a table that a person can read, change in a spreadsheet and give back: the command line's way to make one. Pure.
// Columns: what (name, full_week, column, constant, value), column, value, becomes, reading.
#include "intake/mapping.hpp"
#include "intake/mapping_losses.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::intake {

/// As a CSV file, in the order of the mapping.
std::string mapping_as_csv(const ColumnMapping& mapping);
/// The mapping that such a file says; its ids, organisation and version are for the caller. A value that becomes nothing is one of which nothing is
/// said. Problems name the line.
Result<ColumnMapping> mapping_from_csv(std::string bytes, const std::vector<Target>& targets);

/// The loss report as a CSV file.
std::string losses_csv(const std::vector<MappingLoss>& losses);

}  // namespace kith::intake
