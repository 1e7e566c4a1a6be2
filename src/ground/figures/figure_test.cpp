#include "figures/figure.hpp"

#include <gtest/gtest.h>

namespace kith::figures {

TEST(Coverage, SaysBothHowManyHandedInAndHowManyStaffThatIs)
{
    EXPECT_EQ((Coverage{.organisations_in = 38, .organisations_all = 40, .headcount_in = 612, .headcount_expected = 640}.in_words()),
              "38 of 40 organisations have handed in; 612 of 640 expected staff are recorded (96%)");
}

TEST(Coverage, GivesNoPercentageOfASmallBase)
{
    EXPECT_EQ((Coverage{.organisations_in = 1, .organisations_all = 1, .headcount_in = 9, .headcount_expected = 12}.in_words()),
              "1 of 1 organisation has handed in; 9 of 12 expected staff are recorded");
}

TEST(Coverage, LeavesOutStaffWhereNobodySaysHowManyToExpect)
{
    EXPECT_EQ((Coverage{.organisations_in = 0, .organisations_all = 3}.in_words()), "0 of 3 organisations have handed in");
    EXPECT_EQ(Coverage{}.in_words(), "No organisations are expected to hand in");
}

TEST(Amount, ReadsAsItsUnitDoes)
{
    EXPECT_EQ(in_words(std::int64_t{1204}), "1,204");
    EXPECT_EQ(in_words(Fte::thousandths(1'204'600)), "1,204.6");
    EXPECT_EQ(in_words(Share{61, 100}), "61%");
}

TEST(Reference, ReadsBackAsItWasWritten)
{
    for (const auto* text : {"workforce.figure:sector=early_years", "strategy.action:01jd", "workforce.figure:on=today@2026-03-31"}) {
        auto reference = Reference::parse(text);
        ASSERT_TRUE(reference) << text;
        EXPECT_EQ(reference->text(), text);
    }
    EXPECT_EQ(Reference::parse("a:b@2026-03-31")->pinned, Date::of(2026, 3, 31).value());
}

TEST(Reference, RefusesWhatItCannotFollow)
{
    for (const auto* text : {"", "a", ":b", "a:", "a:b@soon", "a:@2026-03-31"}) EXPECT_FALSE(Reference::parse(text)) << text;
}

}  // namespace kith::figures
