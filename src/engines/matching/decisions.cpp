#include "matching/decisions.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace kith::matching {
namespace {

std::string words_of(const Decision& decision)
{
    return fmt::format("{} ({} and {} are {}{}{})", decision.number == 0 ? "this decision" : fmt::format("decision {}", decision.number), decision.one, decision.other, decision.is_same ? "the same person" : "not the same person", decision.by.empty() ? "" : ", " + decision.by, decision.on.empty() ? "" : ", " + decision.on);
}

}  // namespace

const std::vector<Decided>& Decisions::of(std::uint32_t place) const
{
    static const std::vector<Decided> none;
    const auto found = standing_.find(place);
    return found == standing_.end() ? none : found->second;
}

std::unordered_map<std::uint32_t, std::int64_t> Decisions::joined_with(std::uint32_t place) const
{
    std::unordered_map<std::uint32_t, std::int64_t> joined{{place, 0}};
    std::vector<std::uint32_t> open{place};
    while (!open.empty()) {
        const auto from = open.back();
        open.pop_back();
        for (const auto& decided : of(from))
            if (decided.is_same && joined.try_emplace(decided.to, between(from, decided.to)->number).second) open.push_back(decided.to);
    }
    return joined;
}

const Decision* Decisions::between(std::uint32_t one, std::uint32_t other) const
{
    for (std::size_t at = 0; at < all_.size(); ++at)
        if (!all_[at].is_withdrawn && (places_[at] == std::pair{one, other} || places_[at] == std::pair{other, one})) return &all_[at];
    return nullptr;
}

Result<Decision> Decisions::decide(Decision decision, std::uint32_t one, std::uint32_t other)
{
    decision.number = 0;
    if (one == other) return unacceptable("decision", fmt::format("A decision is about two records, and {} is one", decision.one));
    if (const auto* earlier = between(one, other); earlier != nullptr && earlier->is_same == decision.is_same) return unacceptable("decision", "This was decided already: " + words_of(*earlier));
    const auto joined = joined_with(one);
    if (!decision.is_same) {
        if (const auto link = joined.find(other); link != joined.end())
            return unacceptable("decision", fmt::format("{} contradicts {}. Withdraw one of the two first", upper_first(words_of(decision)), words_of(all_[static_cast<std::size_t>(link->second - 1)])));
    } else {
        for (const auto& [place, by] : joined_with(other))
            for (const auto& decided : of(place))
                if (!decided.is_same && joined.contains(decided.to))
                    return unacceptable("decision", fmt::format("{} contradicts {}. Withdraw one of the two first", upper_first(words_of(decision)), words_of(*between(place, decided.to))));
    }
    decision.number = std::ssize(all_) + 1;
    decision.is_withdrawn = false;
    standing_[one].push_back({other, decision.is_same});
    standing_[other].push_back({one, decision.is_same});
    places_.emplace_back(one, other);
    return all_.emplace_back(std::move(decision));
}

Result<Decision> Decisions::withdraw(std::int64_t number)
{
    if (number < 1 || number > std::ssize(all_)) return unacceptable("decision", fmt::format("There is no decision {}", number));
    auto& decision = all_[static_cast<std::size_t>(number - 1)];
    if (decision.is_withdrawn) return unacceptable("decision", fmt::format("Decision {} was withdrawn before", number));
    decision.is_withdrawn = true;
    const auto [one, other] = places_of(number);
    std::erase_if(standing_[one], [&](const Decided& decided) { return decided.to == other; });
    std::erase_if(standing_[other], [&](const Decided& decided) { return decided.to == one; });
    return decision;
}

}  // namespace kith::matching
