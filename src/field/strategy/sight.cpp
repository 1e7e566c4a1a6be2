#include "strategy/sight.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace kith::strategy {
namespace {

/// Objectives, outcomes, priorities and next steps: what an action may serve.
bool may_be_served(PartKind kind) { return kind == PartKind::objective || kind == PartKind::outcome || kind == PartKind::priority || kind == PartKind::step; }

template <class Things, class Lacks>
void add_gap(std::vector<SightGap>& gaps, std::string words, const Things& things, const Plan& plan, Lacks lacks)
{
    SightGap gap{std::move(words), {}};
    for (const auto& thing : things)
        if (lacks(thing)) gap.where.emplace_back(thing.called(), thing.href(plan));
    if (!gap.where.empty()) gaps.push_back(std::move(gap));
}

std::string of_all(std::ptrdiff_t number, std::ptrdiff_t all, const std::string& singular, const std::string& plural)
{
    return fmt::format("{} of {}", number, counted(all, singular, plural));
}

}  // namespace

std::vector<const Action*> Sight::actions_serving(PartId part) const
{
    std::vector<const Action*> found;
    for (const auto& action : actions)
        if (std::ranges::any_of(serves, [&](const Serves& one) { return one.part == part && one.action == action.id; })) found.push_back(&action);
    return found;
}

std::vector<const Action*> Sight::actions_of_theme(PartId theme) const
{
    std::vector<const Action*> found;
    for (const auto& action : actions)
        if (action.theme == theme) found.push_back(&action);
    return found;
}

std::vector<const SharedAction*> Sight::shared_serving(PartId part) const
{
    std::vector<const SharedAction*> found;
    for (const auto& one : shared_actions)
        if (one.part == part) found.push_back(&one);
    return found;
}

std::vector<const SharedPart*> Sight::shared_served_by(ActionId action) const
{
    std::vector<const SharedPart*> found;
    for (const auto& one : shared_parts)
        if (one.action == action) found.push_back(&one);
    return found;
}

std::vector<const Part*> Sight::served_by(ActionId action) const
{
    std::vector<const Part*> found;
    for (const auto& one : serves)
        if (one.action == action)
            if (const auto* part = part_with(parts, one.part)) found.push_back(part);
    return found;
}

std::vector<const Answers*> Sight::answered_by(ActionId action) const
{
    std::vector<const Answers*> found;
    for (const auto& one : answers)
        if (one.action == action) found.push_back(&one);
    return found;
}

std::vector<ActionId> circle_of(const std::vector<WaitsFor>& waits, ActionId action, ActionId on)
{
    std::map<ActionId, ActionId> reached_from;  // how each was come by, from `on` along what it waits for
    std::vector<ActionId> next{on};
    reached_from.emplace(on, on);
    while (!next.empty() && !reached_from.contains(action)) {
        const auto at = next.back();
        next.pop_back();
        for (const auto& one : waits)
            if (one.action == at && reached_from.emplace(one.on, at).second) next.push_back(one.on);
    }
    if (!reached_from.contains(action)) return {};
    std::vector<ActionId> way{action};
    while (way.back() != on) way.push_back(reached_from.at(way.back()));
    std::ranges::reverse(way);
    return way;
}

std::vector<Finding> unanswered(std::vector<Finding> findings, const std::vector<Answers>& answers)
{
    std::set<std::pair<std::string, std::string>> answered;
    for (const auto& one : answers)
        if (const auto reference = figures::Reference::parse(one.finding)) answered.emplace(reference->kind, reference->id);
    std::erase_if(findings, [&](const Finding& finding) { return answered.contains({finding.reference.kind, finding.reference.id}); });
    return findings;
}

std::vector<SightGap> gaps_of(const Sight& sight)
{
    std::vector<SightGap> gaps;
    const auto kind_is = [](PartKind kind) { return [kind](const Part& part) { return part.kind == kind; }; };
    const auto unserved = [&](const Part& part) { return !sight.is_served(part.id); };
    add_gap(gaps, "Outcomes that no objective leads to and no action serves", sight.parts, sight.plan,
            [&](const Part& part) { return kind_is(PartKind::outcome)(part) && unserved(part) && parts_of_kind(sight.parts, PartKind::objective, part.id).empty(); });
    add_gap(gaps, "Objectives that no action serves", sight.parts, sight.plan, [&](const Part& part) { return kind_is(PartKind::objective)(part) && unserved(part); });
    add_gap(gaps, "Priorities that no action serves", sight.parts, sight.plan, [&](const Part& part) { return kind_is(PartKind::priority)(part) && unserved(part); });
    add_gap(gaps, "Themes without an action", sight.parts, sight.plan, [&](const Part& part) { return kind_is(PartKind::theme)(part) && sight.actions_of_theme(part.id).empty(); });
    add_gap(gaps, "Themes without words on what success looks like", sight.parts, sight.plan,
            [&](const Part& part) { return kind_is(PartKind::theme)(part) && parts_of_kind(sight.parts, PartKind::criterion, part.id).empty(); });
    const bool has_served = std::ranges::any_of(sight.parts, [](const Part& part) { return may_be_served(part.kind); });
    if (has_served) add_gap(gaps, "Actions that serve no objective, outcome or priority", sight.actions, sight.plan, [&](const Action& action) { return sight.served_by(action.id).empty() && sight.shared_served_by(action.id).empty(); });
    add_gap(gaps, "Actions that answer no finding", sight.actions, sight.plan, [&](const Action& action) { return sight.answered_by(action.id).empty(); });
    add_gap(gaps, "Actions that no measure will show", sight.actions, sight.plan, [&](const Action& action) { return std::ranges::none_of(sight.shown, [&](const ShownBy& one) { return one.action == action.id; }); });
    add_gap(gaps, "Actions without an owner", sight.actions, sight.plan, [](const Action& action) { return trimmed(action.owner).empty(); });
    add_gap(gaps, "Actions without a date", sight.actions, sight.plan, [](const Action& action) { return !action.due_on && !action.done_on; });
    return gaps;
}

std::string in_words(const Sight& sight)
{
    const auto number_of = [&](PartKind kind, auto meets) { return std::ranges::count_if(sight.parts, [&](const Part& part) { return part.kind == kind && meets(part); }); };
    const auto all = [](const Part&) { return true; };
    std::vector<std::string> parts{counted(std::ssize(sight.actions), "action")};
    if (const auto themes = number_of(PartKind::theme, all); themes > 0)
        parts.front() += " in " + of_all(number_of(PartKind::theme, [&](const Part& part) { return !sight.actions_of_theme(part.id).empty(); }), themes, "theme", "themes");
    if (const auto objectives = number_of(PartKind::objective, all); objectives > 0)
        parts.push_back("tied to " + of_all(number_of(PartKind::objective, [&](const Part& part) { return sight.is_served(part.id); }), objectives, "objective", "objectives") + " by " +
                        counted(std::ssize(sight.serves), "link"));
    const auto answering = std::ranges::count_if(sight.actions, [&](const Action& action) { return !sight.answered_by(action.id).empty(); });
    return joined(parts, ", ") + "; " + (answering == 0 ? std::string{"none answers a finding"} : fmt::format("{} answer a finding", of_all(answering, std::ssize(sight.actions), "action", "actions"))) + ".";
}

}  // namespace kith::strategy
