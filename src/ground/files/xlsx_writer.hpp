#pragma once
// Writing Excel workbooks row by row, without holding a sheet: texts, numbers, days, a few looks, notes and lists to choose from. Texts are never
// run as formulas. Knows nothing of what the rows mean.
#include "base/date.hpp"

#include <compare>
#include <memory>
#include <string>
#include <string_view>

namespace kith::files {

/// How a cell looks.
struct XlsxLook {
    bool heading = false;      ///< white on teal, bold: names of columns
    bool strong = false;       ///< bold
    bool large = false;        ///< title of a sheet
    bool wrapped = false;      ///< long text over several lines
    bool faint = false;        ///< grey and slanted: rows that are an example
    bool highlighted = false;  ///< yellow: something is to be mended here
    bool day = false;          ///< shown as 27/03/2026
    bool percent = false;      ///< a part of one, shown as 61.5%
    bool as_text = false;      ///< what is typed here stays as typed: 00123 is not 123
    auto operator<=>(const XlsxLook&) const = default;
};

/// A list that a column's cells are chosen from.
struct XlsxChoice {
    std::size_t column = 0;
    std::size_t first_row = 0, last_row = 0;  ///< from 0, inclusive
    std::string range;                        ///< where the choices stand: "=Codes!$A$2:$A$40"
    std::string title;                        ///< of the box shown where something else is typed; at most 32 characters
    std::string words;                        ///< in that box; at most 255
};

class XlsxWriter {
public:
    XlsxWriter();
    ~XlsxWriter();
    XlsxWriter(const XlsxWriter&) = delete;
    XlsxWriter& operator=(const XlsxWriter&) = delete;

    /// A new sheet, after those there are; what is written next stands in it. Characters and lengths that a tab cannot have are mended.
    XlsxWriter& sheet(std::string_view name);
    /// Width in characters and look of columns from `first` to `last`, from 0. Before the sheet's first row.
    XlsxWriter& columns(std::size_t first, std::size_t last, double width, XlsxLook look = {});
    /// The first rows stay in sight when the sheet is scrolled.
    XlsxWriter& freeze(std::size_t rows);

    /// The next cell of the row. Texts are cut at the 32,767 characters that a cell may have.
    XlsxWriter& text(std::string_view text, XlsxLook look = {});
    XlsxWriter& number(double value, XlsxLook look = {});
    XlsxWriter& day(Date date, XlsxLook look = {});
    XlsxWriter& blank(XlsxLook look = {});
    XlsxWriter& end_row();
    /// Height of the row being written, in points (15 is one line).
    XlsxWriter& height(double points);

    /// A note that opens when someone rests on the cell.
    XlsxWriter& note(std::size_t row, std::size_t column, std::string_view words);
    XlsxWriter& choice(const XlsxChoice& choice);
    /// A sheet that lists are chosen from, out of the way behind the others: its tab stays hidden.
    XlsxWriter& hide_sheet();

    /// The workbook. Throws where the disk has no room for it.
    std::string bytes() &&;

private:
    struct Book;
    std::unique_ptr<Book> book_;
};

}  // namespace kith::files
