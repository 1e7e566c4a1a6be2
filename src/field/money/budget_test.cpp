#include "money/budget.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::money {
namespace {

using testing::ElementsAre;

const Date today = Date::of(2026, 6, 1).value();

std::vector<std::string> words(const std::vector<MoneyFlag>& flags)
{
    std::vector<std::string> all;
    for (const auto& flag : flags) all.push_back(flag.words);
    return all;
}

TEST(FinancialYear, IsReadAsPeopleWriteIt)
{
    for (const auto* text : {"2009-10", "2009/10", "2009/2010", "2009", " 2009/10 "}) EXPECT_EQ(year_in(text), 2009) << text;
    EXPECT_EQ(year_in("1999/00"), 1999);
    for (const auto* text : {"", "2009/11", "2009-2009", "09/10", "year", "2009/10/11", "1066"}) EXPECT_EQ(year_in(text), std::nullopt) << text;
    EXPECT_EQ(year_words(1999), "1999/00");
    EXPECT_EQ(first_day_of(2009).iso(), "2009-04-01");
    EXPECT_EQ(last_day_of(2009).iso(), "2010-03-31");
    EXPECT_EQ(year_of(Date::of(2010, 3, 31).value()), 2009);
    EXPECT_EQ(year_of(Date::of(2010, 4, 1).value()), 2010);
}

TEST(Sums, LeaveOutWhatNobodySaid)
{
    const std::vector<BudgetLine> lines{{.heading = "Training", .year = 2026, .planned = Pence{100'00}, .spent = Pence{40'00}, .forecast = Pence{90'00}}, {.heading = "Courses", .year = 2026, .planned = Pence{50'00}}, {.heading = "Rooms", .year = 2027}};
    EXPECT_EQ(sum_of(lines), (Sums{.planned = Pence{150'00}, .committed = Pence{}, .spent = Pence{40'00}, .forecast = Pence{140'00}, .lines = 3, .without_planned = 1}));
    EXPECT_EQ(by_year(lines).at(2026).forecast, Pence{140'00}) << "a line without a forecast comes to what is planned";
    EXPECT_EQ(in_words(sum_of(lines)), "£150 planned, £40 spent; expected to come to £140. 1 line does not say what is planned.");
    EXPECT_EQ(sum_of({{.heading = "Rooms", .committed = Pence{5'00}, .spent = Pence{15'00}}}).forecast, Pence{20'00}) << "what is spent and ordered is expected, planned or not";
    EXPECT_EQ(in_words(sum_of({})), "No money is written down yet.");
}

TEST(Flags, SayThatAGrantEndsBeforeWhatItPaysFor)
{
    const Fund grant{.id = FundId{1}, .name = "Graduate grant", .ends_on = Date::of(2026, 12, 31).value(), .amount = Pence{100'00}};
    const strategy::Action courses{.id = ActionId{1}, .title = "Courses", .due_on = Date::of(2027, 6, 30).value()};
    BudgetLine line{.heading = "Fees", .year = 2026, .fund = grant.id, .action = courses.id, .planned = Pence{100'00}};
    EXPECT_THAT(words(flags_of({grant}, {line}, {courses}, today)), ElementsAre("Graduate grant ends on 31 December 2026, before \"Courses\" is due on 30 June 2027"));
    EXPECT_EQ(flags_of({grant}, {line, line}, {courses}, today).size(), 2U) << "said once of both lines; and they come to more than it holds";
    auto done = courses;
    done.done_on = today;
    EXPECT_TRUE(flags_of({grant}, {line}, {done}, today).empty());
    line.year = 2027;
    EXPECT_THAT(words(flags_of({grant}, {line}, {done}, today)), ElementsAre("Graduate grant ends on 31 December 2026, before the year that it is to pay for: Fees, 2027/28"));
}

TEST(Flags, SayWhatIsTooMuchOrPaidByNobody)
{
    const Fund grant{.id = FundId{1}, .name = "Grant", .amount = Pence{100'00}};
    const BudgetLine dear{.heading = "Fees", .year = 2026, .fund = grant.id, .planned = Pence{80'00}, .forecast = Pence{120'00}}, unpaid{.heading = "Rooms", .year = 2026, .planned = Pence{10'00}, .spent = Pence{11'00}};
    EXPECT_THAT(words(flags_of({grant}, {dear, unpaid}, {}, today)), ElementsAre("Grant holds £100, and what it is to pay for comes to £120", "Fees, 2026/27 is expected to cost £120, more than the £80 planned", "Nobody pays for Rooms, 2026/27 yet",
                                                                          "Rooms, 2026/27 has cost £11, more than the £10 planned"));
    EXPECT_THAT(words(flags_of({grant}, {}, {}, today)), ElementsAre("Grant pays for nothing that is written down"));
}

TEST(Flags, SayWhereCostAndLinesDifferAndWhatAYearThatIsOverStillExpects)
{
    const Fund grant{.id = FundId{1}, .name = "Grant"};
    const strategy::Action courses{.id = ActionId{1}, .title = "Courses", .cost = Pence{55'00}};
    const BudgetLine over{.heading = "Fees", .year = 2025, .fund = grant.id, .action = courses.id, .planned = Pence{60'00}, .spent = Pence{58'20}}, open{.heading = "Fees", .year = 2026, .fund = grant.id, .action = courses.id, .planned = Pence{60'00}, .spent = Pence{10'00}};
    EXPECT_THAT(words(flags_of({grant}, {over, open}, {courses}, today)), ElementsAre("Fees, 2025/26: the year is over, £58.20 was spent and £60 is still expected", "\"Courses\" is to cost £55, and the lines for it plan £120"));
    auto settled = over;
    settled.forecast = Pence{58'20};
    auto agreed = courses;
    agreed.cost = Pence{60'00};
    EXPECT_TRUE(flags_of({grant}, {settled}, {agreed}, today).empty());
}

TEST(Fund, HasACodeOfItsOwnAndEndsAfterItBegins)
{
    const Fund one{.id = FundId{1}, .code = "G1", .name = "One"}, other{.id = FundId{2}, .code = "G1", .name = "", .starts_on = today, .ends_on = today.plus_days(-1)};
    EXPECT_EQ(problems_of(other, {one}).size(), 3U);
    EXPECT_TRUE(problems_of(one, {one}).empty());
}

}  // namespace
}  // namespace kith::money
