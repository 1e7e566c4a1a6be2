#pragma once
// What a plan changes of a forecast: a TOML file of levers, requirements and targets.
#include "base/result.hpp"
#include "forecast/workforce.hpp"

#include <map>
#include <string>
#include <vector>

namespace kith::app {

/// So many people in a group by the end of whole years; told as what must come each year. The plan's `targets` are in the same order.
struct ScenarioTarget {
    std::uint16_t group = 0;
    double people = 0;
    int years = 0;
};
struct Scenario {
    std::string name;
    std::vector<ScenarioTarget> targets;
    double cost = 0;  ///< pounds, for everybody who is sought, trained and retrained until the last month, whether they come or not
};
/// How many open settings there are of a kind, by its code and by its words in small letters: for standards that hold for each setting.
using SettingCounts = std::map<std::string, int>;

/// Adds what the file says to the plan: [[recruit]], [[return]], [[train]], [[convert]], [[agency]], [[share]], [[redesign]], [[keep]], [[hours]], [[required]], [[ratio]], [[caseload]], [[workload]], [[per_setting]], [[target]], each with groups as the forecast prints them. Refuses, naming file and line, what it
/// does not know or finds missing, a group that there is none of, and numbers that cannot be.
Result<Scenario> add_scenario(const std::string& path, forecast::Plan& plan, const SettingCounts& settings);

}  // namespace kith::app
