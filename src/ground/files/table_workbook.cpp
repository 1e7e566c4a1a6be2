// A table from a workbook: which of its sheets, and which of that sheet's rows holds the column names.
#include "files/table.hpp"

#include "base/quantity.hpp"
#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "files/header_place.hpp"
#include "files/text_encoding.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::files {
namespace {
/// The row with a text for every column up to its last, empty where the workbook has no cell.
std::vector<std::string_view> dense(const XlsxRow& row)
{
    std::vector<std::string_view> texts(row.cells.empty() ? 0 : row.cells.back().column + 1);
    for (const auto& cell : row.cells)
        if (cell.column < texts.size()) texts[cell.column] = cell.text;
    return texts;
}

std::vector<std::string> texts_of(const XlsxRow& row)
{
    std::vector<std::string> texts;
    for (const auto cell : dense(row)) texts.emplace_back(trimmed(without_formula_guard(trimmed(cell))));
    return texts;
}

std::size_t filled(const XlsxRow& row)
{
    return static_cast<std::size_t>(std::ranges::count_if(row.cells, [](const XlsxCell& cell) { return !trimmed(cell.text).empty(); }));
}

struct HeaderPlace {
    const XlsxSheet* sheet = nullptr;
    std::size_t row = 0;  ///< of the sheet
};

/// What the first rows of one sheet offer: the row that is wanted, the one that looks like names, the first with two names, the first with any.
struct Offer {
    std::size_t wanted = 0, like_names = 0, two_names = 0, any = 0;
};

Result<Offer> offer_of(const XlsxWorkbook& workbook, const XlsxSheet& sheet, const HeaderTest& wanted)
{
    Offer offer;
    TextStore store;
    FirstRows rows;
    std::vector<std::size_t> numbers;
    auto read = workbook.read(sheet, store, [&](const XlsxRow& row) {
        const auto names = filled(row);
        if (names == 0) return true;
        if (offer.any == 0) offer.any = row.number;
        if (offer.two_names == 0 && names > 1) offer.two_names = row.number;
        rows.push_back(texts_of(row));
        numbers.push_back(row.number);
        return rows.size() < rows_compared;
    });
    if (!read) return std::unexpected(read.error());
    if (const auto at = wanted_row(rows, wanted)) offer.wanted = numbers[*at];
    if (!rows.empty())
        if (const auto at = row_like_names(rows)) offer.like_names = numbers[*at];
    return offer;
}

Result<HeaderPlace> find_header(const XlsxWorkbook& workbook, const TableReading& reading, bool only_wanted)
{
    HeaderPlace like_names, second_best;
    bool known = reading.sheet.empty();
    for (const auto& sheet : workbook.sheets()) {
        if (reading.sheet.empty() ? sheet.hidden : sheet.name != reading.sheet) continue;
        known = true;
        const auto offer = offer_of(workbook, sheet, reading.wanted);
        if (!offer) return std::unexpected(offer.error());
        if (offer->wanted != 0) return HeaderPlace{&sheet, offer->wanted};
        if (like_names.sheet == nullptr && offer->like_names != 0) like_names = {&sheet, offer->like_names};
        if (second_best.sheet == nullptr && offer->any != 0) second_best = {&sheet, offer->two_names != 0 ? offer->two_names : offer->any};
    }
    if (!known) return unacceptable("file", "The workbook has no sheet named " + std::string{clipped(reading.sheet, 60)} + ".");
    if (only_wanted) return HeaderPlace{};
    if (like_names.sheet != nullptr) return like_names;
    if (second_best.sheet == nullptr) return unacceptable("file", "The workbook's sheets are empty. Hand in a file with a header row and a row for each record.");
    return second_best;
}
}  // namespace

/// Takes the rows of one sheet into a table.
class SheetTaker {
public:
    SheetTaker(Table& table, const CsvLimits& limits, std::size_t header_row) : table_(table), limits_(limits), header_row_(header_row) {}

    bool take(const XlsxRow& row)
    {
        if (row.number < header_row_) {
            if (filled(row) > 0) table_.origin_.passed_over.push_back(row.number);
        } else if (row.number == header_row_) {
            trouble_ = table_.take_header(row.number, dense(row));
        } else {
            take_below(row);
        }
        return trouble_.has_value();
    }

    Result<void> finish(std::vector<MergedArea> merged)
    {
        if (!trouble_) return trouble_;
        std::erase_if(merged, [&](const MergedArea& area) { return area.last_row <= header_row_ || area.first_column >= table_.header_.size(); });
        for (const auto& area : merged)
            if (!fill(area)) return unacceptable("file", "The sheet has so many merged cells that its rows cannot be told apart. Unmerge them: select all, Merge and centre.");
        table_.origin_.merged = std::move(merged);
        return {};
    }

private:
    void take_below(const XlsxRow& row)
    {
        const bool unworked = std::ranges::any_of(row.cells, [](const XlsxCell& cell) { return cell.kind == CellKind::unworked; });
        if (filled(row) == 0 && !unworked) return;
        const auto at = table_.lines_.size();
        const auto begin = table_.cells_.size();
        const auto width = std::max(table_.header_.size(), row.cells.back().column + 1);
        if (at >= limits_.rows) return refuse("rows", limits_.rows);
        if (begin + width > limits_.cells) return refuse("cells", limits_.cells);
        table_.cells_.resize(begin + width);
        table_.kinds_.resize(begin + width, CellKind::text);
        for (const auto& cell : row.cells) {
            if (cell.column >= width) continue;
            table_.cells_[begin + cell.column] = cell.text;
            table_.kinds_[begin + cell.column] = cell.kind;
            if (cell.kind == CellKind::error || cell.kind == CellKind::unworked) table_.troubled_.push_back({at, cell.column, cell.kind});
        }
        table_.begins_.push_back(begin);
        table_.ends_.push_back(table_.cells_.size());
        table_.lines_.push_back(row.number);
        if (row.hidden) ++table_.origin_.hidden_rows;
    }

