#pragma once
// Which of a set of groups may be shown together, so that nothing about fewer people than a threshold can be reckoned from what is shown,
// by any adding and taking away. Says nothing about what is shown of a group: counts, sums, means and distributions are protected alike.
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace kith::disclosure {

/// How one group fares.
enum class Showing : std::uint8_t {
    shown,
    too_few,                     ///< it has fewer people than the threshold itself: primary hiding
    others_could_be_worked_out,  ///< beside what is shown already it would give fewer people away: complementary hiding
};

/// People stand in cells: all in one cell belong to the same groups. `people_of_cell` says how many stand in each, `groups` which cells each
/// group has, most important first, and a group is shown wherever those before it allow.
///
/// The rule: the groups shown cut the people into atoms, each of the people who belong to exactly the same of them. A group is shown only
/// where every atom then has no people or at least `threshold`. Whatever is reckoned from sums over the groups shown is a combination of
/// sums over atoms, so it is about whole atoms, or about nobody. Those who belong to no group shown are in no such sum, and may be few.
/// What stays hidden would break the rule at the end as well: none was passed over for the sake of its turn.
///
/// A group of nobody is shown: it tells nothing, and "nobody answered" is worth saying. So is a group that says again what is shown.
/// A cell without people (or with fewer than none) counts for nothing. Throws std::out_of_range for a cell that is not there.
std::vector<Showing> showing_of(std::span<const std::int64_t> people_of_cell, std::span<const std::vector<std::size_t>> groups,
                                std::int64_t threshold);

}  // namespace kith::disclosure
