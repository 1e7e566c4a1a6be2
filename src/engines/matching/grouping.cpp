#include "matching/grouping.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace kith::matching {
namespace {

/// Odds as whole numbers, so that a sum does not depend on the order of what is added.
using Votes = std::int64_t;
constexpr double votes_a_bit = 1024, most_bits = 10, bits_of_strangers = -1;

Votes votes_of(double odds) { return static_cast<Votes>(std::lround(std::clamp(odds, -most_bits, most_bits) * votes_a_bit)); }
constexpr Votes of_strangers = static_cast<Votes>(bits_of_strangers * votes_a_bit);

/// Places of members in their order of id.
using Group = std::vector<std::size_t>;

class Grouping {
public:
    Grouping(std::vector<Member> members, const Joining& joining) : members_(std::move(members)), joining_(joining), group_of_(members_.size()), groups_(members_.size())
    {
        std::ranges::sort(members_, {}, [](const Member& member) -> const std::string& { return *member.id; });
        for (std::size_t at = 0; at < members_.size(); ++at) {
            rank_[members_[at].place] = at;
            group_of_[at] = at;
            groups_[at] = {at};
        }
    }

    std::vector<std::vector<std::uint32_t>> made()
    {
        join_what_is_decided();
        join_the_surest_first();
        for (std::size_t group = 0; group < groups_.size(); ++group) take_out_strangers(group);
        std::vector<std::vector<std::uint32_t>> result;
        for (auto& group : groups_) {
            if (group.empty()) continue;
            std::ranges::sort(group);
            auto& places = result.emplace_back();
            for (const auto at : group) places.push_back(members_[at].place);
        }
        std::ranges::sort(result, {}, [&](const auto& group) { return rank_.at(group.front()); });
        return result;
    }

private:
    void join(std::size_t one, std::size_t other)
    {
        if (groups_[one].size() < groups_[other].size()) std::swap(one, other);
        for (const auto at : groups_[other]) group_of_[at] = one;
        groups_[one].insert(groups_[one].end(), groups_[other].begin(), groups_[other].end());
        groups_[other].clear();
    }

    void join_what_is_decided()
    {
        for (std::size_t at = 0; at < members_.size(); ++at)
            for (const auto& decided : *members_[at].decided)
                if (decided.is_same && group_of_[at] != group_of_[rank_.at(decided.to)]) join(group_of_[at], group_of_[rank_.at(decided.to)]);
    }

    struct Edge {
        double odds;
        std::size_t one, other;
    };
    void join_the_surest_first()
    {
        std::vector<Edge> edges;
        for (std::size_t at = 0; at < members_.size(); ++at)
            for (const auto& link : *members_[at].links)
                if (!link.is_for_a_clerk && link.same() >= joining_.threshold)
                    if (const auto other = rank_.at(link.to); at < other) edges.push_back({link.odds, at, other});
        std::ranges::sort(edges, [](const Edge& a, const Edge& b) { return a.odds != b.odds ? a.odds > b.odds : std::pair{a.one, a.other} < std::pair{b.one, b.other}; });
        for (const auto& edge : edges)
            if (group_of_[edge.one] != group_of_[edge.other] && may_join(group_of_[edge.one], group_of_[edge.other])) join(group_of_[edge.one], group_of_[edge.other]);
    }

    bool are_kept_apart(const Person& one, const Person& other) const
    {
        return have_different_identifiers(one, other) || (one.source != 0 && one.source == other.source && std::ranges::find(joining_.one_each, one.source) != joining_.one_each.end());
    }

    bool may_join(std::size_t one, std::size_t other) const
    {
        if (groups_[other].size() < groups_[one].size()) std::swap(one, other);
        auto unseen = static_cast<Votes>(groups_[one].size() * groups_[other].size());
        Votes votes = 0;
        for (const auto at : groups_[one]) {
            for (const auto to : groups_[other])
                if (are_kept_apart(*members_[at].person, *members_[to].person)) return false;
            for (const auto& decided : *members_[at].decided)
                if (!decided.is_same && is_in(decided.to, other)) return false;
            for (const auto& link : *members_[at].links) {
                if (!is_in(link.to, other)) continue;
                if (link.household > link.same()) return false;
                votes += votes_of(link.odds);
                --unseen;
            }
        }
        return votes + unseen * of_strangers > 0;
    }
    bool is_in(std::uint32_t place, std::size_t group) const
    {
        const auto found = rank_.find(place);
        return found != rank_.end() && group_of_[found->second] == group;
    }

    /// The split check: whom all the others together speak against, the furthest first.
    void take_out_strangers(std::size_t group)
    {
        while (groups_[group].size() > 2) {
            const auto votes = [&](std::size_t at) {
                if (std::ranges::any_of(*members_[at].decided, &Decided::is_same)) return Votes{0};  // somebody said so
                auto unseen = static_cast<Votes>(groups_[group].size() - 1);
                Votes sum = 0;
                for (const auto& link : *members_[at].links)
                    if (is_in(link.to, group)) sum += votes_of(link.odds), --unseen;
                return sum + unseen * of_strangers;
            };
            const auto worst = std::ranges::min_element(groups_[group], {}, [&](std::size_t at) { return std::pair{votes(at), at}; });
            if (votes(*worst) >= 0) return;
            const auto at = *worst;
            groups_[group].erase(worst);
            const auto alone = static_cast<std::size_t>(std::ranges::find_if(groups_, &Group::empty) - groups_.begin());
            groups_[alone] = {at};
            group_of_[at] = alone;
        }
    }

    std::vector<Member> members_;
    const Joining& joining_;
    std::unordered_map<std::uint32_t, std::size_t> rank_;
    std::vector<std::size_t> group_of_;
    std::vector<Group> groups_;
};

}  // namespace

double Link::same() const { return 1 / (1 + std::exp2(-odds)); }

std::vector<std::vector<std::uint32_t>> groups_of(std::vector<Member> members, const Joining& joining)
{
    return Grouping{std::move(members), joining}.made();
}

}  // namespace kith::matching