    void refuse(std::string_view what, std::size_t most)
    {
        trouble_ = unacceptable("file", fmt::format("The sheet holds more than {} {}. Hand it in as several files.", with_commas(static_cast<std::int64_t>(most)), what));
    }

    /// Gives the rows of a merged area its upper left value, in its first column. False once that has been done too often.
    bool fill(const MergedArea& area)
    {
        const auto first = std::ranges::lower_bound(table_.lines_, std::max(area.first_row, header_row_ + 1));
        if (first == table_.lines_.end() || *first != area.first_row) return true;
        const auto top = static_cast<std::size_t>(first - table_.lines_.begin());
        const auto from = table_.begin_of(top) + area.first_column;
        for (auto row = top + 1; row < table_.lines_.size() && table_.lines_[row] <= area.last_row; ++row) {
            constexpr std::size_t most = 2'000'000;
            if (++fills_ > most) return false;
            const auto at = table_.begin_of(row) + area.first_column;
            table_.cells_[at] = table_.cells_[from];
            table_.kinds_[at] = table_.kinds_[from];
        }
        return true;
    }

    Table& table_;
    const CsvLimits& limits_;
    std::size_t header_row_;
    std::size_t fills_ = 0;
    Result<void> trouble_;
};

Result<Table> Table::read_workbook(std::string bytes, const TableReading& reading)
{
    auto opened = XlsxWorkbook::open(std::move(bytes), {.cell_bytes = reading.limits.cell_bytes, .columns = reading.limits.columns});
    if (!opened) return std::unexpected(opened.error());
    auto workbook = std::make_shared<const XlsxWorkbook>(std::move(*opened));
    const auto place = find_header(*workbook, reading, false);
    if (!place) return std::unexpected(place.error());
    Table table;
    table.workbook_ = workbook;
    table.origin_.format = TableFormat::xlsx;
    table.origin_.sheet = place->sheet->name;
    for (const auto& sheet : workbook->sheets())
        if (&sheet != place->sheet) table.origin_.other_sheets.push_back(sheet.name);
    SheetTaker taker{table, reading.limits, place->row};
    auto merged = workbook->read(*place->sheet, table.store_, [&](const XlsxRow& row) { return taker.take(row); });
    if (!merged) return std::unexpected(merged.error());
    if (auto finished = taker.finish(std::move(*merged)); !finished) return std::unexpected(finished.error());
    return table;
}

namespace {
std::string_view start_of(std::string_view bytes)
{
    constexpr std::size_t enough = 64UL * 1024;
    return bytes.substr(0, enough);
}

/// What stands behind "sep=;" on a first line of its own; the whole text where none does.
std::string_view after_separator_line(std::string_view text)
{
    if (text.size() < 6 || lower_ascii(text.substr(0, 4)) != "sep=") return text;
    return text.substr(std::min(text.size(), text.find_first_of("\r\n")));
}
}  // namespace

bool has_header(std::string_view bytes, const HeaderTest& wanted)
{
    if (is_zip(bytes)) {
        const auto workbook = XlsxWorkbook::open(std::string{bytes});
        if (!workbook) return false;
        const auto place = find_header(*workbook, {.limits = {}, .wanted = wanted, .sheet = {}}, true);
        return place && place->sheet != nullptr;
    }
    auto decoded = decode(std::string{start_of(bytes)});
    if (!decoded) return false;
    std::string_view text = decoded->text;
    if (const auto separator = after_separator_line(text); separator.size() < text.size())
        return wanted_row(first_records(separator, text[4], rows_looked_at), wanted).has_value();
    for (char delimiter : {',', ';', '\t'})
        if (wanted_row(first_records(text, delimiter, rows_looked_at), wanted)) return true;
    return false;
}

std::size_t names_found(std::string_view bytes)
{
    if (is_zip(bytes)) {
        const auto workbook = XlsxWorkbook::open(std::string{bytes});
        if (!workbook) return 0;
        const auto place = find_header(*workbook, {}, false);
        if (!place) return 0;
        std::size_t names = 0;
        TextStore store;
        const auto read = workbook->read(*place->sheet, store, [&](const XlsxRow& row) {
            if (row.number == place->row) names = names_among(texts_of(row));
            return row.number < place->row;
        });
        return read ? names : 0;
    }
    auto decoded = decode(std::string{start_of(bytes)});
    if (!decoded) return 0;
    std::string_view text = decoded->text;
    const auto body = after_separator_line(text);
    const auto place = body.size() < text.size() ? TextHeader{text[4], record_of_names(body, text[4], {})} : text_header(text, {});
    const auto rows = first_records(body, place.delimiter, rows_compared);
    return place.record < rows.size() ? names_among(rows[place.record]) : 0;
}

}  // namespace kith::files
