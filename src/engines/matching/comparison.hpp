#pragma once
// Two records side by side: for each comparison the level that they reach. Pure.
#include "matching/person.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace kith::matching {

/// The comparisons. What goes together is compared together: a postcode with its house, so that one move is not counted twice.
enum class Field : std::uint8_t { forename, surname, birth_date, sex, address, other };
inline constexpr std::size_t fields = 6;
std::string_view name_of(Field field);

/// Levels of each comparison, the best first; `missing` where a record says nothing: no evidence either way.
inline constexpr std::array<std::uint8_t, fields> levels{7, 4, 7, 2, 8, 3};
inline constexpr std::uint8_t missing = 255;
/// "same", "day and month exchanged": what a level means. Empty for a level that the comparison does not have.
std::string_view words_of(Field field, std::uint8_t level);

using Pattern = std::array<std::uint8_t, fields>;
inline std::uint8_t& at(Pattern& pattern, Field field) { return pattern[static_cast<std::size_t>(field)]; }
inline std::uint8_t at(const Pattern& pattern, Field field) { return pattern[static_cast<std::size_t>(field)]; }

/// There are no levels "within so many years": brothers and sisters reach them. Source of the levels: the reference on record linkage that the method's page names.
Pattern compare(const Person& one, const Person& other, const Texts& texts);

}  // namespace kith::matching
