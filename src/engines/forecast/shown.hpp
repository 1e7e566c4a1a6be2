#pragma once
// What all runs together say, group by group. Pure; of this room alone.
#include "forecast/answer.hpp"
#include "forecast/run.hpp"

namespace kith::forecast {

/// Groups that are shown: those of fewer people than `least_shown` together, with the smallest others where these alone would still be too few. None where all people together are too few.
std::vector<GroupAnswer> shown_groups(const Prepared& prepared);

/// All groups as one.
GroupAnswer everybody(const Prepared& prepared);

/// Fills in months, events and ends of a group that is shown.
void answer_for(GroupAnswer& answer, const Plan& plan, const std::vector<Counted>& runs);

/// Whether a target is met, where its group is shown by itself.
TargetAnswer answer_for(const Target& target, const std::vector<GroupAnswer>& shown, const Plan& plan, const std::vector<Counted>& runs);

}  // namespace kith::forecast
