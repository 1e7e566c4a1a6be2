#pragma once
// One run: everybody lives on to the next thing that happens to them. Pure; of this room alone.
#include "forecast/run_rates.hpp"
#include "forecast/simulation.hpp"

#include <stop_token>

namespace kith::forecast {

/// What one run counts at the end of each month, by group of the plan and month, the first day first; and how often what happened.
struct Counted {
    std::vector<std::int32_t> heads;
    std::vector<float> fte;  ///< full-time equivalents, as planned hours and sharing leave them
    std::vector<std::array<std::int32_t, flows>> events;
};

/// Lives through a run. None where it was cancelled.
std::optional<Counted> live_through(const Prepared& prepared, std::uint32_t run, const std::stop_token& stop);

}  // namespace kith::forecast
