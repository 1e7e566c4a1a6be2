#pragma once
// A whole CSV file in memory: header, rows, and where each stood. Columns are found by name, in any order and case. Says nothing about
// what the columns mean.
#include "files/csv_reader.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::files {

class CsvTable {
public:
    /// The file's table. Refuses, with words for the person who handed it in: what is no text (see decode), an empty file, a header with
    /// the same name twice, a quotation mark never closed, and whatever passes `limits`. Rows whose every cell is empty are left out.
    static Result<CsvTable> read(std::string bytes, CsvLimits limits = {});

    std::string_view encoding() const { return encoding_; }
    std::size_t doubtful_characters() const { return doubtful_characters_; }
    char delimiter() const { return delimiter_; }

    /// Column names as written, without spaces around them.
    std::span<const std::string_view> header() const { return header_; }
    std::size_t header_line() const { return header_line_; }
    /// Where the column of this name stands: case and spaces around it do not count.
    std::optional<std::size_t> column(std::string_view name) const;

    std::size_t rows() const { return lines_.size(); }
    /// Line of the file on which the row starts, from 1.
    std::size_t line(std::size_t row) const { return lines_[row]; }
    /// How many cells the row was written with; may be fewer or more than the header has.
    std::size_t cells_in(std::size_t row) const { return ends_[row] - begin_of(row); }
    /// The row's cells as written, formula guard and spaces included.
    std::span<const std::string_view> cells(std::size_t row) const { return std::span{cells_}.subspan(begin_of(row), cells_in(row)); }
    /// The cell's text without spaces around it and without a formula guard; empty where the row is short.
    std::string_view cell(std::size_t row, std::size_t column) const;
    bool has_stray_quote(std::size_t row) const;

private:
    CsvTable() = default;
    Result<void> read_rows(CsvLimits limits);
    Result<void> take_header(const CsvRecord& record);
    void take_row(const CsvRecord& record);
    std::size_t begin_of(std::size_t row) const { return row == 0 ? 0 : ends_[row - 1]; }

    std::unique_ptr<const std::string> text_;  // on the heap, so that views survive a move
    std::deque<std::string> unescaped_;
    std::string_view encoding_;
    std::size_t doubtful_characters_ = 0;
    char delimiter_ = ',';
    std::vector<std::string_view> header_;
    std::vector<std::string> header_keys_;
    std::size_t header_line_ = 0;
    std::vector<std::string_view> cells_;
    std::vector<std::size_t> ends_;   // per row: one past its last cell in cells_
    std::vector<std::size_t> lines_;
    std::vector<std::size_t> stray_rows_;
};

}  // namespace kith::files
