#include "intake/annotated_file.hpp"

#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "files/table.hpp"
#include "files/xlsx_writer.hpp"
#include "intake/profile.hpp"
#include "partnership/organisation_file.hpp"

#include <algorithm>
#include <charconv>
#include <map>

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
void write_cell(files::XlsxWriter& writer, const files::Table& table, std::size_t row, std::size_t column, files::XlsxLook look)
{
    const auto text = table.cell(row, column);
    const auto kind = table.kind(row, column);
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

class Workbook {
public:
    Workbook(const files::Table& table, const std::map<std::int64_t, FindingsOfRow>& by_line) : table_(table), by_line_(by_line) {}

    std::string bytes() &&
    {
        const auto header = table_.header();
        writer_.sheet(table_.origin().sheet).columns(0, header.size(), 18).columns(places(), places(), 80, {.wrapped = true}).freeze(table_.header_line());
        go_to(table_.header_line());
        for (std::size_t column = 0; column < header.size(); ++column)
            if (column != mended_before_) writer_.text(header[column], {.heading = true});
        end_row(writer_.text(mend_column, {.heading = true}));
        for (std::size_t row = 0; row < table_.rows(); ++row) write(row);
        return std::move(writer_).bytes();
    }

private:
    std::size_t places() const { return table_.header().size() - (mended_before_ ? 1 : 0); }

    void end_row(files::XlsxWriter& writer)
    {
        writer.end_row();
        ++line_;
    }

    /// Empty rows down to that row of the sheet, so that "row 12" is the same row in both files.
    void go_to(std::size_t line)
    {
        while (line_ < line) end_row(writer_);
    }

    void write(std::size_t row)
    {
        go_to(table_.line(row));
        const auto found = by_line_.find(static_cast<std::int64_t>(table_.line(row)));
        const FindingsOfRow none;
        const auto& findings = found == by_line_.end() ? none : found->second;
        for (std::size_t column = 0; column < table_.header().size(); ++column) {
            if (column == mended_before_) continue;
            const bool here = std::ranges::any_of(findings, [&](const returns::Finding* finding) {
                return !finding->column.empty() && lower_ascii(finding->column) == lower_ascii(table_.header()[column]);
            });
            write_cell(writer_, table_, row, column, {.highlighted = here});
        }
        if (!findings.empty()) writer_.text(words_of(findings), {.wrapped = true, .highlighted = true});
        end_row(writer_);
    }

    const files::Table& table_;
    const std::map<std::int64_t, FindingsOfRow>& by_line_;
    std::optional<std::size_t> mended_before_ = table_.column(mend_column);
    files::XlsxWriter writer_;
    std::size_t line_ = 1;
};

bool is_known(const files::Table& header)
{
    return recognise(header) != nullptr || partnership::is_organisation_file(header) || partnership::is_setting_file(header);
}
}  // namespace

std::string annotated(const returns::File& file, const returns::Findings& findings)
{
    auto table = files::Table::read(file.bytes, {.limits = {}, .wanted = is_known, .sheet = {}});
    if (!table) return {};
    std::map<std::int64_t, FindingsOfRow> by_line;
    for (const auto& finding : findings) by_line[finding.line].push_back(&finding);
    return table->is_workbook() ? Workbook{*table, by_line}.bytes() : as_csv(*table, by_line);
}

}  // namespace kith::intake
