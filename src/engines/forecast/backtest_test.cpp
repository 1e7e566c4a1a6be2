#include "forecast/backtest.hpp"

#include "forecast/draws.hpp"
#include "forecast/quantile.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace kith::forecast {
namespace {

/// A made nation: every authority grows by the nation's drift and shock, what lasts of its own, and chance that is larger where few are in post.
struct World {
    double drift = 0.02, shock = 0.02, lasting = 0.02, chance = 0.06, region = 0;
};
std::vector<Authority> nation(const World& world, std::uint64_t seed, int authorities, int years)
{
    std::vector<Authority> all;
    for (int number = 0; number < authorities; ++number) {
        Draws own{seed, 0, static_cast<std::uint64_t>(number) + 1};
        Authority authority{.code = "E" + std::to_string(number), .name = {}, .years = {}};
        auto in_post = 40 + 400 * own.uniform();
        constexpr int regions = 9;
        Draws of_region{seed, 0, static_cast<std::uint64_t>(number % regions), 1};
        const auto lasting = world.lasting * own.normal() + world.region * of_region.normal();
        authority.region = std::to_string(number % regions);
        for (int year = 0; year < years; ++year) {
            authority.years.push_back({2000 + year, in_post, 0.15 * in_post, 0.14 * in_post});
            Draws together{seed, static_cast<std::uint32_t>(year) + 1, 0};
            in_post *= std::exp(world.drift + world.shock * together.normal() + lasting + world.chance * std::sqrt(150 / in_post) * own.normal());
        }
        all.push_back(std::move(authority));
    }
    return all;
}

TEST(Quantile, IsThatOfSortedValues)
{
    EXPECT_EQ(quantile_of({}, 0.5), 0);
    EXPECT_DOUBLE_EQ(quantile_of({3, 1, 2}, 0.5), 2);
    EXPECT_DOUBLE_EQ(quantile_of({1, 2, 3, 4}, 0.5), 2.5);
    EXPECT_DOUBLE_EQ(quantile_of({1, 2, 3, 4, 5}, 0.9), 4.6);
    EXPECT_DOUBLE_EQ(quantile_of({7}, 0.1), 7);
}

TEST(Aggregate, KnowsNothingOfWhatCameAfterItsOrigin)
{
    auto before = nation({}, 3, 40, 8), after = before;
    for (auto& authority : after)
        for (auto& year : authority.years)
            if (year.year > 2004) year.in_post *= 3, year.starters = 1, year.leavers = std::nullopt;
    const auto one = Aggregate::learnt(before, 2004, 20), other = Aggregate::learnt(after, 2004, 20);
    for (int ahead = 1; ahead <= 5; ++ahead)
        for (std::size_t at = 0; at < before.size(); ++at) {
            EXPECT_EQ(one.forecast(before[at], ahead).median, other.forecast(after[at], ahead).median);
            EXPECT_EQ(one.forecast(before[at], ahead).high80, other.forecast(after[at], ahead).high80);
        }
    EXPECT_EQ(one.flows_of(before[0]).leavers, other.flows_of(after[0]).leavers);
    EXPECT_NE(Aggregate::learnt(before, 2005, 20).drift(), Aggregate::learnt(after, 2005, 20).drift());
}

TEST(Aggregate, WithOneYearSaysNoChangeWithABroadBand)
{
    const std::vector<Authority> one{{.code = "A", .name = {}, .years = {{2020, 150, 20, 18}}}};
    const auto model = Aggregate::learnt(one, 2020, 20);
    EXPECT_EQ(model.changes_seen(), 0);
    const auto band = model.forecast(one[0], 1);
    EXPECT_DOUBLE_EQ(band.median, 150);
    // By hand: a year's change of sd 10 % in all, of which the nation's shock is 3 %, and a drift of sd 3 % more: sqrt(0.01 + 0.0009) * 1.2816.
    EXPECT_NEAR(std::log(band.high80 / 150), 1.2815515655 * std::sqrt(0.01 + 0.0009), 1e-6);
    EXPECT_NEAR(std::log(band.low80 / 150), -std::log(band.high80 / 150), 1e-9);
    EXPECT_LT(band.high50, band.high80);
    EXPECT_GT(model.forecast(one[0], 5).high80, band.high80);
    EXPECT_EQ(model.flows_of(one[0]).leavers, 0) << "one count is no flow";
}

TEST(Aggregate, DrawsFlowsTowardsTheNationsAndShowsWhatTheyLeaveUnexplained)
{
    std::vector<Authority> two{{.code = "A", .name = {}, .years = {{2020, 1000, 0, 0}, {2021, 1060, 150, 100}}}, {.code = "B", .name = {}, .years = {{2020, 100, 0, 0}, {2021, 100, 40, 40}}}};
    const auto model = Aggregate::learnt(two, 2021, 20);
    // The nation: 1100 before, 190 started, 140 left, 60 more in all: 10 are unexplained. B: (40 + 300 * 190 / 1100) / (100 + 300).
    const auto flows = model.flows_of(two[1]);
    EXPECT_NEAR(flows.starters, (40 + 300 * 190.0 / 1100) / 400, 1e-12);
    EXPECT_NEAR(flows.leavers, (40 + 300 * 140.0 / 1100) / 400, 1e-12);
    EXPECT_NEAR(flows.residual, (0 + 300 * 10.0 / 1100) / 400, 1e-12);
    EXPECT_NEAR(model.national_growth().at(2021), std::log(1160.0 / 1100), 1e-12);
    EXPECT_NEAR(model.drift(), std::log(1160.0 / 1100) / 2, 1e-12) << "one year seen weighs as much as the one assumed";
}

TEST(Aggregate, LeadsAlongItsMiddleByFlowsThatReconcile)
{
    const auto made = nation({.drift = 0.05}, 3, 30, 6);
    const auto model = Aggregate::learnt(made, 2005, 20);
    EXPECT_TRUE(model.has_flows());
    const auto path = model.path(made[4], 4);
    ASSERT_EQ(path.size(), 4U);
    auto before = made[4].in(2005)->in_post;
    for (std::size_t at = 0; at < path.size(); ++at) {
        EXPECT_EQ(path[at].year, 2006 + static_cast<int>(at));
        EXPECT_EQ(path[at].band.median, model.forecast(made[4], static_cast<int>(at) + 1).median);
        EXPECT_NEAR(before + path[at].starters - path[at].leavers + path[at].residual, path[at].band.median, 1e-9);
        EXPECT_NEAR(path[at].leavers / before, 0.14, 0.02) << "what was published, as a share of those in post a year before";
        EXPECT_GT(path[at].starters, path[at].leavers - path[at].residual) << "it grows";
        before = path[at].band.median;
    }
    EXPECT_FALSE(Aggregate::learnt(std::vector<Authority>{{.code = "A", .name = {}, .years = {{2020, 100}, {2021, 110}}}}, 2021, 20).has_flows());
}

TEST(Aggregate, CoversAsItSaysOnMadeNations)
{
    double within = 0, all = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const auto made = nation({}, seed, 120, 9);
        for (int origin = 2003; origin <= 2007; ++origin) {
            const auto model = Aggregate::learnt(made, origin, 20);
            for (const auto& authority : made)
                for (int ahead = 1; origin + ahead <= 2008; ++ahead) {
                    const auto band = model.forecast(authority, ahead);
                    const auto came = authority.in(origin + ahead)->in_post;
                    within += band.low80 <= came && came <= band.high80 ? 1 : 0, ++all;
                }
        }
    }
    EXPECT_GT(within / all, 0.76);
    EXPECT_LT(within / all, 0.84);
}

