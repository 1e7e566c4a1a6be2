#pragma once
// The workforce person by person: each lives on to the next thing that happens to them, run by run. Pure.
#include "base/result.hpp"
#include "forecast/answer.hpp"
#include "forecast/workforce.hpp"

#include <atomic>
#include <stop_token>

namespace kith::forecast {

/// Draws the rates of each run from what is known of them, then every worker's next event by competing exponential times (Gillespie 1976), piecewise constant between birthdays of a band and a year of service; a post that falls free is filled again. Random numbers belong to the worker and the run: the same answer
/// on any number of threads. Adds to `runs_done` as it goes. Refuses a plan without workers or with fewer people than may be shown, months or runs beyond limits or more answers than memory holds, a rate above 50 a year (that is a mistake of units), a group that there is none of, numbers that are none; and a run that
/// was cancelled.
Result<Answer> simulate(const Plan& plan, bool keep_runs = false, std::stop_token stop = {}, std::atomic<int>* runs_done = nullptr);

}  // namespace kith::forecast
