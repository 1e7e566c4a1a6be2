#include "intake/mapping_draft.hpp"

#include "base/text.hpp"
#include "intake/mapped_kind.hpp"

#include <algorithm>
#include <unordered_map>

namespace kith::intake {
namespace {
bool asks_values(const Target& target) { return target.shape == TargetShape::code || target.shape == TargetShape::place; }

std::string value_key(std::string_view header, std::string_view value) { return header_key(header) + '\n' + std::string{value}; }

/// Codes that a mapping gives to values, by column and value.
std::unordered_map<std::string, std::string> codes_of(const ColumnMapping* mapping)
{
    std::unordered_map<std::string, std::string> codes;
    if (mapping != nullptr)
        for (const auto& value : mapping->values) codes.emplace(value_key(value.header, value.value), value.code);
    return codes;
}

/// The values of a column with what each becomes: as the base says, else as guessed.
void fill_values(ColumnInDraft& column, std::size_t at, const MappingDraft& draft, const files::CsvTable& table, const Surroundings& surroundings)
{
    column.values.clear();
    column.different = 0;
    const auto* target = draft.target_of(column);
    if (target == nullptr || !asks_values(*target) || column.content.are_insurance_numbers()) return;
    constexpr std::size_t most = 60;
    auto distinct = distinct_values(table, at, most);
    column.different = distinct.different;
    const auto choices = choices_for(*target, surroundings);
    const auto guesses = guess_values(distinct.values, *target, choices, surroundings.packs());
    const auto known = codes_of(draft.base ? &*draft.base : nullptr);
    for (std::size_t i = 0; i < distinct.values.size(); ++i) {
        const auto before = known.find(value_key(column.header, distinct.values[i].value));
        if (before != known.end()) column.values.push_back({distinct.values[i], before->second, "As before"});
        else column.values.push_back({distinct.values[i], guesses[i].code, guesses[i].why});
    }
}

const MappedColumn* known_column(const ColumnMapping* mapping, std::string_view header)
{
    if (mapping == nullptr) return nullptr;
    const auto key = header_key(header);
    auto found = std::ranges::find_if(mapping->columns, [&](const auto& c) { return !c.header.empty() && header_key(c.header) == key; });
    return found == mapping->columns.end() ? nullptr : &*found;
}

/// Targets that a known column of this file has keep it; a guess for another column gives way.
void give_way(MappingDraft& draft)
{
    for (auto& column : draft.columns) {
        if (!column.is_fresh || column.target.empty()) continue;
        const bool taken = std::ranges::any_of(draft.columns, [&](const auto& other) { return !other.is_fresh && other.target == column.target; });
        if (!taken) continue;
        column.target.clear();
        column.why = "Another column is taken for the same";
    }
}

void take_columns(MappingDraft& draft, const files::CsvTable& table, const Surroundings& surroundings, const ColumnMapping* known)
{
    const auto header = header_of(table);
    std::vector<ColumnContent> contents;
    for (std::size_t at = 0; at < header.size(); ++at) contents.push_back(content_of(table, at, surroundings.today()));
    const auto guesses = guess_columns(header, contents, surroundings.packs(), surroundings.today());
    for (std::size_t at = 0; at < header.size(); ++at) {
        const auto* before = known_column(known, header[at]);
        ColumnInDraft column{.header = header[at], .content = std::move(contents[at]), .is_fresh = before == nullptr};
        if (before != nullptr) {
            column.target = before->target;
            column.reading = before->reading;
            column.why = draft.base ? "As before" : "As in the layout you began from";
            column.certainty = Certainty::sure;
        } else {
            column.target = guesses[at].target;
            column.reading = guesses[at].reading;
            column.why = guesses[at].why;
            column.certainty = guesses[at].certainty;
        }
        draft.columns.push_back(std::move(column));
    }
    give_way(draft);
}

std::string hours_text(int hundredths)
{
    return Fte::thousandths(std::int64_t{hundredths} * 10).text();
}
}  // namespace

bool MappingDraft::has_column_for(std::string_view target) const
{
    return std::ranges::any_of(columns, [&](const auto& column) { return column.target == target; });
}

std::string MappingDraft::constant_of(std::string_view target) const
{
    auto found = std::ranges::find(constants, target, &std::pair<std::string, std::string>::first);
    return found == constants.end() ? std::string{} : found->second;
}

ColumnMapping MappingDraft::mapping() const
{
    ColumnMapping made = base.value_or(ColumnMapping{});
    made.name = name;
    made.full_week = static_cast<int>(read_number(full_week, 2).value_or(0));
    made.columns.clear();
    made.values.clear();
    for (const auto& column : columns) {
        if (column.header.empty()) continue;
        made.columns.push_back({.header = column.header, .target = column.target, .reading = column.reading});
        for (const auto& value : column.values)
            if (!value.code.empty()) made.values.push_back({column.header, value.counted.value, value.code});
    }
    if (base) {
        for (const auto& before : base->columns)
            if (!before.header.empty() && before.target.empty() && known_column(&made, before.header) == nullptr) made.columns.push_back(before);
        const auto now = codes_of(&made);
        for (const auto& value : base->values) {
            const auto* column = known_column(&made, value.header);
            const auto* earlier = known_column(&*base, value.header);
            if (column != nullptr && earlier != nullptr && column->target == earlier->target && !now.contains(value_key(value.header, value.value))) made.values.push_back({column->header, value.value, value.code});
        }
    }
    for (const auto& [target, code] : constants)
        if (!code.empty() && !has_column_for(target)) made.columns.push_back({.target = target, .constant = code});
    return made;
}

std::vector<MappingDraft::Unsaid> MappingDraft::without_code() const
{
    std::vector<Unsaid> all;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        Unsaid unsaid{.column = at};
        for (const auto& value : columns[at].values) {
            if (!value.code.empty()) continue;
            ++unsaid.values;
            unsaid.rows += value.counted.rows;
        }
        if (unsaid.values > 0) all.push_back(unsaid);
    }
    return all;
}