TEST(Aggregate, LearnsFromTheRegionWhereRegionsDifferAndLosesNothingWhereTheyDoNot)
{
    const auto scores = [](const World& world, bool with_regions) {
        double error = 0, score = 0;
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            auto made = nation(world, seed, 150, 6);
            if (!with_regions)
                for (auto& authority : made) authority.region.clear();
            const auto found = backtest(made, {.resamples = 1});
            for (const auto& one : found.pooled) error += one.scores.mae_model, score += one.scores.interval_score_model;
        }
        return std::pair{error, score};
    };
    const World same{.lasting = 0.02, .region = 0}, other{.lasting = 0.02, .region = 0.03};
    const auto [error, score] = scores(same, true);
    const auto [error_without, score_without] = scores(same, false);
    EXPECT_NEAR(error / error_without, 1, 0.003);
    EXPECT_NEAR(score / score_without, 1, 0.003);
    const auto [other_error, other_score] = scores(other, true);
    const auto [other_error_without, other_score_without] = scores(other, false);
    EXPECT_LT(other_error, 0.99 * other_error_without);
    EXPECT_LT(other_score, 0.995 * other_score_without);
}

TEST(Backtest, GivesTheFiguresThatOneWorksOutByHand)
{
    // One year ahead of 2020, one year of history: the model says "no change". Errors: 100 for 110, 200 for 180, 50 for 50.
    const std::vector<Authority> three{{.code = "A", .name = {}, .years = {{2020, 100, 30, 20}, {2021, 110, 1, 1}}}, {.code = "B", .name = {}, .years = {{2020, 200, 10, 20}, {2021, 180, 1, 1}}},
                                       {.code = "C", .name = {}, .years = {{2020, 50, std::nullopt, std::nullopt}, {2021, 50, 1, 1}}}, {.code = "few", .name = {}, .years = {{2020, 5, 1, 1}, {2021, 9, 1, 1}}},
                                       {.code = "gone", .name = {}, .years = {{2020, 500, 1, 1}}}};
    const auto found = backtest(three, {});
    ASSERT_EQ(found.origins.size(), 1U);
    const auto& scores = found.origins[0].scores;
    EXPECT_EQ(scores.n, 3);
    EXPECT_NEAR(scores.mae_no_change, (10 / 1.10 + 20 / 1.80 + 0) / 3, 1e-9);
    EXPECT_NEAR(scores.mae_model, scores.mae_no_change, 1e-9);
    EXPECT_NEAR(scores.median_no_change, 10 / 1.10, 1e-9);
    EXPECT_NEAR(scores.mae_last_rates, (0 + 10 / 1.80) / 2, 1e-9) << "100 + 30 - 20 is 110; 200 + 10 - 20 is 190 for 180; the third published no flows";
    EXPECT_EQ(scores.coverage80, 1);
    // A band of sd 10 % around no change: nobody outside, so its width.
    const auto half = std::sqrt(0.01) * 1.2815515655, width = std::exp(half) - std::exp(-half);
    EXPECT_NEAR(scores.interval_score_no_change, 100 * (100 * width / 110 + 200 * width / 180 + 50 * width / 50) / 3, 1e-6);
    EXPECT_NEAR(found.origins[0].shock, (340.0 / 350 - 1) * 100, 1e-9);
    EXPECT_EQ(found.authorities, 3);
    EXPECT_EQ(found.left_out.size(), 2U);
    ASSERT_EQ(found.pooled.size(), 1U);
    EXPECT_DOUBLE_EQ(found.pooled[0].error.middle, 0);
}

