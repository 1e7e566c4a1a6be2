#include "strategy/sight.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::strategy {
namespace {

using testing::ElementsAre;
using testing::Pair;

/// One outcome with an objective that is served and one that is not; a theme with an action and an empty one.
struct SmallPlan {
    Plan plan{.id = PlanId{1}, .name = "Small"};
    std::vector<Part> parts{{.id = PartId{1}, .kind = PartKind::outcome, .code = "1", .title = "Safe"},
                            {.id = PartId{2}, .kind = PartKind::objective, .code = "1.1", .under = PartId{1}},
                            {.id = PartId{3}, .kind = PartKind::objective, .code = "1.2", .title = "Heard"},
                            {.id = PartId{4}, .kind = PartKind::theme, .code = "T1", .title = "Skills"},
                            {.id = PartId{5}, .kind = PartKind::theme, .code = "T2", .title = "Outcome focus"},
                            {.id = PartId{6}, .kind = PartKind::criterion, .under = PartId{4}, .title = "Staff feel prepared"}};
    std::vector<Action> actions{{.id = ActionId{1}, .theme = PartId{4}, .code = "A1", .title = "Train", .owner = "Head of training", .due_on = Date::of(2027, 1, 1).value()},
                                {.id = ActionId{2}, .theme = PartId{4}, .code = "A2", .title = "Audit"}};
    std::vector<Serves> serves{{.action = ActionId{1}, .part = PartId{2}}};
    std::vector<Answers> answers{{.action = ActionId{1}, .finding = "assessment.theme:x", .title = "Skills stand at 2"}};
    std::vector<ShownBy> shown{{.action = ActionId{1}, .measure = MeasureId{1}}};
    std::vector<SharedAction> shared_actions;
    std::vector<SharedPart> shared_parts;
    Sight sight() const { return {plan, parts, actions, serves, answers, shown, shared_actions, shared_parts}; }
};

std::vector<std::string> called(const SightGap& gap)
{
    std::vector<std::string> names;
    for (const auto& [name, href] : gap.where) names.push_back(name);
    return names;
}

TEST(Sight, IsFollowedBothWays)
{
    const SmallPlan small;
    EXPECT_EQ(small.sight().actions_serving(PartId{2}).front()->code, "A1");
    EXPECT_EQ(small.sight().served_by(ActionId{1}).front()->code, "1.1");
    EXPECT_EQ(small.sight().actions_of_theme(PartId{4}).size(), 2U);
    EXPECT_EQ(small.sight().answered_by(ActionId{1}).front()->title, "Skills stand at 2");
    EXPECT_EQ(in_words(small.sight()), "2 actions in 1 of 2 themes, tied to 1 of 2 objectives by 1 link; 1 of 2 actions answer a finding.");
}

TEST(Sight, ListsWhatIsMissingOnTheWay)
{
    const SmallPlan small;
    const auto gaps = gaps_of(small.sight());
    std::vector<std::pair<std::string, std::vector<std::string>>> told;
    for (const auto& gap : gaps) told.emplace_back(gap.words, called(gap));
    EXPECT_THAT(told, ElementsAre(Pair("Objectives that no action serves", ElementsAre("1.2 Heard")), Pair("Themes without an action", ElementsAre("T2 Outcome focus")),
                                  Pair("Themes without words on what success looks like", ElementsAre("T2 Outcome focus")), Pair("Actions that serve no objective, outcome or priority", ElementsAre("A2 Audit")),
                                  Pair("Actions that answer no finding", ElementsAre("A2 Audit")), Pair("Actions that no measure will show", ElementsAre("A2 Audit")), Pair("Actions without an owner", ElementsAre("A2 Audit")), Pair("Actions without a date", ElementsAre("A2 Audit"))));
}

TEST(Sight, OfAPlanWithoutObjectivesAsksNoActionToServeOne)
{
    SmallPlan small;
    std::erase_if(small.parts, [](const Part& part) { return part.kind == PartKind::objective || part.kind == PartKind::outcome; });
    small.serves.clear();
    for (const auto& gap : gaps_of(small.sight())) EXPECT_NE(gap.words, "Actions that serve no objective, outcome or priority");
    EXPECT_EQ(in_words(small.sight()), "2 actions in 1 of 2 themes; 1 of 2 actions answer a finding.");
}

TEST(Plan, GoesFromDraftToClosedAndIsFixedFromApproval)
{
    EXPECT_THAT(may_follow(PlanState::draft), ElementsAre(PlanState::approved));
    EXPECT_THAT(may_follow(PlanState::consultation), ElementsAre(PlanState::approved, PlanState::draft));
    EXPECT_THAT(may_follow(PlanState::closed), ElementsAre(PlanState::current));
    EXPECT_FALSE(Plan{.state = PlanState::consultation}.is_fixed());
    for (const auto state : {PlanState::approved, PlanState::current, PlanState::closed}) EXPECT_TRUE(Plan{.state = state}.is_fixed());
    EXPECT_EQ(problems_of(Plan{.kind = PlanKind::action_plan, .name = "2027"}).front().field, "under");
    EXPECT_EQ(problems_of(Plan{.name = "Ends before it begins", .from = Date::of(2027, 1, 1).value(), .until = Date::of(2026, 1, 1).value()}).front().field, "until");
}

TEST(Part, MayBeAnObjectiveKnownByItsCodeAlone)
{
    EXPECT_THAT(problems_of(Part{.kind = PartKind::objective, .code = "13.2"}, {}), ElementsAre());
    EXPECT_EQ(problems_of(Part{.kind = PartKind::objective}, {}).front().field, "title");
    EXPECT_EQ(problems_of(Part{.kind = PartKind::theme, .code = "T1"}, {}).front().field, "title");
    EXPECT_EQ(problems_of(Part{.kind = PartKind::criterion, .title = "Good"}, {}).front().field, "under");
    const Part held{.id = PartId{1}, .kind = PartKind::objective, .code = "13.2"};
    EXPECT_EQ(problems_of(Part{.kind = PartKind::objective, .code = "13.2"}, {held}).front().field, "code");
    EXPECT_THAT(problems_of(Part{.kind = PartKind::theme, .code = "13.2", .title = "Another kind"}, {held}), ElementsAre());
}

}  // namespace
}  // namespace kith::strategy
