#pragma once
// A table of the sample on its way into a file: CSV or a workbook. Only the sample uses it.
#include <string>
#include <vector>

namespace kith::app {

struct SampleCells {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
};

/// With quotation marks where a cell needs them.
std::string as_csv(const SampleCells& cells);
/// One sheet "Staff"; what reads as a day is a day there, and the FTE a number.
std::string as_workbook(const SampleCells& cells);

}  // namespace kith::app
