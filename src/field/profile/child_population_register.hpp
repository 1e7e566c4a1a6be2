#pragma once
// The public door to how many children live where: what is held, and writing what a file says. Who may do either is decided before; the numbers
// are published ones, and anybody who may see the profile may see them.
#include "db/change_set.hpp"
#include "profile/child_population.hpp"

#include <vector>

namespace kith::profile {

const db::RegisterTable& child_population_table();

/// What is held: the whole area first, then by locality, characteristic and code. One statement.
std::vector<ChildCount> child_counts(db::Reader& reader);
/// What was held once that change set was made.
std::vector<ChildCount> child_counts_as_known(db::Reader& reader, std::int64_t change_set);

/// Writes the plan through the change set; ids and public ids of what is new are made here. Answers how many rows were written.
std::int64_t apply(db::ChangeSet& changes, const ChildPopulationPlan& plan, Instant now);

}  // namespace kith::profile
