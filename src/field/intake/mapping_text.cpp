#include "intake/mapping_text.hpp"

#include "base/text.hpp"
#include "files/csv_writer.hpp"

#include <fmt/format.h>

namespace kith::intake {
namespace {

std::unexpected<Problem> wrong(std::size_t line, std::string words)
{
    return std::unexpected(Problem{ProblemKind::unacceptable, "file", fmt::format("Line {}: {}", line, words)});
}

/// One line of the table, put to the mapping.
Result<void> take_line(ColumnMapping& mapping, const files::Table& table, std::size_t row, const std::vector<Target>& targets)
{
    const auto cell = [&](std::string_view column) { return std::string{table.cell(row, *table.column(column))}; };
    const auto line = table.line(row);
    const auto what = lower_ascii(cell("what")), becomes = cell("becomes");
    if (what == "name") {
        mapping.name = becomes;
    } else if (what == "full_week") {
        const auto hours = read_number(becomes, 2);
        if (!hours || *hours > 75'00) return wrong(line, "the hours of a full-time week must be a number from 1 to 75, such as 37 or 36.25");
        mapping.full_week = static_cast<int>(*hours);
    } else if (what == "value") {
        if (!becomes.empty()) mapping.values.push_back({cell("column"), cell("value"), becomes});
    } else if (what == "column" || what == "constant") {
        if (!becomes.empty() && find_target(targets, becomes) == nullptr) return wrong(line, "what the column becomes is none of Kith's columns. docs/guide-administrator.md names them");
        const bool is_column = what == "column";
        mapping.columns.push_back({.header = is_column ? cell("column") : std::string{}, .target = becomes, .reading = reading_of(cell("reading")), .constant = is_column ? std::string{} : cell("value")});
    } else {
        return wrong(line, "the first cell must be name, full_week, column, constant or value");
    }
    return {};
}

}  // namespace

std::string mapping_as_csv(const ColumnMapping& mapping)
{
    files::CsvWriter csv{{.byte_order_mark = true}};
    const auto row = [&](std::string what, std::string column, std::string value, std::string becomes, std::string reading) {
        csv.row(std::vector<std::string>{std::move(what), std::move(column), std::move(value), std::move(becomes), std::move(reading)});
    };
    row("what", "column", "value", "becomes", "reading");
    row("name", "", "", mapping.name, "");
    row("full_week", "", "", Fte::thousandths(std::int64_t{mapping.full_week} * 10).text(), "");
    for (const auto& column : mapping.columns)
        row(column.header.empty() ? "constant" : "column", column.header, column.constant, column.target, std::string{column.reading == Reading::as_written ? "" : id_of(column.reading)});
    for (const auto& value : mapping.values) row("value", value.header, value.value, value.code, "");
    return std::move(csv).text();
}

Result<ColumnMapping> mapping_from_csv(std::string bytes, const std::vector<Target>& targets)
{
    const auto table = files::Table::read(std::move(bytes));
    if (!table) return std::unexpected(table.error());
    for (const auto column : {"what", "column", "value", "becomes", "reading"})
        if (!table->column(column)) return unacceptable("file", fmt::format("The table of a mapping has the columns what, column, value, becomes and reading; {} is not there", column));
    ColumnMapping mapping;
    for (std::size_t row = 0; row < table->rows(); ++row)
        if (auto taken = take_line(mapping, *table, row, targets); !taken) return std::unexpected(taken.error());
    if (const auto problems = problems_of(mapping, targets); !problems.empty()) return std::unexpected(problems.front());
    return mapping;
}

std::string losses_csv(const std::vector<MappingLoss>& losses)
{
    files::CsvWriter csv{{.byte_order_mark = true}};
    csv.row(std::vector<std::string>{"what", "column", "value", "becomes", "rows"});
    for (const auto& loss : losses) csv.row(std::vector<std::string>{std::string{words_for(loss.kind)}, loss.column, loss.value, loss.becomes, std::to_string(loss.rows)});
    return std::move(csv).text();
}

}  // namespace kith::intake
