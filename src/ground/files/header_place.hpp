#pragma once
// Which of a table's first rows holds the column names: payroll bureaus put titles, blank lines and a date above them. For table.cpp and
// table_workbook.cpp; what was chosen stands in the table's `header_line` and `origin`.
#include "files/table.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::files {

/// The first rows of a table with something in them, as texts.
using FirstRows = std::vector<std::vector<std::string>>;
inline constexpr std::size_t rows_looked_at = 20;  ///< among which the column names may stand
inline constexpr std::size_t rows_compared = 30;   ///< that say how wide the table is

/// The first of them that is wanted as column names; none where none is, or nothing is wanted.
std::optional<std::size_t> wanted_row(const FirstRows& rows, const HeaderTest& wanted);

/// The first of them that looks like column names: three cells or more, mostly different, no days or amounts, at least half of the widest row,
/// with a row as wide below. The first row of all where it is nearly as wide as any: it was the header ever since. None where none looks so.
std::optional<std::size_t> row_like_names(const FirstRows& rows);

/// How many cells of a row may be names of columns; nought where half of them or more are days and amounts.
std::size_t names_among(const std::vector<std::string>& row);

/// The delimiter by which the first rows of a text make a table, and which of its records has the column names.
struct TextHeader {
    char delimiter = ',';
    std::size_t record = 0;  ///< among those with something in them
};
TextHeader text_header(std::string_view text, const HeaderTest& wanted);
/// The same where the delimiter is known.
std::size_t record_of_names(std::string_view text, char delimiter, const HeaderTest& wanted);

/// The first records of a text with something in them, at most `most`.
FirstRows first_records(std::string_view text, char delimiter, std::size_t most);

}  // namespace kith::files
