#include "profile/chance.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace kith::profile {
namespace {

/// What stands in print, to four decimals.
void expect_ends(Interval interval, double low, double high)
{
    EXPECT_NEAR(interval.low, low, 0.00005);
    EXPECT_NEAR(interval.high, high, 0.00005);
}

/// How probable each count of a group is among `n` people, were the share `p`: by multiplying out, one after another.
std::vector<double> binomial(int n, double p)
{
    std::vector<double> chances{1.0};
    for (int person = 0; person < n; ++person) {
        std::vector<double> next(chances.size() + 1, 0.0);
        for (std::size_t count = 0; count < chances.size(); ++count) {
            next[count] += chances[count] * (1 - p);
            next[count + 1] += chances[count] * p;
        }
        chances = std::move(next);
    }
    return chances;
}

/// The exact two-sided test: how probable are counts that are no more probable than this one (Sterne 1954)?
double exact(const std::vector<double>& chances, std::size_t count)
{
    double sum = 0;
    for (auto chance : chances)
        if (chance <= chances[count] * (1 + 1e-9)) sum += chance;
    return sum;
}

Likeness likeness(std::int64_t in_group, std::int64_t known, double percent_of_children)
{
    const Share children{std::llround(percent_of_children * 1000), 100'000};
    return compare_with_children({in_group, known, 0}, children, ChildrenCounted::all).likeness;
}

}  // namespace

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

TEST(Newcombe, GivesTheDifferencesInHisTables)
{
    // Newcombe 1998, Statistics in Medicine 17, 873, table II, method 10
    expect_ends(difference_of({56, 70}, {48, 80}), 0.0524, 0.3339);
    expect_ends(difference_of({9, 10}, {3, 10}), 0.1705, 0.8090);
    expect_ends(difference_of({6, 7}, {2, 7}), 0.0582, 0.8062);
    expect_ends(difference_of({5, 56}, {0, 29}), -0.0381, 0.1926);
    expect_ends(difference_of({0, 10}, {0, 20}), -0.1611, 0.2775);
    expect_ends(difference_of({10, 10}, {0, 20}), 0.6791, 1.0);
}

TEST(Likeness, AgreesWithTheExactTestByEnumeration)
{
    for (int n : {30, 75, 240})
        for (double percent : {14.0, 25.0, 51.0}) {
            const auto chances = binomial(n, percent / 100);
            double alarms = 0;
            for (std::size_t count = 0; count < chances.size(); ++count) {
                const auto said = likeness(static_cast<std::int64_t>(count), n, percent);
                const bool differs = said == Likeness::more_common || said == Likeness::less_common;
                if (differs) alarms += chances[count];
                const auto p = exact(chances, count);
                if (p < 0.025) { EXPECT_TRUE(differs) << count << " of " << n << " against " << percent; }
                if (p > 0.1) { EXPECT_FALSE(differs) << count << " of " << n << " against " << percent; }
                if (differs) { EXPECT_EQ(said == Likeness::more_common, 100.0 * static_cast<double>(count) > percent * n); }
            }
            EXPECT_LT(alarms, 0.075) << n << " " << percent;
        }
}

TEST(Likeness, IsNotSaidOfTooFew)
{
    EXPECT_EQ(likeness(0, 29, 51), Likeness::too_few) << "fewer than the least base";
    EXPECT_EQ(likeness(0, 30, 51), Likeness::less_common);
    EXPECT_EQ(likeness(0, 100, 2), Likeness::too_few) << "none of 100 happens by chance to a group of one in fifty";
    EXPECT_EQ(likeness(3, 100, 2), Likeness::too_few);
    EXPECT_EQ(likeness(9, 100, 2), Likeness::more_common) << "so many do not";
    EXPECT_EQ(likeness(20, 1000, 2), Likeness::no_more_than_chance);
    EXPECT_EQ(compare_with_children({5, 100, 0}, {0, 0}, ChildrenCounted::all).likeness, Likeness::too_few);
    EXPECT_EQ(compare_with_children({0, 0, 12}, {10, 20}, ChildrenCounted::sample).likeness, Likeness::too_few);
}

TEST(Likeness, IsHarderToSayAgainstASample)
{
    EXPECT_EQ(compare_with_children({40, 200, 0}, {13, 100}, ChildrenCounted::all).likeness, Likeness::more_common);
    EXPECT_EQ(compare_with_children({40, 200, 0}, {13, 100}, ChildrenCounted::sample).likeness, Likeness::no_more_than_chance);
    EXPECT_EQ(compare_with_children({40, 200, 0}, {1300, 10'000}, ChildrenCounted::sample).likeness, Likeness::more_common);
}

TEST(Likeness, IsSaidInWordsWithWhatItRestsOn)
{
    EXPECT_EQ(in_words("Men", compare_with_children({24, 200, 14}, {5100, 10'000}, ChildrenCounted::all)),
              "Men: less common in the workforce (24 of 200; 8% to 17%) than among children (51%). 14 of whom nothing is known are left out.");
    EXPECT_EQ(in_words("Women", compare_with_children({3, 8, 0}, {49, 100}, ChildrenCounted::all)),
              "Women: 3 of 8; 14% to 69% in the workforce, 49% among children: too few to say.");
    EXPECT_EQ(in_words("Disabled", compare_with_children({30, 400, 1}, {800, 10'000}, ChildrenCounted::all)),
              "Disabled: 30 of 400; 5% to 11% in the workforce, 8% among children: a difference no more than chance would give. 1 of whom nothing is known is left out.");
    EXPECT_EQ(in_words("Men", compare_with_children({0, 0, 3}, {51, 100}, ChildrenCounted::all)),
              "Men: nobody known in the workforce, 51% among children: too few to say. 3 of whom nothing is known are left out.");
}

}  // namespace kith::profile
