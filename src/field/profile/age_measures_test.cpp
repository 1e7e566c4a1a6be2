// Ages, retirements and service, each held against a count by hand.
#include "profile/test_ground.hpp"

namespace kith::profile {
namespace {

TEST(AgeMeasures, PyramidHasWomenAndMenByBand)
{
    TestGround area;
    area.add({.record = 1, .sex = "female", .born = "1980-02-29"}).add({.record = 2, .sex = "male", .born = "1961-05-01"}).add({.record = 3, .sex = "female", .born = "1982-01-01"}).add({.record = 4, .sex = "female"});
    // Born on 29 February someone is 45 from 1 March of a common year, not from 28 February.
    EXPECT_EQ(lines_of(panel_on("ages", area.on("2025-02-28"))), (Lines{"40 to 44: 2 | 0 | 2", "60 to 64: 0 | 1 | 1"}));
    const auto panel = panel_on("ages", area.on("2025-03-01"));
    EXPECT_EQ(lines_of(panel), (Lines{"40 to 44: 1 | 0 | 1", "45 to 49: 1 | 0 | 1", "60 to 64: 0 | 1 | 1"}));
    EXPECT_EQ(headline_of(panel), "1 of 3 aged 55 or over; of 3 whose age is known");
    EXPECT_TRUE(notes_say(panel, "1 of 4 staff report no date of birth"));
    EXPECT_EQ(rows_behind("ages", area.on("2025-03-01"), "45 to 49"), (Records{1}));
}

TEST(AgeMeasures, RetirementsGoByTheLawOf2009ForWomenAndMen)
{
    TestGround area;
    const TestJob woman{.from = "2000-01-01", .role = "social_worker", .sex = "female"};
    const TestJob man{.from = "2000-01-01", .role = "social_worker", .sex = "male"};
    auto add = [&](TestJob job, std::int64_t record, std::string_view born) {
        job.record = record;
        job.born = born;
        area.add(job);
    };
    add(woman, 1, "1949-10-01");  // 60 on the day: there already
    add(woman, 2, "1949-12-01");  // 60 on 1 December 2009: within one year
    add(woman, 3, "1950-04-10");  // 6 May 2010 by the schedule: within one year
    add(woman, 4, "1951-05-10");  // 6 July 2012: within three years
    add(woman, 5, "1952-05-10");  // 6 July 2014: within five years
    add(man, 6, "1949-10-01");    // 65 on 1 October 2014: within five years, on the last day
    add(man, 7, "1949-10-02");    // a day later: not
    add(man, 8, "1944-10-01");    // 65 on the day: there already
    add(woman, 9, "");            // cannot be said
    area.add({.record = 10, .from = "2000-01-01", .role = "social_worker", .born = "1949-10-01"});  // neither woman nor man: cannot be said
    const auto panel = panel_on("retirements", area.on("2009-10-01"));
    EXPECT_EQ(lines_of(panel), (Lines{"Children and families social worker: 5 | 3 | 2 | 2 | 5 of 8"}));
    EXPECT_EQ(panel.finding, "5 of 8 staff reach state pension age within five years");
    EXPECT_EQ(headline_of(panel), "5 of 8 reach pension age in 5 years; 5 of 8 whose age is known");
    EXPECT_TRUE(notes_say(panel, "Of 2 of 10 staff it cannot be said"));
    EXPECT_EQ(rows_behind("retirements", area.on("2009-10-01"), "Children and families social worker"), (Records{2, 3, 4, 5, 6})) << "those of the figure that leads to them, not who is there already";
}

TEST(AgeMeasures, RetirementsOfSomeoneInTwoRolesCountOnceInTheWhole)
{
    TestGround area;
    area.add({.record = 1, .sex = "female", .born = "1961-01-01"}).add({.record = 1, .role = "nursery_manager", .sex = "female", .born = "1961-01-01"});
    const auto panel = panel_on("retirements", area.on("2026-03-02"));
    EXPECT_EQ(panel.lines.size(), 2u);
    EXPECT_EQ(panel.finding, "1 of 1 staff reach state pension age within five years");
}

TEST(AgeMeasures, ServiceRunsFromTheFirstEngagementInForce)
{
    TestGround area;
    area.add({.record = 1, .from = "2010-03-02"}).add({.record = 1, .from = "2025-01-01"});  // sixteen years
    area.add({.record = 2, .from = "2025-03-03"});                                           // a day under one year
    area.add({.record = 3, .from = "2024-03-02"});                                           // two years
    area.add({.record = 4, .from = "2000-01-01", .to = "2020-12-31"}).add({.record = 4, .from = "2021-01-01"});  // the first is over: five years
    const auto panel = panel_on("service", area.on("2026-03-02"));
    EXPECT_EQ(lines_of(panel), (Lines{"Under 1 year: 1 | 1 of 4 | 1.0", "1 to 2 years: 1 | 1 of 4 | 1.0", "5 to 9 years: 1 | 1 of 4 | 1.0", "10 to 19 years: 1 | 1 of 4 | 2.0"}));
    EXPECT_EQ(headline_of(panel), "2 of 4 here for under three years; of 4 staff");
}

}  // namespace
}  // namespace kith::profile
