#include "workforce/post_history.hpp"

#include <gtest/gtest.h>

namespace kith::workforce {
namespace {

Date day(int year, int month, int on) { return Date::of(year, month, on).value(); }

Vacancy vacant(Date from, std::optional<Date> filled = {}, std::optional<Date> closed = {})
{
    Vacancy vacancy;
    vacancy.vacant_from = from;
    vacancy.filled_on = filled;
    vacancy.closed_on = closed;
    return vacancy;
}

TEST(PostHistory, IsHeldBetweenItsVacancies)
{
    Post post;
    post.opened_on = day(2020, 1, 1);
    const auto spells = spells_of(post, {vacant(day(2025, 5, 1)), vacant(day(2022, 3, 1), day(2022, 6, 1))});
    ASSERT_EQ(spells.size(), 4U);
    EXPECT_EQ(spells[0].from, day(2020, 1, 1));
    EXPECT_EQ(spells[0].to, day(2022, 2, 28));
    EXPECT_EQ(spells[1].kind, PostSpell::Kind::vacant);
    EXPECT_EQ(spells[1].to, day(2022, 5, 31));
    EXPECT_EQ(spells[2].from, day(2022, 6, 1));
    EXPECT_EQ(spells[2].to, day(2025, 4, 30));
    EXPECT_EQ(spells[3].to, std::nullopt) << "vacant still";
}

TEST(PostHistory, IsNotHeldOnceAVacancyWasGivenUp)
{
    const auto spells = spells_of({}, {vacant(day(2024, 1, 1), {}, day(2024, 3, 31))});
    ASSERT_EQ(spells.size(), 2U);
    EXPECT_EQ(spells[0].from, std::nullopt) << "somebody was in it before";
    EXPECT_EQ(spells[1].to, day(2024, 3, 31));
}

TEST(PostHistory, SaysHowItStands)
{
    const auto today = day(2026, 11, 1);
    EXPECT_EQ(standing_words({}, {}, today), "No vacancy reported");
    EXPECT_EQ(standing_words({}, {vacant(day(2026, 10, 30))}, today), "Vacant since 30 October 2026, 2 days");
    EXPECT_EQ(standing_words({}, {vacant(day(2025, 1, 1), day(2025, 9, 1))}, today), "Filled since 1 September 2025");
    EXPECT_EQ(standing_words({}, {vacant(day(2027, 1, 1))}, today), "Falls vacant on 1 January 2027");
    Post closed;
    closed.closed_on = day(2026, 8, 31);
    EXPECT_EQ(standing_words(closed, {}, today), "Closed on 31 August 2026");
    EXPECT_EQ(days_vacant_in_all({vacant(day(2026, 10, 30)), vacant(day(2025, 1, 1), day(2025, 1, 11)), vacant(day(2027, 1, 1))}, today), 12);
}

}  // namespace
}  // namespace kith::workforce
