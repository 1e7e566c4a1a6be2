// A table from a workbook: which of its sheets, and which of that sheet's rows holds the column names.
#include "files/table.hpp"

#include "base/quantity.hpp"
#include "base/text.hpp"
#include "files/text_encoding.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::files {
namespace {
constexpr std::size_t rows_looked_at = 25;  // for the column names, from the top of a sheet

/// The row with a text for every column up to its last, empty where the workbook has no cell.
std::vector<std::string_view> dense(const XlsxRow& row)
{
    std::vector<std::string_view> texts(row.cells.empty() ? 0 : row.cells.back().column + 1);
    for (const auto& cell : row.cells)
        if (cell.column < texts.size()) texts[cell.column] = cell.text;
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

/// What the first rows of one sheet offer: the row that is wanted, the first with two names, the first with any.
struct Offer {
    std::size_t wanted = 0, two_names = 0, any = 0;
};

Result<Offer> offer_of(const XlsxWorkbook& workbook, const XlsxSheet& sheet, const HeaderTest& wanted)
{
    Offer offer;
    TextStore store;
    std::size_t looked_at = 0;
    auto read = workbook.read(sheet, store, [&](const XlsxRow& row) {
        const auto names = filled(row);
        if (names == 0) return true;
        if (offer.any == 0) offer.any = row.number;
        if (offer.two_names == 0 && names > 1) offer.two_names = row.number;
        if (wanted) {
            const auto header = Table::of_header(dense(row));
            if (header && wanted(*header)) offer.wanted = row.number;
        }
        return offer.wanted == 0 && ++looked_at < rows_looked_at;
    });
    if (!read) return std::unexpected(read.error());
    return offer;
}

Result<HeaderPlace> find_header(const XlsxWorkbook& workbook, const TableReading& reading, bool only_wanted)
{
    HeaderPlace second_best;
    bool known = reading.sheet.empty();
    for (const auto& sheet : workbook.sheets()) {
        if (reading.sheet.empty() ? sheet.hidden : sheet.name != reading.sheet) continue;
        known = true;
        const auto offer = offer_of(workbook, sheet, reading.wanted);
        if (!offer) return std::unexpected(offer.error());
        if (offer->wanted != 0) return HeaderPlace{&sheet, offer->wanted};
        if (second_best.sheet == nullptr && offer->any != 0) second_best = {&sheet, offer->two_names != 0 ? offer->two_names : offer->any};
    }
    if (!known) return unacceptable("file", "The workbook has no sheet named " + std::string{clipped(reading.sheet, 60)} + ".");
    if (only_wanted) return HeaderPlace{};
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
            if (filled(row) > 0) ++table_.origin_.passed_over;
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

bool has_header(std::string_view bytes, const HeaderTest& wanted)
{
    if (is_zip(bytes)) {
        const auto workbook = XlsxWorkbook::open(std::string{bytes});
        if (!workbook) return false;
        const auto place = find_header(*workbook, {.limits = {}, .wanted = wanted, .sheet = {}}, true);
        return place && place->sheet != nullptr;
    }
    constexpr std::size_t longest_header = 64 * 1024;
    auto decoded = decode(std::string{bytes.substr(0, longest_header)});
    if (!decoded) return false;
    std::string_view text = decoded->text;
    if (lower_ascii(text.substr(0, 4)) == "sep=") text.remove_prefix(std::min(text.size(), text.find_first_of("\r\n")));
    CsvReader reader{text, detect_delimiter(text)};
    CsvRecord record;
    do {
        const auto more = reader.next(record);
        if (!more || !*more) return false;
    } while (std::ranges::all_of(record.cells, [](std::string_view cell) { return trimmed(cell).empty(); }));
    const auto header = Table::of_header(record.cells);
    return header && wanted(*header);
}

}  // namespace kith::files
