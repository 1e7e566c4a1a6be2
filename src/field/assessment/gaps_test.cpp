#include "assessment/gaps.hpp"

#include "assessment/test_sheets.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::assessment {

namespace {

std::vector<Sheet> three_viewpoints()
{
    auto sheets = sheets_of("partnership", {5, 4, 4, 5, 3, 4, 5, 4});
    sheets += sheets_of("practitioner", {2, 3, 3, 4, 2, 1, 3, 3, 2, 4, 3});
    sheets += sheets_of("child", {3, 2, 3, 3, 4});
    return sheets;
}

TEST(Gaps, AreEveryTwoViewpointsInEveryThemeAsOneFamily)
{
    const auto results = results_of(small_instrument(), three_viewpoints(), 5);
    const auto gaps = gaps_between(results, Split::viewpoint, Measure::Kind::theme);
    ASSERT_EQ(gaps.size(), 3U);
    for (const auto& gap : gaps) {
        EXPECT_GE(gap.difference.by, 0) << "the one stands higher";
        EXPECT_EQ(gap.looked_at, 3U);
    }
    const auto& first = gaps.front();
    EXPECT_EQ(results.groups[first.one].viewpoint, "partnership");
    EXPECT_EQ(results.groups[first.other].viewpoint, "practitioner");
    EXPECT_NEAR(first.difference.by, 1.522727, 1e-5);
    EXPECT_NEAR(first.adjusted_p, 3 * 0.0007329480794974197, 1e-7) << "the least of three p, by Holm";
    EXPECT_TRUE(first.is_more_than_chance());
    EXPECT_EQ(in_words(first, {"Partnership boards"}, "practitioners"),
              "Partnership boards stand 1.5 above practitioners (0.7 to 2.3); more than chance, allowing for the 3 differences looked at.");
}

TEST(Gaps, LeaveOutWhatIsHiddenAndWhatNobodyAnswered)
{
    auto sheets = sheets_of("partnership", {5, 4, 4, 5, 3, 4, 5, 4});
    sheets += sheets_of("child", {3, 2});
    const auto results = results_of(small_instrument(), sheets, 5);
    EXPECT_TRUE(gaps_between(results, Split::viewpoint, Measure::Kind::theme).empty());
}

TEST(Gaps, BetweenLeadersAndTheFrontLine)
{
    auto sheets = sheets_of("practitioner", {2, 3, 3, 4, 2, 1, 3, 3, 2, 4, 3});
    auto leaders = sheets_of("practitioner", {5, 4, 4, 5, 3, 4, 5, 4});
    for (auto& sheet : leaders) sheet.leader = true;
    sheets += leaders;
    const auto results = results_of(small_instrument(), sheets, 5);
    const auto gaps = gaps_between(results, Split::leaders, Measure::Kind::item);
    ASSERT_EQ(gaps.size(), 1U);
    EXPECT_EQ(results.groups[gaps[0].one].leader, true);
    EXPECT_NEAR(gaps[0].adjusted_p, 0.0007329480794974197, 1e-9);
}

TEST(Changes, AreOfTheSameGroupAndMeasureNowAndLastTime)
{
    const auto now = results_of(small_instrument(), three_viewpoints(), 5);
    auto earlier = sheets_of("practitioner", {2, 1, 2, 2, 1, 2, 2, 3});
    earlier += sheets_of("partnership", {4, 4, 4, 5, 3});
    const auto before = results_of(small_instrument(), earlier, 5);
    const auto changes = changes_since(now, before, Split::viewpoint, Measure::Kind::theme);
    ASSERT_EQ(changes.size(), 2U) << "nobody answered for the children last time";
    EXPECT_EQ(now.groups[changes[1].one].viewpoint, "practitioner");
    EXPECT_EQ(before.groups[changes[1].other].viewpoint, "practitioner");
    EXPECT_NEAR(changes[1].difference.by, 30.0 / 11 - 15.0 / 8, 1e-9);
    EXPECT_EQ(changes[0].looked_at, 2U);
}

TEST(Changes, LeaveOutAMeasureOnAnotherScale)
{
    auto other = small_instrument();
    other.scales[0].steps.pop_back();
    const auto now = results_of(small_instrument(), three_viewpoints(), 5);
    EXPECT_TRUE(changes_since(now, results_of(other, three_viewpoints(), 5), Split::viewpoint, Measure::Kind::theme).empty());
    EXPECT_FALSE(changes_since(now, now, Split::viewpoint, Measure::Kind::theme).empty());
}

TEST(Ladder, HasTheLargestFirstAndChanceLast)
{
    const Gap small{.measure = 1, .difference = {.by = 0.4}, .adjusted_p = 0.01};
    const Gap large{.measure = 2, .difference = {.by = -1.2}, .adjusted_p = 0.001};
    const Gap chance{.measure = 3, .difference = {.by = 2}, .adjusted_p = 0.2};
    EXPECT_THAT(ladder({chance, small, large}, 9), testing::ElementsAre(large, small, chance));
    EXPECT_THAT(ladder({chance, small, large}, 1), testing::ElementsAre(large));
    EXPECT_THAT(ladder({}, 3), testing::ElementsAre());
}

}  // namespace

}  // namespace kith::assessment
