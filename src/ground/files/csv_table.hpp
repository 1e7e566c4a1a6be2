#pragma once
// The older name of Table, from when it came from CSV files only.
#include "files/table.hpp"

namespace kith::files {

using CsvTable = Table;

}  // namespace kith::files
