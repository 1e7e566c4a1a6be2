// Plans through the importer: the three strategies of the source documents, and spreadsheets as people have them.
#include "strategy/plan_kind.hpp"

#include "db/transaction.hpp"
#include "kit/databases.hpp"
#include "kit/test_app.hpp"
#include "strategy/plan_difference.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>

namespace kith::strategy {
namespace {

using testing::ElementsAre;

class PlanKind : public testing::TestWithParam<db::Engine> {
protected:
    static returns::File source(const std::string& name)
    {
        std::ifstream stream{std::string{KITH_SOURCE_DIR} + "/packs/plans/" + name, std::ios::binary};
        return {name, {std::istreambuf_iterator<char>{stream}, {}}};
    }
    returns::Checked check(const returns::File& file)
    {
        db::Reader reader{app_.database()};
        return plan_kind().check({.file = file, .beside = {}, .organisation = {}, .today = app_.today(), .reader = reader});
    }
    returns::Accepted accept(const returns::File& file)
    {
        const auto checked = check(file);
        EXPECT_EQ(checked.refusal, "");
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "plan taken"};
        auto accepted = plan_kind().accept(changes, checked, app_.now());
        writer.commit();
        return accepted;
    }
    WholePlan plan()
    {
        db::Reader reader{app_.database()};
        return whole_plan(reader, plans().all(reader).at(0));
    }
    static std::map<std::string, std::int64_t> by_rule(const returns::Checked& checked)
    {
        std::map<std::string, std::int64_t> rules;
        for (const auto& finding : checked.findings) ++rules[finding.rule];
        return rules;
    }
    static std::int64_t count(const WholePlan& whole, PartKind kind) { return std::ssize(parts_of_kind(whole.parts, kind)); }

    kit::TestApp app_{[](web::Routes&) {}, {.engine = GetParam()}};
};
KITH_ON_EACH_ENGINE(PlanKind);

TEST_P(PlanKind, TakesKingstonsStrategyWithNothingInvented)
{
    const auto file = source("kingston_2009_plan.csv");
    ASSERT_TRUE(plan_kind().recognise(file.bytes));
    const auto checked = check(file);
    EXPECT_EQ(checked.can_take, checked.rows);
    EXPECT_THAT(by_rule(checked), ElementsAre(std::pair{"S-PLAN-7", 28}, std::pair{"S-PLAN-8", 28}, std::pair{"S-PLAN-9", 28})) << "no owner, no date, no cost: the findings say so";
    accept(file);
    const auto whole = plan();
    EXPECT_EQ(count(whole, PartKind::theme), 8) << "seven themes, and outcome focus of the contents list";
    EXPECT_EQ(count(whole, PartKind::criterion), 26);
    EXPECT_EQ(count(whole, PartKind::principle), 13);
    EXPECT_EQ(count(whole, PartKind::objective), 17);
    EXPECT_EQ(whole.actions.size(), 28U);
    EXPECT_EQ(whole.serves.size(), 46U);
    std::vector<std::size_t> actions, criteria;
    const auto sight = whole.sight();
    for (const auto* theme : parts_of_kind(whole.parts, PartKind::theme)) {
        actions.push_back(sight.actions_of_theme(theme->id).size());
        criteria.push_back(parts_of_kind(whole.parts, PartKind::criterion, theme->id).size());
    }
    EXPECT_THAT(actions, ElementsAre(4, 4, 3, 5, 4, 5, 3, 0));
    EXPECT_THAT(criteria, ElementsAre(5, 3, 2, 4, 3, 4, 5, 0));
    for (const auto* objective : parts_of_kind(whole.parts, PartKind::objective)) {
        EXPECT_EQ(objective->title, "") << "titles of objectives are not in the source";
        EXPECT_EQ(objective->under, std::nullopt) << "nor which outcome they lead to";
        EXPECT_FALSE(sight.actions_serving(objective->id).empty()) << objective->code;
    }
    EXPECT_THAT(in_words(sight), testing::StartsWith("28 actions in 7 of 8 themes, tied to 17 of 17 objectives by 46 links; none answers a finding."));
    const auto gaps = gaps_of(sight);
    const auto empty = std::ranges::find(gaps, "Themes without an action", &SightGap::words);
    ASSERT_NE(empty, gaps.end());
    EXPECT_EQ(empty->where.size(), 1U);
}

TEST_P(PlanKind, TakesNewcastlesAndWigans)
{
    accept(source("newcastle_2008_plan.csv"));
    auto whole = plan();
    EXPECT_EQ(count(whole, PartKind::theme), 8);
    EXPECT_EQ(count(whole, PartKind::objective), 7);
    EXPECT_EQ(count(whole, PartKind::priority), 7);
    const auto regional = std::ranges::count_if(whole.actions, [](const Action& action) { return action.code >= "T7.A1" && action.code <= "T7.A4" && !action.lead.empty(); });
    EXPECT_EQ(regional, 4) << "four regional projects with lead authorities";
    const auto done = std::ranges::find(whole.actions, "done", &Action::told);
    ASSERT_NE(done, whole.actions.end());
    EXPECT_EQ(shown_status(whole.facts(*done, app_.today()), app_.today()), (Status{ActionState::done, "Done, as its source says; no day is given"}));
    accept(source("wigan_2011_plan.csv"));
    db::Reader reader{app_.database()};
    whole = whole_plan(reader, *newest_called(reader, std::ranges::max(plans().all(reader), {}, &Plan::id).name));
    EXPECT_EQ(count(whole, PartKind::priority), 6);
    EXPECT_EQ(count(whole, PartKind::step), 6);
    EXPECT_EQ(count(whole, PartKind::enabler), 13);
}

TEST_P(PlanKind, OfASecondTimeChangesWhatChangedAndNothingElse)
{
    const returns::File first{"plan.csv", "kind,code,theme,title,objectives,owner,due\nplan,,,Ours,,,\nobjective,1,,Heard,,,\ntheme,T1,,Skills,,,\naction,A1,T1,Train,1,Head,1/3/2027\naction,A2,T1,Audit,,,\n"};
    accept(first);
    const auto again = check(first);
    EXPECT_EQ(again.difference.writes, 0) << "nothing to change";
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "by hand"};
        auto action = actions().all(writer).at(0);
        action.account = access::AccountId{9};
        actions().keep(changes, action, app_.now());
        writer.commit();
    }
    const returns::File second{"plan.csv", "kind,code,theme,title,objectives,owner,due\nplan,,,Ours,,,\naction,A1,T1,Train all,1,Head,1/4/2027\naction,A3,T2,Recruit,,,\n"};
    const auto checked = check(second);
    std::map<std::string, std::int64_t> headings;
    for (const auto& one : checked.difference.headings) headings[one.id] = one.count;
    EXPECT_THAT(headings, ElementsAre(std::pair{"absent", 3}, std::pair{"changed", 1}, std::pair{"links", 0}, std::pair{"new", 1}, std::pair{"themes", 1}, std::pair{"unchanged", 0}));
    accept(second);
    const auto whole = plan();
    EXPECT_EQ(whole.actions.size(), 3U);
    EXPECT_EQ(whole.actions[0].title, "Train all");
    EXPECT_EQ(whole.actions[0].account, access::AccountId{9}) << "what a file does not say stays";
    EXPECT_EQ(whole.serves.size(), 1U);
    EXPECT_EQ(count(whole, PartKind::theme), 2) << "a theme that a row names is made";
}

