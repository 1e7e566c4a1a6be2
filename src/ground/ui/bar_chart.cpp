// The bar chart. Drawn without a view box: widths are percentages and text keeps its size, so that it reads the same on a
// phone, on a wide screen and in print. Labels stand above their bars, in full, on as many lines as they need.
#include "base/quantity.hpp"
#include "base/text.hpp"
#include "ui/markup.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/words.hpp"

#include <fmt/format.h>

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

/// The label in lines of at most `label_width` characters, broken between words.
std::vector<std::string> in_lines(const std::string& label)
{
    std::vector<std::string> lines;
    for (const auto word : split(label, ' ')) {
        const bool fits = !lines.empty() && length_in_characters(lines.back()) + 1 + length_in_characters(word) <= label_width;
        if (fits) {
            lines.back() += " " + std::string{word};
        } else {
            lines.emplace_back(word);
        }
    }
    return lines;
}

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
    if (series >= bar.values.size() || !bar.values[series]) return params.held_back_note;
    if (series < bar.shown.size()) return bar.shown[series];
    return with_commas(static_cast<std::int64_t>(std::llround(*bar.values[series])));
}

/// Two series are dark blue and orange; one is dark blue, or grey where another bar is singled out.
std::string_view series_class(const BarChart& params, const Bar* bar, std::size_t series)
{
    static constexpr std::string_view classes[] = {"kith-series-1", "kith-series-2", "kith-series-3", "kith-series-4"};
    const bool any_single = std::any_of(params.bars.begin(), params.bars.end(), [](const Bar& each) { return each.singled_out; });
    if (params.series.size() == 1 && any_single && bar != nullptr && !bar->singled_out) return "kith-series-grey";
    if (params.series.size() == 2 && series == 1) return classes[3];
    return classes[std::min<std::size_t>(series, 3)];
}

int group_height(const BarChart& params, const Bar& bar)
{
    const auto lines = static_cast<int>(in_lines(bar.label).size());
    const auto bars = static_cast<int>(params.series.size());
    return lines * line_height + bars * (bar_height + bar_gap) + group_gap;
}

void write_bar(Markup& m, const BarChart& params, const Bar& bar, std::size_t series, int top, double scale)
{
    const bool known = series < bar.values.size() && bar.values[series].has_value();
    const double width = known ? std::max(0.0, *bar.values[series]) * scale : 0.0;
    m.raw("<rect x=\"0\"").attribute("y", std::to_string(top)).attribute("width", fmt::format("{:.2f}%", width));
    m.attribute("height", std::to_string(bar_height)).attribute("class", series_class(params, &bar, series)).raw("/>");
    m.raw("<text").attribute("x", fmt::format("{:.2f}%", width)).raw(" dx=\"6\"").attribute("y", std::to_string(top + bar_height - 5));
    m.attribute("class", known ? "kith-chart__value" : "kith-chart__missing")
        .raw(">")
        .text(shown_value(params, bar, series))
        .raw("</text>");
}

void write_drawing(Markup& m, const BarChart& params)
{
    int height = 0;
    for (const auto& bar : params.bars) height += group_height(params, bar);
    const double largest = largest_value(params);
    const double scale = largest > 0 ? longest_bar / largest : 0;
    m.raw("<svg class=\"kith-chart__drawing\" role=\"img\" width=\"100%\"").attribute("height", std::to_string(height));
    m.attribute("aria-label", params.summary.empty() ? params.title : params.summary).raw(">");
    int top = 0;
    for (const auto& bar : params.bars) {
        for (const auto& line : in_lines(bar.label)) {
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
    m.raw("</svg>");
}

void write_key(Markup& m, const BarChart& params)
{
    if (params.series.size() < 2) return;
    m.raw("<ul class=\"kith-chart__key\" aria-label=\"Key\">");
    for (std::size_t series = 0; series < params.series.size(); ++series) {
        m.raw("<li><svg aria-hidden=\"true\" focusable=\"false\" width=\"18\" height=\"18\"><rect width=\"18\" height=\"18\"");
        m.attribute("class", series_class(params, nullptr, series)).raw("/></svg>").text(params.series[series]).raw("</li>");
    }
    m.raw("</ul>");
}

Html table_of(const BarChart& params)
{
    Table data{.head = {{.text = params.label_heading}},
               .caption = params.title + (params.subtitle.empty() ? "" : ". " + params.subtitle),
               .caption_classes = "govuk-table__caption--s",
               .first_cell_is_header = true};
    for (const auto& name : params.series) data.head.push_back({.text = name, .format = "numeric"});
    for (const auto& bar : params.bars) {
        TableRow row{{.text = bar.label}};
        for (std::size_t series = 0; series < params.series.size(); ++series) {
            row.push_back({.text = shown_value(params, bar, series), .format = "numeric"});
        }
        data.rows.push_back(std::move(row));
    }
    return params.series.size() > 2 ? scrollable_table(data) : table(data);
}

}  // namespace

Html bar_chart(const BarChart& params)
{
    Markup m;
    m.raw("<figure class=\"kith-chart\"").attribute("aria-labelledby", params.id + "-title");
    m.raw("><div class=\"kith-chart__picture\"><h2 class=\"govuk-heading-m kith-chart__title\"").attribute("id", params.id + "-title");
    m.raw(">").text(params.title).raw("</h2>");
    if (!params.subtitle.empty()) m.raw("<p class=\"kith-chart__subtitle\">").text(params.subtitle).raw("</p>");
    write_key(m, params);
    write_drawing(m, params);
    if (!params.source.empty()) m.raw("<p class=\"kith-chart__source\">").text(params.source).raw("</p>");
    m.raw("</div>");
    m.html(details({.summary_text = "Show this data as a table", .text = table_of(params)}));
    if (!params.csv_href.empty()) {
        m.raw("<p class=\"govuk-body kith-chart__download\">");
        Markup words;
        words.raw("Download (CSV)<span class=\"govuk-visually-hidden\">: ").text(params.title).raw("</span>");
        m.html(link(words.take(), params.csv_href)).raw("</p>");
    }
    return m.raw("</figure>").take();
}

}  // namespace kith::ui
