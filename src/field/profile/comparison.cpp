#include "profile/comparison.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::profile {

namespace {

Cell headline(const Panel& panel)
{
    return panel.headline ? panel.headline->cell : words_cell(panel.withheld.empty() ? "none" : "not shown");
}

std::string sentence_case(std::string text)
{
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

}  // namespace

SideBySide compare_places(const Ground& ground, tally::Column column, std::vector<const MeasureRow*> measures)
{
    SideBySide comparison{.finding = {}, .measures = std::move(measures), .figures = {}, .places = {}};
    for (const auto& group : ground.count({column}).groups) {
        auto of_place = ground.keeping(column, {group.codes[0]});
        const auto& text = ground.text_of(column, group.codes[0]);
        if (column == tally::Column::locality && !text.empty()) of_place.places = {access::LocalityId{std::stoll(text)}};
        ComparedPlace place{.label = ground.label_of(column, group.codes[0]), .cells = {}};
        for (const auto* row : comparison.measures) place.cells.push_back(headline(panel_of(*row, of_place)));
        comparison.places.push_back(std::move(place));
    }
    ComparedPlace together{.label = "All together", .cells = {}};
    for (const auto* row : comparison.measures) {
        const auto panel = panel_of(*row, ground);
        comparison.figures.push_back(panel.headline ? panel.headline->label : std::string{row->measure.name});
        together.cells.push_back(headline(panel));
    }
    constexpr std::string_view nowhere = "Not reported";
    std::ranges::stable_sort(comparison.places, {}, [&](const ComparedPlace& place) { return std::pair{place.label == nowhere, place.label}; });
    const ComparedPlace* highest = nullptr;
    const ComparedPlace* lowest = nullptr;
    for (const auto& place : comparison.places) {
        if (!place.cells.front().value || place.label == nowhere) continue;
        if (highest == nullptr || place.cells.front().value > highest->cells.front().value) highest = &place;
        if (lowest == nullptr || place.cells.front().value < lowest->cells.front().value) lowest = &place;
    }
    if (highest != nullptr && highest != lowest) {
        comparison.finding = fmt::format("{}: from {} in {} to {} in {}", sentence_case(comparison.figures.front()), lowest->cells.front().words, lowest->label, highest->cells.front().words, highest->label);
    } else {
        comparison.finding = fmt::format("{}: the same everywhere", sentence_case(comparison.figures.front()));
    }
    comparison.places.push_back(std::move(together));
    return comparison;
}

}  // namespace kith::profile
