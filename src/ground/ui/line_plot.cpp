#include "ui/line_plot.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::ui
{
namespace
{

constexpr int most_steps = 4;
constexpr int label_distance = 19;  // between words at the lines' ends

double largest_value(const LineChart& params)
{
    double largest = 0;
    for (std::size_t which = 0; which < std::min(params.series.size(), most_series); ++which) {
        for (const auto& point : params.series[which].points)
            largest = std::max({largest, point.value.value_or(0), point.range ? point.range->second : 0});
    }
    return largest;
}

std::string spot(const Plot& plot, std::size_t period, double value)
{
    return fmt::format("{:.1f} {:.1f}", plot_box_width * plot.share(period), plot.y(value));
}

}  // namespace

Plot plot_of(const LineChart& params)
{
    return {.params = params,
            .periods = params.periods.size(),
            .series = std::min(params.series.size(), most_series),
            .scale = scale_to(largest_value(params), most_steps)};
}

std::optional<std::size_t> end_of(const Plot& plot, std::size_t which, bool last)
{
    for (std::size_t i = 0; i < plot.periods; ++i) {
        const auto period = last ? plot.periods - 1 - i : i;
        if (plot.point(which, period) != nullptr) return period;
    }
    return std::nullopt;
}

std::string line_path(const Plot& plot, std::size_t which)
{
    std::string path;
    bool joined_to_last = false;
    for (std::size_t period = 0; period < plot.periods; ++period) {
        const auto* point = plot.point(which, period);
        if (point != nullptr) path += (joined_to_last ? "L" : "M") + spot(plot, period, *point->value);
        joined_to_last = point != nullptr;
    }
    return path;
}

std::string band_path(const Plot& plot, std::size_t which)
{
    std::string path, out, back;
    const auto& points = plot.params.series[which].points;
    for (std::size_t period = 0; period <= plot.periods; ++period) {
        if (period < plot.periods && period < points.size() && points[period].range) {
            out += (out.empty() ? "M" : "L") + spot(plot, period, points[period].range->second);
            back = "L" + spot(plot, period, points[period].range->first) + back;
        } else if (!out.empty()) {
            path += out + back + "Z";
            out.clear();
            back.clear();
        }
    }
    return path;
}

std::vector<EndLabel> end_labels(const Plot& plot)
{
    std::vector<EndLabel> labels;
    for (std::size_t which = 0; which < plot.series; ++which) {
        if (const auto last = end_of(plot, which, true)) labels.push_back({which, *last, plot.y(*plot.point(which, *last)->value)});
    }
    std::ranges::stable_sort(labels, {}, &EndLabel::y);
    for (std::size_t i = 1; i < labels.size(); ++i) labels[i].y = std::max(labels[i].y, labels[i - 1].y + label_distance);
    double lowest = plot_base;
    for (auto label = labels.rbegin(); label != labels.rend(); ++label, lowest -= label_distance) label->y = std::min(label->y, lowest);
    return labels;
}

}  // namespace kith::ui
