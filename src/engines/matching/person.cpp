#include "matching/person.hpp"

#include "base/date.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace kith::matching {
namespace {

/// What forms hold where nobody knew. Source: placeholders named in the guidance of school and health data sets.
bool is_placeholder(std::string_view folded)
{
    static constexpr std::array<std::string_view, 16> all{"unknown", "not known", "notknown", "baby", "baby boy", "baby girl", "infant", "na", "n/a", "none", "no fixed abode", "nfa", "test", "x", "xx", "zz99 3vz"};
    return std::ranges::find(all, folded) != all.end();
}

std::string value_of(std::string_view told)
{
    auto key = kith::folded(trimmed(told));
    return is_placeholder(key) ? std::string{} : key;
}

/// Folded, with a space where a hyphen stood.
std::string name_of(std::string_view told)
{
    std::string spaced{told};
    std::ranges::replace(spaced, '-', ' ');
    return value_of(spaced);
}

// A first letter says what a text is a value of, so that the house 4 and the birth place "4" are counted apart.
std::string marked(char kind, std::string_view value) { return kind + std::string{value}; }
constexpr char house_mark = '\1', home_mark = '\2', outward_mark = '\3', born_mark = '\4', place_mark = '\5', contact_mark = '\6', source_mark = '\7', variant_mark = '\10', first_identifier_mark = '\16';

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

/// Values of a record as it stands are counted; what somebody was called earlier is kept only to be compared with.
using Keep = Text (Texts::*)(std::string_view);

Surname surname_of(Texts& texts, std::string_view key, Keep keep)
{
    Surname surname;
    if (key.empty()) return surname;
    surname.whole = (texts.*keep)(key);
    if (key.find(' ') == std::string_view::npos) return surname;
    constexpr std::size_t shortest = 3;
    std::size_t place = 0;
    for (const auto part : split(key, ' '))
        if (part.size() >= shortest && place < surname.parts.size()) surname.parts.at(place++) = texts.keep(part);
    return surname;
}

Forename forename_of(People& people, std::string_view key, Keep keep)
{
    Forename forename;
    if (key.empty()) return forename;
    const auto parts = split(key, ' ');
    forename.first = (people.texts.*keep)(parts.front());
    forename.whole = parts.size() == 1 ? forename.first : people.texts.keep(key);
    if (parts.size() > 1) forename.second = people.texts.keep(parts[1]);
    std::size_t place = 0;
    for (const auto& variant : people.variants.of(parts.front()))
        if (place < forename.variants.size()) forename.variants.at(place++) = (people.texts.*keep)(marked(variant_mark, variant));
    return forename;
}

Home home_of(Texts& texts, const Address& key, Keep keep)
{
    Home home;
    if (!key.house.empty()) home.house = texts.keep(marked(house_mark, key.house));
    if (key.postcode.empty()) return home;
    home.postcode = (texts.*keep)(key.postcode);
    if (!key.house.empty()) home.whole = (texts.*keep)(marked(home_mark, key.postcode + " " + key.house));
    constexpr std::size_t inward = 3, shortest = 5;
    home.outward = texts.keep(marked(outward_mark, key.postcode.size() >= shortest ? std::string_view{key.postcode}.substr(0, key.postcode.size() - inward) : key.postcode));
    return home;
}

char sex_of(std::string_view told)
{
    const auto key = kith::folded(told);
    static constexpr std::array<std::string_view, 5> male{"m", "male", "man", "boy", "1"}, female{"f", "female", "woman", "girl", "2"};
    return std::ranges::find(male, key) != male.end() ? 'm' : std::ranges::find(female, key) != female.end() ? 'f' : '\0';
}

Address folded_address(const Address& told) { return {.postcode = without_blanks(value_of(told.postcode)), .house = without_blanks(value_of(told.house))}; }

std::uint32_t earlier_of(People& people, const Folded& folded)
{
    Earlier earlier;
    for (const auto& one : folded.earlier_forenames) earlier.forenames.push_back(forename_of(people, one, &Texts::keep));
    for (const auto& one : folded.earlier_surnames) earlier.surnames.push_back(surname_of(people.texts, one, &Texts::keep));
    for (const auto& one : folded.earlier_addresses) earlier.homes.push_back(home_of(people.texts, one, &Texts::keep));
    if (earlier.forenames.empty() && earlier.surnames.empty() && earlier.homes.empty()) return 0;
    people.earlier.push_back(std::move(earlier));
    return static_cast<std::uint32_t>(people.earlier.size() - 1);
}

std::uint32_t hash_of(std::string_view text) { return static_cast<std::uint32_t>(std::hash<std::string_view>{}(text)); }

Text source_key(People& people, std::string_view key) { return key.empty() ? 0 : people.texts.keep(marked(source_mark, key)); }

}  // namespace

std::optional<std::uint32_t> People::place_of(std::string_view id) const
{
    const auto text = ids.find(id);
    return text == 0 ? std::nullopt : std::optional{text - 1};
}

