#include "matching/matching.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

namespace kith::matching {
namespace {

/// Below so many records with a value its share is not trusted: a misspelling is rare, and proves nothing. Source: the floor of 3/N of the reference on the method's page.
constexpr double least_records = 3;

std::vector<Seen> aggregated(const std::vector<Pattern>& patterns)
{
    std::map<Pattern, std::int64_t> counts;
    for (const auto& pattern : patterns) ++counts[pattern];
    std::vector<Seen> seen;
    for (const auto& [pattern, pairs] : counts) seen.push_back({pattern, pairs});
    return seen;
}

/// Groups of records, joined the surest pair first.
class Grouping {
public:
    Grouping(std::size_t records, const std::vector<Scored>& pairs) : group_(records), members_(records)
    {
        for (std::uint32_t place = 0; place < records; ++place) group_[place] = place, members_[place] = {place};
        for (const auto& one : pairs) {
            links_[one.pair.first].push_back({one.pair.second, &one});
            links_[one.pair.second].push_back({one.pair.first, &one});
        }
    }

    void join(const Scored& by, double threshold)
    {
        auto one = group_[by.pair.first], other = group_[by.pair.second];
        if (one == other || !may_join(one, other, threshold)) return;
        if (other < one) std::swap(one, other);  // the first record names the group
        for (const auto place : members_[other]) group_[place] = one;
        members_[one].insert(members_[one].end(), members_[other].begin(), members_[other].end());
        members_[other].clear();
    }
    std::vector<std::uint32_t> groups() && { return std::move(group_); }

private:
    bool may_join(std::uint32_t one, std::uint32_t other, double threshold) const
    {
        if (members_[other].size() < members_[one].size()) std::swap(one, other);
        double sum = 0;
        for (const auto place : members_[one]) {
            const auto found = links_.find(place);
            if (found == links_.end()) continue;
            for (const auto& [to, scored] : found->second) {
                if (group_[to] != other) continue;
                if (scored->chances[static_cast<std::size_t>(Class::household)] > scored->same()) return false;
                sum += scored->same();
            }
        }
        // Pairs that share no key were never alike enough to be compared: they count as strangers.
        const auto all = static_cast<double>(members_[one].size()) * static_cast<double>(members_[other].size());
        return all == 1 || sum / all >= threshold / 2;
    }

    struct Link {
        std::uint32_t to;
        const Scored* scored;
    };
    std::vector<std::uint32_t> group_;
    std::vector<std::vector<std::uint32_t>> members_;
    std::unordered_map<std::uint32_t, std::vector<Link>> links_;
};

std::vector<std::uint32_t> clusters_of(std::size_t records, const std::vector<Scored>& pairs, double threshold)
{
    std::vector<const Scored*> sure;
    for (const auto& one : pairs)
        if (one.same() >= threshold) sure.push_back(&one);
    std::ranges::sort(sure, [](const Scored* one, const Scored* other) { return one->same() != other->same() ? one->same() > other->same() : one->pair < other->pair; });
    Grouping grouping{records, pairs};
    for (const auto* one : sure) grouping.join(*one, threshold);
    return std::move(grouping).groups();
}

std::int64_t pairs_within(const std::vector<std::uint32_t>& groups)
{
    std::unordered_map<std::uint32_t, std::int64_t> sizes;
    for (const auto group : groups) ++sizes[group];
    std::int64_t pairs = 0;
    for (const auto& [group, size] : sizes) pairs += size * (size - 1) / 2;
    return pairs;
}

}  // namespace

Frequencies frequencies_of(const People& people, const Person& one, const Pattern& pattern)
{
    const auto share = [&](Text text) { return std::max(static_cast<double>(people.texts.count(text)), least_records) / static_cast<double>(people.persons.size()); };
    return {.forename = at(pattern, Field::forename) == 0 ? share(one.first_part) : 0, .surname = at(pattern, Field::surname) == 0 ? share(one.surname) : 0};
}

Run run(const People& people, double threshold, std::uint64_t seed)
{
    Run result;
    auto found = candidates(people);
    result.compared = std::ssize(found.pairs);
    result.capped = std::move(found.capped);
    std::vector<Pattern> patterns;
    patterns.reserve(found.pairs.size());
    for (const auto& [one, other] : found.pairs) patterns.push_back(compare(people.persons[one], people.persons[other], people.texts));
    const auto seen = aggregated(patterns);
    result.model = estimated(first_guess(people, seen, seed), seen, std::ssize(people.persons));
    for (std::size_t at = 0; at < patterns.size(); ++at) {
        const auto chances = posterior(result.model, patterns[at], frequencies_of(people, people.persons[found.pairs[at].first], patterns[at]));
        if (chances[0] >= least_kept || chances[1] >= 0.5) result.pairs.push_back({found.pairs[at], patterns[at], chances});
    }
    result.clusters = clusters_of(people.persons.size(), result.pairs, threshold);
    return result;
}

Evaluation evaluate(const std::vector<std::uint32_t>& clusters, const std::vector<std::uint32_t>& truth)
{
    Evaluation evaluation{.true_pairs = pairs_within(truth), .found_pairs = pairs_within(clusters)};
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::int64_t> both;
    for (std::size_t place = 0; place < clusters.size(); ++place) ++both[{clusters[place], truth[place]}];
    for (const auto& [group, size] : both) evaluation.right_pairs += size * (size - 1) / 2;
    return evaluation;
}

}  // namespace kith::matching
