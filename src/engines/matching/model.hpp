#pragma once
// Whose are two records: of one person, of two of one household, or of two who have nothing to do with each other. Estimated from the records themselves, without answers. Pure.
#include "matching/comparison.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

namespace kith::matching {

enum class Class : std::uint8_t { same_person, household, random };
inline constexpr std::size_t classes = 3;
using Rates = std::array<std::array<double, most_levels>, fields>;

/// How often each level is reached by pairs of each class, and how many pairs of all that there are each class has. Frozen once it is made: records that come later are compared under it.
struct Model {
    int version = 1;
    std::int64_t records = 0;               ///< of which it was made
    std::array<Rates, classes> rates{};     ///< by class, field and level; sums to 1 over the levels that are not missing
    std::array<double, classes> shares{};   ///< of all pairs of records
    std::unordered_map<std::uint64_t, std::uint32_t> namesakes{};  ///< by full name: how many birth dates there are with it, where there is more than one
};
/// How many people there are of each first name and surname, told apart by birth date, or by postcode where the date is one that forms fill in; that one person has several records does not count.
std::unordered_map<std::uint64_t, std::uint32_t> namesakes_of(const People& people);
inline std::uint64_t full_name(Text first, Text surname) { return std::uint64_t{first} << 32U | surname; }

/// A pattern, and how many candidate pairs show it.
struct Seen {
    Pattern pattern{};
    std::int64_t pairs = 0;
};
/// What pairs of records show that are drawn without looking: nearly all of them are of strangers.
struct Drawn {
    Rates levels{};     ///< pairs that reach each level
    double pairs = 0;   ///< drawn
};
/// Every pair of a small file, else 400,000 pairs by a fixed seed.
Drawn drawn(const People& people, std::uint64_t seed);

/// Expectation and maximisation over the patterns of candidates. Begins with near-exact pairs, and with pairs of one address and another forename; what is usual counts as a hundred pairs. Strangers' rates come from drawn pairs less
/// those expected to be of one person, so that the keys by which candidates are found teach nothing. Sources: Dempster, Laird and Rubin 1977; Fellegi and Sunter 1969; Winkler 1988.
Model estimated(const Drawn& drawn, const std::vector<Seen>& seen, std::int64_t records);

/// A level whose weight (bits of one person against strangers) two models see otherwise.
struct Moved {
    Field field{};
    std::uint8_t level = 0;
    double before = 0, after = 0;
};
/// How far a weight may move before somebody has to look: more, and the records or the way they are written have changed. Source: a design choice; eight times as likely.
inline constexpr double most_moved = 3;
/// Weights that moved further, of levels that at least one pair of one person in a thousand reaches under either model. A model is not put in another's place while there are any.
std::vector<Moved> moved_too_far(const Model& before, const Model& after);

/// What the values themselves weigh: strangers share a rare one seldom, a common one often. By field: the share of records that have the value on which two agree (0: not counted), and by how much that multiplies how often strangers reach the level.
struct Rarity {
    std::array<double, fields> share{};
    std::array<double, fields> factor{1, 1, 1, 1, 1, 1, 1, 1};
};
/// Under the counts of the model's records. A value of fewer than three counts as of three: a misspelling is rare, and proves nothing. Where both names agree, the forename's share is that among people of the surname, as far as their number tells: Fatima is commoner among Begums than among all.
/// Birth dates, birth places and addresses can only say less than usual, where more than twenty records share one (a date that forms fill in, a hostel).
Rarity rarity_of(const Model& model, const People& people, const Compared& compared);

/// Probabilities of the three classes, which sum to 1, and the odds of one person against both others in bits: log2(p / (1 - p)), exact where p is too near 1 to be told from it.
struct Judged {
    std::array<double, classes> chances{};
    double odds = 0;
};
Judged judged(const Model& model, const Pattern& pattern, const Rarity& rarity);

/// What one comparison adds to each class, in bits: log2 of how often pairs of that class reach this level.
struct Part {
    Field field{};
    std::uint8_t level = 0;
    std::array<double, classes> bits{};
};
/// Of every field that neither record leaves empty; with the bits of the classes' shares they add up to what is judged.
std::vector<Part> parts_of(const Model& model, const Pattern& pattern, const Rarity& rarity);

}  // namespace kith::matching
