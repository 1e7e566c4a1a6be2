#include "forecast/test_plans.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace kith::forecast {
namespace {

TEST(Levers, FillsNoPostBehindCoverThatMoves)
{
    auto plan = plan_of(50, exactly(0), 24, 20);
    plan.groups[0].refill = {};
    plan.groups.push_back({.name = "another", .leave = exactly(0), .refill = {.share = 1}});
    plan.groups[0].moves = {{1, exactly(2)}};
    for (auto& worker : plan.workers) worker.group = 1;
    plan.intakes = {{.group = 0, .people = 30, .from = 0.25, .for_years = 0, .stays = 1}};
    const auto answer = simulate(plan).value();
    EXPECT_EQ(answer.all.months[12].heads, 80);
    EXPECT_EQ(answer.all.months[18].heads, 50) << "all cover has gone, wherever it went";
}

TEST(Levers, RetrainsAndFillsThePostsBehindThem)
{
    auto plan = plan_of(50, exactly(0), 24, 60);
    plan.groups.push_back({.name = "practitioners", .leave = exactly(0), .refill = {.share = 0}});
    for (int number = 0; number < 20; ++number) plan.workers.push_back({.group = 1, .fte = 500});
    plan.conversions = {{.from = 0, .to = 1, .people = 10, .at = 1, .probability = 0.8}};
    auto answer = simulate(plan).value();
    EXPECT_EQ(answer.groups[0].months[11].heads, 50);
    EXPECT_NEAR(answer.groups[1].expected[static_cast<std::size_t>(Flow::moved_in)], 8, 0.5);
    EXPECT_NEAR(answer.groups[0].months[24].heads, 42, 1);
    EXPECT_NEAR(answer.groups[1].months[24].median, 10 + 8, 1) << "they bring their hours";
    plan.conversions[0].is_followed = true;
    plan.groups[0].refill = {.share = 1, .stages = {0.01, 0.01, 0.01}};
    answer = simulate(plan).value();
    EXPECT_EQ(end_of(answer).heads, 50) << "their posts are filled again";
    EXPECT_NEAR(answer.groups[1].months[24].heads, 28, 1);
    plan.conversions[0].people = 1'000;
    plan.conversions[0].probability = 1;
    EXPECT_EQ(end_of(simulate(plan).value(), 1).heads, 70) << "no more than there are";
}

TEST(Levers, FillsFreedPostsWithOthersWhereWorkIsRedesigned)
{
    auto plan = plan_of(400, exactly(0.2), 36, 40);
    plan.groups[0].refill = {.share = 1, .stages = {0, 0, 0}};
    plan.groups.push_back({.name = "assistants", .leave = exactly(0), .refill = {.share = 0, .stages = {0, 0, 0}}});
    for (int number = 0; number < 10; ++number) plan.workers.push_back({.group = 1});
    plan.redesigns = {{.from = 0, .to = 1, .at = 1, .share = 0.5}};
    const auto answer = simulate(plan).value();
    EXPECT_EQ(answer.groups[0].months[12].heads, 400);
    // From the second year on half of those who leave are followed elsewhere: 400 exp(-0.1 x 2) are left.
    EXPECT_NEAR(end_of(answer).heads, 400 * std::exp(-0.2), 8);
    EXPECT_NEAR(end_of(answer, 1).heads, 10 + 400 * (1 - std::exp(-0.2)), 8);
}

TEST(Levers, SharesWhoIsThereAndNoMore)
{
    auto plan = plan_of(100, exactly(0), 12, 3);
    plan.groups.push_back({.name = "another employer's", .leave = exactly(0)});
    for (int number = 0; number < 20; ++number) plan.workers.push_back({.group = 1});
    plan.shares = {{.from = 0, .to = 1, .fte = 7.5, .at = 0.25, .for_years = 0.5}, {.from = 1, .to = 0, .fte = 1'000, .at = 1}};
    const auto answer = simulate(plan).value();
    EXPECT_EQ(answer.groups[0].months[2].median, 100);
    EXPECT_EQ(answer.groups[0].months[3].median, 92.5);
    EXPECT_EQ(answer.groups[1].months[8].median, 27.5);
    EXPECT_EQ(answer.groups[1].months[9].median, 20) << "given back";
    EXPECT_EQ(end_of(answer, 1).median, 0) << "no more than there are";
    EXPECT_EQ(end_of(answer).median, 120);
    EXPECT_EQ(end_of(answer).heads, 100) << "they stay whose they are";
}

TEST(Levers, TakesInNoMoreThanThereIsRoomFor)
{
    auto plan = plan_of(50, exactly(0), 36, 5);
    plan.intakes = {{.group = 0, .people = 20, .from = 0, .for_years = 2, .lag = 0.5, .most_in_post = 60}, {.group = 0, .people = 3, .from = 0.1, .for_years = 0}};
    const auto answer = simulate(plan).value();
    EXPECT_EQ(end_of(answer).heads, 60);
    EXPECT_EQ(answer.groups[0].months[6].heads, 53) << "the three of the other lever count";
}

TEST(Levers, FillsPostsThatStandOpenSomewhereOnTheirWay)
{
    auto plan = plan_of(100, exactly(0), 24, 200);
    plan.groups[0].refill = {.share = 0.9, .stages = {0.5, 0, 0}};
    for (int number = 0; number < 40; ++number) plan.open_posts.push_back({.group = 0, .fte = 500});
    auto answer = simulate(plan).value();
    EXPECT_EQ(answer.groups[0].months[0].heads, 100);
    EXPECT_NEAR(answer.groups[0].months[6].heads, 100 + 36 * (1 - std::exp(-1)), 1.5);
    EXPECT_NEAR(end_of(answer).median, 100 + 36 * (1 - std::exp(-4)) / 2, 1);
    // Two stages of a quarter and one of a half: the wait that is left is exp. of a half after none, one or two more, as likely as they are long.
    plan.groups[0].refill = {.share = 1, .stages = {0, 0.5, 0.5}};
    answer = simulate(plan).value();
    const auto after = 1.0, open = std::exp(-after / 0.5), both = open * (1 + after / 0.5);
    EXPECT_NEAR(answer.groups[0].months[12].heads, 100 + 40 * (1 - (open + both) / 2), 1.5);
}

TEST(Levers, TellsOfATargetWhereItsGroupIsShown)
{
    auto plan = plan_of(100, exactly(0.1), 24, 400);
    plan.groups.push_back({.name = "few", .leave = exactly(0.1)});
    for (int number = 0; number < 12; ++number) plan.workers.push_back({.group = 1});
    plan.targets = {{.group = 0, .people = 90, .at = 1}, {.group = 0, .people = 101, .at = 1}, {.group = 0, .people = 50, .at = 3}, {.group = 1, .people = 1, .at = 1}};
    auto answer = simulate(plan).value();
    // Of a hundred 90.5 stay in the middle, with a deviation of 2.9: 90 or more do in 64 %.
    EXPECT_NEAR(answer.targets[0].met, 0.64, 0.08);
    EXPECT_NEAR(answer.targets[0].heads, 90.5, 1);
    EXPECT_EQ(answer.targets[1].met, 0);
    EXPECT_FALSE(answer.targets[2].is_told) << "beyond the last month";
    EXPECT_TRUE(answer.targets[3].is_told);
    plan.least_shown = 20;
    EXPECT_FALSE(simulate(plan).value().targets[3].is_told) << "shown with others";
}

TEST(Levers, ReadsWhatIsRequiredAsASeries)
{
    auto plan = plan_of(100, exactly(0), 36, 50);
    plan.required = {{.group = 0, .series = {{1, 90, 90}, {2, 110, 130}}}, {.group = 0, .series = {{0, 5, 5}}}};
    const auto months = simulate(plan).value().groups[0].months;
    EXPECT_DOUBLE_EQ(months[0].required, 95);
    EXPECT_DOUBLE_EQ(months[12].required, 95);
    EXPECT_DOUBLE_EQ(months[18].required, 110);
    EXPECT_DOUBLE_EQ(months[24].required, 125);
    EXPECT_DOUBLE_EQ(months[36].required, 125) << "level beyond its end";
    EXPECT_EQ(months[12].short_of, 0);
    EXPECT_EQ(months[24].short_of, 1);
    plan.required[0].series = {{2, 1, 1}, {1, 1, 1}};
    EXPECT_NE(simulate(plan).error().message.find("order of time"), std::string::npos);
}

TEST(Levers, SaysHowOftenFewerAreThereThanAreRequired)
{
    auto plan = plan_of(100, exactly(0.1), 12, 400);
    plan.required = {{.group = 0, .series = {{0, 80, 80}, {1, 80, 100}}}};
    const auto answer = simulate(plan).value();
    EXPECT_EQ(answer.groups[0].months[0].short_of, 0);
    EXPECT_DOUBLE_EQ(end_of(answer).required, 90);
    // 90.5 +- 2.9 are left; what is required lies anywhere from 80 to 100.
    EXPECT_NEAR(end_of(answer).short_of, 0.475, 0.08);
}

TEST(Levers, TakesInWhoIsToComeAndKeepsMoreWhereThatIsPlanned)
{
    auto plan = plan_of(400, exactly(0.2), 36, 100);
    plan.intakes = {{.group = 0, .people = 100, .from = 1, .for_years = 0, .probability = 0.6, .lag = 0.5}};
    plan.groups[0].hours = {500};
    const auto with = simulate(plan).value();
    EXPECT_NEAR(with.groups[0].expected[static_cast<std::size_t>(Flow::came_by_plan)], 60, 2);
    EXPECT_NEAR(with.groups[0].months[18].median, 400 * std::exp(-0.3), 12) << "nobody came before eighteen months";
    EXPECT_NEAR(end_of(with).median, 400 * std::exp(-0.6) + 60 * std::exp(-0.3) / 2, 8);
    plan.intakes.clear();
    plan.keeps = {{.group = 0, .from = 1, .times = 0.5}};
    EXPECT_NEAR(end_of(simulate(plan).value()).heads, 400 * std::exp(-0.2 - 0.2), 8);
}

TEST(Levers, LetsCoverGoAgainAndRaisesHours)
{
    auto plan = plan_of(100, exactly(0), 24, 20);
    plan.groups[0].refill = {};
    plan.intakes = {{.group = 0, .people = 10, .from = 0.25, .for_years = 0, .stays = 0.5}};
    plan.hours = {{.group = 0, .from = 1.5, .times = 1.1}};
    const auto answer = simulate(plan).value();
    EXPECT_EQ(answer.groups[0].months[3].heads, 100);
    EXPECT_EQ(answer.groups[0].months[6].heads, 110);
    EXPECT_EQ(answer.groups[0].months[12].heads, 100) << "nobody follows cover";
    EXPECT_NEAR(answer.groups[0].months[17].median, 100, 1e-9);
    EXPECT_NEAR(answer.groups[0].months[18].median, 110, 1e-9);
    EXPECT_EQ(answer.groups[0].expected[static_cast<std::size_t>(Flow::ended)], 10);
    plan.intakes[0].stays = -1;
    EXPECT_FALSE(simulate(plan));
}

}  // namespace
}  // namespace kith::forecast
