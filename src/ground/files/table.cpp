#include "files/table.hpp"

#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "files/header_place.hpp"
#include "files/text_encoding.hpp"

#include <algorithm>
#include <unordered_map>

namespace kith::files {
namespace {
/// "sep=;" on a first line of its own, which some spreadsheets write and read: the delimiter, and how much of the text it takes up.
struct SeparatorLine {
    char delimiter;
    std::size_t length;
};

std::optional<SeparatorLine> separator_line(std::string_view text)
{
    if (text.size() < 6 || lower_ascii(text.substr(0, 4)) != "sep=") return std::nullopt;
    char delimiter = text[4];
    if ((delimiter != ',' && delimiter != ';' && delimiter != '\t') || (text[5] != '\r' && text[5] != '\n')) return std::nullopt;
    return SeparatorLine{delimiter, 5};
}

bool is_blank(const CsvRecord& record)
{
    return std::ranges::all_of(record.cells, [](auto cell) { return trimmed(cell).empty(); });
}
}  // namespace

Result<Table> Table::read(std::string bytes, TableReading reading)
{
    return is_zip(bytes) ? read_workbook(std::move(bytes), reading) : read_csv(std::move(bytes), reading);
}

Result<Table> Table::read_csv(std::string bytes, const TableReading& reading)
{
    auto decoded = decode(std::move(bytes));
    if (!decoded) return std::unexpected(decoded.error());
    Table table;
    table.text_ = std::make_unique<const std::string>(std::move(decoded->text));
    table.origin_.encoding = decoded->encoding;
    table.origin_.doubtful_characters = decoded->doubtful_characters;
    if (auto read = table.read_rows(reading); !read) return std::unexpected(read.error());
    return table;
}

Result<Table> Table::of_header(std::span<const std::string_view> names)
{
    Table table;
    std::vector<std::string_view> kept;
    for (auto name : names) kept.push_back(table.store_.keep(name));
    if (auto taken = table.take_header(1, kept); !taken) return std::unexpected(taken.error());
    return table;
}

Result<void> Table::read_rows(const TableReading& reading)
{
    std::string_view text = *text_;
    if (trimmed(text).empty()) return unacceptable("file", "The file is empty. Hand in a file with a header row and a row for each record.");
    const auto separator = separator_line(text);
    // The line end of a separator line stays, so that the reader counts it.
    const auto body = text.substr(separator ? separator->length : 0);
    const auto place = separator ? TextHeader{separator->delimiter, record_of_names(body, separator->delimiter, reading.wanted)} : text_header(body, reading.wanted);
    origin_.delimiter = place.delimiter;
    auto limits = reading.limits;
    limits.header_rows = place.record + 1;
    CsvReader reader{body, origin_.delimiter, limits};
    CsvRecord record;
    for (std::size_t above = 0;;) {
        auto more = reader.next(record);
        if (!more) return std::unexpected(more.error());
        if (!*more) break;
        if (is_blank(record)) continue;
        if (!header_.empty()) {
            take_row(record);
            continue;
        }
        if (above++ < place.record) {
            origin_.passed_over.push_back(record.line);
            continue;
        }
        if (auto taken = take_header(record.line, record.cells); !taken) return taken;
        auto guess = (text.size() / 64) + 1;
        cells_.reserve(std::min(guess * header_.size(), text.size() / 2 + 1));
    }
    if (header_.empty()) return unacceptable("file", "The file holds no text, only empty cells. Hand in a file with a header row.");
    unescaped_ = std::move(reader).take_unescaped();
    return {};
}

Result<void> Table::take_header(std::size_t line, std::span<const std::string_view> names)
{
    header_line_ = line;
    std::unordered_map<std::string, std::size_t> seen;
    auto last = names.size();
    while (last > 0 && trimmed(names[last - 1]).empty()) --last;
    for (std::size_t i = 0; i < last; ++i) {
        auto name = trimmed(without_formula_guard(names[i]));
        auto key = lower_ascii(name);
        auto [earlier, fresh] = seen.emplace(key, i + 1);
        if (!fresh && !name.empty())
            return unacceptable("file", "Two columns are named " + std::string{clipped(name, 60)} + " (columns " + std::to_string(earlier->second) +
                                            " and " + std::to_string(i + 1) + "). Rename or remove one of them.");
        header_.push_back(name);
        header_keys_.push_back(std::move(key));
    }
    return {};
}

void Table::take_row(const CsvRecord& record)
{
    if (record.stray_quote) stray_rows_.push_back(lines_.size());
    begins_.push_back(cells_.size());
    cells_.insert(cells_.end(), record.cells.begin(), record.cells.end());
    ends_.push_back(cells_.size());
    lines_.push_back(record.line);
}

std::optional<std::size_t> Table::column(std::string_view name) const
{
    auto found = std::ranges::find(header_keys_, lower_ascii(trimmed(name)));
    if (found == header_keys_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - header_keys_.begin());
}

std::string_view Table::cell(std::size_t row, std::size_t column) const
{
    auto at = begin_of(row) + column;
    return at < ends_[row] ? trimmed(without_formula_guard(trimmed(cells_[at]))) : std::string_view{};
}

CellKind Table::kind(std::size_t row, std::size_t column) const
{
    auto at = begin_of(row) + column;
    return at < ends_[row] && at < kinds_.size() ? kinds_[at] : CellKind::text;
}

void Table::leave_out(const std::function<bool(std::size_t row)>& is_so)
{
    std::vector<std::size_t> place(lines_.size(), lines_.size());  // where each row that stays will stand
    std::size_t kept = 0;
    for (std::size_t row = 0; row < lines_.size(); ++row)
        if (!is_so(row)) place[row] = kept++;
    if (kept == lines_.size()) return;
    const auto taken_away = [&](std::size_t row) { return place[row] == place.size(); };
    origin_.left_out += lines_.size() - kept;
    std::erase_if(stray_rows_, taken_away);
    for (auto& row : stray_rows_) row = place[row];
    std::erase_if(troubled_, [&](const TroubledCell& cell) { return taken_away(cell.row); });
    for (auto& cell : troubled_) cell.row = place[cell.row];
    for (std::size_t row = 0; row < place.size(); ++row) {
        if (taken_away(row)) continue;
        begins_[place[row]] = begins_[row];
        ends_[place[row]] = ends_[row];
        lines_[place[row]] = lines_[row];
    }
    begins_.resize(kept);
    ends_.resize(kept);
    lines_.resize(kept);
}

bool Table::has_stray_quote(std::size_t row) const
{
    return std::ranges::binary_search(stray_rows_, row);
}

}  // namespace kith::files
