// One bar of 100%. Neighbours differ in lightness; the percentage stands in each part that has room, and all in the key.
#include "ui/chart_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace kith::ui
{
namespace
{

constexpr int bar_height = 36;
constexpr double least_for_words = 12;  // percent of a 320 pixel screen that "12%" needs

struct Whole {
    std::vector<StackedPart> parts;
    double sum = 0;
    double percent(const StackedPart& part) const { return sum > 0 ? 100 * std::max(0.0, part.value) / sum : 0; }
    /// Whole, but neither "0%" of someone nor "100%" of nearly all.
    std::string words(const StackedPart& part) const
    {
        const double value = percent(part);
        if (value > 0 && value < 0.5) return "under 1%";
        if (value < 100 && value >= 99.5) return "over 99%";
        return sum > 0 ? fmt::format("{:.0f}%", value) : "none";
    }
};

Whole whole_of(const StackedBar& params)
{
    Whole whole;
    for (const auto& part : params.parts) {
        if (whole.parts.size() == most_series) break;
        whole.parts.push_back(part);
        whole.sum += std::max(0.0, part.value);
    }
    return whole;
}

Html drawing_of(const StackedBar& params, const Whole& whole)
{
    Markup m;
    open_drawing(m, params.frame, bar_height, "kith-stacked");
    double left = 0;
    for (std::size_t i = 0; i < whole.parts.size(); ++i) {
        const double width = whole.percent(whole.parts[i]);
        const auto colour = series_class(i, whole.parts.size());
        m.raw("<rect").attribute("x", percent_of_width(left)).attribute("width", percent_of_width(width));
        m.attribute("height", std::to_string(bar_height)).attribute("class", colour).raw("/>");
        if (width >= least_for_words) {
            m.raw("<text y=\"24\" text-anchor=\"middle\"")
                .attribute("x", percent_of_width(left + width / 2))
                .classes("kith-chart__value kith-on", colour);
            m.raw(">").text(whole.words(whole.parts[i])).raw("</text>");
        }
        left += width;
    }
    return m.raw("</svg>").take();
}

Html key_of(const Whole& whole)
{
    std::vector<KeyItem> items;
    for (std::size_t i = 0; i < whole.parts.size(); ++i) {
        const auto& part = whole.parts[i];
        items.push_back({.mark = key_square(series_class(i, whole.parts.size())),
                         .name = fmt::format("{}: {} ({})", part.label, number_in_words(std::round(part.value)), whole.words(part))});
    }
    return chart_key(items);
}

Table table_of(const StackedBar& params, const Whole& whole)
{
    Table data{.head = {{.text = params.part_heading},
                        {.text = params.value_heading, .format = "numeric"},
                        {.text = "Share", .format = "numeric"}}};
    for (const auto& part : whole.parts) {
        data.rows.push_back({{.text = part.label},
                             {.text = number_in_words(std::round(part.value)), .format = "numeric"},
                             {.text = whole.words(part), .format = "numeric"}});
    }
    return data;
}

}  // namespace

Html stacked_bar(const StackedBar& params)
{
    const auto whole = whole_of(params);
    const auto table = table_of(params, whole);
    const bool empty = !(whole.sum > 0);
    return framed(params.frame, {.key = key_of(whole), .drawing = drawing_of(params, whole), .table = &table, .empty = empty});
}

}  // namespace kith::ui
