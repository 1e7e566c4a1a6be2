#include "intake/annotated_file.hpp"

#include "base/text.hpp"
#include "files/csv_table.hpp"
#include "files/csv_writer.hpp"
#include "intake/profile.hpp"

#include <algorithm>
#include <map>

namespace kith::intake {
namespace {
/// "fte: The FTE must be ... | role: ..." with errors first.
std::string words_of(std::vector<const returns::Finding*> findings)
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
}  // namespace

std::string annotated(const returns::File& file, const returns::Findings& findings)
{
    auto table = files::CsvTable::read(file.bytes);
    if (!table) return {};
    std::map<std::int64_t, std::vector<const returns::Finding*>> by_line;
    for (const auto& finding : findings) by_line[finding.line].push_back(&finding);

    files::CsvWriter writer{{.byte_order_mark = true, .delimiter = table->delimiter()}};
    auto mended_before = table->column(mend_column);
    auto columns = table->header().size();
    auto write_row = [&](auto cell_at, std::string_view last) {
        for (std::size_t column = 0; column < columns; ++column)
            if (column != mended_before) writer.cell(cell_at(column));
        writer.cell(last).end_row();
    };
    write_row([&](std::size_t column) { return table->header()[column]; }, mend_column);
    for (std::size_t row = 0; row < table->rows(); ++row) {
        auto found = by_line.find(static_cast<std::int64_t>(table->line(row)));
        auto words = found == by_line.end() ? std::string{} : words_of(found->second);
        write_row([&](std::size_t column) { return table->cell(row, column); }, words);
    }
    return std::move(writer).text();
}

}  // namespace kith::intake
