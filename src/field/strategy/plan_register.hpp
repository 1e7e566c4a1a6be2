#pragma once
// Plans, actions and what ties them together in the register. Each change is part of a change set.
#include "db/typed_table.hpp"
#include "strategy/measure_register.hpp"
#include "strategy/reminder.hpp"
#include "strategy/sight.hpp"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace kith::strategy {

const db::TypedTable<Plan>& plans();
const db::TypedTable<Part>& plan_parts();
const db::TypedTable<Action>& actions();
const db::TypedTable<Milestone>& milestones();
const db::TypedTable<Update>& updates();
const db::TypedTable<Serves>& serves();
const db::TypedTable<Answers>& answers();
const db::TypedTable<WaitsFor>& waits();

/// Everything that one plan is made of, as it stands.
struct WholePlan {
    Plan plan;
    std::vector<Part> parts;
    std::vector<Action> actions;
    std::vector<Serves> serves;
    std::vector<Answers> answers;
    std::vector<WaitsFor> waits;
    std::map<ActionId, std::vector<Milestone>> milestones;
    std::map<ActionId, std::vector<Update>> updates;  ///< newest first
    PlanMeasures measures;
    std::vector<SharedAction> shared_actions;  ///< of other plans, which serve parts of this one
    std::vector<SharedPart> shared_parts;      ///< of other plans, which actions of this one serve

    Sight sight() const { return {plan, parts, actions, serves, answers, measures.shown, shared_actions, shared_parts}; }
    ActionFacts facts(const Action& action, Date today) const;
    const Action* action_with(ActionId id) const;
};
/// Which updates are read with a plan: how its actions stand rests on the newest of each alone.
enum class Heard { everything, newest };
/// In some fifteen statements however large it is.
WholePlan whole_plan(db::Reader& reader, Plan plan, Heard heard = Heard::everything);

/// How every action of every plan stands, with its plan.
std::vector<std::pair<PlanId, ActionState>> statuses(db::Reader& reader, Date today);

/// Actions for which someone is named, with how they stand.
struct OwnAction {
    Plan plan;
    Action action;
    Status status;
    std::optional<WantedWord> wanted;  ///< of whoever is named, where the plan is the current one
};
std::vector<OwnAction> actions_of_account(db::Reader& reader, access::AccountId account, Date today);

/// Actions of any plan that answer a finding, on whatever day they were tied to it.
std::vector<std::pair<Action, Plan>> actions_answering(db::Reader& reader, const figures::Reference& finding);

/// With its milestones, updates and ties.
void take_away(db::ChangeSet& changes, const Action& action);
/// A draft, with everything that this room holds of it.
void take_away(db::ChangeSet& changes, const WholePlan& draft);
/// With what ties actions to it; what stood under it stands for itself.
void take_away(db::ChangeSet& changes, const Part& part);
/// A draft that was begun after a version, and which of its actions came from which.
struct NextVersion {
    Plan plan;
    std::map<ActionId, ActionId> actions;  ///< those that are not done, by the version before
};
/// A draft like this plan, one version on: actions that are done are left behind, of what was said of the others the newest word comes along.
NextVersion next_version(db::ChangeSet& changes, const WholePlan& of, Instant now);

/// The newest plan of that name; none where there is none.
std::optional<Plan> newest_called(db::Reader& reader, std::string_view name);
/// The plan that a file of its risks, figures or money means: the version of that name that is current, else its newest; without a name the one plan that is not closed. An error that says what to do
/// where it is none, closed, or one of several.
Result<Plan> plan_meant(db::Reader& reader, std::string_view name);
/// Plans that carry this one out, such as its annual action plans.
std::vector<Plan> plans_under(db::Reader& reader, PlanId plan);
/// It was in consultation, approved or more at any time.
bool was_more_than_a_draft(db::Reader& reader, PlanId plan);
/// The version begun after this one; none where none was.
std::optional<Plan> version_after(db::Reader& reader, PlanId plan);

}  // namespace kith::strategy
