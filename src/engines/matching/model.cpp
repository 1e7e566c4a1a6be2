#include "matching/model.hpp"

#include <algorithm>
#include <cmath>
#include <random>

namespace kith::matching {
namespace {

constexpr double least_rate = 1e-6;
constexpr std::size_t same_person = 0, household = 1, random = 2;
static_assert(static_cast<std::size_t>(Class::random) == random);

std::size_t place_of(Field field) { return static_cast<std::size_t>(field); }

/// What is known before anything is seen: how often records of one person, of two of one household, and of strangers reach each level. Source: a design choice, rounded from made records of children in families;
/// a file of some hundred pairs outweighs it.
constexpr std::array<Rates, classes> usual{
    Rates{{{0.82, 0.04, 0.02, 0.05, 0.005, 0.03, 0.01, 0.025}, {0.88, 0.03, 0.03, 0.06}, {0.93, 0.01, 0.04, 0.005, 0.005, 0.005, 0.005}, {0.9, 0.1}, {0.55, 0.05, 0.03, 0.02, 0.02, 0.02, 0.06, 0.25}, {0.9, 0.04, 0.06}, {0.95, 0.03, 0.02}, {0.85, 0.05, 0.1}}},
    Rates{{{0.003, 0.001, 0.001, 0.005, 0.001, 0.01, 0.05, 0.929}, {0.75, 0.06, 0.02, 0.17}, {0.08, 0.001, 0.02, 0.003, 0.005, 0.05, 0.841}, {0.5, 0.5}, {0.75, 0.1, 0.02, 0.02, 0.01, 0.01, 0.02, 0.07}, {0.7, 0.03, 0.27}, {1e-5, 0.001, 0.99899}, {0.10, 0.02, 0.88}}},
    Rates{{{0.003, 0.001, 0.001, 0.005, 0.001, 0.01, 0.05, 0.929}, {0.002, 0.001, 0.01, 0.987}, {0.0002, 0.0001, 0.002, 0.0026, 0.001, 0.05, 0.9441}, {0.5, 0.5}, {1e-5, 1e-5, 1e-4, 1e-5, 1e-4, 1e-5, 0.005, 0.99477}, {0.05, 0.02, 0.93}, {1e-5, 0.001, 0.99899}, {1e-5, 1e-4, 0.99989}}}};
constexpr double usual_pairs = 100;
/// An identifier that agrees is never proof: of a hundred thousand pairs of strangers one is taken to share one by mistake.
constexpr double least_shared = 1e-5;

/// Counts of levels as rates, with what is usual added as so many pairs.
void to_rates(Rates& counts, std::size_t of)
{
    for (std::size_t field = 0; field < fields; ++field) {
        double sum = 0;
        for (std::size_t level = 0; level < levels[field]; ++level) sum += counts[field][level] += usual_pairs * usual[of][field][level] + 0.01;
        for (std::size_t level = 0; level < levels[field]; ++level) counts[field][level] = std::max(counts[field][level] / sum, least_rate);
    }
}

/// Two of one household have forename, sex and number by chance, as strangers have: surname, birth date (twins), birth place, address, and perhaps an e-mail address or telephone of the family bind them.
constexpr std::array<Field, 3> by_chance{Field::forename, Field::sex, Field::identifier};

void count(Rates& rates, const Pattern& pattern, double pairs)
{
    for (std::size_t field = 0; field < fields; ++field)
        if (pattern[field] != missing) rates[field][pattern[field]] += pairs;
}

bool looks_same(const Pattern& pattern) { return at(pattern, Field::forename) <= 3 && at(pattern, Field::birth_date) <= 1; }
bool looks_like_household(const Pattern& pattern) { return at(pattern, Field::address) <= 1 && at(pattern, Field::forename) >= 5 && at(pattern, Field::forename) != missing; }

constexpr double least_chance = 1e-12;  // products of eight stay far from what a double cannot hold

/// How often pairs of a class reach a level, given how rare the value is on which they agree.
double chance_of(const Model& model, std::size_t of, Field field, std::uint8_t level, const Rarity& rarity)
{
    const bool is_chance = of == random || (of == household && std::ranges::find(by_chance, field) != by_chance.end());
    const auto place = place_of(field);
    return std::clamp(model.rates[of][place][level] * (is_chance ? rarity.factor[place] : 1), least_chance, 1.0);
}

/// What candidates are expected to be: pairs of each class by level.
struct Expected {
    std::array<Rates, 2> levels{};
    std::array<double, 2> pairs{};
    void add(std::size_t of, const Pattern& pattern, double number)
    {
        count(levels.at(of), pattern, number);
        pairs.at(of) += number;
    }
};

/// Strangers' rates: of the drawn pairs, less what is expected to be of one person among as many. Households stay in: were they taken out too, a household class that took strangers at one common address for its own would be
/// proved right.
Rates strangers(const Drawn& drawn, const Expected& expected, double all)
{
    auto rates = drawn.levels;
    const auto share = drawn.pairs / all;
    for (std::size_t field = 0; field < fields; ++field)
        for (std::size_t level = 0; level < levels[field]; ++level)
            rates[field][level] = std::max(rates[field][level] - share * expected.levels[same_person][field][level], 0.0);
    to_rates(rates, random);
    for (const auto field : {Field::identifier, Field::contact}) rates[place_of(field)][0] = std::max(rates[place_of(field)][0], least_shared);
    return rates;
}

/// Twins and people who take another forename look alike, and the records alone hardly tell how many there are of each: without a bound the estimate may take all twins for one child with two names.
/// Of pairs of one person at most three in a hundred are taken to have another forename altogether. Source: a design choice; changes of forename by deed poll are rare, other names in use less so.
void hold_renaming_down(std::array<double, most_levels>& forename)
{
    constexpr double most = 0.03;
    auto& another = forename[levels[place_of(Field::forename)] - 1U];
    if (another <= most) return;
    const auto scale = (1 - most) / (1 - another);
    for (auto& rate : forename) rate *= scale;
    another = most;
}

Model maximised(const Drawn& drawn, Expected expected, double all)
{
    Model model;
    model.rates[random] = strangers(drawn, expected, all);
    for (const auto of : {same_person, household}) {
        to_rates(expected.levels.at(of), of);
        model.rates.at(of) = expected.levels.at(of);
    }
    hold_renaming_down(model.rates[same_person][place_of(Field::forename)]);
    for (const auto field : by_chance) model.rates[household][place_of(field)] = model.rates[random][place_of(field)];
    // One pair more than is seen, so that no class is ever impossible.
    const auto same = (expected.pairs[same_person] + 1) / (all + 2), house = (expected.pairs[household] + 1) / (all + 2);
    model.shares = {same, house, std::max(1 - same - house, 1 / all)};
    return model;
}

}  // namespace

Drawn drawn(const People& people, std::uint64_t seed)
{
    constexpr std::uint64_t most = 400'000;
    Drawn result;
    const auto number = people.persons.size();
    const auto draw = [&](std::size_t one, std::size_t other) {
        count(result.levels, compare(people, people.persons[one], people.persons[other]).pattern, 1);
        ++result.pairs;
    };
    if (number < 2) return result;
    if (number * (number - 1) / 2 <= most) {
        for (std::size_t one = 0; one < number; ++one)
            for (std::size_t other = one + 1; other < number; ++other) draw(one, other);
        return result;
    }
    std::mt19937_64 chance{seed};
    for (std::uint64_t pair = 0; pair < most; ++pair) {
        const auto one = chance() % number, other = chance() % number;
        if (one != other) draw(one, other);
    }
    return result;
}

Model estimated(const Drawn& drawn, const std::vector<Seen>& seen, std::int64_t records)
{
    constexpr int most_passes = 100;
    constexpr double settled = 1e-7;
    const auto all = std::max(static_cast<double>(records) * static_cast<double>(records - 1) / 2, 1.0);
    Expected first;
    for (const auto& one : seen) {
        if (looks_same(one.pattern)) first.add(same_person, one.pattern, static_cast<double>(one.pairs));
        else if (looks_like_household(one.pattern)) first.add(household, one.pattern, static_cast<double>(one.pairs));
    }
    auto model = maximised(drawn, std::move(first), all);
    for (int pass = 0; pass < most_passes; ++pass) {
        Expected expected;
        for (const auto& one : seen) {
            const auto chances = judged(model, one.pattern, {}).chances;
            for (const auto of : {same_person, household}) expected.add(of, one.pattern, chances.at(of) * static_cast<double>(one.pairs));
        }
        auto next = maximised(drawn, std::move(expected), all);
        const auto moved = std::abs(next.shares[same_person] - model.shares[same_person]) + std::abs(next.shares[household] - model.shares[household]);
        const auto before = model.shares[same_person] + model.shares[household];
        model = next;
        if (moved < settled * before) break;
    }
    model.records = records;
    return model;
}

std::unordered_map<std::uint64_t, std::uint32_t> namesakes_of(const People& people)
{
    std::vector<std::pair<std::uint64_t, std::int32_t>> named;
    named.reserve(people.persons.size());
    for (const auto& person : people.persons)
        if (const auto own = people.is_filled_in(person) ? static_cast<std::int32_t>(person.home.postcode) : person.birth_date; own != 0 && person.forename.first != 0 && person.surname.whole != 0)
            named.emplace_back(full_name(person.forename.first, person.surname.whole), own);
    std::ranges::sort(named);
    named.erase(std::ranges::unique(named).begin(), named.end());
    std::unordered_map<std::uint64_t, std::uint32_t> counts;
    for (std::size_t begin = 0, end = 0; begin < named.size(); begin = end) {
        while (end < named.size() && named[end].first == named[begin].first) ++end;
        if (end - begin > 1) counts.emplace(named[begin].first, static_cast<std::uint32_t>(end - begin));
    }
    return counts;
}

namespace {

/// A value that fewer have is taken to be had by so many: a misspelling is rare, and proves nothing. Source: the floor of 3/N of the reference that the method's page names.
constexpr std::int64_t least_records = 3;

/// The share of a first name among people of a surname: those seen beside the two themselves (`own_dates`: their birth dates), and a few as everywhere. Source: shrinkage towards the wider group (Efron and Morris 1975).
double share_among(const Model& model, const Texts& texts, Text first, Text surname, std::uint32_t own_dates, double everywhere)
{
    constexpr double as_everywhere = 20;
    const auto found = model.namesakes.find(full_name(first, surname));
    const auto others = found == model.namesakes.end() || found->second <= own_dates ? 0.0 : static_cast<double>(found->second - own_dates);
    return (others + as_everywhere * everywhere) / (static_cast<double>(std::max(texts.count(surname), least_records)) + as_everywhere);
}

}  // namespace

std::vector<Moved> moved_too_far(const Model& before, const Model& after)
{
    constexpr double often_enough = 0.001;
    std::vector<Moved> moved;
    for (const auto field : every_field)
        for (std::uint8_t level = 0; level < levels.at(place_of(field)); ++level) {
            const auto rate = [&](const Model& model, std::size_t of) { return model.rates.at(of).at(place_of(field)).at(level); };
            const auto weight = [&](const Model& model) { return std::log2(rate(model, same_person) / rate(model, random)); };
            if (std::max(rate(before, same_person), rate(after, same_person)) < often_enough) continue;
            if (std::abs(weight(after) - weight(before)) > most_moved) moved.push_back({.field = field, .level = level, .before = weight(before), .after = weight(after)});
        }
    return moved;
}

Rarity rarity_of(const Model& model, const People& people, const Compared& compared)
{
    constexpr std::int64_t many = 20;
    constexpr double most_factor = 1e4;
    Rarity rarity;
    for (const auto field : every_field) {
        const auto place = place_of(field);
        const auto level = compared.pattern[place];
        if (level == missing) continue;
        const bool is_name = field == Field::forename || field == Field::surname;
        const auto text = compared.agreed[place];
        const auto count = people.texts.count(text);
        if (text != 0 && field != Field::identifier && (is_name || count > many)) {
            rarity.share[place] = static_cast<double>(std::max(count, least_records)) / static_cast<double>(std::max<std::int64_t>(model.records, 1));
            if (field == Field::forename && level <= 1 && at(compared.pattern, Field::surname) == 0) rarity.share[place] = std::max(rarity.share[place], share_among(model, people.texts, text, compared.agreed[place_of(Field::surname)], at(compared.pattern, Field::birth_date) == 0 ? 1 : 2, rarity.share[place]));
            // How often strangers agree at all on such a value, of which this level is a part: exactly, and for names in their first part, a variant or a part of a double surname.
            double agreeing = 0;
            for (std::size_t upto = 0; upto <= (is_name ? level : 0U); ++upto) agreeing += model.rates[random][place][upto];
            rarity.factor[place] = std::clamp(rarity.share[place] / agreeing, is_name ? 1 / most_factor : 1, most_factor);
        }
        if (level + 1U < levels[place]) rarity.factor[place] *= compared.values[place];
    }
    return rarity;
}

Judged judged(const Model& model, const Pattern& pattern, const Rarity& rarity)
{
    auto chances = model.shares;
    for (const auto field : every_field) {
        const auto level = at(pattern, field);
        if (level == missing) continue;
        for (std::size_t of = 0; of < classes; ++of) chances[of] *= chance_of(model, of, field, level, rarity);
    }
    Judged result{.odds = std::log2(chances[same_person] / (chances[household] + chances[random]))};
    const auto sum = chances[same_person] + chances[household] + chances[random];
    for (std::size_t of = 0; of < classes; ++of) result.chances[of] = chances[of] / sum;
    return result;
}

std::vector<Part> parts_of(const Model& model, const Pattern& pattern, const Rarity& rarity)
{
    std::vector<Part> parts;
    for (const auto field : every_field) {
        const auto level = at(pattern, field);
        if (level == missing) continue;
        auto& part = parts.emplace_back(Part{.field = field, .level = level, .bits = {}});
        for (std::size_t of = 0; of < classes; ++of) part.bits[of] = std::log2(chance_of(model, of, field, level, rarity));
    }
    return parts;
}

}  // namespace kith::matching
