// The pyramid: a grid of rows, each with a bar to the left, its band in words, and a bar to the right.
#include "base/text.hpp"
#include "ui/chart_parts.hpp"

#include <algorithm>
#include <cmath>

namespace kith::ui
{
namespace
{

constexpr std::string_view colours[] = {"kith-series-1", "kith-series-4"};

std::string shown_value(const Pyramid& params, const std::optional<double>& value)
{
    return value ? number_in_words(std::round(*value)) : params.frame.held_back_note;
}

/// The same, briefly, for the drawing.
std::string drawn_value(const Pyramid& params, const std::optional<double>& value)
{
    return value ? in_unit_briefly(std::round(*value), {}) : params.frame.held_back_note;
}

/// What all bars share: the value that fills the width, and how much room the longest count needs.
struct Measures {
    double largest = 0;
    std::size_t longest = 0;
};

Measures measures_of(const Pyramid& params)
{
    Measures found;
    for (const auto& band : params.bands) {
        for (const auto& value : {band.left, band.right}) {
            found.largest = std::max(found.largest, value.value_or(0));
            if (value) found.longest = std::max(found.longest, length_in_characters(drawn_value(params, value)));
        }
    }
    return found;
}

void write_bar(Markup& m, const Pyramid& params, const std::optional<double>& value, Side side, const Measures& measures)
{
    const bool left = side == Side::left;
    const double width = measures.largest > 0 ? 100 * std::max(0.0, value.value_or(0)) / measures.largest : 0;
    const auto end = percent_of_width(left ? 100 - width : width);
    m.raw("<svg").classes("kith-pyramid__side", room_class(side, measures.longest)).raw("><rect y=\"1\" height=\"22\"");
    m.attribute("x", left ? end : "0").attribute("width", percent_of_width(width)).attribute("class", colours[left ? 0 : 1]).raw("/>");
    m.raw("<text y=\"17\"").attribute("x", end);
    if (left) {
        m.raw(" dx=\"-6\" text-anchor=\"end\"");
    } else {
        m.raw(" dx=\"6\"");
    }
    m.attribute("class", value ? "kith-chart__value" : "kith-chart__missing")
        .raw(">")
        .text(drawn_value(params, value))
        .raw("</text></svg>");
}

void write_heads(Markup& m, const Pyramid& params)
{
    const auto square = [&](std::string_view colour) { m.raw("<svg width=\"18\" height=\"18\">").html(key_square(colour)).raw("</svg>"); };
    m.raw("<span class=\"kith-pyramid__left\">").text(params.left).raw(" ");
    square(colours[0]);
    m.raw("</span><span class=\"kith-pyramid__band\">").text(params.band_heading).raw("</span><span>");
    square(colours[1]);
    m.raw(" ").text(params.right).raw("</span>");
}

Html drawing_of(const Pyramid& params)
{
    const auto measures = measures_of(params);
    Markup m;
    m.raw("<div class=\"kith-chart__drawing kith-pyramid\" role=\"img\"").attribute("aria-label", chart_words(params.frame)).raw(">");
    write_heads(m, params);
    for (const auto& band : params.bands) {
        write_bar(m, params, band.left, Side::left, measures);
        m.raw("<span class=\"kith-pyramid__band\">").text(band.label).raw("</span>");
        write_bar(m, params, band.right, Side::right, measures);
    }
    return m.raw("</div>").take();
}

Table table_of(const Pyramid& params)
{
    Table data{
        .head = {{.text = params.band_heading}, {.text = params.left, .format = "numeric"}, {.text = params.right, .format = "numeric"}}};
    for (const auto& band : params.bands) {
        data.rows.push_back({{.text = band.label},
                             {.text = shown_value(params, band.left), .format = "numeric"},
                             {.text = shown_value(params, band.right), .format = "numeric"}});
    }
    return data;
}

}  // namespace

Html pyramid(const Pyramid& params)
{
    const auto table = table_of(params);
    Markup below;
    if (!params.not_reported.empty()) below.raw("<p class=\"kith-chart__note\">").text(params.not_reported).raw("</p>");
    return framed(params.frame, {.drawing = drawing_of(params), .below = below.take(), .table = &table, .empty = params.bands.empty()});
}

}  // namespace kith::ui
