#include "profile/comparison.hpp"

#include "profile/guarded.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kith::profile {

namespace {

using tally::Column;

constexpr std::string_view not_reported_place = "Not reported";

/// `part` holds the same of the place as `ground`, and nothing of others: what is shown in groups is judged by the others too.
std::vector<Cell> headlines(const Ground& ground, const Ground& part, const std::vector<const MeasureRow*>& measures)
{
    std::vector<Cell> cells;
    for (const auto* row : measures) {
        const auto panel = panel_of(*row, in_groups(ground, row->guard) ? ground : part);
        cells.push_back(panel.headline ? panel.headline->cell : words_cell(panel.withheld.empty() ? "not known" : "not shown"));
    }
    return cells;
}

std::string sentence_case(std::string text)
{
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

/// The ordinals of the records of each organisation, by its code.
std::vector<std::vector<std::uint32_t>> records_of_organisations(const tally::Table& table)
{
    std::vector<std::vector<std::uint32_t>> records(table.dictionary(Column::organisation).size());
    const auto codes = table.codes(Column::organisation);
    const auto ordinals = table.ordinals();
    for (std::size_t row = 0; row < table.size(); ++row) {
        auto& of_code = records[codes[row]];
        if (of_code.empty() || of_code.back() != ordinals[row]) of_code.push_back(ordinals[row]);
    }
    return records;
}

/// All that one organisation has recorded: who asks of it alone need not pass by everybody else's. Codes stay.
std::shared_ptr<const workforce::Snapshot> part_of(const workforce::Snapshot& whole, const std::vector<std::uint32_t>& ordinals, const std::string& organisation)
{
    auto part = std::make_shared<workforce::Snapshot>();
    std::vector<tally::Stretch> rows;
    std::vector<tally::Fact> facts;
    for (const auto ordinal : ordinals) {
        const auto [first, last] = whole.table.rows_of(ordinal);
        for (auto row = first; row < last; ++row) rows.push_back(whole.table.row(row));
        const auto own = whole.facts.of(whole.table.records()[ordinal]);
        facts.insert(facts.end(), own.begin(), own.end());
    }
    part->table = tally::Table{std::move(rows), whole.table.dictionaries()};
    part->facts = tally::Facts{std::move(facts), whole.facts.codes(), whole.facts.details()};
    for (const auto& vacancy : whole.vacancies) {
        if (workforce::tally_text(vacancy.organisation) == organisation) part->vacancies.push_back(vacancy);
    }
    part->change_set = whole.change_set;
    return part;
}

std::string finding_of(const SideBySide& comparison)
{
    const auto& figure = comparison.figures.front();
    const ComparedPlace* highest = nullptr;
    const ComparedPlace* lowest = nullptr;
    std::size_t known = 0;
    for (const auto& place : comparison.places) {
        if (!place.cells.front().value || place.label == not_reported_place) continue;
        ++known;
        if (highest == nullptr || place.cells.front().value > highest->cells.front().value) highest = &place;
        if (lowest == nullptr || place.cells.front().value < lowest->cells.front().value) lowest = &place;
    }
    if (known == 0) return sentence_case(figure) + ": not known of any place here";
    const auto& least = lowest->cells.front().words;
    if (known == 1) return fmt::format("{}: {} in {}", sentence_case(figure), least, lowest->label);
    if (highest == lowest || lowest->cells.front().value == highest->cells.front().value) return fmt::format("{}: {} everywhere", sentence_case(figure), least);
    return fmt::format("{}: from {} in {} to {} in {}", sentence_case(figure), least, lowest->label, highest->cells.front().words, highest->label);
}

}  // namespace

bool can_be_compared(const MeasureRow& row)
{
    // Those without a headline; level_by_locality, level_by_role and destinations have that of levels and of leavers.
    static constexpr std::array<std::string_view, 9> are_not{"contracts", "roles", "organisations", "level_by_locality", "level_by_role", "statuses", "languages", "skills", "destinations"};
    return std::ranges::find(are_not, row.id()) == are_not.end();
}

MeasuresAsked measures_to_compare(const std::vector<std::string>& ids)
{
    MeasuresAsked asked;
    for (const auto& id : ids) {
        const auto* row = find_measure(id);
        if (row == nullptr || !can_be_compared(*row)) {
            asked.refused.push_back(id);
        } else if (std::ranges::find(asked.rows, row) == asked.rows.end()) {
            asked.rows.size() < most_compared ? asked.rows.push_back(row) : void(asked.too_many = true);
        }
    }
    return asked;
}

SideBySide compare_places(const Ground& ground, Column column, std::vector<const MeasureRow*> measures)
{
    SideBySide comparison{.finding = {}, .measures = std::move(measures), .figures = {}, .units = {}, .places = {}};
    // Of a locality a measure may look at an employer's staff elsewhere too; a column worked out for every record of the table, such as that of a team, fits no part of it.
    // For a measure or two it is dearer to take the table apart than to pass by the whole of it for each place.
    constexpr std::size_t worth_taking_apart = 3;
    const bool in_parts = column == Column::organisation && ground.query.derived_filters.empty() && comparison.measures.size() >= worth_taking_apart;
    const auto records = in_parts ? records_of_organisations(ground.table()) : std::vector<std::vector<std::uint32_t>>{};
    const auto before = ground.on_day(ground.on().plus_years(-1));
    for (const auto& group : ground.count({column}).groups) {
        const auto code = group.codes[0];
        const auto& text = ground.text_of(column, code);
        auto of_place = ground.keeping(column, {code});
        if (column == Column::locality) of_place.places = {text.empty() ? access::LocalityId{} : access::LocalityId{std::stoll(text)}};  // nowhere: whose children, nobody knows
        auto then = before.keeping(column, {code});
        then.places = of_place.places;
        auto part = of_place;
        auto part_then = then;
        if (in_parts) {
            part.snapshot = part_of(*ground.snapshot, records[code], text);
            part.of_any_day = std::make_shared<Workings>();
            part.of_day = std::make_shared<Workings>();
            part_then = part.on_day(before.on());
        }
        comparison.places.push_back({ground.label_of(column, code), headlines(of_place, part, comparison.measures), headlines(then, part_then, comparison.measures)});
    }
    for (const auto* row : comparison.measures) {
        const auto panel = panel_of(*row, ground);
        comparison.figures.push_back(panel.headline ? panel.headline->label : std::string{row->measure.name});
        comparison.units.push_back(panel.headline ? panel.headline->cell.unit : Unit::number);
    }
    std::ranges::stable_sort(comparison.places, {}, [](const ComparedPlace& place) { return std::pair{place.label == not_reported_place, place.label}; });
    if (!comparison.measures.empty()) comparison.finding = finding_of(comparison);
    comparison.places.push_back({"All together", headlines(ground, ground, comparison.measures), headlines(before, before, comparison.measures)});
    return comparison;
}

}  // namespace kith::profile
