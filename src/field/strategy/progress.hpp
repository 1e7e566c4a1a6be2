#pragma once
// What moved in a plan since a day, what is late and which risks rose: the facts that papers of meetings and the annual report are assembled from. Pure.
#include "strategy/plan_register.hpp"
#include "strategy/risk.hpp"

#include <map>
#include <string>
#include <vector>

namespace kith::strategy {

/// A line of a paper: what it is about, in words, and the page of it.
struct ProgressLine {
    std::string words, href;
    bool is_said = false;  ///< somebody's own words on how it goes: for the partners, not for the public
    bool operator==(const ProgressLine&) const = default;
};
struct ThemeProgress {
    std::string name;   ///< of the theme; "Without a theme" where actions have none
    std::string theme;  ///< its public id; empty where it has none
    std::map<ActionState, std::int64_t> states;
    std::vector<ProgressLine> moved;  ///< done, milestones reached, counted, said: since the day
    std::vector<ProgressLine> late;   ///< actions and milestones whose day has passed
    std::vector<ProgressLine> behind; ///< measures behind their line
};
struct PlanProgress {
    Date since, as_of;
    std::vector<ThemeProgress> themes;
    std::vector<ProgressLine> risen;  ///< risks whose score is higher than it was on the day
};
/// `reviews`: of the plan's risks, in any order.
PlanProgress progress_of(const WholePlan& whole, const std::vector<Risk>& risks, const std::vector<Review>& reviews, Date since, Date today);

/// The plan without what was done, reached, said or counted after a day. Titles, owners and dates are those of now.
WholePlan as_on(WholePlan whole, Date day);
/// The risks with the score that the newest review of that day or before gave them; as they are now where none came after it.
std::vector<Risk> as_on(std::vector<Risk> risks, const std::vector<Review>& reviews, Date day);

/// "3 on track, 1 late".
std::string in_words(const std::map<ActionState, std::int64_t>& states);

}  // namespace kith::strategy
