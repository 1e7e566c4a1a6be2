#pragma once
// How many are needed, and how many must come each year to get there. Pure.
#include "base/result.hpp"

#include <vector>

namespace kith::forecast {

/// An activity of a service: how much of it there is in a year, and how long one takes. Hours.
struct Activity {
    double volume = 0, hours_each = 0;
};
/// Working time and activities. Source: WHO, "Workload indicators of staffing need: user's manual" (2010).
struct Workload {
    double available_hours = 0;          ///< a year and person, after holidays, leave, sickness and training
    std::vector<Activity> activities;
    double shared_by_all = 0;            ///< share of everybody's time that goes into supervision, training and travel, 0 to below 1
    double hours_of_some = 0;            ///< of all together, for duties that only some have
};
/// Required = (sum of volumes x hours / available hours) / (1 - shared) + hours of some / available hours; full-time equivalents. Refuses time that is not there.
Result<double> required_by_workload(const Workload& workload);
/// Required for so many children at so many each; refuses a ratio that is not above nought.
Result<double> required_by_ratio(double children, double children_each);

/// What must come each year.
struct Trajectory {
    double without_leavers = 0;        ///< straight to the target
    double starters_stay_first = 0;    ///< with leavers, where those who start do not leave in their first year
    double starters_leave_too = 0;     ///< where they leave like everybody
};
/// From so many now to a target in whole years, where a share leaves each year. Those who start in a year count at its end. Refuses targets in the past and shares outside 0 to 1.
Result<Trajectory> trajectory(double now, double target, int years, double leaving);

}  // namespace kith::forecast
