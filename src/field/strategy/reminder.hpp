#pragma once
// When whoever is named for an action is asked for a word on it, and what for. Pure.
#include "strategy/action.hpp"

#include <optional>
#include <string>

namespace kith::strategy {

/// Someone is asked so many days before an action is due. Source: a design choice, as for returns.
inline constexpr int asked_before_days = 7;
/// Nobody is asked about an action again within so many days, nor after an update. Source: a design choice; boards of the source documents met every two months.
inline constexpr int asked_every_days = 14;

/// What is wanted of whoever is named for an action.
struct WantedWord {
    std::string because;   ///< "Was due on 31 March 2026"
    bool is_late = false;  ///< a day has passed; else one comes, or nothing was said for long
};
/// What an action wants today: its day or a milestone's has passed, nobody said anything for long, or its day comes; none where it is done, stopped or wants nothing.
std::optional<WantedWord> wanted_of(const ActionFacts& facts, Date today);
/// Whether the daily round asks today. `last`: the day on which somebody was asked about it last.
bool is_to_be_asked(const ActionFacts& facts, const std::optional<Date>& last, Date today);

}  // namespace kith::strategy
