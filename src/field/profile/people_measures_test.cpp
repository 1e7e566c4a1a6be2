// Figures of the people, places and hours, each held against a count by hand.
#include "profile/test_ground.hpp"

namespace kith::profile {
namespace {

/// Records 1 and 2 are one person's, of two employers; 3 has two jobs; 4 is wider and agency; 5 left in 2025.
TestGround people()
{
    TestGround ground;
    ground.add({.record = 1, .person = 1, .tier = "universal", .fte = 600, .hours = 2200});
    ground.add({.record = 2, .person = 1, .organisation = "2", .locality = "6", .role = "teacher", .sector = "education", .contract = "fixed_term", .tier = "targeted", .fte = 400, .hours = 1500});
    ground.add({.record = 3, .tier = "universal", .pattern = "evenings;weekends", .fte = 500, .hours = 700});
    ground.add({.record = 3, .locality = "6", .role = "nursery_manager", .fte = 500, .hours = 2800});
    ground.add({.record = 4, .organisation = "2", .locality = "6", .role = "teacher", .sector = "education", .breadth = "wider", .contract = "agency", .tier = "specialist", .pattern = "all_year", .secondment = "from", .fte = -1});
    ground.add({.record = 5, .to = "2025-06-30"});
    return ground;
}

const std::string today = "2026-03-02";

TEST(PeopleMeasures, StaffArePeopleOfAnOrganisationEachOnce)
{
    const auto panel = panel_on("staff", people().on(today));
    EXPECT_EQ(headline_of(panel), "4 staff; 5 engagements");
    EXPECT_EQ(lines_of(panel), (Lines{"Early years and childcare: 2 | 2 of 4 | 1.6", "Education: 2 | 2 of 4 | 0.4"}));
    EXPECT_EQ(panel.finding, "Early years and childcare: 2 of 4 staff, the largest part");
    EXPECT_EQ(rows_behind("staff", people().on(today), "Education"), (Records{2, 4}));
    EXPECT_EQ(headline_of(panel_on("staff", people().on("2025-06-30"))), "5 staff; 6 engagements");
    EXPECT_EQ(panel_on("staff", people().on("2019-12-31")).finding, "Nobody is counted here on this day");
}

TEST(PeopleMeasures, TwoRecordsOfOnePersonAreOnePerson)
{
    const auto panel = panel_on("people", people().on(today));
    EXPECT_EQ(headline_of(panel), "3 people at most; 4 staff records");
    ASSERT_EQ(panel.lines.size(), 3u);
    EXPECT_EQ(panel.lines[0].cells[0].words + panel.lines[1].cells[0].words + panel.lines[2].cells[0].words, "345");
}

TEST(PeopleMeasures, FteIsAddedUpAndWhatIsNotReportedIsSaid)
{
    const auto panel = panel_on("fte", people().on(today));
    EXPECT_EQ(headline_of(panel), "2.0 full-time equivalent; 1 engagement reports none");
    EXPECT_EQ(lines_of(panel), (Lines{"Eastfield: 1.1 | 2 | 2 of 4", "Westfield: 0.9 | 3 | 3 of 4"}));
    EXPECT_TRUE(notes_say(panel, "Someone who works in two of these is counted in both"));
    EXPECT_TRUE(notes_say(panel, "1 engagement reports no full-time equivalent and adds nothing"));
}

TEST(PeopleMeasures, CoreIsAShareOfAllStaff)
{
    EXPECT_EQ(headline_of(panel_on("core", people().on(today))), "3 of 4 core workforce; 3 of 4 staff");
}

TEST(PeopleMeasures, ContractsRolesAndEmployersAreCountedEach)
{
    const auto ground = people().on(today);
    EXPECT_EQ(lines_of(panel_on("contracts", ground)), (Lines{"Permanent: 2 | 2 of 4 | 1.6", "Fixed term or temporary: 1 | 1 of 4 | 0.4", "Agency: 1 | 1 of 4 | 0.0"}));
    EXPECT_EQ(lines_of(panel_on("organisations", ground)), (Lines{"Acorns: 2 | 2 of 4 | 1.6", "Brook: 2 | 2 of 4 | 0.4"}));
    EXPECT_EQ(rows_behind("roles", ground, "Day nursery manager"), (Records{3}));
    EXPECT_EQ(lines_of(panel_on("roles", ground)).size(), 3u);
}

TEST(PeopleMeasures, TiersNameTargetedAndSpecialist)
{
    const auto panel = panel_on("tiers", people().on(today));
    EXPECT_EQ(headline_of(panel), "2 of 4 in targeted or specialist services; of 4 staff");
    EXPECT_EQ(lines_of(panel), (Lines{"Universal: for every child and family: 2 | 2 of 4 | 1.1", "Targeted: for those who need more: 1 | 1 of 4 | 0.4",
                                       "Specialist: for those with high or complex needs: 1 | 1 of 4 | 0.0", "Not reported: 1 | 1 of 4 | 0.5"}));
}

TEST(PeopleMeasures, SecondmentsAreThoseReported)
{
    const auto panel = panel_on("secondments", people().on(today));
    EXPECT_EQ(panel.finding, "1 member of staff is seconded");
    EXPECT_EQ(headline_of(panel), "1 seconded; as employers report");
    TestGround nobody;
    nobody.add({.record = 1});
    EXPECT_EQ(panel_on("secondments", nobody.on(today)).finding, "Nobody is reported as seconded");
}

TEST(PeopleMeasures, TeamsSayFromHowManyEmployersTheirMembersAre)
{
    auto area = people();
    area.teams = {{.name = "Early help", .records = {1, 2, 5}, .outside = 2}, {.name = "Nursery", .records = {1, 3}}, {.name = "Left", .records = {5}}};
    const auto panel = panel_on("teams", area.on(today));
    EXPECT_EQ(lines_of(panel), (Lines{"Early help: 2 | 2 | 2", "Nursery: 2 | 1 | 0"}));
    EXPECT_EQ(panel.finding, "1 of 2 teams have members from more than one employer");
    EXPECT_EQ(rows_behind("teams", area.on(today), "Early help"), (Records{1, 2}));
}

TEST(HoursMeasures, CoverSaysWhereNobodyWorksEvenings)
{
    const auto panel = panel_on("cover", people().on(today));
    const auto column = [&](std::string_view name) { return static_cast<std::size_t>(std::ranges::find(panel.columns, name) - panel.columns.begin()); };
    EXPECT_TRUE(notes_say(panel, "Reported of nobody here: early mornings"));
    EXPECT_EQ(column("Early mornings"), panel.columns.size()) << "a column of noughts says nothing";
    EXPECT_EQ(panel.finding, "Nobody is known to work evenings in Westfield");
    ASSERT_EQ(panel.lines.size(), 2u);
    EXPECT_EQ(panel.lines[0].label, "Eastfield");
    EXPECT_EQ(panel.lines[0].cells.at(column("Evenings")).words, "1");
    EXPECT_EQ(panel.lines[0].cells.at(column("Weekends")).words, "1");
    EXPECT_EQ(panel.lines[1].cells.at(column("Evenings")).words, "0");
    EXPECT_EQ(panel.columns.back() + ": " + panel.lines[0].cells.back().words, "Pattern known: 1 of 2");
    EXPECT_EQ(headline_of(panel), "1 of 2 work evenings; of 2 whose pattern is known");
    EXPECT_TRUE(notes_say(panel, "2 of 4 staff report no pattern of work"));
}

TEST(HoursMeasures, NotKnowingWhenPeopleWorkIsNotTheirNotWorkingThen)
{
    TestGround area;
    area.add({.record = 1}).add({.record = 2, .locality = "6"});
    const auto panel = panel_on("cover", area.on(today));
    EXPECT_EQ(panel.finding, "When people work is reported of nobody here");
    for (const auto& line : panel.lines) EXPECT_EQ(line.cells.front().words, "not known") << line.label;
}

TEST(HoursMeasures, HoursOfAllTheirJobsAreAddedUp)
{
    const auto panel = panel_on("hours", people().on(today));
    EXPECT_EQ(lines_of(panel), (Lines{"8 to under 16 hours: 1 | 1 of 4 | 0.4", "16 to under 24 hours: 1 | 1 of 4 | 0.6", "35 hours or more: 1 | 1 of 4 | 1.0", "Not reported: 1 | 1 of 4 | 0.0"}));
    EXPECT_EQ(headline_of(panel), "2 of 3 work under 35 hours; of 3 whose hours are known");
}

}  // namespace
}  // namespace kith::profile