TEST_P(PlanKind, ReadsASpreadsheetAsPeopleHaveIt)
{
    const returns::File file{"actions.csv", "Action plan 2026,,,,\nStrategy,Work area,Action,Who,By when\nOurs,Induction,Run four courses,Training coordinator,31/03/2027\nOurs,Induction,,Nobody,31/02/2027\nOurs,Audit,Ask all partners,,soon\n"};
    ASSERT_TRUE(plan_kind().recognise(file.bytes));
    const auto checked = check(file);
    EXPECT_EQ(checked.refusal, "");
    EXPECT_EQ(checked.can_take, 1);
    std::vector<std::string> told;
    for (const auto& finding : checked.findings)
        if (finding.severity == returns::Severity::error) told.push_back(std::to_string(finding.line) + " " + finding.column + ": " + finding.message);
    EXPECT_THAT(told, ElementsAre("4 By when: Enter a real date with day, month and year, such as 27/3/2026", "4 Action: Enter what is to be done", "5 By when: Enter a real date with day, month and year, such as 27/3/2026"));
    accept(file);
    const auto whole = plan();
    EXPECT_EQ(whole.actions.at(0).owner, "Training coordinator");
    EXPECT_EQ(whole.plan.name, "Ours");
    EXPECT_EQ(count(whole, PartKind::theme), 1) << "of the row that was taken alone";
}

TEST_P(PlanKind, RefusesWhatItCannotPlace)
{
    EXPECT_THAT(check({"a.csv", "action,owner,due\nTrain,Head,1/3/2027\n"}).refusal, testing::HasSubstr("does not say which plan it is"));
    accept({"a.csv", "plan,action,owner,due\nOurs,Train,Head,1/3/2027\n"});
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "approved"};
        auto plan = plans().all(writer).at(0);
        plan.state = PlanState::approved;
        plans().keep(changes, plan, app_.now());
        writer.commit();
    }
    EXPECT_THAT(check({"a.csv", "plan,action,owner,due\nOurs,Train more,Head,1/3/2027\n"}).refusal, testing::HasSubstr("its text is fixed"));
    EXPECT_FALSE(plan_kind().recognise("staff_reference,role\n1,2\n"));
}

}  // namespace
}  // namespace kith::strategy
