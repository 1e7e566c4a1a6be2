// Budgets from files: that of a source document, and spreadsheets as people have them.
#include "files/csv_writer.hpp"
#include "kit/kind_desk.hpp"
#include "money/budget_kind.hpp"
#include "money/budget_register.hpp"
#include "money/routes.hpp"
#include "strategy/plan_kind.hpp"
#include "strategy/plan_register.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::money {
namespace {

class BudgetKind : public testing::TestWithParam<db::Engine> {
protected:
    kit::KindDesk desk_{GetParam()};
};
KITH_ON_EACH_ENGINE(BudgetKind);

TEST_P(BudgetKind, TakesNewcastlesGrants)
{
    desk_.accept(strategy::plan_kind(), kit::KindDesk::source("newcastle_2008_plan.csv"));
    const auto file = kit::KindDesk::source("newcastle_2008_budget.csv");
    ASSERT_TRUE(budget_kind().recognise(file.bytes));
    desk_.accept(budget_kind(), file);
    db::Reader reader{desk_.app().database()};
    const auto plan = strategy::plans().all(reader).at(0).id;
    const auto held = lines_of(reader, plan);
    const auto paying = funds_of(reader, plan);
    ASSERT_EQ(paying.size(), 2U) << "one for youth support, one held by the voluntary sector";
    EXPECT_EQ(paying.at(1).holder, "NCVS");
    EXPECT_FALSE(paying.at(1).ends_on) << "the source gives no day";
    const auto years = by_year(held);
    EXPECT_EQ(years.at(2007).planned, Pence{20'000'00});
    EXPECT_EQ(years.at(2008).planned, Pence{20'000'00});
    EXPECT_EQ(years.at(2009).planned, Pence{41'000'00}) << "21,000 for youth support, 20,000 for the voluntary sector";
    EXPECT_EQ(desk_.check(budget_kind(), file).difference.writes, 0) << "the same file twice changes nothing";
}

TEST_P(BudgetKind, ReadsSpreadsheetsAndSaysWhatIsWrong)
{
    desk_.accept(strategy::plan_kind(), {"plan.csv", "kind,title,objectives\nplan,Our strategy,\naction,Train,\n"});
    const returns::File file{"budget.csv", "Budget heading,Financial year,Funding,Planned,Action,End date\nCourses,2026/27,Grant,\"£20,000\",Train,31/03/2027\nRooms,2026/28,Grant,10,,\nFood,2026/27,,much,,\nTravel,2026/27,,,,\n"};
    ASSERT_TRUE(budget_kind().recognise(file.bytes));
    const auto checked = desk_.check(budget_kind(), file);
    EXPECT_EQ(checked.can_take, 2);
    EXPECT_THAT(kit::KindDesk::by_rule(checked), testing::ElementsAre(testing::Pair("M-BUD-2", 1), testing::Pair("M-BUD-5", 1), testing::Pair("M-BUD-7", 1), testing::Pair("M-BUD-8", 1)));
    desk_.accept(budget_kind(), file);
    desk_.accept(budget_kind(), {"budget.csv", "heading,year,source,spent\nCourses,2026/27,Grant,5000\n"});
    db::Reader reader{desk_.app().database()};
    const auto held = lines_of(reader, strategy::plans().all(reader).at(0).id);
    ASSERT_EQ(held.size(), 2U);
    EXPECT_EQ(held.front().planned, Pence{20'000'00}) << "what the second file does not say stays";
    EXPECT_EQ(held.front().spent, Pence{5'000'00});
    EXPECT_TRUE(held.front().action);
    EXPECT_EQ(funds().all(reader).size(), 1U);
}

TEST_P(BudgetKind, SaysWhatChangesOfLinesAndFundsAndWhatItCannotPlace)
{
    desk_.accept(strategy::plan_kind(), {"plan.csv", "kind,title,objectives\nplan,Our strategy,\naction,Train,\n"});
    desk_.accept(budget_kind(), {"budget.csv", "heading,year,source,holder,ends,amount\nCourses,2026/27,Grant,Council,2027-03-31,20000\n"});
    const returns::File again{"budget.csv", "heading,year,source,holder,ends,amount,spent,action\nCourses,2026/27,Grant,Council,2027-06-30,20000,25000,T1.A9\nCourses,2026/27,Grant,Council,,5,,\n"};
    const auto checked = desk_.check(budget_kind(), again);
    EXPECT_THAT(kit::KindDesk::by_rule(checked), testing::ElementsAre(testing::Pair("M-BUD-10", 1), testing::Pair("M-BUD-11", 1), testing::Pair("M-BUD-12", 1)));
    const auto& changed = checked.difference.headings.at(1);
    ASSERT_EQ(changed.samples.size(), 2U);
    EXPECT_EQ(changed.samples.at(0).words, "Ends on: 30 June 2027, was 31 March 2027");
    EXPECT_EQ(changed.samples.at(1).words, "Spent: £25,000, was nothing");
    desk_.accept(budget_kind(), again);
    db::Reader reader{desk_.app().database()};
    EXPECT_EQ(funds().all(reader).at(0).ends_on->iso(), "2027-06-30");
}

TEST_P(BudgetKind, TakesBackWhatAPlanIsTakenAwayWith)
{
    desk_.accept(strategy::plan_kind(), {"plan.csv", "kind,code,title,objectives\nplan,,Our strategy,\naction,A1,Train,\n"});
    desk_.accept(budget_kind(), {"budget.csv", "heading,year,source,kind,giver,holder,conditions,ends,amount,spent,action,words\nCourses,2026/27,Grant,grant,The region,Council,For schools alone,2027-03-31,\"20,000.50\",10,A1,Said so\nRooms,2025/26,,,,,,,7,,,\n"});
    db::Reader reader{desk_.app().database()};
    const auto table = table_of(reader, strategy::plans().all(reader).at(0));
    files::CsvWriter csv;
    csv.row(table.columns);
    for (const auto& row : table.rows) csv.row(row);
    const auto checked = desk_.check(budget_kind(), {"back.csv", std::move(csv).text()});
    EXPECT_EQ(checked.difference.writes, 0) << "the same file twice changes nothing";
    EXPECT_EQ(checked.can_take, 2);
}

}  // namespace
}  // namespace kith::money
