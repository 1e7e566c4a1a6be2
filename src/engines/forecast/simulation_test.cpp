#include "forecast/run_rates.hpp"
#include "forecast/test_plans.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace kith::forecast {
namespace {

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
    for (auto& group : plan.groups) group.change_hours = exactly(0.1), group.hours = {500, 800, 1000}, group.hours_after = {400, 900}, group.joining_ages = {22, 30, 45}, group.posts_vary = 0.1;
    plan.groups[0].by_terms[3] = 3;
    for (std::size_t at = 0; at < 40; ++at) plan.workers[at].terms = Terms::agency;
    plan.open_posts = {{.group = 0, .fte = 500}, {.group = 1}};
    plan.conversions = {{.from = 0, .to = 1, .people = 20, .at = 1.5, .probability = 0.9, .is_followed = true}};
    plan.redesigns = {{.from = 1, .to = 0, .at = 2, .share = 0.3}};
    plan.shares = {{.from = 0, .to = 1, .fte = 4, .at = 1, .for_years = 1}};
    return plan;
}

TEST(Simulation, LosesAndInventsNobodyInAnyMonth)
{
    auto plan = everything();
    const auto whole = simulate(plan, true).value();
    const auto long_stride = static_cast<std::size_t>(plan.months) + 1;
    EXPECT_GT(whole.groups[0].expected[static_cast<std::size_t>(Flow::came_by_plan)], 15);
    // A shorter forecast is the beginning of the longer one; so its events are those up to its last month.
    for (plan.months = 1; plan.months <= 48; ++plan.months) {
        const auto answer = simulate(plan, true).value();
        const auto stride = static_cast<std::size_t>(plan.months) + 1;
        for (std::size_t run = 0; run < 60; ++run) {
            int moved_in = 0, moved_out = 0;
            for (std::size_t group = 0; group < 3; ++group) {
                const auto& events = answer.events[run * 3 + group];
                const auto of = [&](Flow flow) { return events[static_cast<std::size_t>(flow)]; };
                const auto* heads = &answer.heads[(run * 3 + group) * stride];
                ASSERT_EQ(heads[0] + of(Flow::joined) + of(Flow::came_by_plan) + of(Flow::moved_in) - of(Flow::moved_out) - of(Flow::left) - of(Flow::retired) - of(Flow::ended), heads[stride - 1]);
                ASSERT_EQ(heads[stride - 1], whole.heads[(run * 3 + group) * long_stride + stride - 1]) << plan.months;
                EXPECT_GE(*std::min_element(heads, heads + stride), 0);
                moved_in += of(Flow::moved_in), moved_out += of(Flow::moved_out);
            }
            ASSERT_EQ(moved_in, moved_out);
        }
    }
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
    EXPECT_EQ(std::accumulate(one.heads.begin(), one.heads.end(), std::int64_t{0}), 1'205'237);
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

TEST(Simulation, ShowsSmallGroupsTogetherOnly)
{
    auto plan = everything();
    plan.groups.push_back({.name = "one person", .leave = exactly(0.1)});
    plan.workers.push_back({.group = 3});
    const auto answer = simulate(plan).value();
    // Six and one are seven, who would still be too few: the smallest of the others goes with them.
    ASSERT_EQ(answer.groups.size(), 2U);
    EXPECT_EQ(answer.groups[1].name, "other groups");
    EXPECT_EQ(answer.groups[1].now, 87);
    EXPECT_EQ(answer.groups[1].groups, (std::vector<std::uint16_t>{2, 3, 1}));
    plan.least_shown = 7;
    ASSERT_EQ(simulate(plan).value().groups.size(), 3U);
    EXPECT_EQ(simulate(plan).value().groups[2].groups, (std::vector<std::uint16_t>{2, 3}));
    plan.groups[1].people = 5;
    EXPECT_EQ(simulate(plan).value().groups.size(), 2U) << "eighty engagements of five people are five people";
}

TEST(Simulation, ChangesHoursAndKeepsWhoIsThere)
{
    auto plan = plan_of(1'000, exactly(0), 24, 40);
    plan.groups[0].change_hours = exactly(0.25);
    plan.groups[0].hours_after = {400, 600, 800};
    const auto answer = simulate(plan).value();
    EXPECT_EQ(end_of(answer).heads, 1'000);
    EXPECT_NEAR(answer.groups[0].expected[static_cast<std::size_t>(Flow::changed_hours)], 500, 20);
    // Whoever has changed at least once works 0.6 in the middle.
    EXPECT_NEAR(end_of(answer).median, 1'000 * (std::exp(-0.5) + 0.6 * (1 - std::exp(-0.5))), 10);
}

TEST(Simulation, GivesNewcomersTheHoursOfThoseWhoCame)
{
    auto plan = plan_of(400, exactly(0.5), 24, 20);
    for (auto& worker : plan.workers) worker.fte = 500;
    plan.groups[0].refill = {.share = 1, .stages = {0, 0, 0}};
    plan.groups[0].hours = {1000};
    const auto answer = simulate(plan).value();
    EXPECT_EQ(end_of(answer).heads, 400);
    EXPECT_NEAR(end_of(answer).median, 400 * (1 - std::exp(-1) / 2), 8) << "and not of those who left";
}

TEST(Simulation, LeavesAtOtherRatesOnOtherTerms)
{
    auto plan = plan_of(2'000, exactly(0.1), 12, 40);
    plan.groups[0].by_terms = {1, 1, 1, 4, 1};
    for (std::size_t at = 0; at < 1'000; ++at) plan.workers[at].terms = Terms::agency;
    EXPECT_NEAR(end_of(simulate(plan).value()).heads, 1'000 * (std::exp(-0.1) + std::exp(-0.4)), 12);
}

TEST(Simulation, TellsOfEverybodyTogether)
{
    const auto answer = simulate(everything()).value();
    EXPECT_EQ(answer.all.now, 386);
    EXPECT_EQ(answer.all.groups.size(), 3U);
    double fte = 0, left = 0;
    for (const auto& group : answer.groups) fte += group.months[0].median, left += group.expected[static_cast<std::size_t>(Flow::left)];
    EXPECT_NEAR(answer.all.months[0].median, fte, 1e-3);
    EXPECT_NEAR(answer.all.expected[static_cast<std::size_t>(Flow::left)], left, 1e-9);
    EXPECT_LT(end_of(answer).high80 - end_of(answer).low80, answer.all.months.back().high80 - answer.all.months.back().low80);
}

TEST(Simulation, KeepsPostsWherePeopleMoveBetweenGroups)
{
    auto plan = plan_of(300, exactly(0.1), 60, 60);
    plan.groups[0].refill = {.share = 1, .stages = {0, 0, 0}};
    plan.groups.push_back(plan.groups[0]);
    for (int number = 0; number < 200; ++number) plan.workers.push_back({.group = 1, .service = 10});
    plan.groups[0].moves = {{1, exactly(0.05)}};
    const auto answer = simulate(plan).value();
    // Fifteen a year move and are followed; of the twenty posts that fall free there a year they fill three in four.
    EXPECT_EQ(end_of(answer).heads, 300);
    EXPECT_NEAR(end_of(answer, 1).heads, 200, 8);
    EXPECT_NEAR(answer.groups[1].expected[static_cast<std::size_t>(Flow::moved_in)], 75, 4);
    EXPECT_NEAR(answer.groups[1].expected[static_cast<std::size_t>(Flow::joined)], 25, 3);
}

TEST(Simulation, LetsTheNumberOfPostsVary)
{
    auto plan = plan_of(1'000, exactly(0.3), 12, 1'000);
    plan.groups[0].refill = {.share = 1, .stages = {0, 0, 0}};
    EXPECT_EQ(end_of(simulate(plan).value()).low80, 1'000) << "posts are kept, and filled at once";
    plan.groups[0].posts_vary = 0.05;
    const auto end = simulate(plan, true).value();
    double mean = 0, squares = 0;
    for (std::size_t run = 0; run < 1'000; ++run) mean += end.heads[run * 13 + 12] / 1'000.0, squares += std::pow(end.heads[run * 13 + 12] - 1'000, 2) / 1'000.0;
    EXPECT_NEAR(mean, 1'000, 8);
    EXPECT_NEAR(std::sqrt(squares), 50, 5);
    EXPECT_LT(end_of(end).low80, 950);
    EXPECT_GT(end_of(end).high80, 1'050);
    // What two groups have in common goes up and down in both.
    plan.groups.push_back(plan.groups[0]);
    for (int number = 0; number < 1'000; ++number) plan.workers.push_back({.group = 1, .service = 10});
    for (const double together : {0.0, 1.0}) {
        plan.vary_together = together;
        const auto answer = simulate(plan).value();
        double products = 0, own = 0;
        for (std::size_t run = 0; run < 1'000; ++run) {
            const auto one = static_cast<double>(answer.groups[0].ends[run]) - 1'000, other = static_cast<double>(answer.groups[1].ends[run]) - 1'000;
            products += one * other, own += one * one;
        }
        EXPECT_NEAR(products / own, together, 0.15);
    }
}

TEST(Simulation, CountsMoreThanTwoMillionFullTimeEquivalents)
{
    EXPECT_EQ(end_of(simulate(plan_of(2'200'000, exactly(0), 1, 1)).value()).median, 2'200'000);
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
    plan.required = {{.group = 0, .series = {{0, 5, 3}}}};
    EXPECT_NE(message(plan).find("lower end"), std::string::npos);
    EXPECT_TRUE(message(plan_of(30, exactly(40), 12, 5)).empty()) << "a month in which nearly everybody leaves is odd, not impossible";
    EXPECT_NE(message(plan_of(9, exactly(0.1))).find("Fewer than 10 people"), std::string::npos) << "a group of one is shown with others, and nine are not shown at all";
    EXPECT_NE(message(plan_of(10, exactly(-0.1))).find("mistake of units"), std::string::npos);
    plan = plan_of(10, exactly(0.1), 600, 10'000);
    plan.groups.resize(100, plan.groups[0]);
    EXPECT_NE(message(plan).find("more than memory holds"), std::string::npos);
    plan = plan_of(10, exactly(0.1));
    plan.keeps = {{.group = 4, .times = 1}};
    EXPECT_FALSE(message(plan).empty());
    plan.keeps = {{.group = 0, .times = std::nan("")}};
    EXPECT_FALSE(message(plan).empty());
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
