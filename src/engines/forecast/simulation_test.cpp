#include "forecast/simulation.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace kith::forecast {
namespace {

/// A rate that is known exactly.
Rate exactly(double rate) { return {.usual = rate, .usual_years = 0, .source = {}}; }

Plan plan_of(int workers, Rate leave, int months = 24, int runs = 200)
{
    Plan plan{.workers = {}, .groups = {{.name = "social workers", .leave = std::move(leave), .refill = {.share = 0}}}, .months = months, .runs = runs};
    for (int number = 0; number < workers; ++number) plan.workers.push_back({.service = 10});
    return plan;
}
const MonthAnswer& end_of(const Answer& answer, std::size_t group = 0) { return answer.groups.at(group).months.back(); }

TEST(Simulation, AgreesWithTheFormulaWhereRatesAreConstant)
{
    constexpr double rate = 0.15, years = 5;
    constexpr int workers = 2'000, runs = 400;
    const auto answer = simulate(plan_of(workers, exactly(rate), 60, runs), true).value();
    const auto stays = std::exp(-rate * years);
    double mean = 0, spread = 0;
    for (int run = 0; run < runs; ++run) mean += answer.heads[static_cast<std::size_t>(run * 61 + 60)] / static_cast<double>(runs);
    for (int run = 0; run < runs; ++run) spread += std::pow(answer.heads[static_cast<std::size_t>(run * 61 + 60)] - mean, 2) / (runs - 1);
    const auto variance = workers * stays * (1 - stays);  // of a binomial
    EXPECT_NEAR(mean, workers * stays, 4 * std::sqrt(variance / runs));
    EXPECT_NEAR(spread / variance, 1, 4 * std::sqrt(2.0 / runs));
    EXPECT_NEAR(answer.groups[0].expected[static_cast<std::size_t>(Flow::left)], workers * (1 - stays), 4 * std::sqrt(variance / runs));
    EXPECT_NEAR(answer.groups[0].months[12].heads, workers * std::exp(-rate), 3 * std::sqrt(workers * 0.12));
}

TEST(Simulation, ChangesRatesWithServiceAndAgeOnTheWay)
{
    auto plan = plan_of(4'000, exactly(0.2), 36, 200);
    plan.groups[0].by_service = {2, 1, 0.5, 0.5};
    plan.groups[0].retire[age_bands - 2] = 0.5;  // from 65
    for (auto& worker : plan.workers) worker.service = 0, worker.age = 64;
    const auto answer = simulate(plan).value();
    // By hand: a year at 0.4, a year at 0.2 and 0.5, a year at 0.1 and 0.5.
    EXPECT_NEAR(end_of(answer).heads / 4'000, std::exp(-0.4 - 0.7 - 0.6), 0.005);
    EXPECT_NEAR(answer.groups[0].months[12].heads / 4'000, std::exp(-0.4), 0.005);
    const auto retired = answer.groups[0].expected[static_cast<std::size_t>(Flow::retired)] / 4'000;
    EXPECT_NEAR(retired, std::exp(-0.4) * (5.0 / 7) * (1 - std::exp(-0.7)) + std::exp(-1.1) * (5.0 / 6) * (1 - std::exp(-0.6)), 0.005);
}

/// Three groups with everything that may happen.
Plan everything()
{
    auto plan = plan_of(300, {.usual = 0.2, .usual_years = 50, .events = 9, .years = 60, .source = {}}, 48, 60);
    plan.groups[0].refill = {};
    plan.groups[0].moves = {{1, exactly(0.1)}, {2, exactly(0.05)}};
    plan.groups.push_back({.name = "seniors", .leave = exactly(0.1), .moves = {{0, exactly(0.02)}}, .refill = {.share = 0.5}});
    plan.groups.push_back({.name = "few", .leave = exactly(0.3), .refill = {.share = 0}});
    for (int number = 0; number < 80; ++number) plan.workers.push_back({.group = 1, .fte = 600, .age = 50.0F + static_cast<float>(number % 20), .service = 3});
    for (int number = 0; number < 6; ++number) plan.workers.push_back({.group = 2, .until = 1.5F});
    plan.groups[1].retire.fill(0.05);
    plan.intakes = {{.group = 0, .people = 12, .from = 0.5, .for_years = 3, .probability = 0.7, .lag = 0.25}, {.group = 1, .people = 5, .from = 1, .for_years = 0}};
    plan.keeps = {{.group = 0, .from = 2, .times = 0.5}};
    return plan;
}

TEST(Simulation, LosesAndInventsNobody)
{
    const auto plan = everything();
    const auto answer = simulate(plan, true).value();
    const auto stride = static_cast<std::size_t>(plan.months) + 1;
    for (std::size_t run = 0; run < 60; ++run) {
        int moved_in = 0, moved_out = 0;
        for (std::size_t group = 0; group < 3; ++group) {
            const auto& events = answer.events[run * 3 + group];
            const auto of = [&](Flow flow) { return events[static_cast<std::size_t>(flow)]; };
            const auto* heads = &answer.heads[(run * 3 + group) * stride];
            EXPECT_EQ(heads[0] + of(Flow::joined) + of(Flow::came_by_plan) + of(Flow::moved_in) - of(Flow::moved_out) - of(Flow::left) - of(Flow::retired) - of(Flow::ended), heads[stride - 1]);
            EXPECT_GE(*std::min_element(heads, heads + stride), 0);
            moved_in += of(Flow::moved_in), moved_out += of(Flow::moved_out);
        }
        EXPECT_EQ(moved_in, moved_out);
    }
    EXPECT_GT(answer.groups[0].expected[static_cast<std::size_t>(Flow::came_by_plan)], 15);
}

TEST(Simulation, IsTheSameOnAnyNumberOfThreadsAndForASeed)
{
    auto plan = everything();
    plan.threads = 1;
    const auto one = simulate(plan, true).value();
    for (const int threads : {2, 3}) {
        plan.threads = threads;
        const auto other = simulate(plan, true).value();
        EXPECT_EQ(one.heads, other.heads);
        EXPECT_EQ(one.events, other.events);
        EXPECT_EQ(end_of(one).low80, end_of(other).low80);
    }
    // What came out when it was written; another answer is another model.
    EXPECT_EQ(std::accumulate(one.heads.begin(), one.heads.end(), std::int64_t{0}), 1'061'460);
    plan.seed = 2;
    EXPECT_NE(simulate(plan, true).value().heads, one.heads);
}

TEST(Simulation, FillsPostsAgainAfterTheirTime)
{
    auto plan = plan_of(500, exactly(0.3), 60, 40);
    plan.groups[0].refill = {.share = 1, .stages = {0, 0, 0}};
    EXPECT_EQ(end_of(simulate(plan).value()).heads, 500) << "at once";
    plan.groups[0].refill.stages = {0.1, 0.1, 0.2};
    // In balance a post is filled for 1 / 0.3 years and free for 0.4.
    EXPECT_NEAR(end_of(simulate(plan).value()).heads, 500 * (1 / 0.3) / (1 / 0.3 + 0.4), 8);
}

TEST(Simulation, TakesInWhoIsToComeAndKeepsMoreWhereThatIsPlanned)
{
    auto plan = plan_of(400, exactly(0.2), 36, 100);
    plan.intakes = {{.group = 0, .people = 100, .from = 1, .for_years = 0, .probability = 0.6, .lag = 0.5}};
    plan.groups[0].joins_at_fte = 500;
    const auto with = simulate(plan).value();
    EXPECT_NEAR(with.groups[0].expected[static_cast<std::size_t>(Flow::came_by_plan)], 60, 2);
    EXPECT_NEAR(with.groups[0].months[18].median, 400 * std::exp(-0.3), 12) << "nobody came before eighteen months";
    EXPECT_NEAR(end_of(with).median, 400 * std::exp(-0.6) + 60 * std::exp(-0.3) / 2, 8);
    plan.intakes.clear();
    plan.keeps = {{.group = 0, .from = 1, .times = 0.5}};
    EXPECT_NEAR(end_of(simulate(plan).value()).heads, 400 * std::exp(-0.2 - 0.2), 8);
}

TEST(Simulation, LetsCoverGoAgainAndRaisesHours)
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

TEST(Simulation, SaysHowOftenFewerAreThereThanAreRequired)
{
    auto plan = plan_of(100, exactly(0.1), 12, 400);
    plan.required = {{.group = 0, .now_low = 80, .now_high = 80, .then_low = 80, .then_high = 100}};
    const auto answer = simulate(plan).value();
    EXPECT_EQ(answer.groups[0].months[0].short_of, 0);
    EXPECT_DOUBLE_EQ(end_of(answer).required, 90);
    // 90.5 +- 2.9 are left; what is required lies anywhere from 80 to 100.
    EXPECT_NEAR(end_of(answer).short_of, 0.475, 0.08);
}

TEST(Simulation, ShowsSmallGroupsTogetherOnly)
{
    auto plan = everything();
    plan.groups.push_back({.name = "one person", .leave = exactly(0.1)});
    plan.workers.push_back({.group = 3});
    const auto answer = simulate(plan).value();
    ASSERT_EQ(answer.groups.size(), 3U);
    EXPECT_EQ(answer.groups[2].name, "other groups");
    EXPECT_EQ(answer.groups[2].now, 7);
    EXPECT_EQ(answer.groups[2].groups, (std::vector<std::uint16_t>{2, 3}));
}

TEST(Simulation, CoversAsItSaysWhereTheRateIsOnlyKnownFromAShortHistory)
{
    // Two hundred partnerships: each has its own rate, drawn about what is usual, and two years of history of eighty people.
    int within = 0;
    constexpr int partnerships = 400, people = 80;
    for (std::uint32_t number = 0; number < partnerships; ++number) {
        Draws draws{99, number, 0};
        const auto rate = gamma_of(draws, 0.16 * 60, 60);
        int events = 0;
        for (double time = draws.exponential(rate * people); time < 2; time += draws.exponential(rate * people)) ++events;
        auto plan = plan_of(people, {.usual = 0.16, .usual_years = 60, .events = static_cast<double>(events), .years = 2.0 * people, .source = {}}, 24, 150);
        plan.seed = number;
        const auto said = end_of(simulate(plan).value());
        int left = 0;
        for (int person = 0; person < people; ++person) left += draws.exponential(rate) < 2 ? 1 : 0;
        within += said.low80 <= people - left && people - left <= said.high80 ? 1 : 0;
    }
    EXPECT_GT(within, partnerships * 76 / 100);
    EXPECT_LT(within, partnerships * 88 / 100) << "whole people: a band of them holds a little more than it says";
}

TEST(Simulation, RefusesWhatCannotBeAndStopsWhenItIsTold)
{
    const auto message = [](const Plan& plan) {
        const auto answer = simulate(plan);
        return answer ? std::string{} : answer.error().message;
    };
    EXPECT_NE(message(plan_of(0, exactly(0.1))).find("nobody to forecast"), std::string::npos);
    EXPECT_NE(message(plan_of(10, exactly(0.1), 0)).find("1 to 600 months"), std::string::npos);
    EXPECT_NE(message(plan_of(10, exactly(0.1), 12, 0)).find("1 to 10000 runs"), std::string::npos);
    EXPECT_NE(message(plan_of(10, exactly(700))).find("mistake of units"), std::string::npos);
    EXPECT_NE(message(plan_of(10, exactly(std::nan("")))).find("mistake of units"), std::string::npos);
    auto plan = plan_of(10, exactly(0.1));
    plan.workers[3].group = 9;
    EXPECT_NE(message(plan).find("a group that there is none of"), std::string::npos);
    plan = plan_of(10, exactly(0.1));
    plan.required = {{.group = 0, .now_low = 5, .now_high = 3}};
    EXPECT_NE(message(plan).find("lower end"), std::string::npos);
    EXPECT_TRUE(message(plan_of(30, exactly(40), 12, 5)).empty()) << "a month in which nearly everybody leaves is odd, not impossible";
    EXPECT_TRUE(message(plan_of(1, exactly(0.1))).empty()) << "a group of one is shown with the others only";
    std::stop_source stop;
    stop.request_stop();
    EXPECT_NE(simulate(plan_of(10, exactly(0.1)), false, stop.get_token()).error().message.find("cancelled"), std::string::npos);
}

TEST(Gamma, HasItsMeanAndItsSpread)
{
    for (const double shape : {0.3, 1.0, 9.6, 200.0}) {
        double sum = 0, squares = 0;
        constexpr int number = 40'000;
        for (std::uint32_t at = 0; at < number; ++at) {
            Draws draws{5, at, 0};
            const auto x = gamma_of(draws, shape, 2);
            sum += x, squares += x * x;
        }
        const auto mean = sum / number, variance = squares / number - mean * mean;
        EXPECT_NEAR(mean, shape / 2, 4 * std::sqrt(shape / 4 / number));
        EXPECT_NEAR(variance / (shape / 4), 1, 0.08) << shape;
    }
}

}  // namespace
}  // namespace kith::forecast
