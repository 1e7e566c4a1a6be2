#include "profile/panel_views.hpp"

#include "base/text.hpp"
#include "ui/charts.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ranges>

namespace kith::profile {

namespace {

std::size_t shown_lines(const PanelView& view)
{
    return std::min(view.most_lines, view.panel.lines.size());
}

/// Where the rows of a line or figure are listed; empty where none are.
std::string rows_of(const PanelView& view, const std::string& key)
{
    return view.rows && !key.empty() ? web::Address{view.address.path() + "/rows", view.address.query()}.with_only("line", key).text() : std::string{};
}

/// True where the chart's own table says all that the panel has.
bool chart_says_all(const PanelView& view)
{
    return view.panel.drawing == Drawing::heat_map || (view.panel.drawing == Drawing::bars && view.panel.drawn == view.panel.columns.size() && !view.rows);
}

ui::ChartFrame frame_of(const PanelView& view)
{
    return {.id = std::string{view.row.id()}, .title = view.panel.finding, .subtitle = fmt::format("{}: {}", view.row.measure.name, view.about), .summary = view.panel.finding + ".", .source = view.source,
            .csv_href = web::Address{view.address.path() + "/table.csv", view.address.query()}.text(), .heading_level = view.heading_level, .table_beside = !chart_says_all(view), .held_back_note = "not shown"};
}

/// True where nothing of the line is to be drawn: not known, or too few to show. Its table says which.
bool has_no_bar(const PanelView& view, const PanelLine& line)
{
    return std::ranges::none_of(line.cells | std::views::take(view.panel.drawn), [](const Cell& cell) { return cell.value.has_value(); });
}

ui::Html bars(const PanelView& view)
{
    const auto& panel = view.panel;
    // More than that stands in the table alone.
    constexpr std::size_t most_bars = 25, most_without = 12;
    const bool all_in_table = !chart_says_all(view);
    ui::BarChart chart{.frame = frame_of(view), .series = {panel.columns.begin(), panel.columns.begin() + static_cast<std::ptrdiff_t>(panel.drawn)}, .label_heading = panel.lines_are, .bars = {}};
    for (std::size_t place = 0; place < shown_lines(view); ++place) {
        const auto& line = panel.lines[place];
        if (all_in_table && (chart.bars.size() == most_bars || (panel.lines.size() > most_without && has_no_bar(view, line)))) continue;
        ui::Bar bar{.label = line.label, .values = {}, .singled_out = line.singled_out, .shown = {}};
        for (std::size_t column = 0; column < panel.drawn; ++column) {
            bar.values.push_back(line.cells[column].value);
            bar.shown.push_back(line.cells[column].words);
        }
        chart.bars.push_back(std::move(bar));
    }
    if (chart.bars.size() < shown_lines(view)) chart.frame.subtitle += fmt::format("; {} of {} lines are drawn, the table has all", chart.bars.size(), shown_lines(view));
    const auto drawn = chart.bars.size() * panel.drawn;
    return all_in_table ? on_screen_where_long(ui::bar_chart(chart), drawn, panel.finding) : ui::bar_chart(chart);
}

ui::Html pyramid(const PanelView& view)
{
    const auto& panel = view.panel;
    ui::Pyramid chart{.frame = frame_of(view), .left = panel.columns[0], .right = panel.columns[1], .band_heading = panel.lines_are, .bands = {}, .not_reported = {}};
    for (auto line = panel.lines.rbegin(); line != panel.lines.rend(); ++line) chart.bands.push_back({.label = line->label, .left = line->cells[0].value, .right = line->cells[1].value});
    return ui::pyramid(chart);
}

ui::Html heat_map(const PanelView& view)
{
    const auto& panel = view.panel;
    ui::HeatMap chart{.frame = frame_of(view), .row_heading = panel.lines_are + (panel.drawn < panel.columns.size() ? ", " + lower_first(panel.columns[panel.drawn]) : ""), .columns = {panel.columns.begin(), panel.columns.begin() + static_cast<std::ptrdiff_t>(panel.drawn)}, .rows = {}, .unit = {}};
    for (const auto& line : panel.lines) {
        ui::HeatRow row{.label = line.label, .values = {}, .shown = {}, .href = rows_of(view, line.key)};
        if (panel.drawn < line.cells.size()) row.label += ", " + line.cells[panel.drawn].words;
        for (std::size_t column = 0; column < panel.drawn; ++column) {
            row.values.push_back(line.cells[column].value);
            row.shown.push_back(line.cells[column].words);
            row.hrefs.push_back(rows_of(view, line.cells[column].key));
        }
        chart.rows.push_back(std::move(row));
    }
    return ui::heat_map(chart);
}

ui::Html intervals(const PanelView& view)
{
    const auto& panel = view.panel;
    ui::IntervalPlot chart{.frame = frame_of(view), .label_heading = panel.lines_are, .share_name = "Staff", .range_name = "95% interval", .reference_name = "Children", .verdict_heading = "In the workforce", .groups = {}, .decimals = 1};
    for (const auto& line : panel.lines) {
        const auto& cells = line.cells;
        chart.groups.push_back({.label = line.label, .share = cells[0].value, .low = cells[1].value.value_or(0), .high = cells[2].value.value_or(0), .reference = cells[3].value, .shown = cells[0].words, .verdict = cells[4].words});
    }
    return ui::interval_plot(chart);
}

ui::Html chart(const PanelView& view)
{
    if (view.panel.lines.empty()) return ui::heading(view.heading_level, view.panel.finding, "m");
    switch (view.panel.drawing) {
    case Drawing::bars: return bars(view);
    case Drawing::pyramid: return pyramid(view);
    case Drawing::heat_map: return heat_map(view);
    case Drawing::intervals: return intervals(view);
    case Drawing::table_only: break;
    }
    return ui::heading(view.heading_level, view.panel.finding, "m");
}

/// True where the column says words, such as the name of an employer: it stands to the left and may take two lines.
bool is_of_words(const Panel& panel, std::size_t column)
{
    return !panel.lines.empty() && std::ranges::none_of(panel.lines, [&](const PanelLine& line) { return line.cells[column].value.has_value(); });
}

ui::Html table(const PanelView& view)
{
    const auto& panel = view.panel;
    constexpr std::size_t many_columns = 5;
    std::vector<std::string> formats;
    for (std::size_t column = 0; column < panel.columns.size(); ++column) formats.emplace_back(is_of_words(panel, column) ? "" : "numeric");
    ui::Table table{.head = {{.text = panel.lines_are}}, .caption = fmt::format("{}: {}", view.row.measure.name, view.about), .caption_classes = "govuk-visually-hidden", .first_cell_is_header = true};
    if (panel.columns.size() >= many_columns) table.classes = "kith-dense";
    for (std::size_t column = 0; column < panel.columns.size(); ++column) table.head.push_back({.text = panel.columns[column], .format = formats[column]});
    for (std::size_t place = 0; place < shown_lines(view); ++place) {
        const auto& line = panel.lines[place];
        const auto rows = rows_of(view, line.key);
        std::vector<ui::TableCell> cells{{.text = rows.empty() ? ui::Content{line.label} : ui::Content{ui::link(line.label, rows)}}};
        for (std::size_t column = 0; column < line.cells.size(); ++column) {
            const auto& cell = line.cells[column];
            const auto own = rows_of(view, cell.key);
            cells.push_back({.text = own.empty() ? ui::Content{cell.words} : ui::Content{ui::link_about(cell.words, ", " + panel.columns[column] + ", " + line.label, own)}, .format = formats[column]});
        }
        table.rows.push_back(std::move(cells));
    }
    return ui::scrollable_table(table);
}

ui::Html notes(const PanelView& view)
{
    ui::Html words;
    if (const auto left = view.panel.lines.size() - shown_lines(view); left > 0 && view.panel.drawing != Drawing::heat_map) {
        words += ui::paragraph(ui::text(counted(static_cast<std::int64_t>(left), "more line is on ", "more lines are on ")) + ui::link("the page of this measure", view.address.text()) + ui::text("."));
    }
    for (const auto& note : view.panel.notes) {
        if (!note.empty()) words += ui::paragraph(note, "govuk-body-s");
    }
    return words;
}

}  // namespace

ui::Html panel_view(const PanelView& view)
{
    if (!view.panel.withheld.empty()) return ui::heading(view.heading_level, std::string{view.row.measure.name}, "m") + ui::paragraph(view.panel.withheld);
    auto shown = chart(view);
    if (!view.panel.lines.empty() && !chart_says_all(view)) shown += table(view);
    return shown + notes(view);
}

ui::Html on_screen_where_long(ui::Html chart, std::size_t bars, const std::string& finding)
{
    constexpr std::size_t most_on_paper = 12;
    if (bars <= most_on_paper) return chart;
    return ui::not_in_print(chart) + ui::element("p", {{"class", "kith-print-line"}}, ui::strong(finding));
}

ui::Html working(const Working& known)
{
    std::string mappings;
    for (const auto& mapping : known.mappings) mappings += (mappings.empty() ? "" : "; ") + mapping.name;
    const auto& measure = known.row.measure;
    return ui::how_do_we_know({.formula = std::string{measure.formula}, .population = std::string{measure.population}, .as_of = known.as_of,
                               .organisations = counted(known.coverage.organisations_all, "organisation", "organisations") + " within your reach", .coverage = known.coverage.in_words(),
                               .mapping = mappings.empty() ? "Roles stand as reported" : mappings,
                               .more = {{"What it needs", std::string{known.row.needs}}, {"What is missing", std::string{known.row.missing}}, {"Source", std::string{measure.source}}}, .open = known.open});
}

}  // namespace kith::profile
