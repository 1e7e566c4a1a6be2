#include "scorecards/scorecard.hpp"

#include "packs/packs.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace kith::scorecards {
namespace {

const packs::Limits& limits()
{
    static const auto packs = packs::built_in();
    return packs.limits("scorecard");
}

Date day(const char* iso) { return *Date::parse_iso(iso); }
const ReturnPeriods november{.now = {day("2026-11-01"), day("2026-11-30")}, .before = {day("2026-10-01"), day("2026-10-31")}, .earlier = {day("2026-09-01"), day("2026-09-30")}};

/// Forty staff, of whom everything is known, who handed in this month.
Standing whole(std::int64_t key = 1)
{
    Standing standing{.organisation = partnership::OrganisationId{key}, .expected = 40, .in_post = 40, .last_confirmed = day("2026-11-03"), .rows = 40, .rows_taken = 40};
    standing.known.fill(40);
    return standing;
}

Due in_november(const Standing& standing) { return due(standing.last_confirmed, november, day("2026-11-20"), 14); }
Scorecard card_of(const Standing& standing) { return scorecard(standing, in_november(standing), limits()); }

const Test& test_of(const Scorecard& card, std::string_view id) { return *std::ranges::find(card.tests, id, &Test::id); }
const Readiness& of(const std::vector<Readiness>& all, std::string_view id)
{
    return *std::ranges::find_if(all, [&](const auto& one) { return one.headline->id == id; });
}

}  // namespace

TEST(ReturnPeriods, FollowTheCalendarOfEachFrequency)
{
    const auto today = day("2026-11-20");
    EXPECT_EQ(return_periods("monthly", today)->now, november.now);
    EXPECT_EQ(return_periods("monthly", today)->before, november.before);
    EXPECT_EQ(return_periods("monthly", day("2027-01-31"))->before, (Period{day("2026-12-01"), day("2026-12-31")}));
    EXPECT_EQ(return_periods("quarterly", today)->now, (Period{day("2026-10-01"), day("2026-12-31")}));
    EXPECT_EQ(return_periods("yearly", today)->before, (Period{day("2025-04-01"), day("2026-03-31")}));
    EXPECT_EQ(return_periods("termly", today)->now, (Period{day("2026-09-01"), day("2026-12-31")}));
    EXPECT_EQ(return_periods("termly", today)->before, (Period{day("2026-04-01"), day("2026-08-31")}));
    EXPECT_EQ(return_periods("termly", day("2028-02-29"))->now, (Period{day("2028-01-01"), day("2028-03-31")}));
    EXPECT_FALSE(return_periods("none", today));
}

TEST(Due, NothingIsAskedOfThoseWhoHandedInWithinThePeriod)
{
    auto answer = due(day("2026-11-01"), november, day("2026-11-20"), 14);
    EXPECT_EQ(answer.punctuality, Punctuality::handed_in);
    EXPECT_EQ(answer.by, day("2026-12-01"));
}

TEST(Due, WhoHandedInWithinThePeriodBeforeHasUntilTheEndOfThisOne)
{
    auto answer = due(day("2026-10-31"), november, day("2026-11-20"), 14);
    EXPECT_EQ(answer.punctuality, Punctuality::due);
    EXPECT_EQ(answer.by, day("2026-11-30"));
}

TEST(Due, DaysOfGraceFollowThePeriodThatWasMissed)
{
    EXPECT_EQ(due(day("2026-09-30"), november, day("2026-11-14"), 14).punctuality, Punctuality::due);
    auto late = due(day("2026-09-30"), november, day("2026-11-15"), 14);
    EXPECT_EQ(late.punctuality, Punctuality::overdue);
    EXPECT_EQ(late.by, day("2026-10-31"));
    EXPECT_EQ(late.days_late, 15);
    EXPECT_EQ(due(day("2026-08-31"), november, day("2026-11-01"), 14).punctuality, Punctuality::overdue) << "more than one period was missed";
    EXPECT_EQ(due({}, november, day("2026-11-01"), 14).punctuality, Punctuality::overdue);
}

