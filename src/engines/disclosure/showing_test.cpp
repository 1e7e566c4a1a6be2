// The rule of what may be shown together: by hand where one sees it, and against the rule done the slow way on random groups.
#include "disclosure/showing.hpp"

#include "disclosure/test_instances.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <stdexcept>

namespace kith::disclosure {

namespace {

using testing::ElementsAre;
constexpr auto shown = Showing::shown;
constexpr auto too_few = Showing::too_few;
constexpr auto others = Showing::others_could_be_worked_out;

std::vector<Showing> of(const std::vector<std::int64_t>& people, const Groups& groups, std::int64_t threshold = 5)
{
    return showing_of(people, groups, threshold);
}

TEST(Showing, HidesAGroupOfFewerThanTheThreshold)
{
    EXPECT_THAT(of({4, 5, 6}, {{0}, {1}, {2}}), ElementsAre(too_few, shown, shown));
}

TEST(Showing, HidesASecondGroupWhereTheWholeWouldGiveTheFirstAway)
{
    EXPECT_THAT(of({20, 3, 7, 9}, {{0, 1, 2, 3}, {0}, {1}, {2}, {3}}), ElementsAre(shown, shown, too_few, shown, others));
}

TEST(Showing, ShowsAllPartsWhereTheWholeIsNotShown)
{
    EXPECT_THAT(of({20, 3, 7}, {{0}, {1}, {2}}), ElementsAre(shown, too_few, shown)) << "nothing that is shown has the three";
}

TEST(Showing, GoesByTheOrderOfImportance)
{
    EXPECT_THAT(of({20, 3}, {{0}, {0, 1}}), ElementsAre(shown, others));
    EXPECT_THAT(of({20, 3}, {{0, 1}, {0}}), ElementsAre(shown, others));
}

TEST(Showing, SeesADifferenceOfNestedGroups)
{
    EXPECT_THAT(of({10, 4, 10}, {{0, 1, 2}, {0, 1}, {0}}), ElementsAre(shown, shown, others));
    EXPECT_THAT(of({10, 5, 10}, {{0, 1, 2}, {0, 1}, {0}}), ElementsAre(shown, shown, shown));
}

TEST(Showing, SeesWhatCrossingGroupsHaveInCommon)
{
    // Cells: both, only the first, only the second. Two people are in both.
    EXPECT_THAT(of({2, 10, 10}, {{0, 1}, {0, 2}}), ElementsAre(shown, others));
    EXPECT_THAT(of({6, 10, 10}, {{0, 1}, {0, 2}}), ElementsAre(shown, shown));
}

TEST(Showing, ShowsAgainWhatIsShownWhateverItIsCalled)
{
    EXPECT_THAT(of({10, 10, 10}, {{0, 1, 2}, {0}, {0}, {2, 1}, {1, 1, 2}, {2, 1, 0}}), ElementsAre(shown, shown, shown, shown, shown, shown));
}

TEST(Showing, ACellNamedTwiceCountsOnce)
{
    EXPECT_THAT(of({3, 10}, {{0, 0}}), ElementsAre(too_few));
}

TEST(Showing, AGroupOfNobodyIsShownAndCostsNothing)
{
    EXPECT_THAT(of({0, 10, 10}, {{}, {0}, {0, 1, 2}, {1}, {0, 1}}), ElementsAre(shown, shown, shown, shown, shown));
}

TEST(Showing, ACellWithoutPeopleSetsNothingApart)
{
    EXPECT_THAT(of({0, 10, -3}, {{0, 1, 2}, {1}, {1, 2}}), ElementsAre(shown, shown, shown));
}

TEST(Showing, OneGroupOfEverybodyOrNobodyAtAll)
{
    EXPECT_THAT(of({2, 2}, {{0, 1}}), ElementsAre(too_few));
    EXPECT_THAT(of({2, 3}, {{0, 1}}), ElementsAre(shown));
    EXPECT_THAT(of({}, {}), ElementsAre());
    EXPECT_THAT(of({}, {{}}), ElementsAre(shown));
}

TEST(Showing, AThresholdOfOneOrLessShowsEverything)
{
    for (const std::int64_t threshold : {1, 0, -4})
        EXPECT_THAT(of({1, 1, 1}, {{0, 1, 2}, {0}, {1, 2}, {0, 1}}, threshold), ElementsAre(shown, shown, shown, shown));
}

TEST(Showing, ThrowsForACellThatIsNotThere)
{
    EXPECT_THROW(of({1, 2}, {{0, 2}}), std::out_of_range);
}

TEST(Showing, ShowableSaysTheSameWithoutWhy)
{
    EXPECT_THAT(showable(std::vector<std::int64_t>{20, 3, 7, 9}, Groups{{0, 1, 2, 3}, {0}, {1}, {2}, {3}}, 5),
                ElementsAre(true, true, false, true, false));
}

/// Whether all atoms of these groups have nobody or the threshold at least, done the slow way: cells by the groups that have them.
bool atoms_are_large(const Instance& instance, const Groups& together)
{
    std::map<std::vector<bool>, std::int64_t> atoms;
    for (std::size_t cell = 0; cell < instance.people.size(); ++cell) {
        std::vector<bool> membership;
        for (const auto& group : together) membership.push_back(std::ranges::find(group, cell) != group.end());
        if (std::ranges::find(membership, true) != membership.end()) atoms[membership] += instance.people[cell];
    }
    return std::ranges::all_of(atoms, [&](const auto& atom) { return atom.second == 0 || atom.second >= instance.threshold; });
}

TEST(Showing, IsTheRuleDoneTheSlowWayAndHidesNoMore)
{
    Random random{20261122};
    std::size_t hidden = 0, together = 0;
    for (int round = 0; round < 400; ++round) {
        const auto instance = some_instance(random, 2 + up_to(random, 28));
        const auto showing = showing_of(instance.people, instance.groups, instance.threshold);
        Groups so_far;
        for (std::size_t at = 0; at < instance.groups.size(); ++at) {
            so_far.push_back(instance.groups[at]);
            ASSERT_EQ(showing[at] == shown, atoms_are_large(instance, so_far)) << "round " << round << ", group " << at;
            const auto people = instance.people_in(instance.groups[at]);
            ASSERT_EQ(showing[at] == too_few, people > 0 && people < instance.threshold) << "round " << round << ", group " << at;
            if (showing[at] != shown) so_far.pop_back();
        }
        together += so_far.size();
        for (std::size_t at = 0; at < instance.groups.size(); ++at) {
            if (showing[at] == shown) continue;
            ++hidden;
            auto with_it = so_far;
            with_it.push_back(instance.groups[at]);
            ASSERT_FALSE(atoms_are_large(instance, with_it)) << "round " << round << ": group " << at << " could be shown at the end";
        }
    }
    EXPECT_GT(hidden, 400U) << "the instances try the rule";
    EXPECT_GT(together, 400U);
}

}  // namespace

}  // namespace kith::disclosure
