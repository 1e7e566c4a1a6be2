// Expected values were worked out apart from the program: Student's density integrated by Simpson's rule in 200,000 steps (a Python script of
// 25 lines, with its own sums of squares), Student's table for the quantiles, Newcombe's tables for shares, by hand for Holm.
#include "assessment/statistics.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <initializer_list>
#include <random>

namespace kith::assessment {

namespace {

Sums of(std::initializer_list<int> answers)
{
    Sums sums;
    for (const int answer : answers) sums.add(answer * step);
    return sums;
}

Sums alike(int answer, int people)
{
    Sums sums;
    for (int person = 0; person < people; ++person) sums.add(answer * step);
    return sums;
}

const Sums eight = of({5, 4, 4, 5, 3, 4, 5, 4});
const Sums eleven = of({2, 3, 3, 4, 2, 1, 3, 3, 2, 4, 3});

TEST(Mean, HasItsSpreadAndStudentsInterval)
{
    EXPECT_DOUBLE_EQ(*mean_of(eight), 4.25);
    EXPECT_NEAR(*deviation_of(eight), 0.7071067811865476, 1e-12);
    EXPECT_NEAR(interval_of_mean(eight)->low, 3.6588439371018264, 1e-9);
    EXPECT_NEAR(interval_of_mean(eight)->high, 4.841156062898174, 1e-9);
}

/// The quantile of t that the interval rests on, from answers of which half are 1 and half 3, and one 2 where they are odd.
double quantile_behind(int n)
{
    Sums sums;
    for (int at = 0; at < n / 2; ++at) {
        sums.add(step);
        sums.add(3 * step);
    }
    if (n % 2 == 1) sums.add(2 * step);
    return (interval_of_mean(sums)->high - *mean_of(sums)) / (*deviation_of(sums) / std::sqrt(n));
}

TEST(Mean, RestsOnStudentsTable)
{
    EXPECT_NEAR(quantile_behind(2), 12.706204736, 1e-6);
    EXPECT_NEAR(quantile_behind(5), 2.776445105, 1e-6);
    EXPECT_NEAR(quantile_behind(10), 2.262157163, 1e-6);
    EXPECT_NEAR(quantile_behind(30), 2.045229642, 1e-6);
    EXPECT_NEAR(quantile_behind(100), 1.984216952, 1e-6);
}

TEST(Mean, OfNobodyAndOfOne)
{
    EXPECT_EQ(mean_of({}), std::nullopt);
    EXPECT_EQ(deviation_of({}), std::nullopt);
    EXPECT_EQ(interval_of_mean({}), std::nullopt);
    EXPECT_DOUBLE_EQ(*mean_of(of({4})), 4);
    EXPECT_EQ(deviation_of(of({4})), std::nullopt);
    EXPECT_EQ(interval_of_mean(of({4})), std::nullopt);
}

TEST(Mean, OfAnswersThatAreAllEqualHasNoSpread)
{
    for (const int n : {2, 5, 7, 1000}) {
        EXPECT_EQ(deviation_of(alike(3, n)), 0) << n;
        EXPECT_EQ(interval_of_mean(alike(3, n)), std::nullopt) << n << " who agree say nothing of how far others would spread";
    }
    Sums thirds;  // theme scores of 10/3, which no double holds
    for (int n = 0; n < 9; ++n) thirds.add(10 * step / 3);
    EXPECT_EQ(deviation_of(thirds), 0);
}

TEST(Mean, IsExactForMillions)
{
    Sums sums;
    for (int times = 0; times < 2'000'000; ++times) sums.add((times % 2 == 0 ? 9 : 10) * step);
    EXPECT_DOUBLE_EQ(*mean_of(sums), 9.5);
    EXPECT_NEAR(*deviation_of(sums), 0.5, 1e-6);
}

TEST(Sums, AddUpLikeTheirParts)
{
    auto both = eight;
    both += eleven;
    EXPECT_EQ(both, of({5, 4, 4, 5, 3, 4, 5, 4, 2, 3, 3, 4, 2, 1, 3, 3, 2, 4, 3}));
}

TEST(Interval, IsHeldWithinItsScale)
{
    EXPECT_EQ((Interval{0.5, 6}.within(1, 5)), (Interval{1, 5}));
    EXPECT_EQ((Interval{2, 3}.within(1, 5)), (Interval{2, 3}));
}

void expect_ends(Interval interval, double low, double high)
{
    EXPECT_NEAR(interval.low, low, 0.00005);
    EXPECT_NEAR(interval.high, high, 0.00005);
}

TEST(Wilson, GivesTheIntervalsInNewcombesTables)
{
    // Newcombe 1998, Statistics in Medicine 17, 857, table I, method 3
    expect_ends(wilson({81, 263}), 0.2553, 0.3662);
    expect_ends(wilson({15, 148}), 0.0624, 0.1605);
    expect_ends(wilson({0, 20}), 0.0000, 0.1611);
    expect_ends(wilson({1, 29}), 0.0061, 0.1718);
    expect_ends(wilson({20, 20}), 0.8389, 1.0);
    expect_ends(wilson({0, 0}), 0, 1);
}

TEST(Welch, GivesDegreesIntervalAndP)
{
    const auto difference = welch(eight, eleven);
    EXPECT_NEAR(difference->by, 1.522727272727273, 1e-12);
    EXPECT_NEAR(*difference->degrees, 16.860050349496845, 1e-9);
    EXPECT_NEAR(difference->p, 0.0007329480794974197, 1e-9);
    EXPECT_NEAR(difference->interval->low, 0.741658201746001, 1e-6);
    EXPECT_NEAR(difference->interval->high, 2.303796343708545, 1e-6);
    const auto few = welch(of({4, 5}), of({1, 2, 2}));
    EXPECT_NEAR(*few->degrees, 1.898876404494382, 1e-9);
    EXPECT_NEAR(few->p, 0.04655485970995066, 1e-7);
}

TEST(Welch, TheOtherWayRoundIsTheSameWithAnotherSign)
{
    const auto one = welch(eight, eleven), other = welch(eleven, eight);
    EXPECT_DOUBLE_EQ(one->by, -other->by);
    EXPECT_DOUBLE_EQ(one->p, other->p);
    EXPECT_DOUBLE_EQ(one->interval->low, -other->interval->high);
}

TEST(Welch, WhereOneGroupHasNoSpreadRestsOnTheOther)
{
    const auto difference = welch(alike(3, 5), of({3, 4, 3, 3, 4, 5}));
    EXPECT_DOUBLE_EQ(*difference->degrees, 5);
    EXPECT_NEAR(difference->p, 0.1019394788298652, 1e-9);
    EXPECT_NEAR(difference->interval->low, -1.5235272785454383, 1e-6);
}

TEST(Welch, WhereNeitherHasSpreadIsFishersExactTest)
{
    const auto level_with = welch(alike(4, 5), alike(4, 9));
    EXPECT_EQ(level_with->by, 0);
    EXPECT_EQ(level_with->p, 1);
    EXPECT_EQ(level_with->interval, std::nullopt);
    EXPECT_NEAR(welch(alike(5, 5), alike(3, 5))->p, 2.0 / 252, 1e-12) << "two of the 252 ways to choose 5 of 10";
    EXPECT_NEAR(welch(alike(5, 2), alike(3, 4))->p, 1.0 / 15, 1e-12);
    EXPECT_NEAR(welch(alike(5, 2), alike(3, 2))->p, 1.0 / 3, 1e-12) << "two against two say nothing, however far apart";
    EXPECT_EQ(welch(alike(5, 5), alike(3, 5))->degrees, std::nullopt);
}

TEST(Welch, SaysNothingOfFewerThanTwo)
{
    EXPECT_EQ(welch(of({4}), eight), std::nullopt);
    EXPECT_EQ(welch(eight, {}), std::nullopt);
}

TEST(Welch, OfEqualGroupsIsMoreThanChanceFiveTimesInAHundred)
{
    std::mt19937_64 random{1947};
    const auto some = [&](int n) {
        Sums sums;
        for (int person = 0; person < n; ++person) sums.add(static_cast<std::int64_t>(1 + (random() % 3) + (random() % 3)) * step);
        return sums;
    };
    int found = 0, missed = 0;
    constexpr int rounds = 4000;
    for (int round = 0; round < rounds; ++round) {
        const auto one = some(12), other = some(40);
        found += welch(one, other)->p < level ? 1 : 0;
        const auto interval = *interval_of_mean(one);
        missed += interval.low <= 3 && 3 <= interval.high ? 0 : 1;
    }
    EXPECT_NEAR(found, rounds * 0.05, rounds * 0.015);
    EXPECT_NEAR(missed, rounds * 0.05, rounds * 0.015);
}

TEST(Holm, AllowsForHowManyThereAre)
{
    const std::vector<double> p{0.01, 0.04, 0.03, 0.005};
    EXPECT_THAT(holm(p), testing::ElementsAre(testing::DoubleEq(0.03), testing::DoubleEq(0.06), testing::DoubleEq(0.06), testing::DoubleEq(0.02)));
}

TEST(Holm, OfOneOfNoneAndOfLargeOnes)
{
    EXPECT_THAT(holm(std::vector<double>{0.03}), testing::ElementsAre(0.03));
    EXPECT_THAT(holm(std::vector<double>{}), testing::ElementsAre());
    EXPECT_THAT(holm(std::vector<double>{0.6, 1.0, 0.7}), testing::Each(1.0));
}

TEST(Words, SayWhetherADifferenceIsMoreThanChance)
{
    const Named leaders{"Leaders"};
    EXPECT_EQ(in_words(leaders, "front line", {.by = 0.62}, 0.004, 8),
              "Leaders stand 0.6 above front line; more than chance, allowing for the 8 differences looked at.");
    EXPECT_EQ(in_words(leaders, "front line", {.by = -0.14}, 0.3, 8), "Leaders stand 0.1 below front line; no more than chance would bring.");
    EXPECT_EQ(in_words(leaders, "front line", {.by = 0.6, .interval = Interval{0.2, 1.04}}, 0.01, 1), "Leaders stand 0.6 above front line (0.2 to 1.0); more than chance.");
    EXPECT_EQ(in_words(leaders, "front line", {.by = -0.6, .interval = Interval{-1.04, -0.2}}, 0.01, 1), "Leaders stand 0.6 below front line (0.2 to 1.0); more than chance.");
    EXPECT_EQ(in_words(leaders, "front line", {.by = 0.1, .interval = Interval{-0.3, 0.5}}, 0.6, 1), "Leaders stand 0.1 above front line (0.3 below to 0.5 above); no more than chance would bring.");
    EXPECT_EQ(in_words(leaders, "front line", {.by = -0.1, .interval = Interval{-0.5, 0.3}}, 0.6, 1), "Leaders stand 0.1 below front line (0.3 above to 0.5 below); no more than chance would bring.");
    EXPECT_EQ(in_words({"The partnership", false}, "last time", {.by = 1}, 0.01, 1), "The partnership stands 1.0 above last time; more than chance.");
    EXPECT_EQ(in_words(leaders, "front line", {.by = 0.03}, 0.9, 8), "Leaders stand level with front line; no more than chance would bring.");
    EXPECT_EQ(in_words(leaders, "front line", {.by = 0.03}, 0.001, 2),
              "Leaders stand level with front line; less than 0.05 apart, and yet more than chance, allowing for the 2 differences looked at.");
    EXPECT_EQ(in_words(leaders, "front line", {.by = 0.6}, level, 8), "Leaders stand 0.6 above front line; no more than chance would bring.");
}

}  // namespace

}  // namespace kith::assessment
