#pragma once
// What a partnership has seen of its own, as the rates of a forecast: who left, retired, moved and changed their hours, and how long posts stood open. Pure.
#include "forecast/workforce.hpp"

#include <span>

namespace kith::forecast {

enum class Ending : std::uint8_t { goes_on, left, retired, moved, changed_hours };

/// A stretch of somebody's work that was watched, and how it ended. Years. Somebody whose hours changed goes on in another spell.
struct Spell {
    std::uint16_t group = 0, to = 0;  ///< `to`: where they moved
    Terms terms = Terms::lasting;
    Ending ending = Ending::goes_on;
    std::uint16_t fte_after = 0;      ///< thousandths, where hours changed
    std::uint16_t fte_began = 0;      ///< thousandths, where they joined when it begins
    float age = std::numeric_limits<float>::quiet_NaN(), service = 0;  ///< when it begins
    double years = 0;
};

/// A post that stood open, and whether it was filled; if not, it still stands open or was given up. Years.
struct Wait {
    std::uint16_t group = 0;
    double years = 0;
    bool is_filled = false;
};

/// Fills in the rates of the plan's groups, whose `leave.usual` counts everybody who leaves and whose `retire` is what is usual:
/// - retiring by age: of all groups together, beside what is usual, which weighs as 50 person-years in each band of age;
/// - what is usual of leaving: less what retiring makes of it at the ages of those at work, at least half; then drawn towards what groups of the same pool have seen (`pools`: one number a group). Source: partial pooling in steps (Gelman and Hill 2007);
/// - how many times as much those leave who have been there for so long, are so old, work on such terms: one factor each for all groups, drawn towards 1 as if 20 leavings had been seen, about an average of 1 in each group. Source: multiplicative rates fitted in turn (log-linear models of rates: Holford 1980; Breslow and Day 1987);
/// - moves and changes of hours; the hours of those who joined and of those who changed, where 20 were seen, and otherwise those of whoever is at work.
/// Spells of no length or of a group that there is none of are passed over.
void learn_rates(Plan& plan, std::span<const Spell> spells, std::span<const std::uint32_t> pools);

/// How long posts stand open before they are filled: of all groups together drawn towards what stands in the plan as if ten had been filled, and of each group towards all. Those not filled count as far as they waited; that posts are given up is no trend, since new ones are made elsewhere. Source: exponential waiting times with
/// censoring (Cox and Oakes 1984).
void learn_refills(Plan& plan, std::span<const Wait> waits);

/// Adds the open posts that there must be for as many people to come as go, beside those that the plan has: many vacancies are not reported, and without them everybody's number would fall until as many stand open. Gives how many were added.
int balance_open_posts(Plan& plan);

}  // namespace kith::forecast
