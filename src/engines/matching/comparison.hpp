#pragma once
// Two records side by side: for each comparison the level that they reach. Pure.
#include "matching/person.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace kith::matching {

/// The comparisons. What goes together is compared together: a postcode with its house, so that one move is not counted twice.
enum class Field : std::uint8_t { forename, surname, birth_date, sex, address, birth_place, identifier, contact };
inline constexpr std::size_t fields = 8;
inline constexpr std::array<Field, fields> every_field{Field::forename, Field::surname, Field::birth_date, Field::sex, Field::address, Field::birth_place, Field::identifier, Field::contact};
std::string_view name_of(Field field);

/// Levels of each comparison, the best first; `missing` where a record says nothing: no evidence either way.
inline constexpr std::array<std::uint8_t, fields> levels{8, 4, 7, 2, 8, 3, 3, 3};
inline constexpr std::size_t most_levels = 8;
inline constexpr std::uint8_t missing = 255;
/// "same", "day and month exchanged": what a level means. Empty for a level that the comparison does not have.
std::string_view words_of(Field field, std::uint8_t level);

using Pattern = std::array<std::uint8_t, fields>;
inline std::uint8_t& at(Pattern& pattern, Field field) { return pattern[static_cast<std::size_t>(field)]; }
inline std::uint8_t at(const Pattern& pattern, Field field) { return pattern[static_cast<std::size_t>(field)]; }

/// What two records show, the same whichever is named first. Earlier names and addresses count: the best of all that were compared, and how many those were, since among many values one agrees more easily by chance.
struct Compared {
    Pattern pattern{};
    std::array<std::uint8_t, fields> values{1, 1, 1, 1, 1, 1, 1, 1};  ///< pairs of values that were compared, 255 at most
    std::array<Text, fields> agreed{};  ///< the value on which they agree, where that is one value; 0 elsewhere
};
/// There are no levels "within so many years": brothers and sisters reach them. Where forenames agree, sex says nothing more. Source of the levels: the reference on record linkage that the method's page names.
Compared compare(const People& people, const Person& one, const Person& other);

/// One birth date, one address and quite another forename, where no number agrees: perhaps twins. Never joined automatically.
bool look_like_twins(const Pattern& pattern);
/// Two valid numbers of one kind that differ: two people, whatever else agrees, until somebody decides otherwise.
bool have_different_identifiers(const Person& one, const Person& other);

}  // namespace kith::matching
