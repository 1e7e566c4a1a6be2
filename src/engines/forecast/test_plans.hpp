#pragma once
// Small plans for tests.
#include "forecast/simulation.hpp"

namespace kith::forecast {

/// A rate that is known exactly.
inline Rate exactly(double rate) { return {.usual = rate, .usual_years = 0, .source = {}}; }

inline Plan plan_of(int workers, Rate leave, int months = 24, int runs = 200)
{
    Plan plan{.workers = {}, .groups = {{.name = "social workers", .leave = std::move(leave), .refill = {.share = 0}}}, .months = months, .runs = runs};
    for (int number = 0; number < workers; ++number) plan.workers.push_back({.service = 10});
    return plan;
}
inline const MonthAnswer& end_of(const Answer& answer, std::size_t group = 0) { return answer.groups.at(group).months.back(); }

}  // namespace kith::forecast
