#include "returns/row_search.hpp"

#include "base/text.hpp"
#include "files/xlsx_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::returns {
namespace {
using Sets = std::vector<std::vector<std::string>>;

/// True where `cell` stands in the line with no letter or digit at either side.
bool has_cell(std::string_view line, std::string_view cell)
{
    auto part_of_a_word = [&](std::size_t place) {
        const auto c = static_cast<unsigned char>(line[place]);
        return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
    };
    for (auto at = line.find(cell); at != std::string_view::npos; at = line.find(cell, at + 1)) {
        const auto end = at + cell.size();
        if ((at == 0 || !part_of_a_word(at - 1)) && (end == line.size() || !part_of_a_word(end))) return true;
    }
    return false;
}

bool is_row_about(std::string_view line, const Sets& sets)
{
    return std::ranges::any_of(sets, [&](const auto& cells) { return std::ranges::all_of(cells, [&](const std::string& cell) { return has_cell(line, cell); }); });
}

Sets in_small_letters(Sets sets)
{
    std::erase_if(sets, [](const auto& cells) { return cells.empty() || std::ranges::any_of(cells, [](const auto& cell) { return cell.empty(); }); });
    for (auto& cells : sets)
        for (auto& cell : cells) cell = lower_ascii(cell);
    return sets;
}

/// The same for a whole text of lines. The longest cell is looked for in all of it first: a file may hold a million lines and seldom that cell.
bool has_row_about(std::string_view text, const std::vector<std::string>& cells)
{
    const auto& rarest = *std::ranges::max_element(cells, {}, &std::string::size);
    for (auto at = text.find(rarest); at != std::string_view::npos; at = text.find(rarest, at)) {
        const auto begin = text.rfind('\n', at) + 1;  // npos + 1 is the beginning of the text
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(begin, end - begin);
        if (std::ranges::all_of(cells, [&](const std::string& cell) { return has_cell(line, cell); })) return true;
        at = end;
    }
    return false;
}

Search in_text(std::string_view bytes, const Sets& sets)
{
    constexpr std::size_t beginning = 4096;
    if (bytes.substr(0, beginning).find('\0') != std::string_view::npos) return Search::cannot_search;
    const auto small = lower_ascii(bytes);
    return std::ranges::any_of(sets, [&](const auto& cells) { return has_row_about(small, cells); }) ? Search::there : Search::not_there;
}

/// Text boxes, threads of comments, copies of other tables: words that stand in no cell.
bool holds_more_than_cells(const files::ZipPackage& package)
{
    static constexpr std::string_view parts[]{"xl/drawings/drawing", "xl/threadedComments", "xl/pivotCache", "xl/embeddings", "xl/externalLinks", "customXml", "xl/vbaProject"};
    return std::ranges::any_of(parts, [&](std::string_view part) { return package.has_under(part); });
}

/// The text of XML, without what stands in its tags: those of notes name cells ("A1").
std::string without_tags(std::string_view xml)
{
    std::string text;
    bool in_tag = false;
    for (const char c : xml) {
        if (c == '<') in_tag = true;
        text += in_tag ? ' ' : c;
        if (c == '>') in_tag = false;
    }
    return text;
}

/// Notes on cells, which the templates have: their text as one row.
Search in_notes(const files::ZipPackage& package, const Sets& sets)
{
    constexpr int most_sheets = 100;
    constexpr std::size_t most_bytes = 1U << 20U;
    for (int sheet = 1; sheet <= most_sheets; ++sheet) {
        const auto part = fmt::format("xl/comments{}.xml", sheet);
        if (!package.has(part)) continue;
        const auto text = package.whole(part, most_bytes);
        if (!text) return Search::cannot_search;
        if (is_row_about(lower_ascii(without_tags(*text)), sets)) return Search::there;
    }
    return Search::not_there;
}

Search in_workbook(std::string_view bytes, const Sets& sets)
{
    const auto package = files::ZipPackage::open(bytes);
    if (!package || holds_more_than_cells(*package)) return Search::cannot_search;
    const auto workbook = files::XlsxWorkbook::open(std::string{bytes});
    if (!workbook) return Search::cannot_search;
    for (const auto& sheet : workbook->sheets()) {
        files::TextStore store;
        bool found = false;
        const auto read = workbook->read(sheet, store, [&](const files::XlsxRow& row) {
            std::string line;
            for (const auto& cell : row.cells) line += std::string{cell.text} + ",";
            found = is_row_about(lower_ascii(line), sets);
            return !found;
        });
        if (found) return Search::there;
        if (!read) return Search::cannot_search;
    }
    return in_notes(*package, sets);
}
}  // namespace

Search search_rows(std::string_view bytes, const Sets& sets)
{
    const auto wanted = in_small_letters(sets);
    return files::is_zip(bytes) ? in_workbook(bytes, wanted) : in_text(bytes, wanted);
}

}  // namespace kith::returns
