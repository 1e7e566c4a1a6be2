#pragma once
// A second rule of what may be shown together, as safe against adding and taking away as the first and far less of a loss where many
// classifications cross. What each rule costs and gives stands in docs/adr/0012.
#include "disclosure/showing.hpp"

namespace kith::disclosure {

/// The rule: as many hands of people are dealt as the threshold says, nobody to two hands, so that on the people of each hand alone the groups
/// shown are linearly independent (but for those that say again what others say together). A combination of sums over the groups shown that
/// is not about nobody then concerns someone of every hand, so as many people as the threshold at least.
///
/// The same parameters and answers as `showing_of`, whose rule gives such hands wherever it holds. Hands are dealt greedily, so that a group
/// may be hidden for which a cleverer dealing had found them. Reckoned modulo the prime 2^61 - 1: groups
/// that are independent there are independent. One that is not counts as saying again what is shown, and is wrongly taken so once in 2^60.
std::vector<Showing> showing_by_hands(std::span<const std::int64_t> people_of_cell, std::span<const std::vector<std::size_t>> groups,
                                      std::int64_t threshold);

/// Which of the two.
enum class Rule : std::uint8_t { atoms, hands };
std::vector<Showing> showing_of(Rule rule, std::span<const std::int64_t> people_of_cell, std::span<const std::vector<std::size_t>> groups,
                                std::int64_t threshold);

}  // namespace kith::disclosure
