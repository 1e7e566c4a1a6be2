// The rate of sickness absence, each held against a count by hand.
#include "profile/absence.hpp"

#include "profile/test_ground.hpp"

namespace kith::profile {
namespace {

using tally::Column;
const std::string today = "2026-03-02";  // the year from 3 March 2025

TestFact sick(std::int64_t record, std::string_view from, std::string_view until, std::string_view days, std::string_view reason = "sickness")
{
    return {.record = record, .kind = workforce::FactKind::absence, .code = reason, .detail = days, .on = from, .until = until};
}

/// Acorns: social workers of 1.0 and 0.5, a nursery worker of 1.0, an agency worker and one without full-time equivalent. Brook: four who report nothing.
TestGround area()
{
    TestGround area;
    area.add({.record = 1, .role = "social_worker"}).add({.record = 2, .role = "social_worker", .fte = 500}).add({.record = 3});
    area.add({.record = 4, .contract = "agency"}).add({.record = 5, .fte = -1});
    area.add_many(4, {.record = 11, .organisation = "2"});
    area.know(sick(1, "2025-04-01", "2025-09-30", "10.5")).know(sick(1, "2025-10-01", "2026-03-02", "0"));
    area.know(sick(2, "2025-03-03", "2025-03-31", "2.09"));
    area.know(sick(3, "2025-05-01", "2025-05-31", "5", "other")).know(sick(4, "2025-05-01", "2025-05-31", "20")).know(sick(5, "2025-05-01", "2025-05-31", "20"));
    return area;
}

TEST(AbsenceMeasure, IsDaysLostOverDaysThatCouldBeWorkedByRole)
{
    const auto panel = panel_on("absence", area().on(today));
    // Social workers: 12.59 of 1.5 x 253 = 379.5 is 3.317%; with the nursery worker, of 2.5 x 253 = 632.5, 1.991%.
    EXPECT_EQ(lines_of(panel), (Lines{"Children and families social worker: 3.3% | 12.6 | 1.5 | 2", "Day nursery worker: 0.0% | 0.0 | 1.0 | 1"}));
    EXPECT_EQ(headline_of(panel), "2.0% sickness absence; 12.6 days lost, 2.5 full-time equivalent of whom they are reported");
    EXPECT_EQ(panel.finding, "2.0% of working days were lost to sickness in the year; 3.3% of those of children and families social workers");
    EXPECT_TRUE(notes_say(panel, "1 of 2 organisations report days lost to sickness in the year to 2 March 2026; 4 staff of whose role their organisation reports none are left out."));
    EXPECT_TRUE(notes_say(panel, "1 member of staff reports no full-time equivalent and is left out"));
    EXPECT_FALSE(notes_say(panel, "begins before the year"));
    EXPECT_TRUE(notes_say(panel, "defined for children and family social workers of local authorities"));
    EXPECT_EQ(rows_behind("absence", area().on(today), "Children and families social worker"), (Records{1, 2}));
}

TEST(AbsenceMeasure, CountsOfAPeriodThatStraddlesThePartThatFallsIn)
{
    TestGround staff;
    staff.add({.record = 1}).add({.record = 2}).add({.record = 3});
    staff.know(sick(1, "2025-02-01", "2025-03-12", "8"));   // ten of its forty days fall in: 2
    staff.know(sick(2, "2026-03-02", "2026-03-11", "5"));   // one of its ten: 0.5
    staff.know(sick(3, "2024-01-01", "2025-03-02", "90"));  // ended the day before the year began
    const auto panel = panel_on("absence", staff.on(today));
    EXPECT_EQ(lines_of(panel), (Lines{"Day nursery worker: 0.3% | 2.5 | 3.0 | 3"}));
    EXPECT_TRUE(notes_say(panel, "2 staff have a period that begins before the year or ends after the day"));
    EXPECT_EQ(panel.finding, "0.3% of working days were lost to sickness in the year") << "one role is the whole";
}

TEST(AbsenceMeasure, SaysThatNobodyReportsAndShowsNoNought)
{
    TestGround staff;
    staff.add_many(12, {.record = 1}).know(sick(1, "2025-05-01", "2025-05-31", "5", "other")).know(sick(2, "2024-05-01", "2024-05-31", "5")).know(sick(3, "2025-05-01", "", "5")).know(sick(4, "2025-05-01", "2025-05-31", "five"));
    const auto panel = panel_on("absence", staff.on(today));
    EXPECT_EQ(panel.finding, "No organisation counted here reports days lost to sickness");
    EXPECT_TRUE(panel.lines.empty());
    ASSERT_TRUE(panel.headline);
    EXPECT_FALSE(panel.headline->cell.value);
    EXPECT_TRUE(notes_say(panel, "0 of 1 organisation report"));
}

TEST(AbsenceMeasure, WhoHasTwoJobsLostTheirDaysOnceWhateverIsAsked)
{
    TestGround staff;
    staff.add({.record = 1, .role = "teacher", .fte = 400}).add({.record = 1, .role = "nursery_worker", .fte = 600}).know(sick(1, "2025-05-01", "2025-05-31", "5.06"));
    const auto ground = staff.on(today);
    // 5.06 of 0.6 x 253 is 3.333%.
    EXPECT_EQ(lines_of(panel_on("absence", ground)), (Lines{"Day nursery worker: 3.3% | 5.1 | 0.6 | 1", "Teacher: 0.0% | 0.0 | 0.4 | 1"}));
    EXPECT_EQ(headline_of(panel_on("absence", ground.keeping(Column::role, ground.codes_of(Column::role, {"teacher"})))), "0.0% sickness absence; 0.0 days lost, 0.4 full-time equivalent of whom they are reported");
}

TEST(AbsenceMeasure, TakesARoleOfWhichNothingIsToldForNoNought)
{
    // As by the social work census: of the council's social workers days lost are told, of its administrators nothing.
    TestGround council;
    council.add({.record = 1, .role = "social_worker"}).add({.record = 2, .role = "social_worker"}).add_many(3, {.record = 3, .role = "administrator"}).know(sick(1, "2025-10-01", "2026-02-28", "5.06"));
    council.add({.record = 9, .to = "2025-02-28", .role = "teacher"}).know(sick(9, "2025-03-03", "2025-03-31", "1"));  // no teacher was there in the year
    const auto panel = panel_on("absence", council.on(today));
    EXPECT_EQ(lines_of(panel), (Lines{"Children and families social worker: 1.0% | 5.1 | 2.0 | 2"}));
    EXPECT_TRUE(notes_say(panel, "1 of 1 organisation report days lost"));
    EXPECT_TRUE(notes_say(panel, "3 staff of whose role their organisation reports none are left out."));
}

TEST(AbsenceMeasure, IsOfTheYearUpToTheDayAskedAbout)
{
    auto on = [](std::string_view day) { return panel_on("absence", area().on(day)).headline->cell.words; };
    EXPECT_EQ(on("2025-03-31"), "0.6%");  // 2.09 of 379.5: nothing is told of nursery workers yet
    EXPECT_EQ(on("2025-03-02"), "cannot be worked out");
}

/// 20 teachers and 12 social workers of Acorns, 6 school nurses of Brook, which reports too; 40 of Cedar, which does not.
TestGround many()
{
    TestGround area;
    area.add_many(20, {.record = 101, .role = "teacher"}).add_many(12, {.record = 201, .role = "social_worker"}).add_many(6, {.record = 301, .organisation = "2", .role = "school_nurse"}).add_many(40, {.record = 401, .organisation = "3", .role = "school_nurse"});
    area.know(sick(101, "2025-05-01", "2025-05-31", "8")).know(sick(201, "2025-05-01", "2025-05-31", "4")).know(sick(301, "2025-05-01", "2025-05-31", "2"));
    return area;
}

Ground in_groups_only(Ground ground)
{
    ground.allowed.fill(Allowed::in_groups);
    return ground;
}

TEST(AbsenceMeasure, InGroupsHidesRolesOfFewAndThoseThatWouldTellOfThem)
{
    const std::string few = "too few to show | too few to show | too few to show | too few to show";
    const auto panel = panel_on("absence", in_groups_only(many().on(today)));
    EXPECT_EQ(lines_of(panel), (Lines{"Teacher: 0.2% | 10.0 | 20.0 | 20", "Children and families social worker: " + few, "School nurse: " + few}));
    EXPECT_EQ(panel.finding, "0.1% of working days were lost to sickness in the year") << "the hidden role is not named";
    EXPECT_EQ(panel.headline->cell.words, "0.1%");
    for (const auto& line : panel.lines) EXPECT_TRUE(line.key.empty());
}

TEST(AbsenceMeasure, InGroupsIsShownThoughThoseOfWhomNothingIsToldAreFew)
{
    TestGround staff;
    staff.add_many(20, {.record = 101, .role = "teacher"}).add_many(4, {.record = 201, .organisation = "3"}).know(sick(101, "2025-05-01", "2025-05-31", "8"));
    EXPECT_EQ(panel_on("absence", in_groups_only(staff.on(today))).withheld, "") << "nothing is known of the four, and so nothing told";
}

TEST(AbsenceMeasure, InGroupsIsWithheldWhereFewOfThoseWhoReportAreSingledOut)
{
    const auto ground = in_groups_only(many().on(today));
    auto withheld = [&](const Ground& asked) { return panel_on("absence", asked).withheld; };
    EXPECT_TRUE(withheld(ground).empty());
    EXPECT_TRUE(withheld(ground.keeping(Column::role, ground.codes_of(Column::role, {"teacher"}))).empty());
    // 46 are school nurses; those of them whose organisation reports are six, to be told neither alone nor as what is left out.
    EXPECT_TRUE(withheld(ground.keeping(Column::role, ground.codes_of(Column::role, {"school_nurse"}))).starts_with("Too few staff"));
    EXPECT_TRUE(withheld(ground.keeping(Column::role, ground.codes_of(Column::role, {"social_worker"}))).starts_with("These filters single out few"));
    EXPECT_TRUE(withheld(ground.on_day(day_of("2026-03-01"))).starts_with("You are shown this for today only"));
}

}  // namespace
}  // namespace kith::profile
