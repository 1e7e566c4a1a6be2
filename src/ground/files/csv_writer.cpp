#include "files/csv_writer.hpp"

#include <algorithm>

namespace kith::files {
namespace {
bool starts_a_formula(std::string_view cell)
{
    return !cell.empty() && std::string_view{"=+-@\t\r"}.find(cell.front()) != std::string_view::npos;
}

bool is_number(std::string_view cell)
{
    if (cell.starts_with('-') || cell.starts_with('+')) cell.remove_prefix(1);
    if (cell.empty() || std::ranges::count(cell, '.') > 1 || cell.back() == '.' || cell.front() == '.') return false;
    return std::ranges::all_of(cell, [](char c) { return (c >= '0' && c <= '9') || c == '.'; });
}
}  // namespace

bool may_run_as_formula(std::string_view cell)
{
    return starts_a_formula(cell) && !is_number(cell);
}

std::string_view without_formula_guard(std::string_view cell)
{
    return cell.starts_with('\'') && starts_a_formula(cell.substr(1)) ? cell.substr(1) : cell;
}

CsvWriter::CsvWriter(CsvWriting writing) : writing_(writing)
{
    if (writing_.byte_order_mark) text_ = "\xEF\xBB\xBF";
}

CsvWriter& CsvWriter::cell(std::string_view text)
{
    if (!first_) text_.push_back(writing_.delimiter);
    bool lone_empty = first_ && text.empty();  // a row of one empty cell would read as an empty line
    first_ = false;
    bool guard = may_run_as_formula(text);
    bool quote = lone_empty || guard || text.find_first_of("\",;\t\r\n") != text.npos || text.starts_with(' ') || text.ends_with(' ');
    if (!quote) {
        text_ += text;
        return *this;
    }
    text_.push_back('"');
    if (guard) text_.push_back('\'');
    for (char c : text) {
        if (c == '"') text_.push_back('"');
        text_.push_back(c);
    }
    text_.push_back('"');
    return *this;
}

CsvWriter& CsvWriter::end_row()
{
    text_ += "\r\n";
    first_ = true;
    return *this;
}

CsvWriter& CsvWriter::row(const std::vector<std::string>& cells)
{
    for (const auto& text : cells) cell(text);
    return end_row();
}

CsvWriter& CsvWriter::row(const std::vector<std::string_view>& cells)
{
    for (auto text : cells) cell(text);
    return end_row();
}

}  // namespace kith::files
