#include "ui/chart_parts.hpp"

#include "base/text.hpp"
#include "ui/notices.hpp"
#include "ui/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace kith::ui
{
namespace
{

void write_title(Markup& m, const ChartFrame& frame)
{
    m.raw("<h").number(frame.heading_level).raw(" class=\"govuk-heading-m kith-chart__title\"").attribute("id", frame.id + "-title");
    m.raw(">").text(frame.title).raw("</h").number(frame.heading_level).raw(">");
    if (!frame.subtitle.empty()) m.raw("<p class=\"kith-chart__subtitle\">").text(frame.subtitle).raw("</p>");
}

void write_table(Markup& m, const ChartFrame& frame, Table data)
{
    data.caption = chart_caption(frame);
    data.caption_classes = "govuk-table__caption--s";
    data.first_cell_is_header = true;
    constexpr std::size_t most_columns_of_a_phone = 3;
    const auto html = data.head.size() > most_columns_of_a_phone ? scrollable_table(data) : table(data);
    m.html(details({.summary_text = "Show this data as a table", .text = html}));
}

void write_download(Markup& m, const ChartFrame& frame)
{
    Markup words;
    words.raw("Download (CSV)<span class=\"govuk-visually-hidden\">: ").text(frame.title).raw("</span>");
    m.raw("<p class=\"govuk-body kith-chart__download\">").html(link(words.take(), frame.csv_href)).raw("</p>");
}

std::size_t room_size(std::size_t characters) { return characters <= 4 ? 0 : (characters <= 8 ? 1 : 2); }

}  // namespace

std::string_view series_class(std::size_t series, std::size_t count)
{
    static constexpr std::array<std::string_view, most_series> classes = {"kith-series-1", "kith-series-2", "kith-series-3",
                                                                          "kith-series-4"};
    if (count == 2 && series == 1) return classes[3];
    return classes[std::min(series, most_series - 1)];
}

std::string percent_of_width(double percent) { return fmt::format("{:.2f}%", percent); }

std::string number_in_words(double value)
{
    const bool whole = std::abs(value - std::round(value)) < 0.05;
    auto words = fmt::format("{:.{}f}", value, whole ? 0 : 1);
    const auto first = words.find_first_of("0123456789");
    auto end = std::min(words.find('.'), words.size());
    if (first == std::string::npos) return words;  // not a number
    for (; end > first + 3; end -= 3) words.insert(end - 3, ",");
    return words == "-0" ? "0" : words;
}

std::string in_unit(double value, const Unit& unit) { return unit.before + number_in_words(value) + unit.after; }

std::string in_unit_briefly(double value, const Unit& unit)
{
    const bool billions = std::abs(value) >= 1e9;
    if (!billions && std::abs(value) < 999'999.5) return in_unit(value, unit);
    return unit.before + number_in_words(value / (billions ? 1e9 : 1e6)) + (billions ? "bn" : "m") + unit.after;
}

std::vector<std::string> in_lines(std::string_view words, std::size_t width)
{
    std::vector<std::string> lines;
    for (const auto word : split(words, ' ')) {
        const bool fits = !lines.empty() && length_in_characters(lines.back()) + 1 + length_in_characters(word) <= width;
        if (fits) {
            lines.back() += " " + std::string{word};
        } else {
            lines.emplace_back(word);
        }
    }
    return lines;
}

Scale scale_to(double largest, int most)
{
    if (!std::isfinite(largest) || largest <= 0) return {};
    constexpr double almost = 1 + 1e-9;  // 30 in three steps is 10 each, whatever the last bit says
    const double least = largest / most;
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    double step = 10 * power;
    for (const double times : {5.0, 2.5, 2.0, 1.0}) {
        if (least <= times * power * almost) step = times * power;
    }
    return {.step = step, .steps = std::clamp(static_cast<int>(std::ceil(largest / step / almost)), 1, most)};
}

void write_marker(Markup& m, std::string_view x, std::string_view y, std::size_t series, std::string_view colour_class)
{
    m.raw("<svg overflow=\"visible\"").attribute("x", x).attribute("y", y).classes("kith-chart__marker", colour_class).raw(">");
    switch (series) {
        case 0:
            m.raw("<circle r=\"5\"/>");
            break;
        case 1:
            m.raw("<rect x=\"-4.5\" y=\"-4.5\" width=\"9\" height=\"9\"/>");
            break;
        case 2:
            m.raw("<path d=\"M0 -6.5 6.5 0 0 6.5 -6.5 0Z\"/>");
            break;
        default:
            m.raw("<path d=\"M0 -6 6 5H-6Z\"/>");
    }
    m.raw("</svg>");
}

std::string_view room_class(Side side, std::size_t characters)
{
    static constexpr std::array<std::string_view, 3> left = {"kith-room-left-s", "kith-room-left-m", "kith-room-left-l"};
    static constexpr std::array<std::string_view, 3> right = {"kith-room-right-s", "kith-room-right-m", "kith-room-right-l"};
    return side == Side::left ? left[room_size(characters)] : right[room_size(characters)];
}

int room_pixels(std::size_t characters)
{
    static constexpr std::array<int, 3> pixels = {46, 82, 126};  // as in _charts.scss
    return pixels[room_size(characters)];
}

Html key_square(std::string_view colour_class)
{
    Markup m;
    m.raw("<rect width=\"18\" height=\"18\"").attribute("class", colour_class).raw("/>");
    return m.take();
}

Html chart_key(const std::vector<KeyItem>& items)
{
    if (items.empty()) return {};
    Markup m;
    m.raw("<ul class=\"kith-chart__key\" aria-label=\"Key\">");
    for (const auto& item : items) {
        m.raw("<li><svg aria-hidden=\"true\" focusable=\"false\"").attribute("width", item.wide ? "30" : "18");
        m.raw(" height=\"18\">").html(item.mark).raw("</svg>").text(item.name).raw("</li>");
    }
    return m.raw("</ul>").take();
}

const std::string& chart_words(const ChartFrame& frame) { return frame.summary.empty() ? frame.title : frame.summary; }

void open_drawing(Markup& m, const ChartFrame& frame, int height, std::string_view more_classes)
{
    m.raw("<svg")
        .classes("kith-chart__drawing", more_classes)
        .raw(" role=\"img\" width=\"100%\"")
        .attribute("height", std::to_string(height));
    m.attribute("aria-label", chart_words(frame)).raw(">");
}

std::string chart_caption(const ChartFrame& frame) { return frame.title + (frame.subtitle.empty() ? "" : ". " + frame.subtitle); }

Html framed(const ChartFrame& frame, const ChartParts& parts)
{
    Markup m;
    m.raw("<figure class=\"kith-chart\"").attribute("aria-labelledby", frame.id + "-title").raw("><div class=\"kith-chart__picture\">");
    write_title(m, frame);
    if (parts.empty) {
        m.raw("<p class=\"govuk-body\">There is nothing to draw yet.</p>");
    } else {
        m.html(parts.key).html(parts.drawing);
    }
    m.html(parts.below);
    if (!frame.source.empty()) m.raw("<p class=\"kith-chart__source\">").text(frame.source).raw("</p>");
    m.raw("</div>");
    if (!parts.empty && parts.table != nullptr && !frame.table_beside) write_table(m, frame, *parts.table);
    if (!frame.csv_href.empty()) write_download(m, frame);
    return m.raw("</figure>").take();
}

}  // namespace kith::ui
