#include "workforce/post_history.hpp"

#include <gtest/gtest.h>

#include <algorithm>

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
    EXPECT_FALSE(is_vacant_on(closed, {vacant(day(2026, 8, 1))}, today));
    EXPECT_EQ(days_vacant_in_all(closed, {vacant(day(2026, 8, 1))}, today), 31) << "nobody can be missing from a post that is no more";
    EXPECT_EQ(spells_of(closed, {vacant(day(2026, 8, 1))}).back().to, day(2026, 8, 31));
    Post later;
    later.opened_on = day(2027, 4, 1);
    EXPECT_EQ(standing_words(later, {}, today), "Opens on 1 April 2027");
    EXPECT_EQ(days_vacant_in_all({}, {vacant(day(2026, 10, 30)), vacant(day(2025, 1, 1), day(2025, 1, 11)), vacant(day(2027, 1, 1))}, today), 12);
}

TEST(PostHistory, OfVacanciesAtOnceSaysNobodyIsInItAndCountsADayOnce)
{
    const auto today = day(2026, 11, 22);
    auto first = vacant(day(2026, 8, 31));
    auto second = vacant(day(2026, 9, 30), day(2026, 10, 31));
    first.reference = "V1", second.reference = "V2";
    EXPECT_EQ(days_vacant_in_all({}, {first, second}, today), 83);
    EXPECT_EQ(standing_words({}, {second, first}, today), "Vacant since 31 August 2026, 83 days");
    const auto spells = spells_of({}, {first, second});
    EXPECT_EQ(std::ranges::count(spells, PostSpell::Kind::held, &PostSpell::kind), 1) << "before both, and not between them nor after";
    EXPECT_EQ(at_once_in({second, first}), (std::vector<std::string>{"V1", "V2"}));
    first.filled_on = day(2026, 11, 1);
    EXPECT_EQ(standing_words({}, {first, second}, today), "Filled since 1 November 2026");
    EXPECT_EQ(spells_of({}, {first, second}).back().from, day(2026, 11, 1));
    second.vacant_from = day(2026, 11, 1), second.filled_on.reset();
    EXPECT_TRUE(at_once_in({first, second}).empty()) << "it may fall vacant on the day it was filled";
}

}  // namespace
}  // namespace kith::workforce
