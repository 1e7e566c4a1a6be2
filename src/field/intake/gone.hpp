#pragma once
// What a full return ends: jobs that the register holds as running and that the file leaves out. A pure step after the difference; a return of
// changes never comes here.
#include "intake/staff_difference.hpp"

namespace kith::intake {

/// Ends, as of `last_day`, each job of the view that runs beyond that day, had begun by it, and that the file does not speak of. Someone who
/// stands in the file in a row that was not taken is left alone: the file does speak of them. Adds to plan and difference.
void end_those_left_out(StaffDifference& found, const StaffFile& file, const workforce::RegisterView& view, const packs::Packs& packs, Date last_day);

/// Jobs of the view that run on `day`.
std::int64_t jobs_running(const workforce::RegisterView& view, Date day);

}  // namespace kith::intake