TEST(Due, NothingIsExpectedForPeriodsBeforeItOpened)
{
    const auto opened = [](const char* first, const std::optional<Date>& confirmed) { return due(confirmed, november, day("2026-11-20"), 14, {.first = day(first), .last = {}}); };
    EXPECT_EQ(opened("2026-11-16", {}).punctuality, Punctuality::due);
    EXPECT_EQ(opened("2026-11-16", {}).by, day("2026-11-30"));
    EXPECT_EQ(opened("2026-10-31", {}).punctuality, Punctuality::overdue) << "October was one of its months";
    EXPECT_EQ(opened("2026-11-16", day("2026-11-18")).punctuality, Punctuality::handed_in);
    const auto of_october = due({}, november, day("2026-11-10"), 14, {.first = day("2026-10-05"), .last = {}});
    EXPECT_EQ(of_october.punctuality, Punctuality::due) << "one month was missed, and the days of grace run";
    EXPECT_EQ(of_october.by, day("2026-10-31"));
}

TEST(Due, NothingIsExpectedForPeriodsAfterItClosed)
{
    const auto closed = [](const char* last, const std::optional<Date>& confirmed) { return due(confirmed, november, day("2026-11-20"), 14, {.first = {}, .last = day(last)}); };
    EXPECT_EQ(closed("2026-10-31", day("2026-10-20")).punctuality, Punctuality::not_expected);
    EXPECT_EQ(closed("2026-11-25", day("2026-10-20")).punctuality, Punctuality::due);
    EXPECT_FALSE(closed("2026-11-30", day("2026-11-20")).by) << "there is no next one";
    EXPECT_EQ(closed("2026-12-01", day("2026-11-20")).by, day("2026-12-01"));
    EXPECT_EQ(closed("2026-10-31", day("2026-08-20")).punctuality, Punctuality::overdue) << "it was there in September and October";
}

TEST(Due, AReturnForTheSpringTermIsNoneForTheSummerTerm)
{
    const Period spring{day("2026-01-01"), day("2026-04-30")};
    EXPECT_EQ(confirmed_up_to("termly", day("2026-04-30"), spring), day("2026-03-31"));
    EXPECT_EQ(confirmed_up_to("termly", day("2026-03-20"), spring), day("2026-03-20"));
    EXPECT_EQ(confirmed_up_to("termly", day("2026-04-30"), Period{day("2026-04-01"), day("2026-04-30")}), day("2026-04-30"));
    EXPECT_EQ(confirmed_up_to("termly", day("2026-10-07"), {}), day("2026-10-07"));
    EXPECT_EQ(confirmed_up_to("monthly", day("2026-04-30"), spring), day("2026-04-30"));
}

TEST(Scorecard, IsGreenWhereEverythingIsThere)
{
    auto card = card_of(whole());
    EXPECT_EQ(card.light, Light::green);
    for (const auto& test : card.tests) EXPECT_EQ(test.light, Light::green) << test.id;
    EXPECT_EQ(card.completeness, (Share{280, 280}));
    EXPECT_EQ(test_of(card, "coverage").value, "40 of 40 expected staff recorded");
}

TEST(Scorecard, TakesTheLightOfItsWorstTest)
{
    auto standing = whole();
    standing.open_queries = 1;
    EXPECT_EQ(card_of(standing).light, Light::amber);
    standing.last_confirmed = day("2026-08-31");
    EXPECT_EQ(card_of(standing).light, Light::red);
    EXPECT_EQ(test_of(card_of(standing), "freshness").value, "Overdue, confirmed up to 31 August 2026");
}

TEST(Scorecard, RoundsNoShareUpToALimit)
{
    auto standing = whole();
    standing.expected = 1000;
    standing.in_post = 899;
    EXPECT_EQ(test_of(card_of(standing), "coverage").light, Light::amber);
    standing.in_post = 900;
    EXPECT_EQ(test_of(card_of(standing), "coverage").light, Light::green);
    standing.in_post = 699;
    EXPECT_EQ(test_of(card_of(standing), "coverage").light, Light::red);
}

TEST(Scorecard, ManyMoreThanExpectedAreDoubtfulToo)
{
    auto standing = whole();
    standing.in_post = 44;
    EXPECT_EQ(test_of(card_of(standing), "coverage").light, Light::green);
    standing.in_post = 45;
    EXPECT_EQ(test_of(card_of(standing), "coverage").light, Light::amber);
}

