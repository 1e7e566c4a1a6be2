#include "matching/comparison.hpp"

#include "matching/similarity.hpp"

#include <algorithm>
#include <cstdlib>

namespace kith::matching {
namespace {

// What counts as alike, from Winkler 1990 and the defaults of the tools that the method's page names.
constexpr double nearly = 0.92, alike = 0.88, alike_forename = 0.84, somewhat = 0.70;
constexpr std::size_t shortest_beginning = 3;

bool is_beginning(std::string_view one, std::string_view other)
{
    return std::min(one.size(), other.size()) >= shortest_beginning && (one.starts_with(other) || other.starts_with(one));
}

std::uint8_t forename_level(const Person& one, const Person& other, const Texts& texts)
{
    if (one.forename == 0 || other.forename == 0) return missing;
    if (one.forename == other.forename) return 0;
    if (one.first_part == other.first_part) return 1;
    const auto &first = texts[one.first_part], &second = texts[other.first_part];
    const auto similarity = jaro_winkler(first, second);
    if (similarity >= nearly) return 2;
    if (one.forename == other.surname && other.forename == one.surname) return 3;
    if (similarity >= alike_forename || is_beginning(first, second)) return 4;
    return similarity >= somewhat ? 5 : 6;
}

bool share_a_part(const Person& one, const Person& other)
{
    const auto holds = [](const Person& person, Text part) { return std::ranges::find(person.surname_parts, part) != person.surname_parts.end(); };
    if (holds(one, other.surname) || holds(other, one.surname)) return true;
    return std::ranges::any_of(one.surname_parts, [&](Text part) { return holds(other, part); });
}

std::uint8_t surname_level(const Person& one, const Person& other, const Texts& texts)
{
    if (one.surname == 0 || other.surname == 0) return missing;
    if (one.surname == other.surname) return 0;
    if (share_a_part(one, other)) return 1;
    return jaro_winkler(texts[one.surname], texts[other.surname]) >= alike ? 2 : 3;
}

/// Digits that differ between two days written YYYYMMDD, and whether the two that differ are exchanged neighbours.
bool is_one_edit(std::int32_t one, std::int32_t other)
{
    const auto first = std::to_string(one), second = std::to_string(other);
    return within_one_edit(first, second);
}

std::uint8_t birth_date_level(const Person& one, const Person& other)
{
    constexpr int hundred = 100, ten_thousand = 10'000;
    if (one.birth_date == 0 || other.birth_date == 0) return missing;
    if (one.birth_date == other.birth_date) return 0;
    const auto year = [](std::int32_t date) { return date / ten_thousand; };
    const auto month = [](std::int32_t date) { return date / hundred % hundred; };
    const auto day = [](std::int32_t date) { return date % hundred; };
    const bool same_year = year(one.birth_date) == year(other.birth_date);
    if (same_year && month(one.birth_date) == day(other.birth_date) && day(one.birth_date) == month(other.birth_date)) return 1;
    if (is_one_edit(one.birth_date, other.birth_date)) return 2;
    if (one.birth_date % ten_thousand == other.birth_date % ten_thousand) return 3;
    if (same_year && (one.is_default_day || other.is_default_day)) return 4;
    return same_year ? 5 : 6;
}

std::uint8_t address_level(const Person& one, const Person& other, const Texts& texts)
{
    if (one.postcode == 0 || other.postcode == 0) return missing;
    const bool knows_houses = one.house != 0 && other.house != 0, same_house = knows_houses && one.house == other.house;
    if (one.postcode == other.postcode) return same_house ? 0 : knows_houses ? 2 : 1;
    if (within_one_edit(texts[one.postcode], texts[other.postcode])) return same_house ? 3 : 4;
    if (one.outward == other.outward) return same_house ? 5 : 6;
    return 7;
}

std::uint8_t other_level(const Person& one, const Person& other, const Texts& texts)
{
    if (one.other == 0 || other.other == 0) return missing;
    if (one.other == other.other) return 0;
    return jaro_winkler(texts[one.other], texts[other.other]) >= nearly ? 1 : 2;
}

}  // namespace

std::string_view name_of(Field field)
{
    static constexpr std::array<std::string_view, fields> names{"forename", "surname", "birth date", "sex", "address", "other"};
    return names.at(static_cast<std::size_t>(field));
}

std::string_view words_of(Field field, std::uint8_t level)
{
    using Words = std::array<std::string_view, 8>;
    static constexpr std::array<Words, fields> all{
        Words{"same", "same first part", "nearly the same", "exchanged with the surname", "alike, or one begins with the other", "somewhat alike", "another"},
        Words{"same", "a part of a double surname", "alike", "another"},
        Words{"same", "day and month exchanged", "one digit or two neighbours apart", "same day and month", "same year, one day put where it was not known", "same year", "another"},
        Words{"same", "another"},
        Words{"same postcode and house", "same postcode, a house is missing", "same postcode, another house", "postcode one letter apart, same house", "postcode one letter apart", "same district and house", "same district", "elsewhere"},
        Words{"same", "nearly the same", "another"}};
    if (level == missing) return "missing";
    return level < levels.at(static_cast<std::size_t>(field)) ? all.at(static_cast<std::size_t>(field)).at(level) : std::string_view{};
}

Pattern compare(const Person& one, const Person& other, const Texts& texts)
{
    Pattern pattern;
    at(pattern, Field::forename) = forename_level(one, other, texts);
    at(pattern, Field::surname) = surname_level(one, other, texts);
    at(pattern, Field::birth_date) = birth_date_level(one, other);
    at(pattern, Field::sex) = one.sex == 0 || other.sex == 0 ? missing : static_cast<std::uint8_t>(one.sex == other.sex ? 0 : 1);
    at(pattern, Field::address) = address_level(one, other, texts);
    at(pattern, Field::other) = other_level(one, other, texts);
    return pattern;
}

}  // namespace kith::matching
