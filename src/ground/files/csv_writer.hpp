#pragma once
// Writing CSV that opens the same everywhere and that no spreadsheet runs: RFC 4180 quoting, CRLF, and a guard against formulas.
#include <string>
#include <string_view>
#include <vector>

namespace kith::files {

struct CsvWriting {
    bool byte_order_mark = false;  ///< Excel takes UTF-8 for Windows-1252 without one
    char delimiter = ',';
};

/// Writes rows into a string it owns. Cells that a spreadsheet would run as a formula (first character = + - @ tab or CR) get a leading
/// apostrophe, numbers such as -12.5 stay as they are (OWASP, CSV Injection).
class CsvWriter {
public:
    explicit CsvWriter(CsvWriting writing = {});
    CsvWriter& row(const std::vector<std::string>& cells);
    CsvWriter& row(const std::vector<std::string_view>& cells);
    /// One cell of the row being written; `end_row` ends it. For callers that hold no vector.
    CsvWriter& cell(std::string_view text);
    CsvWriter& end_row();
    const std::string& text() const& { return text_; }
    std::string text() && { return std::move(text_); }

private:
    CsvWriting writing_;
    std::string text_;
    bool first_ = true;
};

/// True where a spreadsheet might run the cell's text as a formula.
bool may_run_as_formula(std::string_view cell);
/// The cell without the apostrophe that CsvWriter put before a formula, so that a file handed out comes back as it was.
std::string_view without_formula_guard(std::string_view cell);

}  // namespace kith::files
