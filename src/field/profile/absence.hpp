#pragma once
// Days lost to sickness in the year up to a day, held against those in post on it: who counts, what they lost, and the panel of it. Pure.
#include "profile/ground.hpp"

namespace kith::profile {

/// The rate of the ground's staff and of each role, over those of whose role their organisation reports days lost in the year.
Panel absence_panel(const Ground& ground);

}  // namespace kith::profile
