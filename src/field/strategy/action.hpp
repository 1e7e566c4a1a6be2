#pragma once
// What is to be done: actions with their owners, milestones, dates and cost, updates by those who do it, and the status that the facts propose beside the
// one that a person says. Values and their rules. Pure.
#include "access/ids.hpp"
#include "base/quantity.hpp"
#include "strategy/plan.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kith::strategy {

using ActionId = Id<struct ActionTag>;
using MilestoneId = Id<struct MilestoneTag>;
using UpdateId = Id<struct UpdateTag>;

enum class ActionState { not_known, not_started, on_track, at_risk, late, done, stopped };
const std::vector<NamedChoice<ActionState>>& action_states();

struct Action {
    ActionId id{};
    PublicId public_id{};
    PlanId plan{};
    std::optional<PartId> theme;
    std::string code, title, words;
    std::string owner;                          ///< by role: "Head of workforce development"
    std::optional<access::AccountId> account;   ///< who says how it goes
    std::string lead, contributors;             ///< organisations; contributors one a line
    std::optional<Date> starts_on, due_on, done_on;
    std::optional<Pence> cost;
    std::string funding;
    std::string told;                           ///< its status as the source says that it was taken from: "done", "under way"
    std::int64_t place = 1;
    bool operator==(const Action&) const = default;
    std::string href(const Plan& in) const { return in.href() + "/actions/" + public_id.text(); }
    std::string called() const { return code.empty() ? title : code + " " + title; }
};
std::vector<Problem> problems_of(const Action& action, const std::vector<Action>& others);
/// What is missing before a plan with it can be approved, each as the end of a sentence: "no owner", "no date".
std::vector<std::string> missing_of(const Action& action);

/// Its day has passed, and it is not done.
bool is_overdue(const Action& action, Date today);

struct Milestone {
    MilestoneId id{};
    PublicId public_id{};
    ActionId action{};
    std::string title;
    Date due_on{};
    std::optional<Date> done_on;
    bool operator==(const Milestone&) const = default;
    bool is_late(Date today) const { return !done_on && due_on < today; }
};
std::vector<Problem> problems_of(const Milestone& milestone, Date today);

/// A short dated word on how it goes. `says` is what whoever writes it calls the status where they do not leave it to the rule.
struct Update {
    UpdateId id{};
    PublicId public_id{};
    ActionId action{};
    access::AccountId by{};
    Date made_on{};
    std::string words;
    std::optional<ActionState> says;
    std::string reason;
    std::string evidence;  ///< what shows it: words, or an address
    bool operator==(const Update&) const = default;
};
std::vector<Problem> problems_of(const Update& update);

/// After this many days without an update an action under way is stale. Source: a design choice, two months being the usual rhythm of boards in the source documents.
inline constexpr int stale_after_days = 60;

/// A status and the fact that speaks for it, as a sentence: "Was due on 31 March 2026".
struct Status {
    ActionState state = ActionState::not_known;
    std::string because;
    bool operator==(const Status&) const = default;
};
/// The facts that a status is proposed from.
struct ActionFacts {
    const Action& action;
    std::vector<Milestone> milestones;
    std::vector<Update> updates;            ///< newest first
    std::vector<std::string> behind;        ///< names of its measures that are behind their trajectory
    std::vector<std::string> held_up_by;    ///< what it waits for and is late
};
/// What the facts propose, by the first that holds: done, on a day or as its source says; not begun; its day has passed; milestones are late; a measure is behind; what it waits for is late; nobody has said anything for
/// `stale_after_days`; no date to hold it against; else it is on track.
Status proposed_status(const ActionFacts& facts, Date today);
/// What a person said last, where they differ from the rule; none where it is left to the rule, or the action was done since.
std::optional<Status> said_status(const ActionFacts& facts);
/// What a person said, else what the facts propose. That a day has passed no word hides: such an action is late, with what was said beside it, unless it was stopped.
Status shown_status(const ActionFacts& facts, Date today);
/// Under way, and nobody has said anything for `stale_after_days`.
bool is_stale(const ActionFacts& facts, Date today);

}  // namespace kith::strategy
