#include "matching/keys.hpp"

#include <algorithm>
#include <array>
#include <thread>

namespace kith::matching {
namespace {

/// Mixes numbers into one; not for secrets. Source: the finaliser of SplitMix64 (Steele, Lea and Flood 2014).
std::uint64_t mixed(std::uint64_t value)
{
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31U);
}

/// The keys of one kind that a record has; a key with a part that is missing is none.
class KeyList {
public:
    void add(std::initializer_list<std::uint64_t> parts)
    {
        std::uint64_t key = 0;
        for (const auto part : parts) {
            if (part == 0) return;
            key = mixed(key + part + 0x9e3779b97f4a7c15ULL);
        }
        if (std::ranges::find(keys_, key) == keys_.end()) keys_.push_back(key);
    }
    const std::vector<std::uint64_t>& keys() const { return keys_; }
    void clear() { keys_.clear(); }

private:
    std::vector<std::uint64_t> keys_;
};

/// The first letters of a text as a number; 0 without any.
std::uint64_t beginning(const std::string& text, std::size_t letters)
{
    std::uint64_t number = 0;
    for (const unsigned char c : std::string_view{text}.substr(0, letters)) number = number * 256 + c;
    return number;
}

std::uint64_t day(const People& people, const Person& person) { return people.is_filled_in(person) ? 0 : static_cast<std::uint64_t>(person.birth_date); }
std::uint64_t month(const People& people, const Person& person) { return day(people, person) / 100; }

template <class Each>
void each_surname(const People& people, const Person& person, Each each)
{
    each(person.surname.whole);
    for (const auto part : person.surname.parts) each(part);
    for (const auto& earlier : people.earlier_of(person).surnames) each(earlier.whole);
}
template <class Each>
void each_forename(const People& people, const Person& person, Each each)
{
    const auto with_variants = [&](const Forename& forename) {
        if (forename.variants.front() == 0) each(forename.first);
        for (const auto variant : forename.variants)
            if (variant != 0) each(variant);
    };
    with_variants(person.forename);
    std::ranges::for_each(people.earlier_of(person).forenames, with_variants);
}
template <class Each>
void each_home(const People& people, const Person& person, Each each)
{
    each(person.home);
    for (const auto& earlier : people.earlier_of(person).homes) each(earlier);
}

struct Maker {
    const char* words;
    std::size_t most;  ///< records that may share a key
    void (*keys)(const People&, const Person&, KeyList&);
};
constexpr std::size_t usual = 200, namesakes = 60, identical = 500, few = 25, beginnings = 2;
/// Where a strong key outgrows its block, a longer one stands in for it: both names with the year, with the district, and with the month and a letter.
const std::array makers{
    Maker{"surname and birth date", usual, [](const People& all, const Person& p, KeyList& keys) { each_surname(all, p, [&](Text name) { keys.add({name, day(all, p)}); }); }},
    Maker{"forename and birth date", usual, [](const People& all, const Person& p, KeyList& keys) { each_forename(all, p, [&](Text name) { keys.add({name, day(all, p)}); }); }},
    Maker{"forename and surname", namesakes, [](const People& all, const Person& p, KeyList& keys) { each_forename(all, p, [&](Text first) { each_surname(all, p, [&](Text last) { keys.add({first, last}); }); }); }},
    Maker{"forename, surname and year", usual, [](const People& all, const Person& p, KeyList& keys) { each_forename(all, p, [&](Text name) { keys.add({name, p.surname.whole, month(all, p) / 100}); }); }},
    Maker{"forename, surname and district", usual, [](const People& all, const Person& p, KeyList& keys) { each_forename(all, p, [&](Text name) { keys.add({name, p.surname.whole, p.home.outward}); }); }},
    Maker{"birth date and postcode", usual, [](const People& all, const Person& p, KeyList& keys) { each_home(all, p, [&](const Home& home) { keys.add({day(all, p), home.postcode}); }); }},
    Maker{"postcode and forename", usual, [](const People& all, const Person& p, KeyList& keys) { each_home(all, p, [&](const Home& home) { each_forename(all, p, [&](Text name) { keys.add({home.postcode, name}); }); }); }},
    Maker{"postcode and house", usual, [](const People& all, const Person& p, KeyList& keys) { each_home(all, p, [&](const Home& home) { keys.add({home.whole}); }); }},
    Maker{"postcode and surname", usual, [](const People& all, const Person& p, KeyList& keys) { each_home(all, p, [&](const Home& home) { keys.add({home.postcode, p.surname.whole}); }); }},
    Maker{"names in either order and birth date", usual, [](const People& all, const Person& p, KeyList& keys) { keys.add({std::min(p.forename.first, p.surname.whole), std::max(p.forename.first, p.surname.whole), day(all, p)}); }},
    Maker{"birth date and beginnings of names", usual,
          [](const People& all, const Person& p, KeyList& keys) { keys.add({day(all, p), beginning(all.texts[p.forename.whole], beginnings), beginning(all.texts[p.surname.whole], beginnings)}); }},
    Maker{"surname, month and first letter", usual, [](const People& all, const Person& p, KeyList& keys) { keys.add({p.surname.whole, month(all, p), beginning(all.texts[p.forename.whole], 1)}); }},
    Maker{"both names, birth date and address", identical, [](const People& all, const Person& p, KeyList& keys) { keys.add({p.forename.whole, p.surname.whole, day(all, p), p.home.whole}); }},
    Maker{"identifier", usual,
          [](const People&, const Person& p, KeyList& keys) {
              for (const auto identifier : p.identifiers) keys.add({identifier});
          }},
    Maker{"e-mail address or telephone", usual, [](const People&, const Person& p, KeyList& keys) { keys.add({p.contact}); }},
    // One value alone says something where few have it; that many share it is usual, and not told.
    Maker{nullptr, few, [](const People& all, const Person& p, KeyList& keys) { keys.add({day(all, p)}); }},
    Maker{nullptr, few, [](const People& all, const Person& p, KeyList& keys) { each_surname(all, p, [&](Text name) { keys.add({name}); }); }},
    Maker{nullptr, few, [](const People&, const Person& p, KeyList& keys) { keys.add({p.forename.first}); }},
    Maker{nullptr, few, [](const People& all, const Person& p, KeyList& keys) { each_forename(all, p, [&](Text name) { keys.add({name}); }); }}};

/// Does a piece of work for each kind of key, on two threads.
template <class Work>
void for_each_maker(Work work)
{
    const auto half = [&](std::size_t first) {
        for (auto maker = first; maker < makers.size(); maker += 2) work(maker);
    };
    std::jthread other{[&] { half(1); }};
    half(0);
}

}  // namespace