TEST(Scorecard, CountsOnlyFieldsThatEveryEmployerHolds)
{
    auto standing = whole();
    standing.known[static_cast<std::size_t>(Asked::ethnicity)] = 0;
    EXPECT_EQ(card_of(standing).completeness, (Share{280, 280}));
    standing.known[static_cast<std::size_t>(Asked::fte)] = 0;
    auto card = card_of(standing);
    EXPECT_EQ(card.completeness, (Share{240, 280}));  // 85%
    EXPECT_EQ(test_of(card, "completeness").light, Light::amber);
}

TEST(Scorecard, SaysNothingOfThoseWhoAreNotExpected)
{
    Standing standing{.organisation = partnership::OrganisationId{1}, .expected = {}, .is_expected_to_hand_in = false};
    auto card = card_of(standing);
    EXPECT_EQ(card.light, Light::grey);
    EXPECT_EQ(card.due.punctuality, Punctuality::not_expected);
}

TEST(WhatToMendFirst, PutsFirstWhatMakesMostStaffKnown)
{
    auto late = whole(1);
    late.expected = 100;
    late.last_confirmed = day("2026-01-01");
    auto patchy = whole(2);
    patchy.known[static_cast<std::size_t>(Asked::birth_date)] = 6;
    patchy.open_queries = 3;
    const std::vector cards{card_of(patchy), card_of(late)};
    auto mends = what_to_mend_first(cards);
    ASSERT_EQ(mends.size(), 3U);
    EXPECT_EQ(mends[0].organisation, partnership::OrganisationId{1});
    EXPECT_EQ(mends[0].words, "Hand in the return that is overdue: 60 of 100 expected staff are not recorded");
    EXPECT_EQ(mends[1].words, "Report date of birth for 34 staff");
    EXPECT_EQ(mends[2].words, "Answer 3 open queries");
}

TEST(WhatToMendFirst, AsksALateOrganisationWithAllItsStaffToConfirm)
{
    auto late = whole();
    late.last_confirmed = day("2026-01-01");
    const std::vector cards{card_of(late)};
    auto mends = what_to_mend_first(cards);
    ASSERT_EQ(mends.size(), 1U);
    EXPECT_EQ(mends[0].words, "Confirm that 40 records still hold");
}

TEST(Readiness, NamesTheOrganisationsWhoseGapsMakeAFigureUnsafe)
{
    auto patchy = whole(1);
    patchy.known[static_cast<std::size_t>(Asked::birth_date)] = 10;
    auto absent = Standing{.organisation = partnership::OrganisationId{2}, .expected = 50};
    const std::vector standings{whole(3), patchy, absent};
    auto answers = readiness(standings, limits());
    EXPECT_EQ(of(answers, "staff").known, (Share{80, 130}));
    EXPECT_EQ(of(answers, "staff").light, Light::red);
    const auto& retirements = of(answers, "retirements");
    EXPECT_EQ(retirements.known, (Share{50, 130}));
    ASSERT_EQ(retirements.gaps.size(), 2U);
    EXPECT_EQ(retirements.gaps[0].organisation, partnership::OrganisationId{2});
    EXPECT_EQ(retirements.gaps[1].staff, 30);
}

TEST(Readiness, ThoseWhoNeverSaidHowManyTheyExpectHideNoGapOfOthers)
{
    auto untold = whole(1);
    untold.expected.reset();
    auto absent = Standing{.organisation = partnership::OrganisationId{2}, .expected = 40};
    const std::vector standings{untold, absent};
    EXPECT_EQ(of(readiness(standings, limits()), "staff").known, (Share{40, 80}));
}

TEST(Readiness, TellsWhatItsStaffAreMadeOf)
{
    auto untold = whole(1), crowded = whole(2);
    untold.expected.reset();
    crowded.expected = 35;
    const auto staff = expected_or_held(std::vector{untold, crowded, Standing{.organisation = partnership::OrganisationId{3}, .expected = 10}});
    EXPECT_EQ(staff.expected, 45);
    EXPECT_EQ(staff.beyond, 5);
    EXPECT_EQ(staff.organisations_beyond, 1);
    EXPECT_EQ(staff.unsaid, 40);
}

TEST(AskedFields, StandInTheOrderOfTheirNames)
{
    for (std::size_t place = 0; place < asked_number; ++place) EXPECT_EQ(static_cast<std::size_t>(asked_fields()[place].field), place);
}

}  // namespace kith::scorecards
