#pragma once
// What one measure says of one group of staff on one day: its finding, its figures line by line, and what is missing from them. Every form in
// which it is shown (page, chart, file, print, JSON) is made of this one value. Pure.
#include "base/quantity.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kith::profile {

struct Rate;

/// What a cell's number is a number of, for files.
enum class Unit : std::uint8_t { number, percent, pounds };

/// A figure of a line: as a number for charts and files, and in words for people. No number: not known, or not to be shown.
struct Cell {
    std::optional<double> value;
    std::string words;
    Unit unit = Unit::number;
    std::string key{};  ///< by which the rows of this figure alone are asked for; empty: by its line's
    bool operator==(const Cell&) const = default;
};
Cell count_cell(std::int64_t count);
Cell fte_cell(Fte fte);
Cell pounds_cell(std::int64_t pence);
Cell share_cell(Share share);             ///< percent; "not known" where there is nobody of whom it could be said
Cell rate_cell(const std::optional<Rate>& rate, std::string_view unit = "%");
Cell words_cell(std::string words);
Cell opening(Cell cell, std::string key); ///< the same cell, which opens to rows of its own
Cell opening_count(std::int64_t count, std::string key);  ///< a count that opens to what it counts; nought does not
Cell not_shown_cell();                    ///< too few people for what it tells of each

struct PanelLine {
    std::string label;
    std::string key{};          ///< by which the line is asked for when its rows are wanted; empty: they are not
    std::vector<Cell> cells{};  ///< one for each column of the panel
    bool singled_out = false;
};

/// Rows behind a figure that are no staff: vacancies, settings.
struct RowBehind {
    std::string key{};               ///< by which the staff behind this row are asked for in turn; empty: there are none
    std::vector<std::string> words;  ///< one for each column
};
struct RowsBehind {
    std::vector<std::string> columns;
    std::vector<RowBehind> rows;
};

/// How a panel is drawn, above its table.
enum class Drawing : std::uint8_t {
    table_only,
    bars,      ///< the first column; with two or more drawn, side by side
    pyramid,   ///< the first column to the left, the second to the right
    heat_map,  ///< the columns drawn, one more of words beside each label
    intervals, ///< share, low, high, reference
};

/// The figure that stands for a panel: on the first screen, side by side with other places, month by month.
struct PanelHeadline {
    std::string label;     ///< under 30 characters: "hold level 3 or above"
    Cell cell;
    std::string rests_on;  ///< "of 412 staff; 31 report none"
    bool operator==(const PanelHeadline&) const = default;
};

struct Panel {
    std::string finding;               ///< states what the figures say: the title of the chart
    std::string lines_are;             ///< heading of the labels: "Sector"
    std::vector<std::string> columns;
    std::vector<PanelLine> lines;
    Drawing drawing = Drawing::table_only;
    std::size_t drawn = 1;             ///< how many columns the chart shows
    std::optional<PanelHeadline> headline;
    std::optional<PanelHeadline> first{};  ///< what stands on the first screen in its place: how many, where the headline is a rate of things that are counted there
    std::vector<std::string> notes;    ///< what is missing, and what the figures must not be taken for
    std::string withheld;              ///< why this viewer is shown nothing; then the rest is empty
    std::vector<std::int64_t> records; ///< staff records of the line whose rows were asked for
    std::optional<RowsBehind> rows{};  ///< the same, where they are no staff
    std::string rows_are{};            ///< what the rows are of, where no line or figure of the panel says it
};

/// What the rows asked for by `key` are of: "Eastfield: evenings"; nothing where no line or figure of the panel opens by it.
std::optional<std::string> rows_heading(const Panel& panel, std::string_view key);

}  // namespace kith::profile
