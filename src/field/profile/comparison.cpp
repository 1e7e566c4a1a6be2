#include "profile/comparison.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::profile {

namespace {

std::vector<Cell> headlines(const Ground& ground, const std::vector<const MeasureRow*>& measures)
{
    std::vector<Cell> cells;
    for (const auto* row : measures) {
        const auto panel = panel_of(*row, ground);
        cells.push_back(panel.headline ? panel.headline->cell : words_cell(panel.withheld.empty() ? "none" : "not shown"));
    }
    return cells;
}

}  // namespace

SideBySide compare_places(const Ground& ground, tally::Column column, std::vector<const MeasureRow*> measures)
{
    SideBySide comparison{.finding = {}, .measures = std::move(measures), .places = {}};
    for (const auto& group : ground.count({column}).groups) {
        auto of_place = ground.keeping(column, {group.codes[0]});
        const auto& text = ground.text_of(column, group.codes[0]);
        if (column == tally::Column::locality && !text.empty()) of_place.place = access::LocalityId{std::stoll(text)};
        comparison.places.push_back({ground.label_of(column, group.codes[0]), headlines(of_place, comparison.measures)});
    }
    std::ranges::stable_sort(comparison.places, {}, &ComparedPlace::label);
    const ComparedPlace* highest = nullptr;
    const ComparedPlace* lowest = nullptr;
    for (const auto& place : comparison.places) {
        if (!place.cells.front().value) continue;
        if (highest == nullptr || place.cells.front().value > highest->cells.front().value) highest = &place;
        if (lowest == nullptr || place.cells.front().value < lowest->cells.front().value) lowest = &place;
    }
    if (highest != nullptr && highest != lowest) {
        comparison.finding = fmt::format("{}: from {} in {} to {} in {}", comparison.measures.front()->measure.name, lowest->cells.front().words, lowest->label, highest->cells.front().words, highest->label);
    } else {
        comparison.finding = fmt::format("{} is the same everywhere", comparison.measures.front()->measure.name);
    }
    comparison.places.push_back({"All together", headlines(ground, comparison.measures)});
    return comparison;
}

}  // namespace kith::profile
