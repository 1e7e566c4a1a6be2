#include "forecast/required.hpp"

#include <cmath>

namespace kith::forecast {

Result<double> required_by_workload(const Workload& workload)
{
    if (!(workload.available_hours > 0)) return unacceptable("available_hours", "Nobody can do anything in no time: give the hours that one person has in a year, such as 1,500");
    if (!(workload.shared_by_all >= 0 && workload.shared_by_all < 1)) return unacceptable("shared_by_all", "The share of everybody's time for supervision, training and travel lies from 0 to below 1");
    double hours = 0;
    for (const auto& activity : workload.activities) {
        if (!(activity.volume >= 0 && activity.hours_each >= 0)) return unacceptable("activities", "An activity has a volume and hours that are not negative");
        hours += activity.volume * activity.hours_each;
    }
    return hours / workload.available_hours / (1 - workload.shared_by_all) + workload.hours_of_some / workload.available_hours;
}

Result<double> required_by_ratio(double children, double children_each)
{
    if (!(children_each > 0) || !(children >= 0)) return unacceptable("ratio", "A ratio is so many children to one person, above nought");
    return children / children_each;
}

Result<Trajectory> trajectory(double now, double target, int years, double leaving)
{
    if (years < 1) return unacceptable("years", "The target lies in the past, or in this year: nothing can be spread over no year");
    if (!(leaving >= 0 && leaving < 1) || !(now >= 0) || !(target >= 0)) return unacceptable("leaving", "The share that leaves in a year lies from 0 to below 1, and numbers are not negative");
    const auto straight = (target - now) / years;
    if (leaving == 0) return Trajectory{straight, straight, straight};
    // now (1 - a)^n + I ((1 - (1 - a)^n) / a) = target; where starters leave in their first year too, only (1 - a) of each year's are there at its end.
    const auto left = std::pow(1 - leaving, years);
    const auto inflow = (target - now * left) * leaving / (1 - left);
    return Trajectory{straight, inflow, inflow / (1 - leaving)};
}

}  // namespace kith::forecast
