#include "strategy/reminder.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kith::strategy {

std::optional<WantedWord> wanted_of(const ActionFacts& facts, Date today)
{
    const auto& action = facts.action;
    const auto state = shown_status(facts, today).state;
    if (state == ActionState::done || state == ActionState::stopped) return std::nullopt;
    if (is_overdue(action, today)) return WantedWord{.because = "Was due on " + action.due_on->in_words(), .is_late = true};
    const auto late = std::ranges::find_if(facts.milestones, [&](const Milestone& one) { return one.is_late(today); });
    if (late != facts.milestones.end()) return WantedWord{.because = late->title + " was due on " + late->due_on.in_words(), .is_late = true};
    if (is_stale(facts, today)) return WantedWord{.because = "Nothing was said of it for " + counted(stale_after_days, "day") + " or more", .is_late = false};
    if (action.due_on && *action.due_on <= today.plus_days(asked_before_days)) return WantedWord{.because = "Is due on " + action.due_on->in_words(), .is_late = false};
    return std::nullopt;
}

bool is_to_be_asked(const ActionFacts& facts, const std::optional<Date>& last, Date today)
{
    if (!wanted_of(facts, today)) return false;
    const auto is_near = [&](const std::optional<Date>& day) { return day && today < day->plus_days(asked_every_days); };
    return !is_near(last) && !is_near(facts.updates.empty() ? std::nullopt : std::optional{facts.updates.front().made_on});
}

}  // namespace kith::strategy
