#include "matching/comparison.hpp"

#include "matching/similarity.hpp"

#include <algorithm>
#include <string>

namespace kith::matching {
namespace {

// What counts as alike, from Winkler 1990 and the defaults of the tools that the method's page names.
constexpr double nearly = 0.92, alike = 0.88, alike_forename = 0.84, somewhat = 0.70;
constexpr std::size_t shortest_beginning = 3;

struct Level {
    std::uint8_t level = missing;
    Text agreed = 0;
};

bool is_beginning(std::string_view one, std::string_view other)
{
    return std::min(one.size(), other.size()) >= shortest_beginning && (one.starts_with(other) || other.starts_with(one));
}

Level forename_level(const Texts& texts, const Forename& one, const Forename& other)
{
    if (one.whole == other.whole) return {0, one.first};
    if (one.first == other.first) return {1, one.first};
    for (const auto variant : one.variants)
        if (variant != 0 && std::ranges::find(other.variants, variant) != other.variants.end()) return {2, variant};
    const auto &first = texts[one.first], &second = texts[other.first];
    const auto similarity = jaro_winkler(first, second);
    if (similarity >= nearly) return {3};
    if (one.first == other.second || other.first == one.second) return {4};
    if (similarity >= alike_forename || is_beginning(first, second)) return {5};
    const bool is_initial = std::min(first.size(), second.size()) == 1 && first.front() == second.front();
    return {static_cast<std::uint8_t>(similarity >= somewhat || is_initial ? 6 : 7)};
}

bool holds(const Surname& surname, Text part) { return part != 0 && std::ranges::find(surname.parts, part) != surname.parts.end(); }

Level surname_level(const Texts& texts, const Surname& one, const Surname& other)
{
    if (one.whole == other.whole) return {0, one.whole};
    if (holds(one, other.whole)) return {1, other.whole};
    if (holds(other, one.whole)) return {1, one.whole};
    if (std::ranges::any_of(one.parts, [&](Text part) { return holds(other, part); })) return {1};
    return {static_cast<std::uint8_t>(jaro_winkler(texts[one.whole], texts[other.whole]) >= alike ? 2 : 3)};
}

Level home_level(const Texts& texts, const Home& one, const Home& other)
{
    const bool knows_houses = one.house != 0 && other.house != 0, same_house = knows_houses && one.house == other.house;
    if (one.postcode == other.postcode) return same_house ? Level{0, one.whole} : Level{static_cast<std::uint8_t>(knows_houses ? 2 : 1), one.postcode};
    if (within_one_edit(texts[one.postcode], texts[other.postcode])) return {static_cast<std::uint8_t>(same_house ? 3 : 4)};
    if (one.outward == other.outward) return {static_cast<std::uint8_t>(same_house ? 5 : 6)};
    return {7};
}

Level birth_date_level(const Person& one, const Person& other)
{
    constexpr int hundred = 100, ten_thousand = 10'000;
    if (one.birth_date == 0 || other.birth_date == 0) return {};
    if (one.birth_date == other.birth_date) return {0, one.birth_day};
    const auto year = [](std::int32_t date) { return date / ten_thousand; };
    const auto month = [](std::int32_t date) { return date / hundred % hundred; };
    const auto day = [](std::int32_t date) { return date % hundred; };
    const bool same_year = year(one.birth_date) == year(other.birth_date);
    if (same_year && month(one.birth_date) == day(other.birth_date) && day(one.birth_date) == month(other.birth_date)) return {1};
    if (within_one_edit(std::to_string(one.birth_date), std::to_string(other.birth_date))) return {2};
    if (one.birth_date % ten_thousand == other.birth_date % ten_thousand) return {3};
    if (same_year && (one.is_default_day || other.is_default_day)) return {4};
    return {static_cast<std::uint8_t>(same_year ? 5 : 6)};
}

Level text_level(const Texts& texts, Text one, Text other)
{
    if (one == 0 || other == 0) return {};
    if (one == other) return {0, one};
    const auto plain = [&](Text text) { return std::string_view{texts[text]}.substr(1); };  // without the mark of its kind
    return {static_cast<std::uint8_t>(jaro_winkler(plain(one), plain(other)) >= nearly ? 1 : 2)};
}

Level identifier_level(const Texts& texts, const Person& one, const Person& other)
{
    Level best;
    for (std::size_t kind = 0; kind < identifier_kinds; ++kind) {
        const auto first = one.identifiers[kind], second = other.identifiers[kind];
        if (first == 0 || second == 0) continue;
        if (first == second) best = {0, first};
        else if (one.is_valid[kind] && other.is_valid[kind]) return {2};
        else best.level = std::min<std::uint8_t>(best.level, within_one_edit(texts[first], texts[second]) ? 1 : 2);
    }
    return best;
}

/// The best level of all pairs of a present or earlier value of one and of the other.
template <class Value, class Compare>
Level best_of(const Texts& texts, const Value& one, const std::vector<Value>& earlier_one, const Value& other, const std::vector<Value>& earlier_other, bool has_one, bool has_other, std::uint8_t& pairs, Compare compare_two)
{
    Level best;
    int number = 0;
    const auto with = [&](const Value& first) {
        const auto meet = [&](const Value& second) {
            ++number;
            const auto level = compare_two(first, second);
            if (level.level < best.level || (level.level == best.level && texts[level.agreed] < texts[best.agreed])) best = level;  // the same whichever comes first
        };
        if (has_other) meet(other);
        for (const auto& second : earlier_other) meet(second);
    };
    if (has_one) with(one);
    for (const auto& first : earlier_one) with(first);
    pairs = static_cast<std::uint8_t>(std::clamp(number, 1, 255));
    return best;
}

}  // namespace

std::string_view name_of(Field field)
{
    static constexpr std::array<std::string_view, fields> names{"forename", "surname", "birth date", "sex", "address", "birth place", "identifier", "contact"};
    return names.at(static_cast<std::size_t>(field));
}

std::string_view words_of(Field field, std::uint8_t level)
{
    using Words = std::array<std::string_view, most_levels>;
    static constexpr std::array<Words, fields> all{
        Words{"same", "same first part", "a variant of the same name", "nearly the same", "exchanged with surname or middle name", "alike, or one begins with the other", "somewhat alike", "another"},
        Words{"same", "a part of a double surname", "alike", "another"},
        Words{"same", "day and month exchanged", "one digit or two neighbours apart", "same day and month", "same year, one day put where it was not known", "same year", "another"},
        Words{"same", "another"},
        Words{"same postcode and house", "same postcode, a house is missing", "same postcode, another house", "postcode one letter apart, same house", "postcode one letter apart", "same district and house", "same district", "elsewhere"},
        Words{"same", "nearly the same", "another"},
        Words{"same", "one place or two neighbours apart", "another"},
        Words{"same", "nearly the same", "another"}};
    if (level == missing) return "missing";
    return level < levels.at(static_cast<std::size_t>(field)) ? all.at(static_cast<std::size_t>(field)).at(level) : std::string_view{};
}

Compared compare(const People& people, const Person& one, const Person& other)
{
    Compared compared;
    const auto& texts = people.texts;
    const auto put = [&](Field field, Level level) {
        at(compared.pattern, field) = level.level;
        compared.agreed[static_cast<std::size_t>(field)] = level.agreed;
    };
    const auto &before = people.earlier_of(one), &before_other = people.earlier_of(other);
    put(Field::forename, best_of(texts, one.forename, before.forenames, other.forename, before_other.forenames, one.forename.whole != 0, other.forename.whole != 0, compared.values[0],
                                 [&](const Forename& first, const Forename& second) { return forename_level(texts, first, second); }));
    put(Field::surname, best_of(texts, one.surname, before.surnames, other.surname, before_other.surnames, one.surname.whole != 0, other.surname.whole != 0, compared.values[1],
                                [&](const Surname& first, const Surname& second) { return surname_level(texts, first, second); }));
    constexpr std::uint8_t exchanged = 4, last = 3;
    if (one.forename.whole != 0 && one.forename.whole == other.surname.whole && other.forename.whole == one.surname.whole && at(compared.pattern, Field::forename) > exchanged) {
        put(Field::forename, {exchanged});
        if (at(compared.pattern, Field::surname) == last) put(Field::surname, {});  // said once
    }
    put(Field::birth_date, birth_date_level(one, other));
    const bool says_sex = one.sex != 0 && other.sex != 0 && at(compared.pattern, Field::forename) > 2;
    put(Field::sex, {says_sex ? static_cast<std::uint8_t>(one.sex == other.sex ? 0 : 1) : missing});
    put(Field::address, best_of(texts, one.home, before.homes, other.home, before_other.homes, one.home.postcode != 0, other.home.postcode != 0, compared.values[static_cast<std::size_t>(Field::address)],
                                [&](const Home& first, const Home& second) { return home_level(texts, first, second); }));
    put(Field::birth_place, text_level(texts, one.birth_place, other.birth_place));
    put(Field::identifier, identifier_level(texts, one, other));
    put(Field::contact, text_level(texts, one.contact, other.contact));
    return compared;
}

bool look_like_twins(const Pattern& pattern)
{
    constexpr std::uint8_t another = 7;
    return at(pattern, Field::birth_date) == 0 && at(pattern, Field::address) <= 1 && at(pattern, Field::forename) == another && at(pattern, Field::identifier) != 0;
}

bool have_different_identifiers(const Person& one, const Person& other)
{
    for (std::size_t kind = 0; kind < identifier_kinds; ++kind)
        if (one.is_valid[kind] && other.is_valid[kind] && one.identifiers[kind] != other.identifiers[kind]) return true;
    return false;
}

}  // namespace kith::matching
