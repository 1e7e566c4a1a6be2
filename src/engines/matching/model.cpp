#include "matching/model.hpp"

#include <algorithm>
#include <cmath>
#include <random>

namespace kith::matching {
namespace {

constexpr double least_rate = 1e-6;

double& rate(Model& model, Class of, Field field, std::uint8_t level) { return model.rates[static_cast<std::size_t>(of)][static_cast<std::size_t>(field)][level]; }
double rate(const Model& model, Class of, Field field, std::uint8_t level) { return model.rates[static_cast<std::size_t>(of)][static_cast<std::size_t>(field)][level]; }

template <class Each>
void each_field(Each each)
{
    for (std::size_t field = 0; field < fields; ++field) each(static_cast<Field>(field));
}

using Rates = std::array<std::array<double, 8>, fields>;
/// What is known before anything is seen: how often records of one person, and of two of one household, reach each level. Source: a design choice, rounded from made records of children in families;
/// a file of some hundred pairs outweighs it.
constexpr std::array<Rates, 2> usual{Rates{{{0.84, 0.04, 0.05, 0.005, 0.03, 0.01, 0.025}, {0.88, 0.03, 0.03, 0.06}, {0.93, 0.01, 0.04, 0.005, 0.005, 0.005, 0.005}, {0.98, 0.02}, {0.55, 0.05, 0.03, 0.02, 0.02, 0.02, 0.06, 0.25}, {0.85, 0.05, 0.1}}},
                                     Rates{{{}, {0.75, 0.06, 0.02, 0.17}, {0.08, 0.001, 0.02, 0.003, 0.005, 0.05, 0.841}, {}, {0.75, 0.1, 0.02, 0.02, 0.01, 0.01, 0.02, 0.07}, {}}}};
constexpr double usual_pairs = 100;

/// Counts of levels as rates, with what is usual added as so many pairs; to strangers half a pair a level, so that none is nought. Source: Jeffreys' prior.
void to_rates(Model& model, Class of)
{
    const auto added = [of](Field field, std::uint8_t level) { return of == Class::random ? 0.5 : usual_pairs * usual[static_cast<std::size_t>(of)][static_cast<std::size_t>(field)][level] + 0.01; };
    each_field([&](Field field) {
        const auto number = levels[static_cast<std::size_t>(field)];
        double sum = 0;
        for (std::uint8_t level = 0; level < number; ++level) sum += rate(model, of, field, level) += added(field, level);
        for (std::uint8_t level = 0; level < number; ++level) rate(model, of, field, level) = std::max(rate(model, of, field, level) / sum, least_rate);
    });
}

/// Two of one household have forename, sex and whatever else is a person's own by chance, as strangers have: only surname, birth date (twins) and address bind them.
void keep_own_to_chance(Model& model)
{
    for (const auto field : {Field::forename, Field::sex, Field::other})
        model.rates[static_cast<std::size_t>(Class::household)][static_cast<std::size_t>(field)] = model.rates[static_cast<std::size_t>(Class::random)][static_cast<std::size_t>(field)];
}

void count(Model& model, Class of, const Pattern& pattern, double pairs)
{
    each_field([&](Field field) {
        if (at(pattern, field) != missing) rate(model, of, field, at(pattern, field)) += pairs;
    });
}

bool looks_same(const Pattern& pattern) { return at(pattern, Field::forename) <= 2 && at(pattern, Field::birth_date) <= 1; }
bool looks_like_household(const Pattern& pattern) { return at(pattern, Field::address) <= 1 && at(pattern, Field::forename) >= 4 && at(pattern, Field::forename) != missing; }

void draw_random_pairs(Model& model, const People& people, std::uint64_t seed)
{
    constexpr int drawn = 400'000;
    std::mt19937_64 chance{seed};
    const auto number = people.persons.size();
    for (int pair = 0; pair < drawn && number > 1; ++pair) {
        const auto one = chance() % number, other = chance() % number;
        if (one != other) count(model, Class::random, compare(people.persons[one], people.persons[other], people.texts), 1);
    }
    to_rates(model, Class::random);
}

}  // namespace

Model first_guess(const People& people, const std::vector<Seen>& seen, std::uint64_t seed)
{
    Model model;
    draw_random_pairs(model, people, seed);
    double same = 1, household = 1;
    for (const auto& one : seen) {
        const auto pairs = static_cast<double>(one.pairs);
        if (looks_same(one.pattern)) count(model, Class::same_person, one.pattern, pairs), same += pairs;
        else if (looks_like_household(one.pattern)) count(model, Class::household, one.pattern, pairs), household += pairs;
    }
    to_rates(model, Class::same_person);
    to_rates(model, Class::household);
    keep_own_to_chance(model);
    const auto records = static_cast<double>(people.persons.size());
    const auto all = std::max(records * (records - 1) / 2, 1.0);
    model.shares = {same / all, household / all, 1 - (same + household) / all};
    return model;
}

Model estimated(Model model, const std::vector<Seen>& seen, std::int64_t records)
{
    constexpr int most_passes = 100;
    constexpr double settled = 1e-7;
    const auto all = std::max(static_cast<double>(records) * static_cast<double>(records - 1) / 2, 1.0);
    for (int pass = 0; pass < most_passes; ++pass) {
        Model next;
        next.rates[static_cast<std::size_t>(Class::random)] = model.rates[static_cast<std::size_t>(Class::random)];
        double same = 0, household = 0;
        for (const auto& one : seen) {
            const auto chances = posterior(model, one.pattern, {});
            const auto pairs = static_cast<double>(one.pairs);
            same += chances[0] * pairs;
            household += chances[1] * pairs;
            count(next, Class::same_person, one.pattern, chances[0] * pairs);
            count(next, Class::household, one.pattern, chances[1] * pairs);
        }
        to_rates(next, Class::same_person);
        to_rates(next, Class::household);
        keep_own_to_chance(next);
        next.shares = {same / all, household / all, 1 - (same + household) / all};
        const auto moved = std::abs(next.shares[0] - model.shares[0]) + std::abs(next.shares[1] - model.shares[1]);
        const auto before = model.shares[0] + model.shares[1];
        model = next;
        if (moved < settled * std::max(before, 1 / all)) break;
    }
    return model;
}

std::vector<Part> parts_of(const Model& model, const Pattern& pattern, const Frequencies& frequencies)
{
    std::vector<Part> parts;
    each_field([&](Field field) {
        if (at(pattern, field) == missing) return;
        auto& part = parts.emplace_back(Part{.field = field, .level = at(pattern, field), .bits = {}});
        const auto share = field == Field::forename ? frequencies.forename : field == Field::surname ? frequencies.surname : 0;
        for (std::size_t of = 0; of < classes; ++of) {
            auto chance = rate(model, static_cast<Class>(of), field, part.level);
            // Strangers agree on this very value as often as it is had; two of a household share their surname whatever it is, and their forename by chance as strangers do.
            const bool by_chance = of == static_cast<std::size_t>(Class::random) || (of == static_cast<std::size_t>(Class::household) && field == Field::forename);
            if (share > 0 && by_chance) chance *= std::clamp(share / std::max(rate(model, Class::random, field, 0), least_rate), 1e-3, 1e3);
            part.bits[of] = std::log2(std::max(chance, 1e-12));
        }
    });
    return parts;
}

std::array<double, classes> posterior(const Model& model, const Pattern& pattern, const Frequencies& frequencies)
{
    std::array<double, classes> bits{};
    for (std::size_t of = 0; of < classes; ++of) bits[of] = std::log2(std::max(model.shares[of], 1e-300));
    for (const auto& part : parts_of(model, pattern, frequencies))
        for (std::size_t of = 0; of < classes; ++of) bits[of] += part.bits[of];
    const auto most = std::ranges::max(bits);
    double sum = 0;
    for (auto& one : bits) sum += one = std::exp2(one - most);
    for (auto& one : bits) one /= sum;
    return bits;
}

}  // namespace kith::matching
