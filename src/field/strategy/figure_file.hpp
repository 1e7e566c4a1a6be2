#pragma once
// Figures of a plan in a file: one row for each value of a measure. Here: what each row says, with findings by line. Pure.
#include "files/table.hpp"
#include "returns/finding.hpp"
#include "strategy/measure.hpp"

#include <string>
#include <vector>

namespace kith::strategy {

bool is_figure_file(const files::Table& table);

/// A measure with the values that rows give it; plan and measure are not set.
struct FigureRows {
    Measure measure;
    std::vector<Point> points;
    std::vector<std::int64_t> lines;  ///< of the file, one for each point
};
struct FigureFile {
    std::string plan;  ///< by name; empty where the file has no such column
    std::vector<FigureRows> measures;
    returns::Findings findings;
    std::int64_t rows = 0, can_take = 0;
};
/// Values are held against the others of their measure in the file: a target before its baseline is an error.
FigureFile read_figures(const std::string& file_name, const files::Table& table, Date today);
/// The same value of the same kind on the same day, whatever is said of it.
bool is_same_value(const Point& one, const Point& other);
std::string figure_template();

}  // namespace kith::strategy
