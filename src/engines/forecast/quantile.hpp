#pragma once
// A value below which a share of others lies. Pure.
#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace kith::forecast {

/// Of values in order; `share` from 0 to 1; between two values in proportion; of no values 0. Source: the seventh definition of Hyndman and Fan 1996, "Sample quantiles in statistical packages".
inline double sorted_quantile(std::span<const double> values, double share)
{
    if (values.empty()) return 0;
    const auto place = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    return below + 1 < values.size() ? std::lerp(values[below], values[below + 1], place - static_cast<double>(below)) : values.back();
}
/// The same of values in any order.
inline double quantile_of(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    return sorted_quantile(values, share);
}

}  // namespace kith::forecast
