#include "strategy/plan_difference.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kith::strategy {
namespace {

/// By which a thing is known again: its code, else its title.
template <class Thing>
std::string known_by(const Thing& thing) { return thing.code.empty() ? thing.title : thing.code; }

const Part* held_part(const PlanDifference& difference, const Part& part)
{
    if (!difference.held) return nullptr;
    const auto found = std::ranges::find_if(difference.held->parts, [&](const Part& one) { return one.kind == part.kind && known_by(one) == known_by(part); });
    return found == difference.held->parts.end() ? nullptr : &*found;
}

const Action* held_action(const PlanDifference& difference, const Action& action)
{
    if (!difference.held) return nullptr;
    const auto found = std::ranges::find_if(difference.held->actions, [&](const Action& one) { return known_by(one) == known_by(action); });
    return found == difference.held->actions.end() ? nullptr : &*found;
}

const Part* theme_called(const std::vector<Part>& parts, std::string_view name)
{
    const auto found = std::ranges::find_if(parts, [&](const Part& one) { return one.kind == PartKind::theme && (one.code == name || one.title == name); });
    return found == parts.end() ? nullptr : &*found;
}

/// The held thing with what the file says of it.
Part merged(const Part& held, const Part& said)
{
    auto part = said;
    part.id = held.id, part.public_id = held.public_id, part.plan = held.plan, part.under = held.under, part.place = held.place;
    return part;
}

Action merged(const Action& held, const Action& said)
{
    auto action = said;
    action.id = held.id, action.public_id = held.public_id, action.plan = held.plan, action.theme = held.theme, action.account = held.account, action.done_on = held.done_on, action.place = held.place;
    return action;
}

template <class Thing>
void compare(PlanDifference& difference, const Thing& said, const Thing* held)
{
    if (held == nullptr) difference.added.push_back(said.called());
    else if (merged(*held, said) == *held) ++difference.unchanged;
    else difference.changed.push_back(said.called());
}

/// What an action of the file serves that it does not serve yet.
std::vector<std::string> new_links(const PlanDifference& difference, const ActionRow& row)
{
    std::set<std::string> held;
    if (const auto* action = held_action(difference, row.action))
        for (const auto* part : difference.held->sight().served_by(action->id)) held.insert(known_by(*part));
    std::vector<std::string> links;
    const auto is_part = [&](const std::string& code) {
        const auto fits = [&](const Part& part) { return part.code == code && part.kind != PartKind::theme && part.kind != PartKind::criterion; };
        return std::ranges::any_of(difference.file.parts, [&](const PartRow& one) { return fits(one.part); }) || (difference.held && std::ranges::any_of(difference.held->parts, fits));
    };
    for (const auto& code : row.objectives)
        if (!held.contains(code) && is_part(code)) links.push_back(code);
    return links;
}

void find_made_themes(PlanDifference& difference)
{
    const auto is_there = [&](const std::string& name) {
        return std::ranges::any_of(difference.file.parts, [&](const PartRow& row) { return row.part.kind == PartKind::theme && (row.part.code == name || row.part.title == name); }) ||
               (difference.held && theme_called(difference.held->parts, name) != nullptr) || std::ranges::find(difference.themes_made, name) != difference.themes_made.end();
    };
    const auto see = [&](const std::string& name) {
        if (!name.empty() && !is_there(name)) difference.themes_made.push_back(name);
    };
    for (const auto& row : difference.file.parts)
        if (row.part.kind == PartKind::criterion) see(row.under);
    for (const auto& row : difference.file.actions) see(row.theme);
}

/// Parts as they stand while the file is taken, new ones among them.
class Taking {
public:
    Taking(db::ChangeSet& changes, const PlanDifference& difference, Instant now) : changes_(changes), difference_(difference), now_(now)
    {
        if (difference.held) parts_ = difference.held->parts;
    }

