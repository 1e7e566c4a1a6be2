#include "strategy/plan_register.hpp"

#include "db/transaction.hpp"
#include "strategy/risk_register.hpp"

#include <algorithm>
#include <map>

namespace kith::strategy {

using db::typed;

const db::TypedTable<Plan>& plans()
{
    static const db::TypedTable<Plan> table{"plan", "from_day DESC, id DESC",
                                            {typed("kind", &Plan::kind, plan_kinds()), typed("name", &Plan::name), typed("vision", &Plan::vision), typed("from_day", &Plan::from), typed("until_day", &Plan::until),
                                             typed("under_plan_id", &Plan::under), typed("state", &Plan::state, plan_states()), typed("version", &Plan::version), typed("replaces_plan_id", &Plan::replaces)}};
    return table;
}

const db::TypedTable<Part>& plan_parts()
{
    static const db::TypedTable<Part> table{"plan_part", "place, id",
                                            {typed("plan_id", &Part::plan), typed("kind", &Part::kind, part_kinds()), typed("code", &Part::code), typed("under_part_id", &Part::under), typed("title", &Part::title),
                                             typed("words", &Part::words), typed("place", &Part::place)}};
    return table;
}

const db::TypedTable<Action>& actions()
{
    static const db::TypedTable<Action> table{"plan_action", "place, id",
                                              {typed("plan_id", &Action::plan), typed("plan_part_id", &Action::theme), typed("code", &Action::code), typed("title", &Action::title), typed("words", &Action::words),
                                               typed("owner", &Action::owner), typed("account_id", &Action::account), typed("lead", &Action::lead), typed("contributors", &Action::contributors), typed("starts_on", &Action::starts_on),
                                               typed("due_on", &Action::due_on), typed("done_on", &Action::done_on), typed("cost_pence", &Action::cost), typed("funding", &Action::funding), typed("told", &Action::told), typed("place", &Action::place)}};
    return table;
}

const db::TypedTable<Milestone>& milestones()
{
    static const db::TypedTable<Milestone> table{"milestone", "due_on, id", {typed("plan_action_id", &Milestone::action), typed("title", &Milestone::title), typed("due_on", &Milestone::due_on), typed("done_on", &Milestone::done_on)}};
    return table;
}

const db::TypedTable<Update>& updates()
{
    static const db::TypedColumn<Update> says{{"says"},
                                              [](const Update& update) { return update.says ? db::Argument{choice_of(action_states(), *update.says).name} : db::Argument::null_of(db::Kind::text); },
                                              [](Update& update, const db::Row& row) {
                                                  if (const auto name = row.get<std::optional<std::string>>("says")) update.says = choice_named(action_states(), *name);
                                              }};
    static const db::TypedTable<Update> table{"action_update", "made_on DESC, id DESC",
                                              {typed("plan_action_id", &Update::action), typed("account_id", &Update::by), typed("made_on", &Update::made_on), typed("words", &Update::words), says, typed("reason", &Update::reason),
                                               typed("evidence", &Update::evidence)}};
    return table;
}

const db::TypedTable<Serves>& serves()
{
    static const db::TypedTable<Serves> table{"action_serves", "id", {typed("plan_action_id", &Serves::action), typed("plan_part_id", &Serves::part)}};
    return table;
}

const db::TypedTable<Answers>& answers()
{
    static const db::TypedTable<Answers> table{"action_answers", "id", {typed("plan_action_id", &Answers::action), typed("finding", &Answers::finding), typed("title", &Answers::title), typed("since", &Answers::since)}};
    return table;
}

const db::TypedTable<WaitsFor>& waits()
{
    static const db::TypedTable<WaitsFor> table{"action_waits", "id", {typed("plan_action_id", &WaitsFor::action), typed("on_action_id", &WaitsFor::on)}};
    return table;
}

const Action* WholePlan::action_with(ActionId id) const
{
    const auto found = std::ranges::find(actions, id, &Action::id);
    return found == actions.end() ? nullptr : &*found;
}

ActionFacts WholePlan::facts(const Action& action, Date today) const
{
    const auto of = [&](const auto& things) {
        const auto found = things.find(action.id);
        return found == things.end() ? typename std::decay_t<decltype(things)>::mapped_type{} : found->second;
    };
    ActionFacts facts{.action = action, .milestones = of(milestones), .updates = of(updates), .behind = measures.behind(action.id), .held_up_by = {}};
    for (const auto& one : waits)
        if (const auto* on = one.action == action.id ? action_with(one.on) : nullptr; on != nullptr && is_overdue(*on, today)) facts.held_up_by.push_back(on->called());
    return facts;
}

namespace {

template <class Thing>
std::map<ActionId, std::vector<Thing>> by_action(std::vector<Thing> things)
{
    std::map<ActionId, std::vector<Thing>> sorted;
    for (auto& thing : things) sorted[thing.action].push_back(std::move(thing));
    return sorted;
}

/// What ties the plan to others under the same roof, both ways.
void read_shared(db::Reader& reader, WholePlan& whole)
{
    std::map<PlanId, Plan> others;
    const auto plan_of = [&](PlanId id) -> const Plan* {
        if (const auto found = others.find(id); found != others.end()) return &found->second;
        auto plan = plans().with_id(reader, id);
        return plan ? &others.emplace(id, *std::move(plan)).first->second : nullptr;
    };
    for (const auto& one : whole.serves) {
        if (part_with(whole.parts, one.part) != nullptr) continue;
        const auto part = plan_parts().with_id(reader, one.part);
        if (const auto* plan = part ? plan_of(part->plan) : nullptr) whole.shared_parts.push_back({one.action, *part, *plan});
    }
    constexpr std::string_view from_elsewhere = "plan_part_id IN (SELECT id FROM plan_part WHERE ended_by IS NULL AND plan_id = $1) AND plan_action_id IN (SELECT id FROM plan_action WHERE ended_by IS NULL AND plan_id <> $1)";
    for (const auto& one : serves().where(reader, from_elsewhere, whole.plan.id)) {
        const auto action = actions().with_id(reader, one.action);
        if (const auto* plan = action ? plan_of(action->plan) : nullptr) whole.shared_actions.push_back({*action, *plan, one.part});
    }
}

}  // namespace

namespace {

/// The newest update of each action; `and_where` narrows whose.
std::string newest_of(const std::string& and_where)
{
    return "id IN (SELECT id FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY plan_action_id ORDER BY made_on DESC, id DESC) AS place FROM action_update WHERE ended_by IS NULL" + and_where + ") newest WHERE place = 1)";
}

}  // namespace

WholePlan whole_plan(db::Reader& reader, Plan plan, Heard heard)
{
    constexpr std::string_view of_its_actions = "plan_action_id IN (SELECT id FROM plan_action WHERE ended_by IS NULL AND plan_id = $1)";
    const auto id = plan.id;
    WholePlan whole{.plan = std::move(plan),
                    .parts = plan_parts().where(reader, "plan_id = $1", id),
                    .actions = actions().where(reader, "plan_id = $1", id),
                    .serves = serves().where(reader, of_its_actions, id),
                    .answers = answers().where(reader, of_its_actions, id),
                    .waits = waits().where(reader, of_its_actions, id),
                    .milestones = by_action(milestones().where(reader, of_its_actions, id)),
                    .updates = by_action(heard == Heard::everything ? updates().where(reader, of_its_actions, id) : updates().where(reader, newest_of(" AND " + std::string{of_its_actions}), id)),
                    .measures = measures_of(reader, id),
                    .shared_actions = {},
                    .shared_parts = {}};
    read_shared(reader, whole);
    return whole;
}

std::vector<std::pair<PlanId, ActionState>> statuses(db::Reader& reader, Date today)
{
    WholePlan every{.plan = {}, .parts = {}, .actions = actions().all(reader), .serves = {}, .answers = {}, .waits = waits().all(reader), .milestones = by_action(milestones().all(reader)), .updates = by_action(updates().where(reader, newest_of(""))), .measures = all_measures(reader), .shared_actions = {}, .shared_parts = {}};
    std::vector<std::pair<PlanId, ActionState>> all;
    for (const auto& action : every.actions) all.emplace_back(action.plan, shown_status(every.facts(action, today), today).state);
    return all;
}

std::vector<OwnAction> actions_of_account(db::Reader& reader, access::AccountId account, Date today)
{
    std::vector<OwnAction> own;
    std::map<PlanId, WholePlan> wholes;
    for (auto& action : actions().where(reader, "account_id = $1", account)) {
        auto found = wholes.find(action.plan);
        if (found == wholes.end())
            if (auto plan = plans().with_id(reader, action.plan)) found = wholes.emplace(action.plan, whole_plan(reader, *std::move(plan))).first;
        if (found == wholes.end()) continue;
        const auto facts = found->second.facts(action, today);
        auto status = shown_status(facts, today);
        auto wanted = found->second.plan.state == PlanState::current ? wanted_of(facts, today) : std::nullopt;
        own.push_back({found->second.plan, std::move(action), std::move(status), std::move(wanted)});
    }
    return own;
}

std::vector<std::pair<Action, Plan>> actions_answering(db::Reader& reader, const figures::Reference& finding)
{
    const auto text = figures::Reference{finding.kind, finding.id, {}}.text();
    std::vector<std::pair<Action, Plan>> found;
    for (const auto& one : answers().where(reader, "finding = $1 OR finding LIKE $2", text, text + "@%")) {
        const auto action = actions().with_id(reader, one.action);
        const auto plan = action ? plans().with_id(reader, action->plan) : std::nullopt;
        if (plan) found.emplace_back(*action, *plan);
    }
    return found;
}

Result<Plan> plan_meant(db::Reader& reader, std::string_view name)
{
    if (name.empty()) {
        std::vector<Plan> open;
        for (auto& plan : plans().where(reader, "state <> 'closed'"))
            if (!version_after(reader, plan.id)) open.push_back(std::move(plan));
        if (open.size() == 1) return open.front();
        return unacceptable("plan", open.empty() ? "No plan is written down that this could belong to. Begin one, or take one in from a file" : "There are several plans: add a column \"plan\" with the name of the one that is meant");
    }
    auto plan = plans().one(reader, "name = $1 AND state = 'current'", name);
    if (!plan) plan = newest_called(reader, name);
    if (!plan) return unacceptable("plan", "There is no plan called \"" + std::string{name} + "\". Take the plan in first, or write its name as it stands on its page");
    if (plan->state == PlanState::closed) return unacceptable("plan", "The plan \"" + std::string{name} + "\" is closed. Begin its next version first");
    return *std::move(plan);
}

std::vector<Plan> plans_under(db::Reader& reader, PlanId plan) { return plans().where(reader, "under_plan_id = $1", plan); }

void take_away(db::ChangeSet& changes, const Action& action)
{
    const auto end_all = [&](const auto& table) {
        for (const auto& one : table.where(changes.writer(), "plan_action_id = $1", action.id)) table.end(changes, one);
    };
    end_all(milestones());
    end_all(updates());
    end_all(serves());
    end_all(answers());
    end_all(shown_by());
    for (const auto& one : waits().where(changes.writer(), "plan_action_id = $1 OR on_action_id = $1", action.id)) waits().end(changes, one);
    actions().end(changes, action);
}

void take_away(db::ChangeSet& changes, const Part& part)
{
    for (const auto& one : serves().where(changes.writer(), "plan_part_id = $1", part.id)) serves().end(changes, one);
    for (auto action : actions().where(changes.writer(), "plan_part_id = $1", part.id)) {
        action.theme.reset();
        actions().keep(changes, std::move(action), {});
    }
    for (auto under : plan_parts().where(changes.writer(), "under_part_id = $1", part.id)) {
        if (under.kind == PartKind::criterion) plan_parts().end(changes, under);
        else {
            under.under.reset();
            plan_parts().keep(changes, std::move(under), {});
        }
    }
    plan_parts().end(changes, part);
}

void take_away(db::ChangeSet& changes, const WholePlan& draft)
{
    for (const auto& one : draft.shared_actions)
        for (const auto& tie : serves().where(changes.writer(), "plan_action_id = $1 AND plan_part_id = $2", one.action.id, one.part)) serves().end(changes, tie);
    for (const auto& action : draft.actions) take_away(changes, action);
    for (const auto& measure : draft.measures.measures) take_away(changes, measure);
    for (const auto& part : plan_parts().where(changes.writer(), "plan_id = $1", draft.plan.id)) plan_parts().end(changes, part);
    for (const auto& risk : risks_of(changes.writer(), draft.plan.id)) take_away(changes, risk);
    plans().end(changes, draft.plan);
}

std::optional<Plan> newest_called(db::Reader& reader, std::string_view name)
{
    auto found = plans().where(reader, "name = $1", name);
    const auto newest = std::ranges::max_element(found, {}, &Plan::version);
    return newest == found.end() ? std::nullopt : std::optional{*newest};
}

bool was_more_than_a_draft(db::Reader& reader, PlanId plan) { return reader.one("SELECT 1 FROM plan WHERE id = $1 AND state <> 'draft' LIMIT 1", plan).has_value(); }

std::optional<Plan> version_after(db::Reader& reader, PlanId plan) { return plans().one(reader, "replaces_plan_id = $1", plan); }

}  // namespace kith::strategy
