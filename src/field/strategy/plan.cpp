#include "strategy/plan.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace kith::strategy {

const std::vector<NamedChoice<PlanKind>>& plan_kinds()
{
    static const std::vector<NamedChoice<PlanKind>> all{{PlanKind::area_plan, "area_plan", "Area plan"},
                                                        {PlanKind::strategy, "strategy", "Workforce strategy"},
                                                        {PlanKind::sector_strategy, "sector_strategy", "Strategy of a sector or an organisation"},
                                                        {PlanKind::action_plan, "action_plan", "Annual action plan"}};
    return all;
}

const std::vector<NamedChoice<PlanState>>& plan_states()
{
    static const std::vector<NamedChoice<PlanState>> all{{PlanState::draft, "draft", "Draft"},
                                                         {PlanState::consultation, "consultation", "In consultation"},
                                                         {PlanState::approved, "approved", "Approved"},
                                                         {PlanState::current, "current", "Current"},
                                                         {PlanState::closed, "closed", "Closed"}};
    return all;
}

std::vector<Problem> problems_of(const Plan& plan)
{
    std::vector<Problem> problems;
    check_words(problems, "name", "The name", plan.name, longest_line, true);
    check_words(problems, "vision", "The vision", plan.vision, longest_words, false);
    if (plan.from && plan.until && *plan.until < *plan.from) problems.push_back({.field = "until", .message = "The last day must not be before the first"});
    if (plan.kind == PlanKind::action_plan && !plan.under) problems.push_back({.field = "under", .message = "Choose the strategy that the action plan carries out"});
    return problems;
}

std::string Plan::called() const { return version == 1 ? name : name + ", version " + std::to_string(version) + ", " + lower_first(choice_of(plan_states(), state).words); }

std::vector<PlanState> may_follow(PlanState state)
{
    switch (state) {
    case PlanState::draft: return {PlanState::approved};
    case PlanState::consultation: return {PlanState::approved, PlanState::draft};
    case PlanState::approved: return {PlanState::current, PlanState::draft};
    case PlanState::current: return {PlanState::closed};
    case PlanState::closed: return {PlanState::current};
    }
    return {};
}

const std::vector<NamedChoice<PartKind>>& part_kinds()
{
    static const std::vector<NamedChoice<PartKind>> all{{PartKind::principle, "principle", "Principle"}, {PartKind::outcome, "outcome", "Outcome"}, {PartKind::objective, "objective", "Objective"},
                                                        {PartKind::theme, "theme", "Theme"},             {PartKind::criterion, "criterion", "What success looks like"},
                                                        {PartKind::priority, "priority", "Priority"},    {PartKind::enabler, "enabler", "Enabler"},  {PartKind::step, "step", "Next step"},
                                                        {PartKind::missing, "missing", "Missing from the source"}};
    return all;
}

std::string_view plural_of(PartKind kind)
{
    constexpr std::array<std::string_view, 9> plurals{"Principles", "Outcomes", "Objectives", "Themes", "What success looks like", "Priorities", "Enablers", "Next steps", "Missing from the source"};
    return plurals.at(static_cast<std::size_t>(kind));
}

std::string Part::called() const
{
    if (code.empty()) return title;
    return title.empty() ? code : code + " " + title;
}

std::vector<Problem> problems_of(const Part& part, const std::vector<Part>& others)
{
    std::vector<Problem> problems;
    check_words(problems, "code", "The code", part.code, longest_line, false);
    check_words(problems, "title", "The title", part.title, longest_words, part.kind != PartKind::objective || part.code.empty());
    check_words(problems, "words", "The words", part.words, longest_words, false);
    const auto taken = [&](const Part& other) { return other.id != part.id && other.kind == part.kind && !part.code.empty() && other.code == part.code; };
    if (std::ranges::any_of(others, taken)) problems.push_back({.field = "code", .message = "Another has this code: give it one of its own"});
    if (part.kind == PartKind::criterion && !part.under) problems.push_back({.field = "under", .message = "Choose the theme of which it says what success looks like"});
    return problems;
}

std::vector<const Part*> parts_of_kind(const std::vector<Part>& parts, PartKind kind, std::optional<PartId> under)
{
    std::vector<const Part*> found;
    for (const auto& part : parts)
        if (part.kind == kind && (!under || part.under == under)) found.push_back(&part);
    return found;
}

const Part* part_with(const std::vector<Part>& parts, PartId id)
{
    const auto found = std::ranges::find(parts, id, &Part::id);
    return found == parts.end() ? nullptr : &*found;
}

}  // namespace kith::strategy