    Plan take()
    {
        auto plan = difference_.file.plan;
        if (difference_.held) {
            plan = difference_.held->plan;
            if (difference_.plan_changes) plan.vision = difference_.file.plan.vision, plan.from = difference_.file.plan.from, plan.until = difference_.file.plan.until;
        }
        if (!difference_.held || difference_.plan_changes) plan = plans().keep(changes_, std::move(plan), now_);
        plan_ = plan.id;
        for (const auto& name : difference_.themes_made) parts_.push_back(plan_parts().keep(changes_, {.plan = plan_, .kind = PartKind::theme, .title = name, .place = std::ssize(parts_) + 1}, now_));
        const auto stands_under = [](const Part& part) { return part.kind == PartKind::criterion || part.kind == PartKind::objective; };
        for (const bool under : {false, true})  // what others stand under comes first
            for (const auto& row : difference_.file.parts)
                if (stands_under(row.part) == under) keep(row);
        for (const auto& row : difference_.file.actions) keep(row);
        return plan;
    }

private:
    std::optional<PartId> theme(std::string_view name) const
    {
        const auto* found = theme_called(parts_, name);
        return found == nullptr ? std::nullopt : std::optional{found->id};
    }

    std::optional<PartId> outcome(std::string_view code) const
    {
        const auto found = std::ranges::find_if(parts_, [&](const Part& one) { return one.kind == PartKind::outcome && one.code == code; });
        return found == parts_.end() ? std::nullopt : std::optional{found->id};
    }

    void keep(const PartRow& row)
    {
        const auto* held = held_part(difference_, row.part);
        auto part = held == nullptr ? row.part : merged(*held, row.part);
        part.plan = plan_;
        if (row.part.kind == PartKind::criterion) part.under = theme(row.under);
        if (row.part.kind == PartKind::objective && !row.under.empty()) part.under = outcome(row.under);
        if (held != nullptr && part == *held) return;
        part = plan_parts().keep(changes_, std::move(part), now_);
        if (held == nullptr) parts_.push_back(part);
    }

    void keep(const ActionRow& row)
    {
        const auto* held = held_action(difference_, row.action);
        auto action = held == nullptr ? row.action : merged(*held, row.action);
        action.plan = plan_;
        if (!row.theme.empty()) action.theme = theme(row.theme);
        if (held == nullptr || action != *held) action = actions().keep(changes_, std::move(action), now_);
        for (const auto& code : new_links(difference_, row)) {
            const auto part = std::ranges::find_if(parts_, [&](const Part& one) { return one.code == code && one.kind != PartKind::theme && one.kind != PartKind::criterion; });
            if (part != parts_.end()) serves().keep(changes_, {.action = action.id, .part = part->id}, now_);
        }
    }

    db::ChangeSet& changes_;
    const PlanDifference& difference_;
    Instant now_;
    std::vector<Part> parts_;
    PlanId plan_;
};

}  // namespace

std::string PlanDifference::in_one_line() const
{
    return joined({file.plan.name, held ? held->plan.public_id.text() : "new", joined(added, "|"), joined(changed, "|"), joined(themes_made, "|"), std::to_string(unchanged), std::to_string(absent), std::to_string(links), plan_changes ? "plan" : ""}, "\n");
}

PlanDifference difference_of(PlanFile file, std::optional<WholePlan> held)
{
    PlanDifference difference{.file = std::move(file), .held = std::move(held)};
    for (const auto& row : difference.file.parts) compare(difference, row.part, held_part(difference, row.part));
    for (const auto& row : difference.file.actions) {
        compare(difference, row.action, held_action(difference, row.action));
        difference.links += std::ssize(new_links(difference, row));
    }
    find_made_themes(difference);
    if (difference.held) {
        const auto& plan = difference.held->plan;
        const auto& said = difference.file.plan;
        difference.plan_changes = (!said.vision.empty() && said.vision != plan.vision) || (said.from && said.from != plan.from) || (said.until && said.until != plan.until);
        difference.absent = std::ssize(difference.held->parts) + std::ssize(difference.held->actions) - std::ssize(difference.changed) - difference.unchanged;
    }
    return difference;
}

Plan take(db::ChangeSet& changes, const PlanDifference& difference, Instant now) { return Taking{changes, difference, now}.take(); }

}  // namespace kith::strategy
