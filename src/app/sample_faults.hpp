#pragma once
// Files of the sample that are wrong on purpose: as tired people send them. Only the sample uses it.
#include "app/sample_calendar.hpp"

namespace kith::app {

/// The faulty returns of this employer, where it is one of those that hand one in.
void add_faults(Sample& sample, const SampleHandsIn& one, SampleSize size);

}  // namespace kith::app
