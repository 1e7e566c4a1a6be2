#include "strategy/action.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::strategy {
namespace {

const Date today = Date::of(2026, 6, 1).value();

Action under_way()
{
    return {.id = ActionId{1}, .title = "Train lead professionals", .owner = "Head of workforce", .starts_on = today.plus_days(-30), .due_on = today.plus_days(90)};
}
Update update(int days_ago, std::optional<ActionState> says = {}, std::string reason = {})
{
    return {.action = ActionId{1}, .made_on = today.plus_days(-days_ago), .words = "It goes on", .says = says, .reason = std::move(reason)};
}

TEST(ProposedStatus, IsTheFirstFactThatHolds)
{
    const auto state = [&](const Action& action, std::vector<Milestone> milestones = {}, std::vector<Update> updates = {}, std::vector<std::string> behind = {}) {
        return proposed_status({.action = action, .milestones = std::move(milestones), .updates = std::move(updates), .behind = std::move(behind), .held_up_by = {}}, today);
    };
    EXPECT_EQ(state(under_way()), (Status{ActionState::on_track, "Nothing of it is late; due on 30 August 2026"}));
    auto action = under_way();
    action.due_on = today.plus_days(-1);
    EXPECT_EQ(state(action), (Status{ActionState::late, "Was due on 31 May 2026"}));
    action.due_on = today;
    EXPECT_EQ(state(action).state, ActionState::on_track) << "its day has not passed";
    action.done_on = today;
    action.due_on = today.plus_days(-9);
    EXPECT_EQ(state(action), (Status{ActionState::done, "Done on 1 June 2026"}));
    const Milestone late{.title = "First course held", .due_on = today.plus_days(-2)}, coming{.title = "Second", .due_on = today.plus_days(2)};
    EXPECT_EQ(state(under_way(), {late, coming}), (Status{ActionState::at_risk, "1 of 2 milestones is late: First course held was due on 30 May 2026"}));
    auto reached = late;
    reached.done_on = today;
    EXPECT_EQ(state(under_way(), {reached, coming}).state, ActionState::on_track);
    EXPECT_EQ(state(under_way(), {}, {}, {"Places taken"}), (Status{ActionState::at_risk, "Behind its trajectory: Places taken"}));
    EXPECT_EQ(proposed_status({.action = under_way(), .milestones = {}, .updates = {}, .behind = {}, .held_up_by = {"Audit skills"}}, today), (Status{ActionState::at_risk, "Waits for what is late: Audit skills"}));
    action = under_way();
    action.starts_on = today.plus_days(1);
    EXPECT_EQ(state(action), (Status{ActionState::not_started, "Begins on 2 June 2026"}));
    action = under_way();
    action.due_on.reset();
    EXPECT_EQ(state(action), (Status{ActionState::not_known, "It has no date to be held against"}));
}

TEST(ProposedStatus, IsAtRiskWhereNobodyHasSaidAnythingForSixtyDays)
{
    auto action = under_way();
    action.starts_on = today.plus_days(-200);
    EXPECT_EQ(proposed_status({action, {}, {update(60)}, {}, {}}, today).state, ActionState::on_track);
    EXPECT_EQ(proposed_status({action, {}, {update(61)}, {}, {}}, today), (Status{ActionState::at_risk, "Nothing was said of it since 1 April 2026"}));
    EXPECT_EQ(proposed_status({action, {}, {}, {}, {}}, today).state, ActionState::at_risk) << "it began 200 days ago";
    action.done_on = today;
    EXPECT_FALSE(is_stale({action, {}, {}, {}, {}}, today));
}

TEST(SaidStatus, StandsWithItsReasonUntilSomeoneLeavesItToTheRuleOrItIsDone)
{
    auto action = under_way();
    action.due_on = today.plus_days(-1);
    const ActionFacts said{action, {}, {update(1, ActionState::on_track, "The date moves with the course"), update(9)}, {}};
    EXPECT_EQ(said_status(said), (Status{ActionState::on_track, "The date moves with the course"}));
    EXPECT_EQ(shown_status(said, today), (Status{ActionState::late, "Was due on 31 May 2026; said to be on track: The date moves with the course"})) << "no word hides that a day has passed";
    auto open = action;
    open.due_on = today.plus_days(9);
    EXPECT_EQ(shown_status({open, {}, {update(1, ActionState::at_risk, "The trainer is ill")}, {}}, today), (Status{ActionState::at_risk, "The trainer is ill"})) << "else what a person says is shown";
    EXPECT_EQ(shown_status({action, {}, {update(0), update(1, ActionState::on_track, "Earlier")}, {}}, today).state, ActionState::late);
    EXPECT_EQ(shown_status({action, {}, {update(2, ActionState::stopped, "No money")}, {}}, today).state, ActionState::stopped);
    action.done_on = today;
    EXPECT_EQ(shown_status({action, {}, {update(1, ActionState::stopped, "No money")}, {}}, today).state, ActionState::done);
    EXPECT_EQ(problems_of(update(0, ActionState::on_track)).size(), 1U) << "another status needs a reason";
}

TEST(Action, LacksWhatAnApprovalNeeds)
{
    EXPECT_THAT(missing_of(under_way()), testing::IsEmpty());
    EXPECT_THAT(missing_of({.title = "From a source without dates", .owner = " "}), testing::ElementsAre("no owner", "no date"));
    auto action = under_way();
    action.starts_on = today;
    action.due_on = today.plus_days(-1);
    EXPECT_EQ(problems_of(action, {}).front().field, "due_on");
    action = under_way();
    action.code = "T1.A1";
    EXPECT_EQ(problems_of(action, {{.id = ActionId{2}, .code = "T1.A1", .title = "Another"}}).front().field, "code");
    EXPECT_THAT(problems_of(action, {action}), testing::IsEmpty()) << "its own code is no other's";
}

}  // namespace
}  // namespace kith::strategy