TEST(Backtest, PunishesWhatLiesOutsideTheBand)
{
    std::vector<Authority> two{{.code = "A", .name = {}, .years = {{2020, 100}, {2021, 200}}}};
    const auto half = std::sqrt(0.01) * 1.2815515655;
    EXPECT_NEAR(backtest(two, {}).origins[0].scores.interval_score_no_change, (100 * (std::exp(half) - std::exp(-half)) + 10 * (200 - 100 * std::exp(half))) / 200 * 100, 1e-6);
    EXPECT_EQ(backtest(two, {}).origins[0].scores.coverage80, 0);
}

TEST(Backtest, RollsItsOriginsAndSaysTheSameAgain)
{
    const auto made = nation({}, 5, 60, 8);
    const auto one = backtest(made, {}), again = backtest(made, {});
    EXPECT_EQ(one.origins.size(), 5U + 5 + 5 + 4 + 3 + 2 + 1) << "2000 to 2006, at most five years ahead and not beyond 2007";
    EXPECT_EQ(one.pooled.size(), 5U);
    EXPECT_EQ(one.pooled[0].error.low95, again.pooled[0].error.low95);
    EXPECT_LT(one.pooled[0].error.low95, one.pooled[0].error.high95);
    EXPECT_EQ(backtest(made, {.from = 2005}).origins.size(), 3U);
    EXPECT_EQ(backtest(made, {.to = 2002}).origins.size(), 3U);
    EXPECT_TRUE(backtest(nation({}, 5, 10, 1), {}).pooled.empty()) << "one year";
    EXPECT_TRUE(backtest({}, {}).origins.empty());
}

TEST(Backtest, PrefersTheModelWhereGrowthLasts)
{
    const auto found = backtest(nation({.drift = 0.04, .shock = 0.01, .lasting = 0.04, .chance = 0.03}, 7, 120, 9), {});
    for (const auto& one : found.pooled) {
        EXPECT_LT(one.scores.mae_model, one.scores.mae_no_change) << one.horizon;
        EXPECT_LT(one.scores.interval_score_model, one.scores.interval_score_no_change) << one.horizon;
    }
}

}  // namespace
}  // namespace kith::forecast
