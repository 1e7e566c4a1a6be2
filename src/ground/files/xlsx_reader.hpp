#pragma once
// An Excel workbook (.xlsx, .xlsm; ECMA-376) read row by row, without ever holding a sheet. Cells come as the text a person sees; what
// columns mean, and which sheet is wanted, is for whoever asks.
#include "base/result.hpp"
#include "files/number_format.hpp"
#include "files/text_store.hpp"
#include "files/zip_package.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::files {

/// What a cell was in the workbook, apart from its text.
enum class CellKind : std::uint8_t {
    text,
    number,
    date,      ///< a day, or a day and a time
    boolean,   ///< "TRUE" or "FALSE"
    error,     ///< what a formula came to: "#N/A", "#REF!"
    unworked,  ///< a formula whose value the workbook does not hold; its text is empty
};

struct XlsxCell {
    std::size_t column = 0;  ///< from 0
    std::string_view text;   ///< lives as long as the workbook and the store that the sheet was read with
    CellKind kind = CellKind::text;
};

struct XlsxRow {
    std::size_t number = 0;  ///< as the workbook shows it, from 1
    bool hidden = false;
    std::vector<XlsxCell> cells;  ///< those that hold something, in the order of the columns
};

/// An area of merged cells: rows from 1, columns from 0, all inclusive.
struct MergedArea {
    std::size_t first_row = 0, last_row = 0;
    std::size_t first_column = 0, last_column = 0;
    std::string name() const;  ///< "B3:B7"
};

struct XlsxSheet {
    std::string name;
    bool hidden = false;
    std::string part;  ///< of the package
};

struct XlsxLimits {
    std::size_t cell_bytes = 100'000;
    std::size_t columns = 1'000;  ///< a cell with something in it beyond them is a refusal
    std::size_t shared_texts = 20'000'000;
    std::size_t merged_areas = 10'000;
    ZipLimits package;
};

class SharedTexts;

class XlsxWorkbook {
public:
    /// The workbook in `bytes`. What is no workbook that Kith reads is refused, saying what it is and what to do.
    static Result<XlsxWorkbook> open(std::string bytes, XlsxLimits limits = {});
    XlsxWorkbook(XlsxWorkbook&&) noexcept;
    XlsxWorkbook& operator=(XlsxWorkbook&&) noexcept;
    ~XlsxWorkbook();

    /// Its sheets of cells, in the order of their tabs.
    std::span<const XlsxSheet> sheets() const { return sheets_; }
    bool counts_from_1904() const { return from_1904_; }

    /// Reads a sheet's rows into `take` until it answers false. Texts that are the sheet's own go into `store`. The answer holds the sheet's
    /// merged areas, which stand after its rows and are known only where all were read.
    Result<std::vector<MergedArea>> read(const XlsxSheet& sheet, TextStore& store, const std::function<bool(const XlsxRow&)>& take) const;

private:
    XlsxWorkbook(std::unique_ptr<const std::string> bytes, ZipPackage package, XlsxLimits limits);
    Result<void> read_parts();

    std::unique_ptr<const std::string> bytes_;
    ZipPackage package_;
    XlsxLimits limits_;
    std::vector<XlsxSheet> sheets_;
    std::vector<NumberFormat> formats_;  // by the style of a cell
    std::unique_ptr<SharedTexts> texts_;
    bool from_1904_ = false;
};

/// "C" for 2, "AA" for 26.
std::string column_letters(std::size_t column);

}  // namespace kith::files
