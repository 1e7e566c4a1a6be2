#pragma once
// Absences that tell of the same days twice: within a file, and against what is held. Days lost in two periods that overlap would count twice.
#include "intake/register_rules.hpp"

namespace kith::intake {

/// Speaks at each absence whose period overlaps that of another of the same person and reason, above it or from an earlier day; the detail is
/// the other's line. The same first day is the same absence, and no overlap.
std::vector<Spoken> overlapping_absences(const StaffFile& file, const Checking& checking);
/// Speaks at rows whose absence overlaps one that is held from another day, of the same reason, and that the file does not take away.
std::vector<Spoken> overlapping_held_absences(const AgainstRegister& against);

}  // namespace kith::intake