Keys::Keys(const People& people) : tables_(makers.size())
{
    for_each_maker([&](std::size_t maker) {
        auto& table = tables_[maker].first;
        table.reserve(people.persons.size());
        KeyList keys;
        for (std::uint32_t place = 0; place < people.persons.size(); ++place) {
            keys.clear();
            makers.at(maker).keys(people, people.persons[place], keys);
            for (const auto key : keys.keys()) table.emplace_back(key, place);
        }
        std::ranges::sort(table);
    });
}

bool Keys::is_small(std::size_t maker, std::uint64_t key) const
{
    const auto& table = tables_[maker];
    const auto same = std::ranges::equal_range(table.first, key, {}, &Keyed::first);
    const auto later = table.later.find(key);
    return same.size() + (later == table.later.end() ? 0 : later->second.size()) <= makers.at(maker).most;
}

bool Keys::gather(std::size_t maker, std::uint64_t key, std::vector<std::uint32_t>& found) const
{
    const auto before = found.size(), most = before + makers.at(maker).most;
    const auto& table = tables_[maker];
    for (auto at = std::ranges::lower_bound(table.first, Keyed{key, 0}); at != table.first.end() && at->first == key && found.size() <= most; ++at) found.push_back(at->second);
    if (const auto later = table.later.find(key); later != table.later.end()) found.insert(found.end(), later->second.begin(), later->second.end());
    if (found.size() <= most) return true;
    found.resize(before);
    return false;
}

