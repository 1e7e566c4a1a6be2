#include "profile/trend_views.hpp"

#include "profile/panel_views.hpp"
#include "ui/charts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::profile {

ui::Html trend_view(const MeasureRow& row, const Ground& ground, const Panel& now, const std::string& about)
{
    const auto points = trend_of(row, ground, now);
    const auto known = [](const TrendPoint& point) { return point.cell && point.cell->value; };
    if (std::ranges::count_if(points, known) < 2) return {};
    const auto name = now.headline ? heading_of(now.headline->label, now.headline->cell.unit) : std::string{row.measure.name};
    ui::LineSeries series{.name = name, .points = {}};
    ui::LineChart chart{.frame = {.id = std::string{row.id()} + "-months", .title = {}, .subtitle = fmt::format("{}, month by month: {}", name, about), .summary = {}, .source = "Source: staff returns taken so far", .csv_href = {}},
                        .period_heading = "Day", .periods = {}, .series = {}, .unit = {}, .range_name = {}};
    for (const auto& point : points) {
        chart.periods.push_back(point.on.in_words());
        series.points.push_back({.value = point.cell ? point.cell->value : std::nullopt, .shown = point.cell ? point.cell->words : "", .range = {}});
    }
    const auto first = std::ranges::find_if(points, known);
    const auto& last = *std::ranges::find_if(points.rbegin(), points.rend(), known);
    const auto difference = *last.cell->value - *first->cell->value;
    chart.frame.title = fmt::format("From {} to {} {}", first->cell->words, last.cell->words, difference == 0 ? "and little change between" : "over the year");
    chart.series = {std::move(series)};
    return ui::line_chart(chart);
}

}  // namespace kith::profile
