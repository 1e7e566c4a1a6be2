#include "matching/linkage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <thread>
#include <unordered_set>

namespace kith::matching {
namespace {

std::vector<Seen> aggregated(const People& people, std::span<const Pair> pairs)
{
    std::unordered_map<std::uint64_t, std::int64_t> counts;
    for (const auto& [one, other] : pairs) ++counts[std::bit_cast<std::uint64_t>(compare(people, people.persons[one], people.persons[other]).pattern)];
    std::vector<Seen> seen;
    seen.reserve(counts.size());
    for (const auto& [pattern, number] : counts) seen.push_back({std::bit_cast<Pattern>(pattern), number});
    return seen;
}

/// Does the work for two halves on two threads.
template <class Work>
void in_halves(std::span<const Pair> pairs, Work work)
{
    const auto half = pairs.size() / 2;
    std::jthread other{[&] { work(1, pairs.subspan(half)); }};
    work(0, pairs.first(half));
}

}  // namespace

Model learnt(People& people, const std::vector<Pair>& pairs, std::uint64_t seed)
{
    std::array<std::vector<Seen>, 2> halves;
    in_halves(pairs, [&](std::size_t half, std::span<const Pair> part) { halves.at(half) = aggregated(people, part); });
    std::unordered_map<std::uint64_t, std::int64_t> counts;
    for (const auto& half : halves)
        for (const auto& one : half) counts[std::bit_cast<std::uint64_t>(one.pattern)] += one.pairs;
    std::vector<Seen> seen;
    for (const auto& [pattern, number] : counts) seen.push_back({std::bit_cast<Pattern>(pattern), number});
    std::ranges::sort(seen, {}, &Seen::pattern);  // sums of the estimation in one order always
    people.texts.end_counting();
    auto model = estimated(drawn(people, seed), seen, std::ssize(people.persons));
    model.namesakes = namesakes_of(people);
    return model;
}

Linkage::Linkage(People people, Joining joining, std::optional<Model> model) : people_(std::move(people)), joining_(std::move(joining)), keys_(people_)
{
    const auto pairs = keys_.pairs();
    model_ = model ? *std::move(model) : learnt(people_, pairs);
    people_.texts.end_counting();
    links_.resize(people_.persons.size());
    first_of_.resize(people_.persons.size());
    std::vector<std::uint32_t> all(people_.persons.size());
    for (std::uint32_t place = 0; place < all.size(); ++place) all[place] = first_of_[place] = place;
    take_links(pairs);
    group_again(all);
}

Link Linkage::judged_link(std::uint32_t from, std::uint32_t to) const
{
    const auto &one = people_.persons[from], &other = people_.persons[to];
    const auto compared = compare(people_, one, other);
    const auto judged = matching::judged(model_, compared.pattern, rarity_of(model_, people_, compared));
    return {.to = to, .household = static_cast<float>(judged.chances[static_cast<std::size_t>(Class::household)]), .odds = judged.odds, .is_for_a_clerk = people_.carries_little(one) || people_.carries_little(other) || have_different_identifiers(one, other)};
}

void Linkage::take_links(std::span<const Pair> pairs)
{
    struct Found {
        std::uint32_t from;
        Link link;
    };
    std::array<std::vector<Found>, 2> halves;
    in_halves(pairs, [&](std::size_t half, std::span<const Pair> part) {
        for (const auto& [one, other] : part)
            if (const auto link = judged_link(one, other); is_kept(link)) halves.at(half).push_back({one, link});
    });
    compared_ += std::ssize(pairs);
    for (const auto& half : halves)
        for (auto [from, link] : half) {
            links_[from].push_back(link);
            std::swap(from, link.to);
            links_[from].push_back(link);
        }
}

/// A block grew too large: pairs that only it made are pairs no longer.
void Linkage::lose_links_of(const std::vector<std::uint32_t>& block, std::vector<std::uint32_t>& touched)
{
    const std::unordered_set<std::uint32_t> in_block{block.begin(), block.end()};
    for (const auto one : block) {
        const auto lost = std::erase_if(links_[one], [&](const Link& link) { return in_block.contains(link.to) && !keys_.make_pair_of(people_, one, link.to); });
        if (lost > 0) touched.push_back(one);
    }
}

Result<std::uint32_t> Linkage::arrive(const Told& told)
{
    if (told.id.empty()) return unacceptable("record", "A record without an id cannot be taken in");
    const auto place = static_cast<std::uint32_t>(people_.persons.size());
    if (!add(people_, folded(told))) return unacceptable("record", "There is a record " + told.id + " already");
    links_.emplace_back();
    first_of_.push_back(place);
    std::vector<std::uint32_t> touched{place};
    keys_.add(people_, place, [&](const std::vector<std::uint32_t>& block) { lose_links_of(block, touched); });
    std::vector<Pair> pairs;
    for (const auto other : keys_.sharing(people_, place)) pairs.emplace_back(other, place);
    for (const auto& [other, own] : pairs) {
        auto link = judged_link(other, own);
        if (!is_kept(link)) continue;
        links_[other].push_back(link);
        link.to = other;
        links_[own].push_back(link);
    }
    compared_ += std::ssize(pairs);
    group_again(touched);
    return place;
}

Result<Decision> Linkage::decide(Decision decision)
{
    const auto one = people_.place_of(decision.one), other = people_.place_of(decision.other);
    if (!one || !other) return unacceptable("decision", "There is no record " + (one ? decision.other : decision.one));
    auto made = decisions_.decide(std::move(decision), *one, *other);
    if (made) group_again({*one, *other});
    return made;
}

Result<Decision> Linkage::withdraw(std::int64_t number)
{
    auto withdrawn = decisions_.withdraw(number);
    if (!withdrawn) return withdrawn;
    const auto [one, other] = decisions_.places_of(number);
    group_again({one, other});
    return withdrawn;
}

std::vector<Capped> Linkage::capped() const
{
    auto all = keys_.capped();
    std::unordered_set<Text> dates;
    for (const auto& person : people_.persons)
        if (people_.is_filled_in(person)) dates.insert(person.birth_day);
    if (dates.empty()) return all;
    Capped filled_in{.key = "birth date that more than one record in a hundred has", .blocks = std::ssize(dates)};
    for (const auto date : dates) filled_in.records = std::max(filled_in.records, people_.texts.count(date));
    all.insert(all.begin(), std::move(filled_in));
    return all;
}

const Link* Linkage::link_between(std::uint32_t one, std::uint32_t other) const
{
    const auto found = std::ranges::find(links_[one], other, &Link::to);
    return found == links_[one].end() ? nullptr : &*found;
}

std::vector<std::uint32_t> Linkage::connected_with(std::uint32_t place) const
{
    std::vector<std::uint32_t> found{place};
    std::unordered_set<std::uint32_t> known{place};
    const auto reach = [&](std::uint32_t other) {
        if (known.insert(other).second) found.push_back(other);
    };
    for (std::size_t at = 0; at < found.size(); ++at) {
        for (const auto& link : links_[found[at]])
            if (joins(link)) reach(link.to);
        for (const auto& decided : decisions_.of(found[at]))
            if (decided.is_same) reach(decided.to);
    }
    return found;
}

/// Everything that is connected with what was touched is grouped anew: what a run over everything would make of it.
void Linkage::group_again(const std::vector<std::uint32_t>& touched)
{
    std::vector<bool> done(people_.persons.size() > touched.size() * 8 ? 0 : people_.persons.size());
    std::unordered_set<std::uint32_t> few_done;
    const auto is_done = [&](std::uint32_t place) { return done.empty() ? few_done.contains(place) : done[place]; };
    for (const auto place : touched) {
        if (is_done(place)) continue;
        auto connected = connected_with(place);
        std::vector<Member> members;
        for (const auto one : connected) {
            if (done.empty()) few_done.insert(one);
            else done[one] = true;
            groups_.erase(one);
            members.push_back({one, &people_.id_of(one), &people_.persons[one], &links_[one], &decisions_.of(one)});
        }
        if (connected.size() == 1) {
            first_of_[place] = place;
            continue;
        }
        for (auto& group : groups_of(std::move(members), joining_)) {
            const auto first = std::ranges::min(group);
            for (const auto one : group) first_of_[one] = first;
            if (group.size() > 1) groups_[first] = std::move(group);
        }
    }
}

std::vector<std::uint32_t> Linkage::group_of(std::uint32_t place) const
{
    const auto found = groups_.find(first_of_[place]);
    return found == groups_.end() ? std::vector{place} : found->second;
}

std::vector<std::uint32_t> Linkage::firsts() const { return first_of_; }

std::optional<std::int64_t> Linkage::person_now(std::int64_t number) const
{
    if (number < 1 || number > std::ssize(first_of_)) return std::nullopt;
    return person(static_cast<std::uint32_t>(number - 1));
}

}  // namespace kith::matching