void Keys::add(const People& people, std::uint32_t place, const std::function<void(const std::vector<std::uint32_t>&)>& outgrown)
{
    KeyList keys;
    std::vector<std::uint32_t> block;
    for (std::size_t maker = 0; maker < makers.size(); ++maker) {
        keys.clear();
        makers.at(maker).keys(people, people.persons[place], keys);
        for (const auto key : keys.keys()) {
            block.clear();
            const bool was_small = gather(maker, key, block);
            if (!was_small) continue;  // it makes no pairs and need not grow
            tables_[maker].later[key].push_back(place);
            if (block.size() == makers.at(maker).most) outgrown(block);
        }
    }
}

std::vector<Pair> Keys::pairs() const
{
    std::array<std::vector<Pair>, 2> halves;
    std::array<std::size_t, 2> enough{};
    const auto once = [](std::vector<Pair>& pairs) {
        std::ranges::sort(pairs);
        pairs.erase(std::ranges::unique(pairs).begin(), pairs.end());
    };
    for_each_maker([&](std::size_t maker) {
        auto& found = halves.at(maker % 2);
        const auto& table = tables_[maker].first;
        for (std::size_t begin = 0, end = 0; begin < table.size(); begin = end) {
            while (end < table.size() && table[end].first == table[begin].first) ++end;
            if (end - begin > makers.at(maker).most) continue;
            for (auto one = begin; one < end; ++one)
                for (auto other = one + 1; other < end; ++other) found.emplace_back(table[one].second, table[other].second);
        }
        // Where the same pairs come by key after key, they are held once on the way.
        constexpr std::size_t many = 8'000'000;
        if (found.size() > many + 2 * enough.at(maker % 2)) once(found), enough.at(maker % 2) = found.size();
    });
    {
        std::jthread other{[&] { once(halves[1]); }};
        once(halves[0]);
    }
    std::vector<Pair> all;
    all.reserve(halves[0].size() + halves[1].size());
    std::ranges::set_union(halves[0], halves[1], std::back_inserter(all));
    return all;
}

std::vector<std::uint32_t> Keys::sharing(const People& people, std::uint32_t place) const
{
    std::vector<std::uint32_t> found;
    KeyList keys;
    for (std::size_t maker = 0; maker < makers.size(); ++maker) {
        keys.clear();
        makers.at(maker).keys(people, people.persons[place], keys);
        for (const auto key : keys.keys()) gather(maker, key, found);
    }
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    std::erase(found, place);
    return found;
}

bool Keys::make_pair_of(const People& people, std::uint32_t one, std::uint32_t other) const
{
    KeyList keys, others;
    for (std::size_t maker = 0; maker < makers.size(); ++maker) {
        keys.clear(), others.clear();
        makers.at(maker).keys(people, people.persons[one], keys);
        makers.at(maker).keys(people, people.persons[other], others);
        for (const auto key : keys.keys())
            if (std::ranges::find(others.keys(), key) != others.keys().end() && is_small(maker, key)) return true;
    }
    return false;
}

std::vector<Capped> Keys::capped() const
{
    std::vector<Capped> all;
    for (std::size_t maker = 0; maker < makers.size(); ++maker) {
        if (makers.at(maker).words == nullptr) continue;
        Capped capped{.key = makers.at(maker).words};
        const auto& table = tables_[maker].first;
        for (std::size_t begin = 0, end = 0; begin < table.size(); begin = end) {
            while (end < table.size() && table[end].first == table[begin].first) ++end;
            if (end - begin <= makers.at(maker).most) continue;
            ++capped.blocks;
            capped.records = std::max(capped.records, static_cast<std::int64_t>(end - begin));
        }
        if (capped.blocks > 0) all.push_back(std::move(capped));
    }
    return all;
}

}  // namespace kith::matching
