// A panel as CSV, as a workbook and as JSON.
#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "files/xlsx_writer.hpp"
#include "profile/panel_views.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace kith::profile {

std::string file_name(std::string_view of, Date on, std::string_view ending)
{
    return fmt::format("{}-{}.{}", of, on.iso(), ending);
}

std::string heading_of(std::string_view label, Unit unit)
{
    return upper_first(label) + (unit == Unit::percent ? " (percent)" : unit == Unit::pounds ? " (pounds)" : "");
}

std::string in_csv(const Cell& cell)
{
    return cell.value ? fmt::format("{:.12g}", *cell.value) : cell.words;
}

void write_cell(files::XlsxWriter& book, const Cell& cell)
{
    if (!cell.value) book.text(cell.words);
    else if (cell.unit == Unit::percent) book.number(std::round(*cell.value * 10) / 1000, {.percent = true});
    else book.number(*cell.value);
}

namespace {

/// What the numbers of a column are: what the first of them is.
Unit unit_of(const Panel& panel, std::size_t column)
{
    const auto known = std::ranges::find_if(panel.lines, [&](const PanelLine& line) { return line.cells[column].value.has_value(); });
    return known == panel.lines.end() ? Unit::number : known->cells[column].unit;
}

std::vector<std::string> ends_of(const MeasureRow& row, const FileWords& words)
{
    return {std::string{row.measure.name}, words.on.iso(), words.about, words.rests_on};
}

}  // namespace

std::string panel_csv(const MeasureRow& row, const Panel& panel, const FileWords& words)
{
    files::CsvWriter writer{{.byte_order_mark = true}};
    const auto ends = ends_of(row, words);
    const bool nothing_shown = !panel.withheld.empty();
    std::vector<std::string> head{nothing_shown ? "Not shown" : panel.lines_are};
    for (std::size_t column = 0; column < panel.columns.size(); ++column) head.push_back(heading_of(panel.columns[column], unit_of(panel, column)));
    for (const auto* name : {"Measure", "On", "About", "Rests on"}) head.emplace_back(name);
    writer.row(head);
    auto end_row = [&](std::vector<std::string> cells) {
        cells.insert(cells.end(), ends.begin(), ends.end());
        writer.row(cells);
    };
    if (nothing_shown) end_row({panel.withheld});
    for (const auto& line : panel.lines) {
        std::vector<std::string> cells{line.label};
        for (const auto& cell : line.cells) cells.push_back(in_csv(cell));
        end_row(std::move(cells));
    }
    return std::move(writer).text();
}

std::string panels_csv(const std::vector<MeasuredPanel>& panels, const FileWords& words)
{
    files::CsvWriter writer{{.byte_order_mark = true}};
    writer.row(std::vector<std::string>{"Measure", "Line", "Figure", "Number", "In words", "On", "About", "Rests on"});
    auto write = [&](const MeasureRow& row, const std::string& line, const std::string& figure, const std::string& number, const std::string& in_words) {
        writer.row(std::vector<std::string>{std::string{row.measure.name}, line, figure, number, in_words, words.on.iso(), words.about, words.rests_on});
    };
    for (const auto& [row, panel] : panels) {
        if (!panel.withheld.empty()) write(*row, "", "Not shown", "", panel.withheld);
        if (panel.headline) write(*row, "All together", upper_first(panel.headline->label), panel.headline->cell.value ? in_csv(panel.headline->cell) : "", panel.headline->cell.words);
        for (const auto& line : panel.lines) {
            for (std::size_t column = 0; column < line.cells.size(); ++column) {
                const auto& cell = line.cells[column];
                write(*row, line.label, heading_of(panel.columns[column], cell.unit), cell.value ? in_csv(cell) : "", cell.words);
            }
        }
    }
    return std::move(writer).text();
}

namespace {

void add_sheet(files::XlsxWriter& book, const MeasureRow& row, const Panel& panel, const FileWords& words)
{
    book.sheet(row.measure.name).columns(0, 0, 44).columns(1, std::max<std::size_t>(1, panel.columns.size()), 20);
    book.text(row.measure.name, {.large = true}).end_row();
    book.text(panel.withheld.empty() ? panel.finding : panel.withheld, {.strong = true}).end_row();
    book.text(words.about).end_row();
    book.text(words.rests_on).end_row().end_row();
    book.text(panel.lines_are, {.heading = true});
    for (const auto& column : panel.columns) book.text(column, {.heading = true, .wrapped = true});
    book.end_row();
    for (const auto& line : panel.lines) {
        book.text(line.label);
        for (const auto& cell : line.cells) write_cell(book, cell);
        book.end_row();
    }
    book.end_row();
    for (const auto& note : panel.notes) book.text(note).end_row();
}

void add_working(files::XlsxWriter& book, const MeasureRow& row)
{
    const std::pair<std::string_view, std::string_view> known[] = {{"Measure", row.measure.name}, {"Formula", row.measure.formula}, {"Population", row.measure.population}, {"Source", row.measure.source}, {"What it needs", row.needs}, {"What is missing", row.missing}};
    for (const auto& [title, text] : known) book.text(title, {.strong = true}).text(text, {.wrapped = true}).end_row();
}

}  // namespace

std::string panels_xlsx(const std::vector<MeasuredPanel>& panels, const FileWords& words)
{
    files::XlsxWriter book;
    for (const auto& [row, panel] : panels) add_sheet(book, *row, panel, words);
    book.sheet("How do we know this").columns(0, 0, 24).columns(1, 1, 110);
    const std::pair<std::string_view, std::string_view> all[] = {{"About", words.about}, {"Rests on", words.rests_on}};
    for (const auto& [title, text] : all) book.text(title, {.strong = true}).text(text, {.wrapped = true}).end_row();
    for (const auto& [row, panel] : panels) {
        book.end_row();
        add_working(book, *row);
    }
    return std::move(book).bytes();
}

std::string panel_xlsx(const MeasureRow& row, const Panel& panel, const FileWords& words)
{
    return panels_xlsx({{&row, panel}}, words);
}

boost::json::object panel_json(const MeasureRow& row, const Panel& panel)
{
    auto figure = [](const Cell& cell) {
        boost::json::object object{{"value", nullptr}, {"words", cell.words}};
        if (cell.value) object["value"] = *cell.value;
        if (!cell.key.empty()) object["rows"] = cell.key;
        return object;
    };
    boost::json::object json{{"measure", row.id()}, {"name", row.measure.name}, {"section", row.section}, {"formula", row.measure.formula}, {"population", row.measure.population}, {"source", row.measure.source},
                             {"needs", row.needs}, {"missing", row.missing}, {"finding", panel.finding}};
    if (!panel.withheld.empty()) json["withheld"] = panel.withheld;
    if (panel.headline) json["headline"] = {{"label", panel.headline->label}, {"figure", figure(panel.headline->cell)}, {"rests_on", panel.headline->rests_on}};
    json["lines_are"] = panel.lines_are;
    json["columns"] = boost::json::array(panel.columns.begin(), panel.columns.end());
    auto& lines = json["lines"].emplace_array();
    for (const auto& line : panel.lines) {
        boost::json::array figures;
        for (const auto& cell : line.cells) figures.push_back(figure(cell));
        boost::json::object one{{"label", line.label}, {"figures", std::move(figures)}};
        if (!line.key.empty()) one["rows"] = line.key;
        lines.push_back(std::move(one));
    }
    json["notes"] = boost::json::array(panel.notes.begin(), panel.notes.end());
    return json;
}

}  // namespace kith::profile
