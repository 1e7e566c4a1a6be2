#pragma once
// Where the things of a line chart stand: periods along the width in percent, values from the base up in pixels. Private to ui.
#include "ui/chart_parts.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kith::ui
{

constexpr int plot_top = 12;
constexpr int plot_base = 212;
constexpr double plot_box_width = 1000;  // of the box that stretches

/// What all parts of one drawing need.
struct Plot {
    const LineChart& params;
    std::size_t periods;
    std::size_t series;
    Scale scale;

    double share(std::size_t period) const { return periods < 2 ? 0.5 : static_cast<double>(period) / static_cast<double>(periods - 1); }
    std::string x(std::size_t period) const { return percent_of_width(100 * share(period)); }
    double y(double value) const { return plot_base - (plot_base - plot_top) * scale.share(value); }
    const LinePoint* point(std::size_t which, std::size_t period) const
    {
        const auto& points = params.series[which].points;
        return period < points.size() && points[period].value ? &points[period] : nullptr;
    }
    std::string_view colour(std::size_t which) const { return series_class(which, series); }
};

Plot plot_of(const LineChart& params);

/// The first or the last period whose value is known.
std::optional<std::size_t> end_of(const Plot& plot, std::size_t which, bool last);
/// The line, broken where nothing is known.
std::string line_path(const Plot& plot, std::size_t which);
/// The bands: each run of ranges out along the high ends and back along the low ones.
std::string band_path(const Plot& plot, std::size_t which);

struct EndLabel {
    std::size_t series;
    std::size_t period;
    double y;
};

/// Last values from the top down, moved apart so that none stands on another.
std::vector<EndLabel> end_labels(const Plot& plot);

}  // namespace kith::ui
