#pragma once
// One run: everybody lives on to the next thing that happens to them. Pure; of this room alone.
#include "forecast/ledger.hpp"
#include "forecast/run_rates.hpp"

#include <optional>
#include <stop_token>

namespace kith::forecast {

/// Lives through a run. None where it was cancelled.
std::optional<Counted> live_through(const Prepared& prepared, std::uint32_t run, const std::stop_token& stop);

}  // namespace kith::forecast
