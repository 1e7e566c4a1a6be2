#include "profile/ground.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kith::profile {

using tally::Column;

tally::Answer Ground::count(std::vector<tally::Axis> by) const
{
    auto asked = query;
    asked.by = std::move(by);
    return tally::count(table(), asked);
}

Ground Ground::on_day(Date day) const
{
    auto other = *this;
    if (day == on()) return other;
    other.on_today = false;
    other.query.on = day;
    other.of_day = std::make_shared<Workings>();
    return other;
}

Ground Ground::keeping(Column column, std::vector<tally::Code> codes) const
{
    auto other = *this;
    auto& filter = other.query.filters[place_of(column)];
    if (filter) std::erase_if(codes, [&](auto code) { return std::ranges::find(*filter, code) == filter->end(); });
    filter = std::move(codes);
    return other;
}

Ground Ground::keeping(const tally::Derived& derived, std::vector<tally::Code> codes) const
{
    auto other = *this;
    other.query.keep(derived, std::move(codes));
    return other;
}

Ground Ground::moving(tally::Counting counting) const
{
    auto other = *this;
    other.query.counting = counting;
    other.query.since = on().plus_years(-1);
    return other;
}

std::vector<tally::Code> Ground::codes_of(Column column, const std::vector<std::string_view>& texts) const
{
    std::vector<tally::Code> codes;
    for (auto text : texts) {
        if (const auto code = table().dictionary(column).find(text)) codes.push_back(*code);
    }
    return codes;
}

std::string Ground::label_of(Column column, tally::Code code) const
{
    const auto& text = text_of(column, code);
    if (column == Column::setting && !text.empty()) {
        const auto found = around->setting_names.find(text);
        return found == around->setting_names.end() ? std::string{"Another setting"} : found->second;
    }
    return workforce::label_of(column, text, *names);
}

std::vector<const workforce::TalliedVacancy*> Ground::open_vacancies() const
{
    auto passes = [&](Column column, std::string_view text) {
        const auto& filter = query.filters[place_of(column)];
        if (!filter) return true;
        const auto code = table().dictionary(column).find(text);
        return code && std::ranges::find(*filter, *code) != filter->end();
    };
    auto holds = [&](Column column, const std::vector<tally::Code>& codes, std::string_view text) {
        const auto code = text.empty() ? std::nullopt : table().dictionary(column).find(text);
        return code && std::ranges::find(codes, *code) != codes.end();
    };
    auto breadth_of = [&](std::string_view role) -> std::string_view {
        const auto* code = packs().list("roles").find(role);
        return code == nullptr ? std::string_view{} : code->attribute("breadth");
    };
    std::vector<const workforce::TalliedVacancy*> open;
    for (const auto& vacancy : snapshot->vacancies) {
        if (vacancy.from > on() || (vacancy.to && *vacancy.to < on())) continue;
        const auto organisation = workforce::tally_text(vacancy.organisation);
        const auto locality = vacancy.locality ? workforce::tally_text(*vacancy.locality) : std::string{};
        const bool in_scope = query.scope.everything || holds(Column::organisation, query.scope.organisations, organisation)
                           || holds(Column::locality, query.scope.localities, locality);
        if (!in_scope || !query.derived_filters.empty()) continue;  // a filter on people fits no vacancy
        if (passes(Column::organisation, organisation) && passes(Column::locality, locality) && passes(Column::role, vacancy.role) && passes(Column::sector, vacancy.sector)
            && passes(Column::breadth, breadth_of(vacancy.role)) && passes(Column::contract, vacancy.contract) && passes(Column::setting, vacancy.setting ? workforce::tally_text(*vacancy.setting) : std::string{})) {
            open.push_back(&vacancy);
        }
    }
    return open;
}

Ground employed(const Ground& ground)
{
    const auto& contracts = ground.table().dictionary(Column::contract);
    std::vector<tally::Code> codes;
    for (tally::Code code = 0; code < contracts.size(); ++code) {
        constexpr std::array<std::string_view, 7> not_employed{"agency", "bank", "self_employed", "foster_carer", "volunteer", "trustee_or_governor", "student"};
        if (std::ranges::find(not_employed, contracts.text(code)) == not_employed.end()) codes.push_back(code);
    }
    return ground.keeping(Column::contract, codes);
}

Breakdown by_column(const Ground& ground, Column column, std::string lines_are)
{
    return {.axis = column, .lines_are = std::move(lines_are), .label = [&ground, column](tally::Code code) { return ground.label_of(column, code); }};
}

Panel staff_by(const Ground& ground, const Breakdown& breakdown)
{
    auto answer = ground.count({breakdown.axis});
    auto order = [&](const tally::Group& group) { return std::pair{group.codes[0] == 0 ? 1 : 0, breakdown.by_size ? -group.counts.records : std::int64_t{group.codes[0]}}; };
    std::ranges::stable_sort(answer.groups, {}, order);
    Panel panel{.finding = "Nobody is counted here on this day", .lines_are = breakdown.lines_are, .columns = {"Staff", "Share of staff", "Full-time equivalent"}, .lines = {}, .drawing = Drawing::bars,
                .headline = {}, .notes = {}, .withheld = {}, .records = {}};
    std::vector<std::int64_t> people;
    for (const auto& group : answer.groups) {
        const auto key = std::to_string(group.codes[0]);
        panel.lines.push_back({.label = breakdown.label(group.codes[0]), .key = key,
                               .cells = {count_cell(group.counts.records), share_cell({group.counts.records, answer.total.records}), fte_cell(group.counts.fte)}});
        people.push_back(group.counts.records);
        if (ground.rows_of != key) continue;
        auto of_line = ground;
        breakdown.axis.derived != nullptr ? void(of_line.query.keep(*breakdown.axis.derived, {group.codes[0]})) : void(of_line = ground.keeping(breakdown.axis.column, {group.codes[0]}));
        name_rows(panel, of_line, key);
    }
    if (!panel.lines.empty()) {
        const auto largest = std::ranges::max_element(answer.groups, {}, [](const auto& group) { return group.codes[0] == 0 ? -1 : group.counts.records; });
        panel.finding = fmt::format("{}: {} of {} staff{}", breakdown.label(largest->codes[0]), with_commas(largest->counts.records), with_commas(answer.total.records),
                                    panel.lines.size() > 1 ? ", the largest part" : "");
    }
    std::int64_t sum = 0;
    for (auto count : people) sum += count;
    if (sum > answer.total.records) panel.notes.push_back("Someone who works in two of these is counted in both, and once in the total.");
    return panel;
}

void name_rows(Panel& panel, const Ground& asked, std::string_view key)
{
    if (!asked.rows_of.empty() && asked.rows_of == key) panel.records = tally::records_counted(asked.table(), asked.query);
}

std::string missing_note(std::int64_t missing, std::int64_t of, std::string_view what)
{
    if (missing == 0) return {};
    return fmt::format("{} of {} staff report no {}, and are not in the percentage.", with_commas(missing), with_commas(of), what);
}

}  // namespace kith::profile
