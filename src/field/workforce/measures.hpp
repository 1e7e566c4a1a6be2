#pragma once
// The measures of this room, in words that a reader can check. Values only; they are counted by the tally.
#include "figures/figure.hpp"

namespace kith::workforce {

/// People counted once, whatever they work.
const figures::Measure& staff_measure();
/// Full-time equivalent, of the engagements that report one.
const figures::Measure& fte_measure();
/// Engagements in force.
const figures::Measure& engagement_measure();
/// People who work with children and families all the time.
const figures::Measure& core_measure();

}  // namespace kith::workforce
