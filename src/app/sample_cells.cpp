#include "app/sample_cells.hpp"

#include "base/date.hpp"
#include "files/xlsx_writer.hpp"

#include <charconv>

namespace kith::app {
namespace {

void add_cell(std::string& text, const std::string& cell)
{
    if (cell.find_first_of(",\"\n") == cell.npos) {
        text += cell;
        return;
    }
    text += '"';
    for (const char c : cell) {
        if (c == '"') text += '"';
        text += c;
    }
    text += '"';
}

void add_row(std::string& text, const std::vector<std::string>& cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) text += ',';
        add_cell(text, cells[i]);
    }
    text += '\n';
}

void add_cell(files::XlsxWriter& writer, const std::string& name, const std::string& cell)
{
    double number = 0;
    if (cell.empty())
        writer.blank();
    else if (const auto day = Date::parse_uk(cell); cell.size() == 10 && day)
        writer.day(*day, {.day = true});
    else if (name == "fte" && std::from_chars(cell.data(), cell.data() + cell.size(), number).ec == std::errc{})
        writer.number(number);
    else
        writer.text(cell, {.as_text = true});
}

}  // namespace

std::string as_csv(const SampleCells& cells)
{
    std::string text;
    add_row(text, cells.header);
    for (const auto& row : cells.rows) add_row(text, row);
    return text;
}

std::string as_workbook(const SampleCells& cells)
{
    files::XlsxWriter writer;
    writer.sheet("Staff").freeze(1);
    for (const auto& name : cells.header) writer.text(name, {.heading = true});
    writer.end_row();
    for (const auto& row : cells.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) add_cell(writer, cells.header[i], row[i]);
        writer.end_row();
    }
    return std::move(writer).bytes();
}

}  // namespace kith::app
