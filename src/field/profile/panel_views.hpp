#pragma once
// A panel as pages show it: its chart, its table, what is missing, and how it is known. One way for every measure. Values in, markup out.
#include "profile/measure.hpp"
#include "ui/html.hpp"
#include "web/address.hpp"

#include <string>

namespace boost::json {
class object;
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
/// The table alone, for a sheet of paper.
ui::Html panel_table(const PanelView& view);

/// "How do we know this?" of a measure.
struct Working {
    const MeasureRow& row;
    std::string as_of;
    figures::Coverage coverage;
    std::vector<figures::MappingUsed> mappings;
    bool open = false;
};
ui::Html working(const Working& working);

/// The panel as a file: one line a row, numbers as numbers; the finding and what it rests on above where `with_words`.
std::string panel_csv(const Panel& panel);
std::string panel_xlsx(const MeasureRow& row, const Panel& panel, std::string_view about, std::string_view rests_on);
/// The panel as one JSON object.
boost::json::object panel_json(const MeasureRow& row, const Panel& panel);

}  // namespace kith::profile
