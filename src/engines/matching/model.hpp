#pragma once
// Whose are two records: of one person, of two of one household, or of two who have nothing to do with each other. Estimated from the records themselves, without answers. Pure.
#include "matching/comparison.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace kith::matching {

enum class Class : std::uint8_t { same_person, household, random };
inline constexpr std::size_t classes = 3;

/// How often each level is reached by pairs of each class, and how many pairs of all that there are each class has.
struct Model {
    std::array<std::array<std::array<double, 8>, fields>, classes> rates{};  ///< by class, field and level; sums to 1 over the levels that are not missing
    std::array<double, classes> shares{};                                    ///< of all pairs of records
};

/// A pattern, and how many candidate pairs show it.
struct Seen {
    Pattern pattern{};
    std::int64_t pairs = 0;
};

/// Rates of random pairs by drawing pairs with a fixed seed; those of the other classes from near-exact pairs and from pairs of one address with another forename.
Model first_guess(const People& people, const std::vector<Seen>& seen, std::uint64_t seed);
/// Expectation and maximisation over the patterns of candidates; random pairs keep their rates, so that blocking does not teach them. Source: Dempster, Laird and Rubin 1977; Fellegi and Sunter 1969; Winkler 1988.
Model estimated(Model model, const std::vector<Seen>& seen, std::int64_t records);

/// What the values themselves weigh: a rare name that agrees says more. `forename` and `surname`: the share of records that have the value where it agrees exactly, else 0.
struct Frequencies {
    double forename = 0, surname = 0;
};
/// What one comparison adds to each class, in bits: log2 of how often pairs of that class reach this level.
struct Part {
    Field field{};
    std::uint8_t level = 0;
    std::array<double, classes> bits{};
};
/// Of every field that neither record leaves empty; what they add up to, with the classes' shares, is what posterior() rests on.
std::vector<Part> parts_of(const Model& model, const Pattern& pattern, const Frequencies& frequencies);
/// Probabilities of the three classes; they sum to 1.
std::array<double, classes> posterior(const Model& model, const Pattern& pattern, const Frequencies& frequencies);

}  // namespace kith::matching
