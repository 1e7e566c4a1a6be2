#include "returns/speaks.hpp"

#include <gtest/gtest.h>

namespace kith::returns {
namespace {

Date day(std::string_view iso) { return Date::parse_iso(iso).value(); }
const Date today = day("2026-11-22");

TEST(Speaks, ActsGoToIdsAndBackAndTheUnknownEndsNobody)
{
    EXPECT_EQ(act_of(act_id(Act::full)), Act::full);
    EXPECT_EQ(act_of(act_id(Act::changes)), Act::changes);
    EXPECT_EQ(act_of("everything"), Act::changes);
}

TEST(Speaks, TheLastDayIsTheOneSaidElseThePeriodsEndElseToday)
{
    EXPECT_EQ(last_day_of({}, today), today);
    EXPECT_EQ(last_day_of({.about = period_of("2026-10", today)}, today), day("2026-10-31"));
    EXPECT_EQ(last_day_of({.about = period_of("2026-11", today)}, today), today) << "the month is not over";
    EXPECT_EQ(last_day_of({.about = period_of("2026-10", today), .last_day = day("2026-10-15")}, today), day("2026-10-15"));
}

TEST(Speaks, PeriodsAreMonthsAndTerms)
{
    const auto choices = period_choices(today);
    EXPECT_EQ(choices.size(), 15U);
    EXPECT_EQ(choices.front().words, "Autumn term 2026");
    EXPECT_EQ(choices.at(1).words, "Summer term 2026");
    EXPECT_EQ(choices.at(3).words, "November 2026");
    EXPECT_EQ(choices.back().words, "December 2025");
    EXPECT_EQ(period_choices(day("2027-01-03")).front().words, "Spring term 2027");
    for (const auto& choice : choices) EXPECT_EQ(period_of(choice.id, today), choice.period) << choice.id;
    EXPECT_FALSE(period_of("2026-13", today));
    EXPECT_FALSE(period_of("soon", today));
    EXPECT_EQ(words_of({day("2026-09-01"), day("2026-09-14")}), "1 September 2026 to 14 September 2026");
}

TEST(Speaks, AFilesNameSpeaksOfAMonthOnlyWithItsYear)
{
    EXPECT_EQ(words_of(period_named_in("staff-september-2025.csv").value()), "September 2025");
    EXPECT_EQ(words_of(period_named_in("2025 Sept staff.csv").value()), "September 2025");
    EXPECT_EQ(words_of(period_named_in("payroll_2026-10.xlsx").value()), "October 2026");
    EXPECT_EQ(words_of(period_named_in("May Fields staff june 2026.csv").value()), "June 2026");
    for (const auto* name : {"May Fields staff.csv", "Staff Sept.csv", "May Fields staff 2026.csv", "staff.csv", "mill-edge-14.csv", ""}) EXPECT_FALSE(period_named_in(name)) << name;
}

TEST(Speaks, AReturnForTheWrongMonthIsQueried)
{
    const Speaks october{.about = period_of("2026-10", today)};
    const auto rules = [&](std::string_view name, std::optional<Date> newest, const Before& before) {
        std::vector<std::string> said;
        for (const auto& finding : judge_period(october, name, newest, before)) said.push_back(finding.rule);
        return said;
    };
    using Rules = std::vector<std::string>;
    EXPECT_EQ(rules("october-2026.csv", day("2026-10-31"), {}), Rules{});
    EXPECT_EQ(rules("september-2026.csv", {}, {}), Rules{"R-PERIOD-1"});
    EXPECT_EQ(rules("staff.csv", day("2026-11-01"), {}), Rules{"R-PERIOD-2"});
    EXPECT_EQ(rules("staff.csv", {}, {period_of("2026-11", today), today}), Rules{"R-PERIOD-3"});
    EXPECT_EQ(rules("staff.csv", {}, {period_of("2026-10", today), today}), Rules{}) << "the same month again is a correction";
    EXPECT_TRUE(judge_period({}, "september-2026.csv", today, {}).empty()) << "nobody said which month";
}

}  // namespace
}  // namespace kith::returns
