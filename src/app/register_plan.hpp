#pragma once
// The register as a forecast takes it: who works today in which group, and at what rates they have been leaving.
#include "base/date.hpp"
#include "base/result.hpp"
#include "forecast/workforce.hpp"
#include "packs/packs.hpp"
#include "tally/table.hpp"

#include <map>
#include <string>
#include <vector>

namespace kith::app {

struct RegisterPlan {
    forecast::Plan plan;
    int years_of_history = 0;                ///< that were looked at
};

/// What organisations and localities are called, by the text under which the tally has them.
using PlaceNames = std::map<std::string, std::string>;

/// Engagements in force on `today`, in groups by the named columns ("role", "locality", "sector", "organisation", "contract"). Leaving and moving between groups are counted over the last `years`; an organisation's history counts from the day after the first leaving that it
/// reported, since before it nobody can be seen to leave. Refuses a column that there is none of, and more groups than can be told apart.
Result<RegisterPlan> plan_of_register(const tally::Table& table, const packs::Packs& packs, const std::vector<std::string>& group_by, const PlaceNames& organisations, const PlaceNames& localities, Date today, int years = 3);

}  // namespace kith::app
