#pragma once
// A handed-in table in memory, from a CSV file or a sheet of an Excel workbook: header, rows, and where each stood. Columns are found by
// name, in any order and case. Says nothing about what the columns mean.
#include "files/csv_reader.hpp"
#include "files/text_store.hpp"
#include "files/xlsx_reader.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::files {

enum class TableFormat : std::uint8_t { csv, xlsx };

/// How a table came, for those who must tell the person who handed it in.
struct TableOrigin {
    TableFormat format = TableFormat::csv;
    std::string_view encoding = "UTF-8";  ///< of a CSV file, as it was written
    std::size_t doubtful_characters = 0;  ///< of a CSV file: replaced because its encoding does not have them
    char delimiter = ',';                 ///< of a CSV file
    std::string sheet;                    ///< of a workbook: the sheet that was read
    std::vector<std::string> other_sheets;  ///< of a workbook: those that were not, as its tabs stand; hidden ones too
    std::vector<std::size_t> passed_over; ///< lines of the rows with something in them above the column names
    std::size_t hidden_rows = 0;          ///< read like the others
    std::vector<MergedArea> merged;       ///< below the column names; each row of an area reads its upper left value
    std::size_t left_out = 0;             ///< rows that leave_out took away
};

/// A cell that a spreadsheet could not work out.
struct TroubledCell {
    std::size_t row = 0;
    std::size_t column = 0;
    CellKind kind = CellKind::error;  ///< or unworked
};

class Table;
/// True for a table (of column names only) that is the one looked for.
using HeaderTest = std::function<bool(const Table& header)>;

struct TableReading {
    CsvLimits limits;
    HeaderTest wanted;  ///< which sheet, and which of the first rows, has the column names; where none has, the first row that looks like names
    std::string sheet;  ///< only this sheet of a workbook, where it is named
};

class Table {
public:
    /// The file's table. Refuses, with words for the person who handed it in: what is neither text nor workbook, an empty file, a header with
    /// the same name twice, a quotation mark never closed, and whatever passes the limits. Rows whose every cell is empty are left out.
    static Result<Table> read(std::string bytes, TableReading reading = {});
    static Result<Table> read(std::string bytes, CsvLimits limits) { return read(std::move(bytes), TableReading{limits, {}, {}}); }
    /// A table of column names only; a problem where two are the same.
    static Result<Table> of_header(std::span<const std::string_view> names);

    const TableOrigin& origin() const { return origin_; }
    bool is_workbook() const { return origin_.format == TableFormat::xlsx; }
    std::string_view encoding() const { return origin_.encoding; }
    std::size_t doubtful_characters() const { return origin_.doubtful_characters; }
    char delimiter() const { return origin_.delimiter; }

    /// Column names as written, without spaces around them.
    std::span<const std::string_view> header() const { return header_; }
    std::size_t header_line() const { return header_line_; }
    /// Where the column of this name stands: case and spaces around it do not count.
    std::optional<std::size_t> column(std::string_view name) const;

    std::size_t rows() const { return lines_.size(); }
    /// Line of the file on which the row starts, or row of the sheet, from 1.
    std::size_t line(std::size_t row) const { return lines_[row]; }
    /// How many cells the row was written with; may be fewer or more than the header has. Rows of a workbook have as many at least.
    std::size_t cells_in(std::size_t row) const { return ends_[row] - begin_of(row); }
    /// The row's cells as written, formula guard and spaces included.
    std::span<const std::string_view> cells(std::size_t row) const { return std::span{cells_}.subspan(begin_of(row), cells_in(row)); }
    /// The cell's text without spaces around it and without a formula guard; empty where the row is short.
    std::string_view cell(std::size_t row, std::size_t column) const;
    /// What the cell was in the workbook; text in a CSV file.
    CellKind kind(std::size_t row, std::size_t column) const;
    bool has_stray_quote(std::size_t row) const;
    /// Takes away the rows for which `is_so` holds, as if they had not been written.
    void leave_out(const std::function<bool(std::size_t row)>& is_so);
    /// Cells that hold an error or no value though they have a formula, in the order of the rows.
    std::span<const TroubledCell> troubled() const { return troubled_; }

private:
    friend class SheetTaker;
    Table() = default;
    static Result<Table> read_csv(std::string bytes, const TableReading& reading);
    static Result<Table> read_workbook(std::string bytes, const TableReading& reading);
    Result<void> read_rows(const TableReading& reading);
    Result<void> take_header(std::size_t line, std::span<const std::string_view> names);
    void take_row(const CsvRecord& record);
    std::size_t begin_of(std::size_t row) const { return begins_[row]; }

    TableOrigin origin_;
    std::unique_ptr<const std::string> text_;       // of a CSV file; on the heap, so that views survive a move
    std::deque<std::string> unescaped_;             // of a CSV file
    std::shared_ptr<const XlsxWorkbook> workbook_;  // holds texts that cells share
    TextStore store_;
    std::vector<std::string_view> header_;
    std::vector<std::string> header_keys_;
    std::size_t header_line_ = 0;
    std::vector<std::string_view> cells_;
    std::vector<CellKind> kinds_;    // of a workbook: beside cells_
    std::vector<std::size_t> begins_;  // per row: its first cell in cells_
    std::vector<std::size_t> ends_;    // per row: one past its last cell
    std::vector<std::size_t> lines_;
    std::vector<std::size_t> stray_rows_;
    std::vector<TroubledCell> troubled_;
};

/// True where the bytes are a CSV file (perhaps without its end) or a whole workbook in which the column names that are wanted stand, in one of the
/// first rows. Reads no more than those.
bool has_header(std::string_view bytes, const HeaderTest& wanted);
/// How many column names stand in the row that a reading without a wish would take for them; nought where nothing can be read.
std::size_t names_found(std::string_view bytes);

}  // namespace kith::files
