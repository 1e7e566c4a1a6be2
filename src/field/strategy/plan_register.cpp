#include "strategy/plan_register.hpp"

#include "db/transaction.hpp"

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

ActionFacts WholePlan::facts(const Action& action) const
{
    ActionFacts facts{.action = action, .milestones = {}, .updates = {}, .behind = measures.behind(action.id)};
    for (const auto& one : milestones)
        if (one.action == action.id) facts.milestones.push_back(one);
    for (const auto& one : updates)
        if (one.action == action.id) facts.updates.push_back(one);
    return facts;
}

WholePlan whole_plan(db::Reader& reader, Plan plan)
{
    constexpr std::string_view of_its_actions = "plan_action_id IN (SELECT id FROM plan_action WHERE ended_by IS NULL AND plan_id = $1)";
    const auto plan_id = plan.id;
    WholePlan whole{.plan = std::move(plan), .parts = {}, .actions = {}, .serves = {}, .answers = {}, .milestones = {}, .updates = {}, .measures = measures_of(reader, plan_id)};
    const auto id = whole.plan.id;
    whole.parts = plan_parts().where(reader, "plan_id = $1", id);
    whole.actions = actions().where(reader, "plan_id = $1", id);
    whole.serves = serves().where(reader, of_its_actions, id);
    whole.answers = answers().where(reader, of_its_actions, id);
    whole.milestones = milestones().where(reader, of_its_actions, id);
    whole.updates = updates().where(reader, of_its_actions, id);
    return whole;
}

std::vector<std::pair<PlanId, ActionState>> statuses(db::Reader& reader, Date today)
{
    std::map<ActionId, std::vector<Milestone>> steps;
    for (auto& one : milestones().all(reader)) steps[one.action].push_back(std::move(one));
    std::map<ActionId, Update> newest;
    for (auto& one : updates().all(reader)) newest.try_emplace(one.action, std::move(one));  // newest first
    const PlanMeasures shows{.measures = measures().all(reader), .points = points().all(reader), .shown = shown_by().all(reader)};
    std::vector<std::pair<PlanId, ActionState>> all;
    for (const auto& action : actions().all(reader)) {
        ActionFacts facts{.action = action, .milestones = std::move(steps[action.id]), .updates = {}, .behind = shows.behind(action.id)};
        if (const auto found = newest.find(action.id); found != newest.end()) facts.updates.push_back(found->second);
        all.emplace_back(action.plan, shown_status(facts, today).state);
    }
    return all;
}

std::vector<OwnAction> actions_of_account(db::Reader& reader, access::AccountId account, Date today)
{
    std::vector<OwnAction> own;
    for (auto& action : actions().where(reader, "account_id = $1", account)) {
        const auto plan = plans().with_id(reader, action.plan);
        if (!plan) continue;
        const ActionFacts facts{.action = action, .milestones = milestones().where(reader, "plan_action_id = $1", action.id), .updates = updates().where(reader, "plan_action_id = $1", action.id), .behind = measures_of(reader, action.plan).behind(action.id)};
        auto status = shown_status(facts, today);
        const bool stale = is_stale(facts, today);
        own.push_back({*plan, std::move(action), std::move(status), stale});
    }
    return own;
}

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

Plan next_version(db::ChangeSet& changes, const WholePlan& of, Instant now)
{
    auto plan = of.plan;
    plan.replaces = plan.id;
    plan.id = {};
    plan.state = PlanState::draft;
    ++plan.version;
    plan = plans().keep(changes, std::move(plan), now);
    std::map<PartId, PartId> parts;
    const auto copied = [&](std::optional<PartId> id) { return id ? std::optional{parts.at(*id)} : std::nullopt; };
    for (const bool second : {false, true})  // what others stand under comes first
        for (auto part : of.parts) {
            if (part.under.has_value() != second) continue;
            const auto old = part.id;
            part.id = {};
            part.plan = plan.id;
            part.under = copied(part.under);
            parts.emplace(old, plan_parts().keep(changes, std::move(part), now).id);
        }
    std::map<MeasureId, MeasureId> copies;
    for (auto measure : of.measures.measures) {
        const auto old = measure.id;
        measure.id = {};
        measure.plan = plan.id;
        copies.emplace(old, measures().keep(changes, std::move(measure), now).id);
        for (auto point : of.measures.points_of(old)) {
            point.id = {};
            point.measure = copies.at(old);
            points().keep(changes, std::move(point), now);
        }
    }
    for (auto action : of.actions) {
        if (action.done_on) continue;
        const auto old = action.id;
        action.id = {};
        action.plan = plan.id;
        action.theme = copied(action.theme);
        action = actions().keep(changes, std::move(action), now);
        for (const auto& one : of.serves)
            if (one.action == old && parts.contains(one.part)) serves().keep(changes, {.action = action.id, .part = parts.at(one.part)}, now);
        for (const auto& one : of.answers)
            if (one.action == old) answers().keep(changes, {.action = action.id, .finding = one.finding, .title = one.title, .since = one.since}, now);
        for (const auto& one : of.measures.shown)
            if (one.action == old) shown_by().keep(changes, {.action = action.id, .measure = copies.at(one.measure)}, now);
        for (const auto& one : of.milestones)
            if (one.action == old && !one.done_on) milestones().keep(changes, {.action = action.id, .title = one.title, .due_on = one.due_on}, now);
    }
    return plan;
}

std::optional<Plan> newest_called(db::Reader& reader, std::string_view name)
{
    auto found = plans().where(reader, "name = $1", name);
    const auto newest = std::ranges::max_element(found, {}, &Plan::version);
    return newest == found.end() ? std::nullopt : std::optional{*newest};
}

std::optional<Plan> version_after(db::Reader& reader, PlanId plan) { return plans().one(reader, "replaces_plan_id = $1", plan); }

}  // namespace kith::strategy
