#pragma once
// Records of delimited text (RFC 4180) one after another, without copying: cells are views of the text. Knows nothing of headers.
#include "base/result.hpp"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace kith::files {

/// What a file may hold at most. Beyond it is a refusal that says where, never a slow death.
struct CsvLimits {
    std::size_t rows = 1'000'000;  ///< beside `header_rows`
    std::size_t columns = 1'000;
    std::size_t cell_bytes = 100'000;
    std::size_t cells = 20'000'000;
    std::size_t header_rows = 0;  ///< at the top, which are not counted; a table has one
};

/// One record. Views live as long as the text and the reader do.
struct CsvRecord {
    std::size_t line = 0;  ///< line of the file on which it starts, from 1
    std::vector<std::string_view> cells;
    bool stray_quote = false;  ///< text stood after a closing quote; it was kept as part of the cell
};

/// A state machine over UTF-8 text. Lines may end in CRLF, LF or CR; quoted cells may hold delimiters, doubled quotes and line ends;
/// a quote inside an unquoted cell is a character like any other.
class CsvReader {
public:
    CsvReader(std::string_view text, char delimiter, CsvLimits limits = {});
    CsvReader(const CsvReader&) = delete;
    CsvReader& operator=(const CsvReader&) = delete;

    /// Reads the next record into `record` (whose storage is reused): false at the end of the text, or a problem that names the line.
    /// Empty lines are passed over. After a problem the reader stands at the end.
    Result<bool> next(CsvRecord& record);
    /// The cells with doubled quotes, unescaped; hand them over to keep the views alive beyond the reader.
    std::deque<std::string>&& take_unescaped() && { return std::move(unescaped_); }

private:
    Result<void> read_cell(CsvRecord& record);
    Result<std::string_view> quoted_cell(bool& stray);
    std::string_view plain_cell();
    bool at_record_end() const;
    void pass_line_end();
    std::unexpected<Problem> stop(std::string message);

    std::string_view text_;
    char delimiter_;
    CsvLimits limits_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t rows_ = 0;
    std::size_t cells_ = 0;
    std::deque<std::string> unescaped_;
};

/// The delimiter of the first record: the one of comma, semicolon and tab that stands in it most often outside quotes; comma where none does.
char detect_delimiter(std::string_view text);

}  // namespace kith::files
