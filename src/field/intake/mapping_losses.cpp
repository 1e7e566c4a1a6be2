#include "intake/mapping_losses.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>

namespace kith::intake {
namespace {

/// How often each text stands in the column.
std::map<std::string, std::int64_t> texts_in(const files::Table& table, std::size_t column)
{
    std::map<std::string, std::int64_t> texts;
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (const auto text = table.cell(row, column); !text.empty()) ++texts[std::string{text}];
    return texts;
}

const MappedColumn* column_for(const ColumnMapping& mapping, std::string_view header)
{
    const auto found = std::ranges::find_if(mapping.columns, [&](const auto& column) { return !column.header.empty() && header_key(column.header) == header_key(header); });
    return found == mapping.columns.end() ? nullptr : &*found;
}

/// The code that a value of that column becomes; empty where neither mapping nor list knows it.
std::string code_of(const ColumnMapping& mapping, const MappedColumn& column, const Target& target, const packs::Packs& packs, const std::string& value)
{
    for (const auto& one : mapping.values)
        if (header_key(one.header) == header_key(column.header) && folded(one.value) == folded(value)) return one.code;
    if (!packs.has_list(target.list)) return value;  // places: the register knows them
    const auto* code = packs.list(target.list).recognise(value);
    return code == nullptr ? std::string{} : code->code;
}

void add_of_codes(std::vector<MappingLoss>& losses, const ColumnMapping& mapping, const MappedColumn& column, const Target& target, const packs::Packs& packs,
                  const std::map<std::string, std::int64_t>& texts)
{
    std::map<std::string, std::vector<std::pair<std::string, std::int64_t>>> by_code;
    for (const auto& [value, rows] : texts) {
        const auto code = code_of(mapping, column, target, packs, value);
        if (code == CellTranslation::row_left_out) losses.push_back({MappingLossKind::row_left_out, column.header, value, {}, rows});
        else if (code == CellTranslation::left_out) losses.push_back({MappingLossKind::value_left_out, column.header, value, {}, rows});
        else if (code.empty()) losses.push_back({MappingLossKind::value_not_said, column.header, value, {}, rows});
        else by_code[code].emplace_back(value, rows);
    }
    for (const auto& [code, values] : by_code) {
        if (values.size() < 2) continue;
        MappingLoss loss{MappingLossKind::values_become_one, column.header, {}, code, 0};
        for (const auto& [value, rows] : values) loss.value += (loss.value.empty() ? "" : "; ") + value, loss.rows += rows;
        losses.push_back(std::move(loss));
    }
}

}  // namespace

std::string_view words_for(MappingLossKind kind)
{
    switch (kind) {
    case MappingLossKind::column_left_out: return "Column left out";
    case MappingLossKind::value_left_out: return "Value left out";
    case MappingLossKind::value_not_said: return "Value of which nothing is said";
    case MappingLossKind::row_left_out: return "Rows left out";
    case MappingLossKind::values_become_one: break;
    }
    return "Values that become one";
}

std::vector<MappingLoss> losses_of(const ColumnMapping& mapping, const files::Table& table, const std::vector<Target>& targets, const packs::Packs& packs)
{
    std::vector<MappingLoss> losses;
    for (std::size_t at = 0; at < table.header().size(); ++at) {
        const std::string header{table.header()[at]};
        const auto* column = header.empty() ? nullptr : column_for(mapping, header);
        const auto* target = column == nullptr ? nullptr : find_target(targets, column->target);
        const auto texts = texts_in(table, at);
        if (texts.empty()) continue;
        if (target == nullptr) {
            std::int64_t rows = 0;
            for (const auto& [text, times] : texts) rows += times;
            losses.push_back({MappingLossKind::column_left_out, header.empty() ? "Column " + std::to_string(at + 1) + ", which has no name" : header, {}, {}, rows});
        } else if (target->shape == TargetShape::code) {
            add_of_codes(losses, mapping, *column, *target, packs, texts);
        }
    }
    return losses;
}

}  // namespace kith::intake
