#include "matching/candidates.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

namespace kith::matching {
namespace {

using Key = std::optional<std::uint64_t>;

/// Mixes numbers into one; not for secrets. Source: the finaliser of SplitMix64 (Steele, Lea and Flood 2014).
std::uint64_t mixed(std::uint64_t value)
{
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31U);
}

Key key_of(std::initializer_list<std::uint64_t> parts)
{
    std::uint64_t key = 0;
    for (const auto part : parts) {
        if (part == 0) return std::nullopt;
        key = mixed(key + part + 0x9e3779b97f4a7c15ULL);
    }
    return key;
}

/// The first letters of a text as a number; 0 without any.
std::uint64_t beginning(const std::string& text, std::size_t letters)
{
    std::uint64_t number = 0;
    for (const unsigned char c : std::string_view{text}.substr(0, letters)) number = number * 256 + c;
    return number;
}

struct KeyMaker {
    const char* words;
    std::function<Key(const Person&, const Texts&)> key;
    bool is_weak = false;  ///< one value alone: only where few have it
};
const std::vector<KeyMaker>& key_makers()
{
    constexpr std::size_t letters = 2;
    static const std::vector<KeyMaker> all{
        {"surname and birth date", [](const Person& p, const Texts&) { return key_of({p.surname, static_cast<std::uint64_t>(p.birth_date)}); }},
        {"forename and birth date", [](const Person& p, const Texts&) { return key_of({p.first_part, static_cast<std::uint64_t>(p.birth_date)}); }},
        {"forename and surname", [](const Person& p, const Texts&) { return key_of({p.first_part, p.surname}); }},
        {"birth date and postcode", [](const Person& p, const Texts&) { return key_of({static_cast<std::uint64_t>(p.birth_date), p.postcode}); }},
        {"postcode and forename", [](const Person& p, const Texts&) { return key_of({p.postcode, p.first_part}); }},
        {"postcode and house", [](const Person& p, const Texts&) { return key_of({p.postcode, p.house}); }},
        {"postcode and surname", [](const Person& p, const Texts&) { return key_of({p.postcode, p.surname}); }},
        {"names in either order and birth date", [](const Person& p, const Texts&) { return key_of({std::min(p.first_part, p.surname), std::max(p.first_part, p.surname), static_cast<std::uint64_t>(p.birth_date)}); }},
        {"birth date and beginnings of names", [](const Person& p, const Texts& texts) { return key_of({static_cast<std::uint64_t>(p.birth_date), beginning(texts[p.forename], letters), beginning(texts[p.surname], letters)}); }},
        {"other", [](const Person& p, const Texts&) { return key_of({p.other, 1}); }},
        {"birth date", [](const Person& p, const Texts&) { return key_of({static_cast<std::uint64_t>(p.birth_date)}); }, true},
        {"surname", [](const Person& p, const Texts&) { return key_of({p.surname}); }, true},
        {"forename", [](const Person& p, const Texts&) { return key_of({p.first_part}); }, true},
        {"surname and year and month", [](const Person& p, const Texts& texts) { return key_of({p.surname, static_cast<std::uint64_t>(p.birth_date / 100), beginning(texts[p.forename], 1)}); }}};
    return all;
}

/// `words` is null of a weak key: that many share it is usual, and not told.
void add_blocks(std::vector<std::pair<std::uint64_t, std::uint32_t>>& keyed, const char* words, std::size_t largest, Candidates& found)
{
    std::ranges::sort(keyed);
    Capped capped{.key = words == nullptr ? std::string{} : words};
    for (std::size_t begin = 0; begin < keyed.size();) {
        auto end = begin;
        while (end < keyed.size() && keyed[end].first == keyed[begin].first) ++end;
        if (end - begin > largest) {
            ++capped.blocks;
            capped.records = std::max(capped.records, static_cast<std::int64_t>(end - begin));
        } else {
            for (auto one = begin; one < end; ++one)
                for (auto other = one + 1; other < end; ++other) found.pairs.emplace_back(keyed[one].second, keyed[other].second);
        }
        begin = end;
    }
    if (capped.blocks > 0 && words != nullptr) found.capped.push_back(std::move(capped));
}

}  // namespace

Candidates candidates(const People& people, std::size_t largest)
{
    constexpr std::size_t few = 25;
    Candidates found;
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed;
    for (const auto& maker : key_makers()) {
        keyed.clear();
        for (std::uint32_t place = 0; place < people.persons.size(); ++place)
            if (const auto key = maker.key(people.persons[place], people.texts)) keyed.emplace_back(*key, place);
        add_blocks(keyed, maker.is_weak ? nullptr : maker.words, maker.is_weak ? std::min(largest, few) : largest, found);
    }
    std::ranges::sort(found.pairs);
    const auto twice = std::ranges::unique(found.pairs);
    found.pairs.erase(twice.begin(), twice.end());
    return found;
}

}  // namespace kith::matching
