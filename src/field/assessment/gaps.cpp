#include "assessment/gaps.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace kith::assessment {

namespace {

/// Allows each difference for all of them.
std::vector<Gap> family(std::vector<Gap> gaps)
{
    std::vector<double> p;
    for (const auto& gap : gaps) p.push_back(gap.difference.p);
    const auto adjusted = holm(p);
    for (std::size_t at = 0; at < gaps.size(); ++at) {
        gaps[at].adjusted_p = adjusted[at];
        gaps[at].looked_at = gaps.size();
    }
    return gaps;
}

std::vector<std::size_t> groups_of(const Results& results, Split split)
{
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at < results.groups.size(); ++at)
        if (results.groups[at].split == split) places.push_back(at);
    return places;
}

/// What is hidden has no answers here, so that nothing comes of it.
void add(std::vector<Gap>& gaps, const Result& one, const Result& other, Gap gap)
{
    const auto difference = welch(one.sums, other.sums);
    if (!one.shown() || !other.shown() || !difference) return;
    gap.difference = *difference;
    gaps.push_back(gap);
}

}  // namespace

std::vector<Gap> gaps_between(const Results& results, Split split, Measure::Kind kind)
{
    std::vector<Gap> gaps;
    const auto groups = groups_of(results, split);
    for (std::size_t measure = 0; measure < results.measures.size(); ++measure) {
        if (results.measures[measure].kind != kind) continue;
        for (std::size_t at = 0; at < groups.size(); ++at)
            for (std::size_t next = at + 1; next < groups.size(); ++next) {
                auto one = groups[at], other = groups[next];
                if (results.at(measure, one).mean < results.at(measure, other).mean) std::swap(one, other);
                add(gaps, results.at(measure, one), results.at(measure, other), {.measure = measure, .one = one, .other = other});
            }
    }
    return family(std::move(gaps));
}

std::vector<Gap> changes_since(const Results& now, const Results& before, Split split, Measure::Kind kind)
{
    std::vector<Gap> changes;
    for (std::size_t measure = 0; measure < now.measures.size(); ++measure) {
        const auto& of = now.measures[measure];
        const auto measure_before = before.place_of(of);
        if (of.kind != kind || !measure_before || before.measures[*measure_before].steps != of.steps) continue;
        for (const auto group : groups_of(now, split)) {
            const auto group_before = before.place_of(now.groups[group]);
            if (!group_before) continue;
            add(changes, now.at(measure, group), before.at(*measure_before, *group_before), {.measure = measure, .one = group, .other = *group_before});
        }
    }
    return family(std::move(changes));
}

std::vector<Gap> ladder(std::vector<Gap> gaps, std::size_t most)
{
    const auto rung = [](const Gap& gap) { return std::tuple{!gap.is_more_than_chance(), -std::abs(gap.difference.by)}; };
    std::ranges::stable_sort(gaps, {}, rung);
    if (gaps.size() > most) gaps.erase(gaps.begin() + static_cast<std::ptrdiff_t>(most), gaps.end());
    return gaps;
}

std::string in_words(const Gap& gap, const Named& one, std::string_view other)
{
    return in_words(one, other, gap.difference, gap.adjusted_p, gap.looked_at);
}

}  // namespace kith::assessment
