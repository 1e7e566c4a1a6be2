#include "matching/evaluation.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace kith::matching {
namespace {

std::int64_t pairs_within(const std::vector<std::uint32_t>& groups)
{
    std::unordered_map<std::uint32_t, std::int64_t> sizes;
    for (const auto group : groups) ++sizes[group];
    std::int64_t pairs = 0;
    for (const auto& [group, size] : sizes) pairs += size * (size - 1) / 2;
    return pairs;
}

/// Who is one person by automatic pairs alone.
class Joined {
public:
    explicit Joined(std::size_t records) : to_(records) { std::iota(to_.begin(), to_.end(), std::uint32_t{0}); }
    std::uint32_t root(std::uint32_t place)
    {
        while (to_[place] != place) place = to_[place] = to_[to_[place]];
        return place;
    }
    void join(std::uint32_t one, std::uint32_t other) { to_[root(one)] = root(other); }

private:
    std::vector<std::uint32_t> to_;
};

}  // namespace

Evaluation evaluate(const std::vector<std::uint32_t>& groups, const std::vector<std::uint32_t>& truth)
{
    Evaluation evaluation{.true_pairs = pairs_within(truth), .found_pairs = pairs_within(groups)};
    std::unordered_map<std::uint64_t, std::int64_t> both;
    constexpr unsigned half = 32;
    for (std::size_t place = 0; place < groups.size(); ++place) ++both[std::uint64_t{groups[place]} << half | truth[place]];
    for (const auto& [group, size] : both) evaluation.right_pairs += size * (size - 1) / 2;
    return evaluation;
}

double recall_of_keys(const People& people, const std::vector<std::uint32_t>& truth)
{
    std::int64_t compared = 0;
    for (const auto& [one, other] : Keys{people}.pairs()) compared += truth[one] == truth[other] && truth[one] != not_known ? 1 : 0;
    auto known = truth;
    std::erase(known, not_known);
    const auto all = pairs_within(known);
    return all == 0 ? 1 : static_cast<double>(compared) / static_cast<double>(all);
}

Band band_of(const Linkage& linkage, std::uint32_t one, const Link& link)
{
    if (link.same() < least_for_a_clerk) return Band::apart;
    const auto person = linkage.person(one);
    const auto& persons = linkage.people().persons;
    const bool is_sure = link.same() >= least_automatic && !link.is_for_a_clerk && linkage.person(link.to) == person && !look_like_twins(compare(linkage.people(), persons[one], persons[link.to]).pattern);
    const auto is_ahead_of_all = [&](std::uint32_t place) {
        return std::ranges::all_of(linkage.links_of(place), [&](const Link& next) { return linkage.person(next.to) == person || next.odds <= link.odds - least_ahead; });
    };
    return is_sure && is_ahead_of_all(one) && is_ahead_of_all(link.to) ? Band::automatic : Band::clerk;
}

Bands bands_of(const Linkage& linkage, const std::vector<std::uint32_t>& truth)
{
    const auto records = static_cast<std::uint32_t>(linkage.people().persons.size());
    Bands bands{.records = records};
    Joined joined{records};
    std::vector<Pair> asked;
    for (std::uint32_t one = 0; one < records; ++one) {
        const auto& links = linkage.links_of(one);
        bands.records_unsure += std::ranges::any_of(links, [](const Link& link) { return link.same() >= least_for_a_clerk && link.same() < least_automatic; }) ? 1 : 0;
        for (const auto& link : links) {
            if (link.to < one) continue;
            const auto band = band_of(linkage, one, link);
            if (band == Band::clerk) asked.emplace_back(one, link.to);
            if (band != Band::automatic) continue;
            joined.join(one, link.to);
            ++bands.automatic_pairs;
            if (truth.empty() || truth[one] == not_known || truth[link.to] == not_known) continue;
            ++bands.known_automatic_pairs;
            bands.right_automatic_pairs += truth[one] == truth[link.to] ? 1 : 0;
        }
    }
    std::vector<bool> is_asked(records);
    for (const auto& [one, other] : asked)
        if (joined.root(one) != joined.root(other)) is_asked[one] = is_asked[other] = true;
    bands.records_for_a_clerk = std::ranges::count(is_asked, true);
    return bands;
}

}  // namespace kith::matching