Texts::Texts()
{
    constexpr std::size_t first_slots = 1024;
    texts_.emplace_back();
    counts_.push_back(0);
    hashes_.push_back(0);
    slots_.resize(first_slots);
}

std::size_t Texts::slot_of(std::string_view folded, std::uint32_t hash) const
{
    const auto mask = slots_.size() - 1;
    auto slot = hash & mask;
    while (slots_[slot] != 0 && (hashes_[slots_[slot]] != hash || texts_[slots_[slot]] != folded)) slot = (slot + 1) & mask;
    return slot;
}

Text Texts::find(std::string_view folded) const { return slots_[slot_of(folded, hash_of(folded))]; }

Text Texts::keep(std::string_view folded)
{
    const auto hash = hash_of(folded);
    const auto slot = slot_of(folded, hash);
    if (slots_[slot] != 0) return slots_[slot];
    const auto place = slots_[slot] = static_cast<Text>(texts_.size());
    texts_.emplace_back(folded);
    counts_.push_back(0);
    hashes_.push_back(hash);
    if (texts_.size() * 2 > slots_.size()) grow();
    return place;
}

void Texts::grow()
{
    slots_.assign(slots_.size() * 4, 0);
    const auto mask = slots_.size() - 1;
    for (Text text = 1; text < texts_.size(); ++text) {
        auto slot = hashes_[text] & mask;
        while (slots_[slot] != 0) slot = (slot + 1) & mask;
        slots_[slot] = text;
    }
}

Text Texts::count_in(std::string_view folded)
{
    const auto place = keep(folded);
    if (is_counting_) ++counts_[place];
    return place;
}

Text source_text(People& people, std::string_view source) { return source_key(people, value_of(source)); }

Folded folded(const Told& told)
{
    Folded result{.id = told.id, .source = value_of(told.source), .forename = name_of(told.forename), .surname = name_of(told.surname), .birth_place = value_of(told.birth_place), .address = folded_address(told.address), .contact = value_of(told.contact),
                  .birth_date = birth_date_of(told.birth_date), .sex = sex_of(told.sex)};
    for (std::size_t kind = 0; kind < identifier_kinds; ++kind) result.identifiers.at(kind) = identified(static_cast<Identifier>(kind), told.identifiers.at(kind));
    constexpr std::size_t most_earlier = 20;  // each is compared with each of another's, and makes keys with each other
    const auto take = [](const std::vector<std::string>& names, std::vector<std::string>& into) {
        for (const auto& one : names)
            if (auto key = name_of(one); !key.empty() && into.size() < most_earlier) into.push_back(std::move(key));
    };
    take(told.earlier_forenames, result.earlier_forenames);
    take(told.earlier_surnames, result.earlier_surnames);
    for (const auto& one : told.earlier_addresses)
        if (auto key = folded_address(one); !key.postcode.empty() && result.earlier_addresses.size() < most_earlier) result.earlier_addresses.push_back(std::move(key));
    return result;
}

bool People::carries_little(const Person& person) const
{
    const bool has_birth_date = person.birth_date != 0 && !person.is_default_day && !is_filled_in(person);
    if (has_birth_date || person.home.whole != 0 || std::ranges::any_of(person.identifiers, [](Text value) { return value != 0; })) return false;
    return (person.birth_date != 0 ? 1 : 0) + (person.home.postcode != 0 ? 1 : 0) + (person.contact != 0 ? 1 : 0) < 2;
}

bool add(People& people, const Folded& folded)
{
    const auto known = people.ids.size();
    if (people.ids.keep(folded.id) < known) return false;
    Person person;
    auto& texts = people.texts;
    person.forename = forename_of(people, folded.forename, &Texts::count_in);
    person.surname = surname_of(texts, folded.surname, &Texts::count_in);
    person.home = home_of(texts, folded.address, &Texts::count_in);
    person.birth_date = folded.birth_date;
    if (person.birth_date != 0) person.birth_day = texts.count_in(marked(born_mark, std::to_string(person.birth_date)));
    constexpr int month_and_day = 10'000, january = 101, july = 701;
    person.is_default_day = person.birth_date % month_and_day == january || person.birth_date % month_and_day == july;
    person.sex = folded.sex;
    if (!folded.birth_place.empty()) person.birth_place = texts.count_in(marked(place_mark, folded.birth_place));
    if (!folded.contact.empty()) person.contact = texts.count_in(marked(contact_mark, folded.contact));
    person.source = source_key(people, folded.source);
    for (std::size_t kind = 0; kind < identifier_kinds; ++kind) {
        const auto& one = folded.identifiers.at(kind);
        if (one.value.empty()) continue;
        person.identifiers.at(kind) = texts.count_in(marked(static_cast<char>(first_identifier_mark + kind), one.value));
        person.is_valid.at(kind) = one.is_valid;
    }
    person.earlier = earlier_of(people, folded);
    people.persons.push_back(person);
    if (texts.is_counting()) ++people.counted;
    return true;
}

}  // namespace kith::matching
