#pragma once
// What a forecast says, as words for a terminal and as JSON.
#include "app/forecast_scenario.hpp"
#include "app/register_plan.hpp"
#include "forecast/simulation.hpp"

namespace kith::app {

/// A forecast, and without its scenario the same forecast as it would be: the same runs, person by person.
struct Forecast {
    RegisterPlan read;              ///< with the scenario
    Scenario scenario;
    forecast::Answer answer;
    std::optional<forecast::Answer> without;  ///< none where no scenario was given
    Date from;
};

/// Tables of what there will be, year by year too, of what is required, of what the plan changes and of what is expected to happen; what the figures rest on.
std::string forecast_words(const Forecast& told);
/// {"months", "runs", "seed", "from", "scenario", "cost", "groups": [{"name", "people", "leaving", "own_events" (null below five), "own_years", "usual_years", "enough_history", "expected", "plan_changes", "months": [...]}], "all": {...}, "targets": [...]}.
std::string forecast_json(const Forecast& told);

}  // namespace kith::app
