#pragma once
// Asking whoever is named for an action for a word on it: what they are told, what is kept of it, and the daily round. When the round does so is reminder.hpp's.
#include "base/instant.hpp"
#include "jobs/inbox.hpp"
#include "strategy/plan_register.hpp"
#include "strategy/reminder.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kith::jobs {
class Queue;
}

namespace kith::strategy {

/// Where people find what they are named for.
inline constexpr std::string_view own_actions_path = "/my-actions";

/// What somebody is told of the actions that want a word: their titles and why, nobody's name. At least one.
struct AskedFor {
    std::string title;    ///< of the action
    std::string because;
};
jobs::Message message_about(const std::vector<AskedFor>& actions);

/// When somebody was last asked about each action of a plan.
std::map<ActionId, Instant> last_chases(db::Reader& reader, PlanId plan);

/// Tells whoever is named for the action, and keeps that it was done; false where nobody is named, it wants nothing that can be asked for, or they were asked today.
bool ask(db::Writer& writer, const Plan& plan, const Action& action, Instant now);

/// The round of one day over all current plans: one message a person, with all that is wanted of them. How many people were told.
std::int64_t remind_owners(db::Writer& writer, Instant now);

/// Registers the daily round with the queue.
void add_reminders(jobs::Queue& queue, std::function<Instant()> now);

}  // namespace kith::strategy
