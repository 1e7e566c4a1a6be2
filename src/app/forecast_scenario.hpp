#pragma once
// What a plan changes of a forecast: a TOML file of levers, requirements and targets.
#include "base/result.hpp"
#include "forecast/workforce.hpp"

#include <string>
#include <vector>

namespace kith::app {

/// So many people in a group by the end of whole years; told as what must come each year.
struct ScenarioTarget {
    std::uint16_t group = 0;
    double people = 0;
    int years = 0;
};
struct Scenario {
    std::string name;
    std::vector<ScenarioTarget> targets;
    double cost = 0;  ///< pounds, of all recruits and students together
};
/// Adds what the file says to the plan. [[recruit]], [[train]], [[return]], [[agency]], [[keep]], [[hours]], [[required]], [[ratio]], [[workload]], [[target]], each with the group's name as the forecast prints it. Refuses, naming file and line, what it does not know, a group that there is none of, and numbers that cannot be.
Result<Scenario> add_scenario(const std::string& path, forecast::Plan& plan);

}  // namespace kith::app
