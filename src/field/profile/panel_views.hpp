#pragma once
// A panel as pages show it: its chart, its table, what is missing, and how it is known. One way for every measure. Values in, markup out.
#include "profile/measure.hpp"
#include "ui/html.hpp"
#include "web/address.hpp"

#include <string>

namespace boost::json {
class object;
}
namespace kith::files {
class XlsxWriter;
}

namespace kith::profile {

/// What stands around a panel on its page.
struct PanelView {
    const MeasureRow& row;
    const Panel& panel;
    std::string about;        ///< whom it is about, on which day, in words
    std::string source;       ///< what it rests on: "Source: staff returns taken so far. 38 of 40 organisations ..."
    web::Address address;     ///< of the measure's own page, with the question
    bool rows = false;        ///< lines lead to the staff behind them
    int heading_level = 2;
    std::size_t most_lines = 25;  ///< more are counted, and stand on the measure's own page
};
/// Finding, chart with its table, notes. The withheld words alone where nothing is shown.
ui::Html panel_view(const PanelView& view);
/// A chart whose table stands beside it. One longer than most of a sheet is left to the screen: paper has its finding and the table.
ui::Html on_screen_where_long(ui::Html chart, std::size_t bars, const std::string& finding);

/// "How do we know this?" of a measure.
struct Working {
    const MeasureRow& row;
    std::string as_of;
    figures::Coverage coverage;
    std::vector<figures::MappingUsed> mappings;
    bool open = false;
};
ui::Html working(const Working& working);

inline constexpr const char* csv_type = "text/csv; charset=utf-8";
inline constexpr const char* xlsx_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// What stands in a file beside its figures, so that it can be read alone.
struct FileWords {
    std::string about;     ///< whom it is about, on which day, in words
    Date on;
    std::string rests_on;  ///< coverage
};
/// The panel as a file: one line a row, numbers as numbers, and on each row the measure, the day, whom it is about and what it rests on; where nothing is
/// shown, one row that says why.
std::string panel_csv(const MeasureRow& row, const Panel& panel, const FileWords& words);
std::string panel_xlsx(const MeasureRow& row, const Panel& panel, const FileWords& words);
/// Several measures as one file: a row for each figure; a sheet for each measure.
struct MeasuredPanel {
    const MeasureRow* row = nullptr;
    Panel panel;
};
std::string panels_csv(const std::vector<MeasuredPanel>& panels, const FileWords& words);
std::string panels_xlsx(const std::vector<MeasuredPanel>& panels, const FileWords& words);
/// "level_by_locality-2026-11-22.csv"
std::string file_name(std::string_view of, Date on, std::string_view ending);
/// "Hold level 3 or above (percent)"
std::string heading_of(std::string_view label, Unit unit);
/// A cell in a CSV: its number without the dust of binary fractions, else its words.
std::string in_csv(const Cell& cell);
/// A cell in a workbook: a percentage as one.
void write_cell(files::XlsxWriter& book, const Cell& cell);
/// The panel as one JSON object.
boost::json::object panel_json(const MeasureRow& row, const Panel& panel);

}  // namespace kith::profile
