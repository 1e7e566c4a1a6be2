// The bar chart. Drawn without a view box: widths are percentages and text keeps its size, so that it reads the same on a
// phone, on a wide screen and in print. Labels stand above their bars, in full, on as many lines as they need.
#include "base/quantity.hpp"
#include "ui/chart_parts.hpp"

#include <algorithm>
#include <cmath>

namespace kith::ui
{
namespace
{

constexpr int line_height = 20;  // of a label, in pixels at 16 pixel text
constexpr int bar_height = 22;
constexpr int bar_gap = 3;  // between the bars of one group
constexpr int group_gap = 14;
constexpr double longest_bar = 76.0;     // percent of the width: the rest is for the value beside it
constexpr std::size_t label_width = 38;  // characters that fit on a 320 pixel screen

double largest_value(const BarChart& params)
{
    double largest = 0;
    for (const auto& bar : params.bars) {
        for (const auto& value : bar.values) largest = std::max(largest, value.value_or(0));
    }
    return largest;
}

std::string shown_value(const BarChart& params, const Bar& bar, std::size_t series)
{
    if (series < bar.shown.size()) return bar.shown[series];
    if (series >= bar.values.size() || !bar.values[series]) return params.frame.held_back_note;
    return number_in_words(std::round(*bar.values[series]));
}

/// The series' colour, or grey where another bar is singled out.
std::string_view colour(const BarChart& params, const Bar& bar, std::size_t series)
{
    const bool any_single = std::any_of(params.bars.begin(), params.bars.end(), [](const Bar& each) { return each.singled_out; });
    if (params.series.size() == 1 && any_single && !bar.singled_out) return "kith-series-grey";
    return series_class(series, params.series.size());
}

int group_height(const BarChart& params, const Bar& bar)
{
    const auto lines = static_cast<int>(in_lines(bar.label, label_width).size());
    const auto bars = static_cast<int>(params.series.size());
    return lines * line_height + bars * (bar_height + bar_gap) + group_gap;
}

void write_bar(Markup& m, const BarChart& params, const Bar& bar, std::size_t series, int top, double scale)
{
    const bool known = series < bar.values.size() && bar.values[series].has_value();
    const auto width = percent_of_width(known ? std::max(0.0, *bar.values[series]) * scale : 0.0);
    m.raw("<rect x=\"0\"").attribute("y", std::to_string(top)).attribute("width", width);
    m.attribute("height", std::to_string(bar_height)).attribute("class", colour(params, bar, series)).raw("/>");
    m.raw("<text").attribute("x", width).raw(" dx=\"6\"").attribute("y", std::to_string(top + bar_height - 5));
    m.attribute("class", known ? "kith-chart__value" : "kith-chart__missing")
        .raw(">")
        .text(shown_value(params, bar, series))
        .raw("</text>");
}

Html drawing_of(const BarChart& params)
{
    int height = 0;
    for (const auto& bar : params.bars) height += group_height(params, bar);
    const double largest = largest_value(params);
    const double scale = largest > 0 ? longest_bar / largest : 0;
    Markup m;
    open_drawing(m, params.frame, height);
    int top = 0;
    for (const auto& bar : params.bars) {
        for (const auto& line : in_lines(bar.label, label_width)) {
            m.raw("<text x=\"0\"").attribute("y", std::to_string(top + line_height - 5)).raw(">").text(line).raw("</text>");
            top += line_height;
        }
        for (std::size_t series = 0; series < params.series.size(); ++series) {
            write_bar(m, params, bar, series, top, scale);
            top += bar_height + bar_gap;
        }
        const auto bars = static_cast<int>(params.series.size()) * (bar_height + bar_gap);
        m.raw("<line class=\"kith-chart__base\" x1=\"0\" x2=\"0\"").attribute("y1", std::to_string(top - bars - 2));
        m.attribute("y2", std::to_string(top)).raw("/>");
        top += group_gap;
    }
    return m.raw("</svg>").take();
}

Html key_of(const BarChart& params)
{
    std::vector<KeyItem> items;
    if (params.series.size() < 2) return {};
    for (std::size_t series = 0; series < params.series.size(); ++series) {
        items.push_back({.mark = key_square(series_class(series, params.series.size())), .name = params.series[series]});
    }
    return chart_key(items);
}

Table table_of(const BarChart& params)
{
    Table data{.head = {{.text = params.label_heading}}};
    for (const auto& name : params.series) data.head.push_back({.text = name, .format = "numeric"});
    for (const auto& bar : params.bars) {
        TableRow row{{.text = bar.label}};
        for (std::size_t series = 0; series < params.series.size(); ++series) {
            row.push_back({.text = shown_value(params, bar, series), .format = "numeric"});
        }
        data.rows.push_back(std::move(row));
    }
    return data;
}

}  // namespace

Html bar_chart(const BarChart& params)
{
    const auto table = table_of(params);
    return framed(params.frame, {.key = key_of(params), .drawing = drawing_of(params), .table = &table, .empty = params.bars.empty()});
}

}  // namespace kith::ui
