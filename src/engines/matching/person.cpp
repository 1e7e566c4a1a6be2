#include "matching/person.hpp"

#include "base/date.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace kith::matching {
namespace {

/// What forms hold where nobody knew. Source: placeholders named in the guidance of school and health data sets.
bool is_placeholder(std::string_view folded)
{
    static constexpr std::array<std::string_view, 12> all{"unknown", "not known", "baby", "baby boy", "baby girl", "infant", "na", "n/a", "none", "test", "x", "xx"};
    return std::ranges::find(all, folded) != all.end();
}

std::string value_of(std::string_view told)
{
    auto key = folded(trimmed(told));
    return is_placeholder(key) ? std::string{} : key;
}

std::string without_blanks(std::string text)
{
    std::erase(text, ' ');
    return text;
}

/// 19081209, 2024-11-01 and 01/11/2024 are read; what is no day that exists is none.
std::int32_t birth_date_of(std::string_view told)
{
    std::string text{trimmed(told)};
    constexpr std::size_t compact = 8, year_digits = 4;
    if (text.size() == compact && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) text = text.substr(0, year_digits) + "-" + text.substr(4, 2) + "-" + text.substr(6);
    const auto day = Date::parse_any(text);
    constexpr int oldest = 1901;  // 01/01/1900 is a placeholder
    if (!day || day->year() < oldest) return 0;
    return day->year() * 10'000 + day->month() * 100 + day->day();
}

void read_surname(People& people, Person& person, std::string_view told)
{
    std::string spaced{told};
    std::ranges::replace(spaced, '-', ' ');
    const auto key = value_of(spaced);
    if (key.empty()) return;
    person.surname = people.texts.keep(key);
    const auto parts = split(key, ' ');
    if (parts.size() < 2) return;
    constexpr std::size_t shortest = 3;  // particles such as "de" tell nobody apart
    for (const auto part : parts)
        if (part.size() >= shortest) person.surname_parts.push_back(people.texts.keep(part, false));
}

void read_forename(People& people, Person& person, std::string_view told)
{
    std::string spaced{told};
    std::ranges::replace(spaced, '-', ' ');
    const auto key = value_of(spaced);
    if (key.empty()) return;
    person.forename = people.texts.keep(key, false);
    person.first_part = people.texts.keep(key.substr(0, key.find(' ')));
}

void read_postcode(People& people, Person& person, std::string_view told)
{
    const auto whole = without_blanks(value_of(told));
    if (whole.empty()) return;
    person.postcode = people.texts.keep(whole);
    constexpr std::size_t inward = 3, shortest = 5;
    person.outward = people.texts.keep("out " + (whole.size() >= shortest ? whole.substr(0, whole.size() - inward) : whole));
}

char sex_of(std::string_view told)
{
    const auto key = folded(told);
    return key.starts_with('m') || key == "1" ? 'm' : key.starts_with('f') || key == "2" ? 'f' : '\0';
}

}  // namespace

Text Texts::keep(std::string_view folded, bool counts)
{
    const auto [place, is_new] = places_.try_emplace(std::string{folded}, static_cast<Text>(texts_.size()));
    if (is_new) {
        texts_.emplace_back(folded);
        counts_.push_back(0);
    }
    if (counts) ++counts_[place->second];
    return place->second;
}

void add(People& people, const Told& told)
{
    Person person;
    read_forename(people, person, told.forename);
    read_surname(people, person, told.surname);
    person.birth_date = birth_date_of(told.birth_date);
    constexpr int month_and_day = 10'000, january = 101, july = 701;
    person.is_default_day = person.birth_date % month_and_day == january || person.birth_date % month_and_day == july;
    person.sex = sex_of(told.sex);
    read_postcode(people, person, told.postcode);
    if (const auto house = without_blanks(value_of(told.house)); !house.empty()) person.house = people.texts.keep("house " + house);
    if (const auto other = value_of(told.other); !other.empty()) person.other = people.texts.keep("other " + other);
    if (const auto source = value_of(told.source); !source.empty()) person.source = people.texts.keep("source " + source);
    people.persons.push_back(std::move(person));
    people.ids.push_back(told.id);
}

}  // namespace kith::matching
