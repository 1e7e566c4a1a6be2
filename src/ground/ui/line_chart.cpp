// The line chart. Lines and bands are drawn in a box of their own that stretches with the width; words and markers stand outside it
// at percentages of the width, so that they keep their size. Series differ by colour, dash and marker.
#include "base/text.hpp"
#include "ui/line_plot.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace kith::ui
{
namespace
{

constexpr int line_height = 20;
constexpr std::size_t period_width = 16;  // characters of a label below; two stand side by side on a 320 pixel screen
constexpr std::size_t short_period = 8;   // characters that may stand around their place, half in the room beside
constexpr int most_reach = 82;            // pixels into the room beside
constexpr std::size_t name_width = 14;    // characters of a name at a line's end
constexpr std::size_t most_markers = 13;  // a year of months with both ends

std::string shown_value(const LineChart& params, const LinePoint* point)
{
    if (point == nullptr) return params.frame.held_back_note;
    return point->shown.empty() ? in_unit(*point->value, params.unit) : point->shown;
}

/// The same, briefly, for the drawing.
std::string drawn_value(const LineChart& params, const LinePoint& point)
{
    return point.shown.empty() ? in_unit_briefly(*point.value, params.unit) : point.shown;
}

bool has_range(const LineSeries& series)
{
    return std::ranges::any_of(series.points, [](const LinePoint& point) { return point.range.has_value(); });
}

void write_axis(Markup& m, const Plot& plot)
{
    for (int i = 0; i <= plot.scale.steps; ++i) {
        const double value = plot.scale.step * i;
        const auto y = fmt::format("{:.1f}", plot.y(value));
        m.raw("<line x1=\"0\" x2=\"100%\"").attribute("y1", y).attribute("y2", y);
        m.attribute("class", value > 0 ? "kith-chart__grid" : "kith-chart__base").raw("/>");
        m.raw("<text class=\"kith-chart__missing\" x=\"0\" dx=\"-8\" dy=\"5\" text-anchor=\"end\"").attribute("y", y).raw(">");
        m.text(in_unit_briefly(value, plot.params.unit)).raw("</text>");
    }
}

void write_lines(Markup& m, const Plot& plot)
{
    m.raw("<svg width=\"100%\"").attribute("height", std::to_string(plot_base)).raw(" overflow=\"visible\" preserveAspectRatio=\"none\"");
    m.attribute("viewBox", fmt::format("0 0 {} {}", plot_box_width, plot_base)).raw(">");
    for (std::size_t which = 0; which < plot.series; ++which) {
        const auto band = band_path(plot, which);
        if (!band.empty()) m.raw("<path").classes("kith-chart__band", plot.colour(which)).attribute("d", band).raw("/>");
    }
    for (std::size_t which = 0; which < plot.series; ++which) {
        m.raw("<path").classes("kith-chart__line", plot.colour(which)).attribute("d", line_path(plot, which)).raw("/>");
    }
    m.raw("</svg>");
}

/// All points where they are few; else the ends, and those that stand alone.
void write_markers(Markup& m, const Plot& plot, std::size_t which)
{
    const bool all = plot.periods <= most_markers;
    const auto first = end_of(plot, which, false);
    const auto last = end_of(plot, which, true);
    for (std::size_t period = 0; period < plot.periods; ++period) {
        const auto* point = plot.point(which, period);
        if (point == nullptr) continue;
        const bool before = period > 0 && plot.point(which, period - 1) != nullptr;
        const bool after = period + 1 < plot.periods && plot.point(which, period + 1) != nullptr;
        if (!all && period != first && period != last && (before || after)) continue;
        write_marker(m, plot.x(period), fmt::format("{:.1f}", plot.y(*point->value)), which, plot.colour(which));
    }
}

/// Names stand at the lines' ends where there are several and all are short.
bool names_at_ends(const Plot& plot)
{
    return plot.series > 1 &&
           std::ranges::all_of(plot.params.series, [](const auto& one) { return length_in_characters(one.name) <= name_width; });
}

void write_end_labels(Markup& m, const Plot& plot)
{
    for (const auto& label : end_labels(plot)) {
        m.raw("<text class=\"kith-chart__value\" dx=\"10\" dy=\"5\"").attribute("x", plot.x(label.period));
        m.attribute("y", fmt::format("{:.1f}", label.y)).raw(">").text(drawn_value(plot.params, *plot.point(label.series, label.period)));
        if (names_at_ends(plot))
            m.raw("<tspan class=\"kith-chart__name\" dx=\"6\">").text(plot.params.series[label.series].name).raw("</tspan>");
        m.raw("</text>");
    }
    const auto first = plot.series == 1 ? end_of(plot, 0, false) : std::nullopt;
    if (!first || first == end_of(plot, 0, true)) return;
    const auto* point = plot.point(0, *first);
    const double y = plot.y(*point->value);
    m.raw("<text class=\"kith-chart__value\" dx=\"-4\"").attribute("x", plot.x(*first));
    m.attribute("y", fmt::format("{:.1f}", y > plot_top + line_height ? y - 12 : y + 24)).raw(">");
    m.text(drawn_value(plot.params, *point)).raw("</text>");
}

/// How long the numbers of the axis are.
std::size_t left_characters(const Plot& plot)
{
    std::size_t longest = 0;
    for (int i = 0; i <= plot.scale.steps; ++i) {
        longest = std::max(longest, length_in_characters(in_unit_briefly(plot.scale.step * i, plot.params.unit)));
    }
    return longest;
}

/// How long the values at the lines' ends are.
std::size_t right_characters(const Plot& plot)
{
    std::size_t longest = 0;
    for (const auto& label : end_labels(plot)) {
        longest = std::max(longest, length_in_characters(drawn_value(plot.params, *plot.point(label.series, label.period))));
    }
    return longest;
}

void write_period(Markup& m, const Plot& plot, std::size_t period, Literal placing, int dx = 0)
{
    m.raw("<line class=\"kith-chart__base\"").attribute("x1", plot.x(period)).attribute("x2", plot.x(period));
    m.attribute("y1", std::to_string(plot_base)).attribute("y2", std::to_string(plot_base + 6)).raw("/>");
    int y = plot_base + 6;
    for (const auto& line : in_lines(plot.params.periods[period], period_width)) {
        y += line_height;
        m.raw("<text")
            .raw(placing)
            .attribute("dx", std::to_string(dx))
            .attribute("x", plot.x(period))
            .attribute("y", std::to_string(y))
            .raw(">")
            .text(line)
            .raw("</text>");
    }
}

/// The first, the last, and where there is room the middle one, in full. Long ones reach out into the room beside the plot.
void write_periods(Markup& m, const Plot& plot)
{
    const auto& periods = plot.params.periods;
    const bool any_long = std::max(length_in_characters(periods.front()), length_in_characters(periods.back())) > short_period;
    if (plot.periods == 1 || !any_long) {
        write_period(m, plot, 0, " text-anchor=\"middle\"");
        if (plot.periods > 1) write_period(m, plot, plot.periods - 1, " text-anchor=\"middle\"");
    } else {
        write_period(m, plot, 0, " text-anchor=\"start\"", 8 - std::min(room_pixels(left_characters(plot)), most_reach));
        write_period(m, plot, plot.periods - 1, " text-anchor=\"end\"", std::min(room_pixels(right_characters(plot)), most_reach) - 8);
    }
    if (plot.periods >= 5 && plot.periods % 2 == 1)
        write_period(m, plot, plot.periods / 2, " class=\"kith-chart__name\" text-anchor=\"middle\"");
}

Html drawing_of(const Plot& plot)
{
    std::size_t lines = 1;
    for (const auto& period : plot.params.periods) lines = std::max(lines, in_lines(period, period_width).size());
    std::string classes{room_class(Side::left, left_characters(plot))};
    classes += " " + std::string{room_class(Side::right, right_characters(plot))};
    if (names_at_ends(plot)) classes += " kith-room-right-names";
    Markup m;
    open_drawing(m, plot.params.frame, plot_base + 12 + static_cast<int>(lines) * line_height, classes);
    write_axis(m, plot);
    write_lines(m, plot);
    for (std::size_t which = 0; which < plot.series; ++which) write_markers(m, plot, which);
    write_end_labels(m, plot);
    write_periods(m, plot);
    return m.raw("</svg>").take();
}

Html key_of(const Plot& plot)
{
    std::vector<KeyItem> items;
    const auto range = std::ranges::find_if(plot.params.series, has_range);
    const bool any_range = range != plot.params.series.end();
    if (plot.series < 2 && !any_range) return {};
    for (std::size_t which = 0; which < plot.series; ++which) {
        Markup m;
        m.raw("<path d=\"M0 9H30\"").classes("kith-chart__line", plot.colour(which)).raw("/>");
        write_marker(m, "15", "9", which, plot.colour(which));
        items.push_back({.mark = m.take(), .name = plot.params.series[which].name, .wide = true});
    }
    if (any_range) {
        const auto which = static_cast<std::size_t>(std::distance(plot.params.series.begin(), range));
        Markup m;
        m.raw("<rect width=\"30\" height=\"18\"").classes("kith-chart__band", plot.colour(which)).raw("/>");
        items.push_back({.mark = m.take(), .name = plot.params.range_name, .wide = true});
    }
    return chart_key(items);
}

Table table_of(const Plot& plot)
{
    Table data{.head = {{.text = plot.params.period_heading}}};
    for (std::size_t which = 0; which < plot.series; ++which) {
        const auto& series = plot.params.series[which];
        data.head.push_back({.text = series.name, .format = "numeric"});
        if (has_range(series)) data.head.push_back({.text = series.name + ", " + plot.params.range_name, .format = "numeric"});
    }
    for (std::size_t period = 0; period < plot.periods; ++period) {
        TableRow row{{.text = plot.params.periods[period]}};
        for (std::size_t which = 0; which < plot.series; ++which) {
            const auto& series = plot.params.series[which];
            row.push_back({.text = shown_value(plot.params, plot.point(which, period)), .format = "numeric"});
            if (!has_range(series)) continue;
            const auto range = period < series.points.size() ? series.points[period].range : std::nullopt;
            row.push_back({.text = range ? in_unit(range->first, plot.params.unit) + " to " + in_unit(range->second, plot.params.unit)
                                         : plot.params.frame.held_back_note,
                           .format = "numeric"});
        }
        data.rows.push_back(std::move(row));
    }
    return data;
}

}  // namespace

Html line_chart(const LineChart& params)
{
    const auto plot = plot_of(params);
    const bool empty = plot.periods == 0 || plot.series == 0;
    if (empty) return framed(params.frame, {.table = nullptr, .empty = true});
    const auto table = table_of(plot);
    return framed(params.frame, {.key = key_of(plot), .drawing = drawing_of(plot), .table = &table});
}

}  // namespace kith::ui
