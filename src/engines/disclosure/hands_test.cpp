// The rule of hands: what it shows that atoms would hide, and what both agree on. That it is safe is for attacker_test to try.
#include "disclosure/hands.hpp"

#include "disclosure/test_instances.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

namespace kith::disclosure {

namespace {

using testing::Each;
using testing::ElementsAre;
constexpr auto shown = Showing::shown;
constexpr auto too_few = Showing::too_few;
constexpr auto others = Showing::others_could_be_worked_out;

std::vector<Showing> of(const std::vector<std::int64_t>& people, const Groups& groups, std::int64_t threshold = 5)
{
    return showing_by_hands(people, groups, threshold);
}

TEST(Hands, HideWhatSubtractionWouldGiveAway)
{
    EXPECT_THAT(of({4, 5, 6}, {{0}, {1}, {2}}), ElementsAre(too_few, shown, shown));
    EXPECT_THAT(of({20, 3, 7, 9}, {{0, 1, 2, 3}, {0}, {1}, {2}, {3}}), ElementsAre(shown, shown, too_few, shown, others));
    EXPECT_THAT(of({10, 4, 10}, {{0, 1, 2}, {0, 1}, {0}}), ElementsAre(shown, shown, others));
    EXPECT_THAT(of({10, 5, 10}, {{0, 1, 2}, {0, 1}, {0}}), ElementsAre(shown, shown, shown));
}

TEST(Hands, ShowTwoGroupsThatShareAFewWhoCannotBeToldApart)
{
    EXPECT_THAT(of({2, 10, 10}, {{0, 1}, {0, 2}}), ElementsAre(shown, shown)) << "atoms hide the second, though nothing gives the two away";
    EXPECT_THAT(of({2, 10, 10}, {{0, 1}, {0, 2}, {0, 1, 2}}), ElementsAre(shown, shown, others)) << "both less the whole would be the two";
}

/// Five rows by five columns with three people in each crossing.
TEST(Hands, ShowTheMarginsOfATableOfSmallCells)
{
    Groups groups(11);
    for (std::size_t cell = 0; cell < 25; ++cell) {
        groups[0].push_back(cell);
        groups[1 + cell / 5].push_back(cell);
        groups[6 + cell % 5].push_back(cell);
    }
    const std::vector<std::int64_t> people(25, 3);
    EXPECT_THAT(of(people, groups), Each(shown));
    EXPECT_THAT(showable(people, groups, 5), ElementsAre(true, true, true, true, true, true, false, false, false, false, false));
    groups.push_back({7});
    EXPECT_EQ(of(people, groups).back(), too_few);
    groups.back() = {0, 1, 5, 6};  // with rows and columns: nothing smaller follows from it
    EXPECT_EQ(of(people, groups).back(), shown);
    groups.back() = {0, 1, 2, 3};  // the first row less it is the crossing left over
    EXPECT_EQ(of(people, groups).back(), others);
}

TEST(Hands, ShowAgainWhatIsShownWhateverItIsCalled)
{
    EXPECT_THAT(of({10, 10, 10}, {{0, 1, 2}, {0}, {0}, {2, 1}, {1, 1, 2}, {2, 1, 0}}), Each(shown));
}

TEST(Hands, OfNobodyOfNothingAndOfAThresholdThatAsksForNothing)
{
    EXPECT_THAT(of({0, 10, -3}, {{}, {0}, {0, 1, 2}, {1}, {1, 2}}), Each(shown));
    EXPECT_THAT(of({}, {{}}), ElementsAre(shown));
    EXPECT_THAT(of({2, 2}, {{0, 1}}), ElementsAre(too_few));
    EXPECT_THAT(of({3, 10}, {{0, 0}}), ElementsAre(too_few));
    for (const std::int64_t threshold : {1, 0, -4}) EXPECT_THAT(of({1, 1, 1}, {{0, 1, 2}, {0}, {1, 2}, {0, 1}}, threshold), Each(shown));
    EXPECT_THROW(of({1, 2}, {{0, 2}}), std::out_of_range);
}

TEST(Hands, AreThereWhereverAtomsAreLargeAndShowMoreInAll)
{
    Random random{2008};
    std::size_t by_atoms = 0, by_hands = 0;
    for (int round = 0; round < 300; ++round) {
        const auto instance = some_instance(random, 2 + up_to(random, 28));
        const auto atoms = showing_of(Rule::atoms, instance.people, instance.groups, instance.threshold);
        const auto hands = showing_of(Rule::hands, instance.people, instance.groups, instance.threshold);
        Groups safe;
        for (std::size_t at = 0; at < instance.groups.size(); ++at)
            if (atoms[at] == shown) safe.push_back(instance.groups[at]);
        ASSERT_THAT(of(instance.people, safe, instance.threshold), Each(shown)) << "round " << round;
        by_atoms += safe.size();
        by_hands += static_cast<std::size_t>(std::ranges::count(hands, shown));
    }
    EXPECT_GT(by_hands, by_atoms);
}

}  // namespace

}  // namespace kith::disclosure
