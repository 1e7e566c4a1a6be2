#include "strategy/action.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kith::strategy {
namespace {

/// The last day on which something was heard of it: an update, else the day on which it was to begin.
std::optional<Date> last_heard(const ActionFacts& facts)
{
    if (!facts.updates.empty()) return facts.updates.front().made_on;
    return facts.action.starts_on;
}

std::string late_milestones(const ActionFacts& facts, Date today)
{
    const auto late = std::ranges::count_if(facts.milestones, [&](const Milestone& one) { return one.is_late(today); });
    if (late == 0) return {};
    const auto first = std::ranges::find_if(facts.milestones, [&](const Milestone& one) { return one.is_late(today); });
    return std::to_string(late) + " of " + counted(std::ssize(facts.milestones), "milestone") + (late == 1 ? " is" : " are") + " late: " + first->title + " was due on " + first->due_on.in_words();
}

}  // namespace

const std::vector<NamedChoice<ActionState>>& action_states()
{
    static const std::vector<NamedChoice<ActionState>> all{{ActionState::not_known, "not_known", "Not known"}, {ActionState::not_started, "not_started", "Not begun"}, {ActionState::on_track, "on_track", "On track"},
                                                           {ActionState::at_risk, "at_risk", "At risk"},       {ActionState::late, "late", "Late"},                   {ActionState::done, "done", "Done"},
                                                           {ActionState::stopped, "stopped", "Stopped"}};
    return all;
}

std::vector<Problem> problems_of(const Action& action, const std::vector<Action>& others)
{
    std::vector<Problem> problems;
    check_words(problems, "code", "The code", action.code, longest_line, false);
    check_words(problems, "title", "What is to be done", action.title, longest_words, true);
    check_words(problems, "words", "The words", action.words, longest_words, false);
    check_words(problems, "owner", "The owner", action.owner, longest_line, false);
    check_words(problems, "lead", "The lead organisation", action.lead, longest_line, false);
    check_words(problems, "contributors", "Who contributes", action.contributors, longest_words, false);
    check_words(problems, "funding", "The funding", action.funding, longest_line, false);
    if (action.starts_on && action.due_on && *action.due_on < *action.starts_on) problems.push_back({.field = "due_on", .message = "The day it is due must not be before it begins"});
    const auto taken = [&](const Action& other) { return other.id != action.id && !action.code.empty() && other.code == action.code; };
    if (std::ranges::any_of(others, taken)) problems.push_back({.field = "code", .message = "Another action has this code: give it one of its own"});
    return problems;
}

std::vector<std::string> missing_of(const Action& action)
{
    std::vector<std::string> missing;
    if (trimmed(action.owner).empty()) missing.emplace_back("no owner");
    if (!action.due_on && !action.done_on) missing.emplace_back("no date");
    return missing;
}

std::vector<Problem> problems_of(const Milestone& milestone, Date today)
{
    std::vector<Problem> problems;
    check_words(problems, "milestone", "The milestone", milestone.title, longest_line, true);
    if (milestone.done_on && today < *milestone.done_on) problems.push_back({.field = "done_on", .message = "The day it was reached must be today or before"});
    return problems;
}

std::vector<Problem> problems_of(const Update& update)
{
    std::vector<Problem> problems;
    check_words(problems, "update", "How it goes", update.words, longest_words, true);
    check_words(problems, "reason", "The reason for another status", update.reason, longest_words, update.says.has_value());
    check_words(problems, "evidence", "What shows it", update.evidence, longest_line, false);
    return problems;
}

bool is_overdue(const Action& action, Date today) { return !action.done_on && action.due_on && *action.due_on < today; }

Status proposed_status(const ActionFacts& facts, Date today)
{
    const auto& action = facts.action;
    if (action.done_on) return {ActionState::done, "Done on " + action.done_on->in_words()};
    if (facts.updates.empty() && lower_ascii(action.told) == "done") return {ActionState::done, "Done, as its source says; no day is given"};
    if (is_overdue(action, today)) return {ActionState::late, "Was due on " + action.due_on->in_words()};
    if (auto late = late_milestones(facts, today); !late.empty()) return {ActionState::at_risk, std::move(late)};
    if (!facts.behind.empty()) return {ActionState::at_risk, "Behind its trajectory: " + joined(facts.behind, ", ")};
    if (!facts.held_up_by.empty()) return {ActionState::at_risk, "Waits for what is late: " + joined(facts.held_up_by, ", ")};
    if (action.starts_on && today < *action.starts_on) return {ActionState::not_started, "Begins on " + action.starts_on->in_words()};
    if (is_stale(facts, today)) return {ActionState::at_risk, "Nothing was said of it since " + last_heard(facts)->in_words()};
    if (!action.due_on) return {ActionState::not_known, "It has no date to be held against"};
    return {ActionState::on_track, "Nothing of it is late; due on " + action.due_on->in_words()};
}

std::optional<Status> said_status(const ActionFacts& facts)
{
    if (facts.action.done_on || facts.updates.empty() || !facts.updates.front().says) return std::nullopt;
    return Status{*facts.updates.front().says, facts.updates.front().reason};
}

Status shown_status(const ActionFacts& facts, Date today)
{
    const auto said = said_status(facts);
    auto proposed = proposed_status(facts, today);
    if (!said) return proposed;
    if (proposed.state != ActionState::late || said->state == ActionState::late || said->state == ActionState::stopped) return *said;
    return {ActionState::late, proposed.because + "; said to be " + lower_first(choice_of(action_states(), said->state).words) + ": " + said->because};
}

bool is_stale(const ActionFacts& facts, Date today)
{
    const auto heard = last_heard(facts);
    return !facts.action.done_on && heard && heard->plus_days(stale_after_days) < today;
}

}  // namespace kith::strategy
