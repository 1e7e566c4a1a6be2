#include "files/header_place.hpp"

#include "base/text.hpp"
#include "files/csv_writer.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace kith::files {
namespace {
constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::size_t start_of_text = 64UL * 1024;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; }

/// "1 November 2026", "30-Nov-26": a digit at the front, a month's name, nothing else of letters.
bool is_day_with_month(std::string_view text)
{
    if (!is_digit(text.front())) return false;
    std::string letters;
    for (char c : text)
        if (is_letter(c)) letters += c;
    return letters.size() >= 3 && std::ranges::find(months, lower_ascii(letters).substr(0, 3)) != months.end() && std::ranges::count_if(text, is_digit) >= 3;
}

/// A day or an amount: digits without letters, but for the name of a month.
bool is_value(std::string_view text)
{
    if (text.starts_with("£")) return true;
    const bool digits = std::ranges::any_of(text, is_digit);
    return digits && (std::ranges::none_of(text, is_letter) || is_day_with_month(text));
}

std::size_t filled(const std::vector<std::string>& row)
{
    return static_cast<std::size_t>(std::ranges::count_if(row, [](const std::string& cell) { return !cell.empty(); }));
}

bool are_names(const std::vector<std::string>& row)
{
    std::set<std::string> different;
    std::size_t cells = 0;
    for (const auto& cell : row) {
        if (cell.empty()) continue;
        if (is_value(cell)) return false;
        ++cells;
        different.insert(lower_ascii(cell));
    }
    return cells >= 3 && different.size() * 4 >= cells * 3;
}

bool is_blank(const CsvRecord& record)
{
    return std::ranges::all_of(record.cells, [](auto cell) { return trimmed(cell).empty(); });
}
}  // namespace

std::optional<std::size_t> wanted_row(const FirstRows& rows, const HeaderTest& wanted)
{
    if (!wanted) return std::nullopt;
    for (std::size_t at = 0; at < rows.size() && at < rows_looked_at; ++at) {
        const auto header = Table::of_header(std::vector<std::string_view>{rows[at].begin(), rows[at].end()});
        if (header && wanted(*header)) return at;
    }
    return std::nullopt;
}

std::optional<std::size_t> row_like_names(const FirstRows& rows)
{
    std::size_t widest = 0;
    for (const auto& row : rows) widest = std::max(widest, filled(row));
    if (widest < 3) return std::nullopt;
    const auto first = filled(rows.front());
    const bool is_alone = std::all_of(rows.begin() + 1, rows.end(), [&](const auto& row) { return filled(row) * 2 < first; });
    if (first >= 3 && first * 5 >= widest * 4 && (!is_alone || rows.size() == 1)) return 0;
    for (std::size_t at = 0; at < rows.size() && at < rows_looked_at; ++at) {
        const auto cells = filled(rows[at]);
        if (cells * 2 < widest || !are_names(rows[at])) continue;
        const bool goes_on = at + 1 < rows.size() && filled(rows[at + 1]) * 2 >= cells && rows[at + 1].size() * 2 >= rows[at].size();
        if (goes_on) return at;
    }
    return std::nullopt;
}

std::size_t names_among(const std::vector<std::string>& row)
{
    const auto cells = filled(row);
    const auto values = static_cast<std::size_t>(std::ranges::count_if(row, [](const std::string& cell) { return !cell.empty() && is_value(cell); }));
    return values * 2 >= cells ? 0 : cells - values;
}

FirstRows first_records(std::string_view text, char delimiter, std::size_t most)
{
    const bool is_cut = text.size() > start_of_text;
    CsvReader reader{text.substr(0, start_of_text), delimiter};
    CsvRecord record;
    FirstRows rows;
    while (rows.size() <= most) {
        const auto more = reader.next(record);
        if (!more || !*more) break;
        if (is_blank(record)) continue;
        auto& row = rows.emplace_back();
        for (const auto cell : record.cells) row.emplace_back(trimmed(without_formula_guard(trimmed(cell))));
        while (!row.empty() && row.back().empty()) row.pop_back();
    }
    // One more than asked for was read, or the text was cut within the last.
    if (rows.size() > most || (is_cut && rows.size() > 1)) rows.pop_back();
    return rows;
}

std::size_t record_of_names(std::string_view text, char delimiter, const HeaderTest& wanted)
{
    const auto rows = first_records(text, delimiter, rows_compared);
    if (const auto at = wanted_row(rows, wanted)) return *at;
    return rows.empty() ? 0 : row_like_names(rows).value_or(0);
}

TextHeader text_header(std::string_view text, const HeaderTest& wanted)
{
    const auto usual = detect_delimiter(text.substr(0, start_of_text));
    std::vector<std::pair<char, FirstRows>> read;
    for (char delimiter : {usual, ',', ';', '\t'})
        if (std::ranges::find(read, delimiter, &std::pair<char, FirstRows>::first) == read.end()) read.emplace_back(delimiter, first_records(text, delimiter, rows_compared));
    for (const auto& [delimiter, rows] : read)
        if (const auto at = wanted_row(rows, wanted)) return {delimiter, *at};
    TextHeader best{usual, 0};
    std::size_t most = 0;
    for (const auto& [delimiter, rows] : read) {
        if (rows.empty()) continue;
        const auto at = row_like_names(rows);
        if (!at || filled(rows[*at]) <= most) continue;
        if (delimiter == usual && *at == 0) return best;
        most = filled(rows[*at]);
        best = {delimiter, *at};
    }
    return best;
}

}  // namespace kith::files
