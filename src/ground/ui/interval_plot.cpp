// The interval plot: a row for each group with its name, a dot with its interval on one scale, and the verdict in words. What it is
// held against is an upright bar behind the dot, so that both are seen where they meet.
#include "ui/chart_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::ui
{
namespace
{

constexpr int most_steps = 4;

std::string x_of(const Scale& scale, double value) { return percent_of_width(100 * scale.share(value)); }

Scale scale_of(const IntervalPlot& params)
{
    double largest = 0;
    for (const auto& group : params.groups)
        largest = std::max({largest, group.share ? group.high : 0, group.share.value_or(0), group.reference.value_or(0)});
    return scale_to(largest, most_steps);
}

std::string percentage(const IntervalPlot& params, double value) { return fmt::format("{:.{}f}%", value, params.decimals); }

std::string shown_share(const IntervalPlot& params, const Interval& group)
{
    if (!group.share) return params.frame.held_back_note;
    return group.shown.empty() ? percentage(params, *group.share) : group.shown;
}

std::string shown_range(const IntervalPlot& params, const Interval& group)
{
    return group.share ? percentage(params, group.low) + " to " + percentage(params, group.high) : params.frame.held_back_note;
}

std::string shown_reference(const IntervalPlot& params, const Interval& group)
{
    return group.reference ? percentage(params, *group.reference) : params.frame.held_back_note;
}

void write_grid(Markup& m, const Scale& scale, bool numbers)
{
    for (int i = 0; i <= scale.steps; ++i) {
        const double value = scale.step * i;
        const auto x = x_of(scale, value);
        if (!numbers) {
            m.raw("<line y1=\"0\" y2=\"100%\"").attribute("x1", x).attribute("x2", x);
            m.attribute("class", value > 0 ? "kith-chart__grid" : "kith-chart__base").raw("/>");
            continue;
        }
        const auto anchor = i == 0 ? "start" : (i == scale.steps ? "end" : "middle");
        m.raw("<text class=\"kith-chart__missing\" y=\"15\"").attribute("x", x).attribute("text-anchor", anchor).raw(">");
        m.text(in_unit(value, {.after = "%"})).raw("</text>");
    }
}

void write_interval(Markup& m, std::string_view low, std::string_view high, std::string_view share)
{
    const auto line = [&](std::string_view from, std::string_view to, Literal ends) {
        m.raw("<line class=\"kith-interval__range\"").attribute("x1", from).attribute("x2", to).raw(ends).raw("/>");
    };
    line(low, high, " y1=\"0\" y2=\"0\"");
    line(low, low, " y1=\"-6\" y2=\"6\"");
    line(high, high, " y1=\"-6\" y2=\"6\"");
    write_marker(m, share, "0", 0, "kith-series-1");
}

void write_reference(Markup& m, std::string_view x)
{
    m.raw("<svg overflow=\"visible\"")
        .attribute("x", x)
        .raw("><rect class=\"kith-series-4\" x=\"-3\" y=\"-12\" width=\"6\" height=\"24\"/></svg>");
}

/// What is drawn around the middle of its height.
constexpr Literal middle = "<svg y=\"50%\" overflow=\"visible\">";

void write_group(Markup& m, const IntervalPlot& params, const Interval& group, const Scale& scale)
{
    m.raw("<div class=\"kith-interval\"><span class=\"kith-interval__label\">")
        .text(group.label)
        .raw("</span><div class=\"kith-interval__plot\"><svg>");
    write_grid(m, scale, false);
    m.raw(middle);
    if (group.reference) write_reference(m, x_of(scale, *group.reference));
    if (group.share) write_interval(m, x_of(scale, group.low), x_of(scale, group.high), x_of(scale, *group.share));
    m.raw("</svg></svg></div><span><strong>").text(group.verdict.empty() ? shown_share(params, group) : group.verdict).raw("</strong><br>");
    m.text(params.share_name + " " + shown_share(params, group));
    if (group.share) m.text(" (" + shown_range(params, group) + ")");
    m.raw("<br>").text(params.reference_name + " " + shown_reference(params, group)).raw("</span></div>");
}

Html drawing_of(const IntervalPlot& params)
{
    const auto scale = scale_of(params);
    Markup m;
    m.raw("<div class=\"kith-chart__drawing kith-intervals\" role=\"img\"").attribute("aria-label", chart_words(params.frame)).raw(">");
    for (const auto& group : params.groups) write_group(m, params, group, scale);
    m.raw("<div class=\"kith-interval\"><span></span><div class=\"kith-interval__plot\"><svg>");
    write_grid(m, scale, true);
    return m.raw("</svg></div><span></span></div></div>").take();
}

Html key_of(const IntervalPlot& params)
{
    Markup share;
    share.raw(middle);
    write_interval(share, "2", "28", "15");
    share.raw("</svg>");
    Markup reference;
    reference.raw(middle);
    write_reference(reference, "15");
    reference.raw("</svg>");
    return chart_key({{.mark = share.take(), .name = params.share_name + ", with " + params.range_name, .wide = true},
                      {.mark = reference.take(), .name = params.reference_name, .wide = true}});
}

Table table_of(const IntervalPlot& params)
{
    Table data{.head = {{.text = params.label_heading},
                        {.text = params.share_name, .format = "numeric"},
                        {.text = params.share_name + ", " + params.range_name, .format = "numeric"},
                        {.text = params.reference_name, .format = "numeric"},
                        {.text = params.verdict_heading}}};
    for (const auto& group : params.groups) {
        data.rows.push_back({{.text = group.label},
                             {.text = shown_share(params, group), .format = "numeric"},
                             {.text = shown_range(params, group), .format = "numeric"},
                             {.text = shown_reference(params, group), .format = "numeric"},
                             {.text = group.verdict}});
    }
    return data;
}

}  // namespace

Html interval_plot(const IntervalPlot& params)
{
    const auto table = table_of(params);
    return framed(params.frame, {.key = key_of(params), .drawing = drawing_of(params), .table = &table, .empty = params.groups.empty()});
}

}  // namespace kith::ui
