// A panel as CSV, as a workbook and as JSON.
#include "files/csv_writer.hpp"
#include "files/xlsx_writer.hpp"
#include "profile/panel_views.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace kith::profile {

std::string panel_csv(const Panel& panel)
{
    files::CsvWriter writer{{.byte_order_mark = true}};
    std::vector<std::string> head{panel.lines_are};
    head.insert(head.end(), panel.columns.begin(), panel.columns.end());
    writer.row(head);
    for (const auto& line : panel.lines) {
        std::vector<std::string> row{line.label};
        for (const auto& cell : line.cells) row.push_back(cell.value ? fmt::format("{}", *cell.value) : cell.words);
        writer.row(row);
    }
    return std::move(writer).text();
}

std::string panel_xlsx(const MeasureRow& row, const Panel& panel, std::string_view about, std::string_view rests_on)
{
    files::XlsxWriter book;
    book.sheet(row.measure.name).columns(0, 0, 44).columns(1, std::max<std::size_t>(1, panel.columns.size()), 20);
    book.text(row.measure.name, {.large = true}).end_row();
    book.text(panel.finding, {.strong = true}).end_row();
    book.text(about).end_row();
    book.text(rests_on).end_row().end_row();
    book.text(panel.lines_are, {.heading = true});
    for (const auto& column : panel.columns) book.text(column, {.heading = true, .wrapped = true});
    book.end_row();
    for (const auto& line : panel.lines) {
        book.text(line.label);
        for (const auto& cell : line.cells) cell.value ? book.number(*cell.value) : book.text(cell.words);
        book.end_row();
    }
    book.end_row();
    for (const auto& note : panel.notes) book.text(note).end_row();
    book.sheet("How do we know this").columns(0, 0, 24).columns(1, 1, 110);
    const std::pair<std::string_view, std::string_view> words[] = {{"Formula", row.measure.formula}, {"Population", row.measure.population}, {"Source", row.measure.source}, {"What it needs", row.needs}, {"What is missing", row.missing}, {"Rests on", rests_on}};
    for (const auto& [title, text] : words) book.text(title, {.strong = true}).text(text, {.wrapped = true}).end_row();
    return std::move(book).bytes();
}

boost::json::object panel_json(const MeasureRow& row, const Panel& panel)
{
    auto figure = [](const Cell& cell) {
        boost::json::object object{{"value", nullptr}, {"words", cell.words}};
        if (cell.value) object["value"] = *cell.value;
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
        lines.push_back(boost::json::object{{"label", line.label}, {"figures", std::move(figures)}});
    }
    json["notes"] = boost::json::array(panel.notes.begin(), panel.notes.end());
    return json;
}

}  // namespace kith::profile
