#pragma once
// How a measure's headline went: month by month to the day, and what changed in a year, in sentences.
#include "profile/measure.hpp"

#include <string>
#include <vector>

namespace kith::profile {

/// The headline of a measure at the end of a month.
struct TrendPoint {
    Date on;
    std::optional<Cell> cell;  ///< none: nothing was shown then
};
/// The days a year back by month to `on`: thirteen, the last of them `on` itself.
std::vector<Date> months_to(Date on);
/// `now`: what the measure says on the ground's own day.
std::vector<TrendPoint> trend_of(const MeasureRow& row, const Ground& ground, const Panel& now);
/// "Early years and childcare: 412 staff, 14 more than a year before", the largest differences first, and vacancies.
std::vector<std::string> changes_in_a_year(const Ground& ground);

}  // namespace kith::profile
