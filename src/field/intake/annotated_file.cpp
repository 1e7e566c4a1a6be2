#include "intake/annotated_file.hpp"

#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "files/table.hpp"
#include "files/xlsx_reader.hpp"
#include "files/xlsx_writer.hpp"
#include "files/zip_package.hpp"
#include "intake/profile.hpp"
#include "intake/staff_check.hpp"
#include "partnership/organisation_file.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <stdexcept>

namespace kith::intake {
namespace {
using FindingsOfRow = std::vector<const returns::Finding*>;

/// "fte: The FTE must be ... | role: ..." with errors first.
std::string words_of(FindingsOfRow findings)
{
    std::ranges::stable_sort(findings, {}, [](const returns::Finding* finding) { return finding->severity; });
    std::string words;
    for (const auto* finding : findings) {
        if (!words.empty()) words += " | ";
        if (!finding->column.empty()) words += finding->column + ": ";
        words += finding->message;
    }
    return words;
}

std::string as_csv(const files::Table& table, const std::map<std::int64_t, FindingsOfRow>& by_line)
{
    files::CsvWriter writer{{.byte_order_mark = true, .delimiter = table.delimiter()}};
    auto mended_before = table.column(mend_column);
    auto columns = table.header().size();
    auto write_row = [&](auto cell_at, std::string_view last) {
        for (std::size_t column = 0; column < columns; ++column)
            if (column != mended_before) writer.cell(cell_at(column));
        writer.cell(last).end_row();
    };
    write_row([&](std::size_t column) { return table.header()[column]; }, mend_column);
    for (std::size_t row = 0; row < table.rows(); ++row) {
        auto found = by_line.find(static_cast<std::int64_t>(table.line(row)));
        auto words = found == by_line.end() ? std::string{} : words_of(found->second);
        write_row([&](std::size_t column) { return table.cell(row, column); }, words);
    }
    return std::move(writer).text();
}

/// A cell as what it was: a number such as 000123 is kept as the text that it looked like.
void write_cell(files::XlsxWriter& writer, std::string_view text, files::CellKind kind, files::XlsxLook look)
{
    if (text.empty()) {
        writer.blank(look);
        return;
    }
    if (kind == files::CellKind::date)
        if (const auto day = Date::parse_iso(text)) {
            writer.day(*day, look);
            return;
        }
    double number = 0;
    const bool padded = text.size() > 1 && text[0] == '0' && text[1] != '.';
    if (kind == files::CellKind::number && !padded && std::from_chars(text.data(), text.data() + text.size(), number).ptr == text.data() + text.size()) {
        writer.number(number, look);
        return;
    }
    writer.text(text, look);
}

/// The whole workbook as it came, every sheet cell by cell, so that "row 12" is the same row in both files; the sheet that was checked has the
/// column of what to mend behind its own.
class Workbook {
public:
    Workbook(const files::XlsxWorkbook& book, const files::Table& table, const std::map<std::int64_t, FindingsOfRow>& by_line) : book_(book), table_(table), by_line_(by_line) {}

    std::string bytes() &&
    {
        for (const auto& sheet : book_.sheets()) write(sheet, sheet.name == table_.origin().sheet);
        return std::move(writer_).bytes();
    }

private:
    /// Where the words go: the column that had them before, else behind the last with a name.
    std::size_t place() const { return mended_before_.value_or(table_.header().size()); }

    void write(const files::XlsxSheet& sheet, bool is_checked)
    {
        constexpr std::size_t wide = 200;
        writer_.sheet(sheet.name);
        if (is_checked) {
            if (place() > 0) writer_.columns(0, place() - 1, 18);
            writer_.columns(place(), place(), 80, {.wrapped = true}).freeze(table_.header_line());
        } else {
            writer_.columns(0, wide, 18);
        }
        line_ = 1;
        files::TextStore texts;
        const auto read = book_.read(sheet, texts, [&](const files::XlsxRow& row) {
            for (; line_ < row.number; ++line_) writer_.end_row();
            is_checked ? write_checked(row) : write_as_it_is(row);
            writer_.end_row();
            ++line_;
            return true;
        });
        if (sheet.hidden) writer_.hide_sheet();
        if (!read) throw std::runtime_error{"a workbook that was checked cannot be read again"};
    }

    void write_as_it_is(const files::XlsxRow& row)
    {
        std::size_t column = 0;
        for (const auto& cell : row.cells) {
            for (; column < cell.column; ++column) writer_.blank();
            write_cell(writer_, cell.text, cell.kind, {});
            ++column;
        }
    }

    bool is_named(const FindingsOfRow& findings, std::size_t column) const
    {
        return column < table_.header().size() && std::ranges::any_of(findings, [&](const returns::Finding* finding) {
            return !finding->column.empty() && lower_ascii(finding->column) == lower_ascii(table_.header()[column]);
        });
    }

    void write_checked(const files::XlsxRow& row)
    {
        const auto found = by_line_.find(static_cast<std::int64_t>(row.number));
        const FindingsOfRow none;
        const auto& findings = found == by_line_.end() || row.number <= table_.header_line() ? none : found->second;
        const bool is_header = row.number == table_.header_line();
        auto cell = row.cells.begin();
        const auto last = row.cells.empty() ? 0 : row.cells.back().column + 1;
        for (std::size_t column = 0; column < std::max(last, place() + 1); ++column) {
            const bool here = cell != row.cells.end() && cell->column == column;
            const files::XlsxLook look{.heading = is_header, .highlighted = is_named(findings, column)};
            if (column == place()) write_words(findings, is_header);
            else if (here) write_cell(writer_, cell->text, cell->kind, look);
            else writer_.blank(look);
            if (here) ++cell;
        }
    }

    void write_words(const FindingsOfRow& findings, bool is_header)
    {
        if (is_header) writer_.text(mend_column, {.heading = true});
        else if (findings.empty()) writer_.blank();
        else writer_.text(words_of(findings), {.wrapped = true, .highlighted = true});
    }

    const files::XlsxWorkbook& book_;
    const files::Table& table_;
    const std::map<std::int64_t, FindingsOfRow>& by_line_;
    std::optional<std::size_t> mended_before_ = table_.column(mend_column);
    files::XlsxWriter writer_;
    std::size_t line_ = 1;
};

/// The sheet that the findings speak of, where they name one: a mapping may have read any.
std::string sheet_of(const files::XlsxWorkbook& book, const returns::File& file, const returns::Findings& findings)
{
    for (const auto& sheet : book.sheets())
        if (std::ranges::find(findings, sheet_name_of(file.name, sheet.name), &returns::Finding::file) != findings.end()) return sheet.name;
    return {};
}

bool is_known(const files::Table& header)
{
    return recognise(header) != nullptr || partnership::is_organisation_file(header) || partnership::is_setting_file(header);
}
}  // namespace

std::string annotated(const returns::File& file, const returns::Findings& findings)
{
    std::map<std::int64_t, FindingsOfRow> by_line;
    for (const auto& finding : findings) by_line[finding.line].push_back(&finding);
    if (!files::is_zip(file.bytes)) {
        const auto table = files::Table::read(file.bytes, {.limits = {}, .wanted = is_known, .sheet = {}});
        return table ? as_csv(*table, by_line) : std::string{};
    }
    const auto book = files::XlsxWorkbook::open(file.bytes);
    if (!book) return {};
    auto sheet = sheet_of(*book, file, findings);
    const auto table = files::Table::read(file.bytes, {.limits = {}, .wanted = is_known, .sheet = std::move(sheet)});
    return table ? Workbook{*book, *table, by_line}.bytes() : std::string{};
}

}  // namespace kith::intake