std::string target_field(std::size_t column) { return "target_" + std::to_string(column); }
std::string reading_field(std::size_t column) { return "reading_" + std::to_string(column); }
std::string asked_field(std::size_t column) { return "asked_" + std::to_string(column); }
std::string value_field(std::size_t column, std::size_t value) { return "value_" + std::to_string(column) + "_" + std::to_string(value); }
std::string constant_field(std::string_view target) { return "constant_" + std::string{target}; }

MappingDraft begin_draft(const files::CsvTable& table, const Surroundings& surroundings, std::optional<ColumnMapping> base,
                         const std::optional<ColumnMapping>& layout, std::string name)
{
    MappingDraft draft{.targets = targets(surroundings.packs()), .base = std::move(base)};
    const auto* known = draft.base ? &*draft.base : layout ? &*layout : nullptr;
    draft.name = draft.base ? draft.base->name : std::move(name);
    draft.full_week = hours_text(known != nullptr ? known->full_week : ColumnMapping{}.full_week);
    if (draft.base) draft.change = change_of_header(*draft.base, header_of(table));
    take_columns(draft, table, surroundings, known);
    if (draft.base)
        for (const auto& column : draft.base->columns)
            if (column.header.empty()) draft.constants.emplace_back(column.target, column.constant);
    for (std::size_t at = 0; at < draft.columns.size(); ++at) fill_values(draft.columns[at], at, draft, table, surroundings);
    return draft;
}

namespace {
/// What the form says of one column. Values are taken only where they were asked for the target that the column has now.
void take_column(MappingDraft& draft, std::size_t at, const files::CsvTable& table, const Surroundings& surroundings, const Answers& answers)
{
    auto& column = draft.columns[at];
    if (const auto target = answers(target_field(at)); target && *target != column.target) {
        column.target = find_target(draft.targets, *target) != nullptr ? *target : std::string{};
        column.why.clear();
        column.certainty = Certainty::sure;
        column.reading = Reading::as_written;
        const auto* now = draft.target_of(column);
        if (now != nullptr && now->shape == TargetShape::date) column.reading = date_order_of(column.content);
        if (now != nullptr && now->id == whole_name_target) column.reading = column.content.mostly(column.content.with_comma) ? Reading::surname_first : Reading::forename_first;
        fill_values(column, at, draft, table, surroundings);
    }
    if (const auto reading = answers(reading_field(at)); reading && answers(asked_field(at)) == column.target) column.reading = reading_of(*reading);
    if (answers(asked_field(at)) != column.target) return;
    for (std::size_t i = 0; i < column.values.size(); ++i) {
        const auto code = answers(value_field(at, i));
        if (!code || *code == column.values[i].code) continue;
        column.values[i].code = *code;
        column.values[i].why.clear();
    }
}
}  // namespace

void take_answers(MappingDraft& draft, const files::CsvTable& table, const Surroundings& surroundings, const Answers& answers)
{
    for (std::size_t at = 0; at < draft.columns.size(); ++at) take_column(draft, at, table, surroundings, answers);
    draft.constants.clear();
    for (const auto& target : draft.targets) {
        if (!target.may_be_constant) continue;
        if (auto code = answers(constant_field(target.id)); code && !code->empty()) draft.constants.emplace_back(target.id, *code);
    }
    draft.name = answers("name").value_or(draft.name);
    draft.full_week = answers("full_week").value_or(draft.full_week);
}

std::vector<Problem> problems_of(const MappingDraft& draft)
{
    auto problems = problems_of(draft.mapping(), draft.targets);
    for (std::size_t at = 0; at < draft.columns.size(); ++at) {
        const auto& column = draft.columns[at];
        const auto* target = draft.target_of(column);
        if (target == nullptr || target->shape == TargetShape::national_insurance || !column.content.are_insurance_numbers()) continue;
        problems.push_back({ProblemKind::unacceptable, target_field(at),
                            "The column " + column.header + " holds National Insurance numbers. Map it to National Insurance number, or leave it out: as " +
                                lower_ascii(target->label) + " they would stand open in lists"});
    }
    for (auto& problem : problems) {
        if (problem.field != "columns") continue;
        problem.field = target_field(0);
    }
    return problems;
}

}  // namespace kith::intake
