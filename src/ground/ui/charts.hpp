#pragma once
// Charts, one family: a frame of words around a drawing made on the server, its table and its CSV. They take words and numbers
// already worked out. Text keeps its size at any width; nothing is told by colour alone; what is not known is said, never drawn as nought.
#include "ui/html.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kith::ui
{

/// What every chart has around its drawing.
struct ChartFrame {
    std::string id;                            ///< unique on the page
    std::string title;                         ///< states the finding: "Most staff work in early years"
    std::string subtitle;                      ///< measure, place and period
    std::string summary;                       ///< the chart in a sentence or two, for those who do not see it; empty: the title
    std::string source;                        ///< "Source: returns accepted to 31 March 2026"
    std::string csv_href;                      ///< empty: no download
    int heading_level = 2;                     ///< of the title
    bool table_beside = false;                 ///< the page shows the whole table itself, so that the chart folds none away
    std::string held_back_note = "not shown";  ///< stands where a value is missing
};

/// How numbers are written where a chart writes them itself: on its axis, and where no words are given.
struct Unit {
    std::string before;  ///< "£"
    std::string after;   ///< "%"
};

/// One bar (or one group of bars), with one value for each series; none: not known or held back.
struct Bar {
    std::string label;
    std::vector<std::optional<double>> values;
    bool singled_out = false;        ///< dark blue against grey
    std::vector<std::string> shown;  ///< the values in words; empty: whole numbers with commas
};
/// A horizontal bar chart. Starts at nought.
struct BarChart {
    ChartFrame frame;
    std::vector<std::string> series;  ///< one to four names; the key is shown where there are two or more
    std::string label_heading;        ///< heading of the table's first column: "Sector"
    std::vector<Bar> bars;
};
Html bar_chart(const BarChart& params);

/// One series of a line chart at one time.
struct LinePoint {
    std::optional<double> value;                     ///< none: a gap in the line
    std::string shown;                               ///< the value in words; empty: the number in the chart's unit
    std::optional<std::pair<double, double>> range;  ///< low and high, drawn as a band
};
struct LineSeries {
    std::string name;               ///< stands at the line's end too where all names have at most 14 characters
    std::vector<LinePoint> points;  ///< one for each period
};
/// One to four lines over months or years. Starts at nought; the last value of each line stands at its end.
struct LineChart {
    ChartFrame frame;
    std::string period_heading;        ///< heading of the table's first column: "Month"
    std::vector<std::string> periods;  ///< in full: "January 2026"; below stand the first, the last and, given room, the middle one
    std::vector<LineSeries> series;
    Unit unit;
    std::string range_name;  ///< what the bands are, for the key and the table: "likely range"
};
Html line_chart(const LineChart& params);

/// One age band, or another step of one scale.
struct PyramidBand {
    std::string label;  ///< short: "25 to 34"
    std::optional<double> left;
    std::optional<double> right;
};
/// Two sides back to back, with the count at each bar.
struct Pyramid {
    ChartFrame frame;
    std::string left;                ///< "Women"
    std::string right;               ///< "Men"
    std::string band_heading;        ///< heading of the table's first column: "Age"
    std::vector<PyramidBand> bands;  ///< from the top down
    std::string not_reported;        ///< in words, below the drawing: "Age or sex is not reported for 43 of 1,204 staff"
};
Html pyramid(const Pyramid& params);

struct HeatRow {
    std::string label;
    std::vector<std::optional<double>> values;  ///< one for each column
    std::vector<std::string> shown;             ///< the values in words; empty: the numbers in the chart's unit
    std::string href{};                         ///< where the row leads; empty: nowhere
    std::vector<std::string> hrefs{};           ///< where its values lead, one for each column; empty: nowhere
};
/// Rows by columns with the number in every cell, shaded in five even steps from nought to the largest; nought has no shade. It is a
/// table, and is read out as one, so it has no second table beside it.
struct HeatMap {
    ChartFrame frame;
    std::string row_heading;  ///< "Locality"
    std::vector<std::string> columns;
    std::vector<HeatRow> rows;
    Unit unit;
};
Html heat_map(const HeatMap& params);

/// One group: a share with its interval, and what it is held against. All as percentages.
struct Interval {
    std::string label;
    std::optional<double> share;
    double low = 0;
    double high = 0;
    std::optional<double> reference;
    std::string shown;    ///< the share with its base, where that is small: "5 of 41"; empty: the percentage
    std::string verdict;  ///< in a word or two: "fewer", "no clear difference"
};
/// One line a group, on one scale from nought.
struct IntervalPlot {
    ChartFrame frame;
    std::string label_heading;    ///< "Ethnicity"
    std::string share_name;       ///< "Staff"
    std::string range_name;       ///< what the intervals are: "95% interval"
    std::string reference_name;   ///< "Children"
    std::string verdict_heading;  ///< heading of the table's last column: "Staff against children"
    std::vector<Interval> groups;
    int decimals = 0;  ///< of percentages
};
Html interval_plot(const IntervalPlot& params);

}  // namespace kith::ui
