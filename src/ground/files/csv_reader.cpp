#include "files/csv_reader.hpp"

#include "base/quantity.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace kith::files {
namespace {
constexpr std::uint64_t every(unsigned char byte) { return 0x0101010101010101ULL * byte; }

/// The high bit of each byte of `word` that equals `byte` (and sometimes of bytes above one that does, which callers never look at).
constexpr std::uint64_t equal_bytes(std::uint64_t word, unsigned char byte)
{
    auto x = word ^ every(byte);
    return (x - every(1)) & ~x & every(0x80);
}

/// First place at or after `at` that holds the delimiter or a line end: eight bytes a step, since most cells hold neither.
std::size_t find_cell_end(std::string_view text, std::size_t at, char delimiter)
{
    for (; at + 8 <= text.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, 8);
        auto found = equal_bytes(word, static_cast<unsigned char>(delimiter)) | equal_bytes(word, '\n') | equal_bytes(word, '\r');
        if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found)) / 8;
    }
    while (at < text.size() && text[at] != delimiter && text[at] != '\n' && text[at] != '\r') ++at;
    return at;
}
static_assert(std::endian::native == std::endian::little, "find_cell_end reads words from their low end");

std::size_t line_ends_in(std::string_view text)
{
    std::size_t ends = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'))) ++ends;
    return ends;
}
}  // namespace

CsvReader::CsvReader(std::string_view text, char delimiter, CsvLimits limits) : text_(text), delimiter_(delimiter), limits_(limits) {}

std::unexpected<Problem> CsvReader::stop(std::string message)
{
    at_ = text_.size();
    return unacceptable("file", std::move(message));
}

bool CsvReader::at_record_end() const
{
    return at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r';
}

void CsvReader::pass_line_end()
{
    if (at_ >= text_.size()) return;
    if (text_[at_] == '\r' && at_ + 1 < text_.size() && text_[at_ + 1] == '\n') ++at_;
    ++at_;
    ++line_;
}

std::string_view CsvReader::plain_cell()
{
    auto end = find_cell_end(text_, at_, delimiter_);
    auto cell = text_.substr(at_, end - at_);
    at_ = end;
    return cell;
}

/// From the opening quote on; leaves `at_` at the delimiter or line end after the cell.
Result<std::string_view> CsvReader::quoted_cell(bool& stray)
{
    auto opened_on = line_;
    auto start = ++at_;
    std::string* copy = nullptr;
    for (;;) {
        auto quote = text_.find('"', at_);
        if (quote == text_.npos)
            return stop("The quotation mark opened on line " + with_commas(static_cast<std::int64_t>(opened_on)) +
                        " is never closed. The file may have been cut short: save it again and hand in the whole of it.");
        auto piece = text_.substr(start, quote - start);
        line_ += line_ends_in(piece);
        if (piece.size() > limits_.cell_bytes || (copy != nullptr && copy->size() > limits_.cell_bytes))
            return stop("The quoted text that starts on line " + with_commas(static_cast<std::int64_t>(opened_on)) + " is longer than " +
                        with_commas(static_cast<std::int64_t>(limits_.cell_bytes)) +
                        " characters. A quotation mark there may never have been closed.");
        bool doubled = quote + 1 < text_.size() && text_[quote + 1] == '"';
        at_ = quote + (doubled ? 2 : 1);
        auto rest = doubled ? std::string_view{} : plain_cell();
        if (!doubled && rest.empty() && copy == nullptr) return piece;
        if (copy == nullptr) copy = &unescaped_.emplace_back();
        copy->append(piece);
        if (doubled) {
            copy->push_back('"');
            start = at_;
            continue;
        }
        stray = stray || rest.find_first_not_of(" \t") != rest.npos;
        if (stray) copy->append(rest);
        return std::string_view{*copy};
    }
}

Result<void> CsvReader::read_cell(CsvRecord& record)
{
    if (at_ < text_.size() && text_[at_] == '"') {
        auto cell = quoted_cell(record.stray_quote);
        if (!cell) return std::unexpected(cell.error());
        record.cells.push_back(*cell);
    } else {
        record.cells.push_back(plain_cell());
    }
    ++cells_;
    auto where = "Line " + std::to_string(record.line);
    if (record.cells.back().size() > limits_.cell_bytes)
        return stop(where + " holds a cell longer than " + with_commas(static_cast<std::int64_t>(limits_.cell_bytes)) + " characters.");
    if (record.cells.size() > limits_.columns)
        return stop(where + " holds more than " + with_commas(static_cast<std::int64_t>(limits_.columns)) + " columns.");
    if (cells_ > limits_.cells)
        return stop("The file holds more than " + with_commas(static_cast<std::int64_t>(limits_.cells)) + " cells. Hand it in as several files.");
    return {};
}

Result<bool> CsvReader::next(CsvRecord& record)
{
    record.cells.clear();
    record.stray_quote = false;
    while (at_ < text_.size() && at_record_end()) pass_line_end();
    if (at_ >= text_.size()) return false;
    record.line = line_;
    if (++rows_ > limits_.rows + limits_.header_rows)
        return stop("The file holds more than " + with_commas(static_cast<std::int64_t>(limits_.rows)) + " rows. Hand it in as several files.");
    for (;;) {
        if (auto cell = read_cell(record); !cell) return std::unexpected(cell.error());
        if (at_record_end()) break;
        ++at_;  // the delimiter
    }
    pass_line_end();
    return true;
}

char detect_delimiter(std::string_view text)
{
    constexpr std::array<char, 3> known{',', ';', '\t'};
    std::array<std::size_t, 3> counts{};
    bool quoted = false;
    bool begun = false;
    for (char c : text) {
        bool line_end = c == '\n' || c == '\r';
        if (line_end && begun && !quoted) break;
        begun = begun || !line_end;
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        if (auto found = std::ranges::find(known, c); found != known.end()) ++counts[static_cast<std::size_t>(found - known.begin())];
    }
    auto most = std::ranges::max_element(counts);
    return known[static_cast<std::size_t>(most - counts.begin())];
}

}  // namespace kith::files
