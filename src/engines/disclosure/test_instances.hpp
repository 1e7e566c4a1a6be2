#pragma once
// Random people in cells and groups of them, as tables of an area have them: by one classification, by two, nested, crossing.
#include "disclosure/showing.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace kith::disclosure {

using Random = std::mt19937_64;
using Groups = std::vector<std::vector<std::size_t>>;

inline std::size_t up_to(Random& random, std::size_t most)
{
    return static_cast<std::size_t>(random() % (most + 1));
}

struct Instance {
    std::vector<std::int64_t> people;
    Groups groups;
    std::int64_t threshold = 5;

    std::int64_t people_in(const std::vector<std::size_t>& cells) const
    {
        std::int64_t sum = 0;
        for (const auto cell : cells) sum += people[cell];
        return sum;
    }
};

/// The cells by one classification: groups that do not meet, and together have everybody or nearly.
inline void add_classification(Instance& instance, Random& random, std::size_t classes)
{
    Groups made(classes);
    for (std::size_t cell = 0; cell < instance.people.size(); ++cell)
        if (const auto chosen = up_to(random, classes); chosen < classes) made[chosen].push_back(cell);
    instance.groups.insert(instance.groups.end(), made.begin(), made.end());
}

/// What two groups already there have in common.
inline void add_crossing(Instance& instance, Random& random)
{
    const auto& one = instance.groups[up_to(random, instance.groups.size() - 1)];
    const auto& other = instance.groups[up_to(random, instance.groups.size() - 1)];
    std::vector<std::size_t> both;
    std::ranges::set_intersection(one, other, std::back_inserter(both));
    instance.groups.push_back(std::move(both));
}

/// Small cells among large, some empty; everybody, two classifications and what these have in common.
inline Instance some_instance(Random& random, std::size_t cells)
{
    Instance instance{.threshold = static_cast<std::int64_t>(2 + up_to(random, 6))};
    for (std::size_t cell = 0; cell < cells; ++cell) {
        const std::size_t most = up_to(random, 2) == 0 ? 20 : 4;
        instance.people.push_back(static_cast<std::int64_t>(up_to(random, most)));
    }
    instance.groups.emplace_back();
    for (std::size_t cell = 0; cell < cells; ++cell) instance.groups.back().push_back(cell);
    add_classification(instance, random, 2 + up_to(random, 1));
    add_classification(instance, random, 2 + up_to(random, 3));
    for (int times = 0; times < 5; ++times) add_crossing(instance, random);
    if (up_to(random, 1) == 0) std::ranges::shuffle(instance.groups, random);
    return instance;
}

/// What is shown, without why.
inline std::vector<bool> showable(std::span<const std::int64_t> people_of_cell, std::span<const std::vector<std::size_t>> groups, std::int64_t threshold)
{
    std::vector<bool> shown;
    shown.reserve(groups.size());
    for (const auto showing : showing_of(people_of_cell, groups, threshold)) shown.push_back(showing == Showing::shown);
    return shown;
}

}  // namespace kith::disclosure
