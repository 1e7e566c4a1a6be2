// Vacancies, turnover, agency use, caseloads and moves, each held against a count by hand.
#include "profile/test_ground.hpp"

namespace kith::profile {
namespace {

using workforce::TalliedVacancy;
const std::string today = "2026-03-02";

/// Three nursery workers (one of them wider) and one teacher, 3.5 full-time equivalent; four vacancies, one of them filled.
TestGround wanted()
{
    TestGround area;
    area.add_many(2, {.record = 1}).add({.record = 3, .breadth = "wider", .fte = 500}).add({.record = 4, .organisation = "2", .locality = "6", .role = "teacher", .sector = "education"});
    area.add({.record = 5, .contract = "agency"});
    const access::OrganisationId acorns{1}, brook{2};
    const access::LocalityId east{5}, west{6};
    area.vacancies = {
        {.organisation = acorns, .locality = east, .role = "nursery_worker", .sector = "early_years", .contract = "permanent", .fte = Fte::thousandths(1000), .from = day_of("2025-12-02"), .hard_to_fill = "pay"},
        {.organisation = acorns, .locality = east, .role = "nursery_worker", .sector = "early_years", .contract = "permanent", .fte = Fte::thousandths(500), .from = day_of("2025-12-03")},
        {.organisation = brook, .locality = west, .role = "teacher", .sector = "education", .contract = "permanent", .from = day_of(today)},
        {.organisation = brook, .locality = west, .role = "teacher", .sector = "education", .contract = "permanent", .fte = Fte::thousandths(1000), .from = day_of("2025-01-01"), .to = day_of("2026-03-01")},
    };
    return area;
}

TEST(RecruitmentMeasures, VacanciesHaveTheirRateAndHowLongTheyStandOpen)
{
    const auto panel = panel_on("vacancies", wanted().on(today));
    // 1.5 of 1.5 and 2.5 in post is 37.5%; the teacher's reports no full-time equivalent.
    EXPECT_EQ(lines_of(panel), (Lines{"Day nursery worker: 2 | 1.5 | 37.5% | 1 | 1", "Teacher: 1 | 0.0 | cannot be worked out | 0 | 0"}));
    EXPECT_EQ(panel.finding, "3 vacancies stand open, 1 of them for three months or more");
    EXPECT_EQ(headline_of(panel), "30.0% vacancy rate; 3 vacancies; 1.5 full-time equivalent vacant, 3.5 in post");
    EXPECT_TRUE(notes_say(panel, "1 vacancy reports no full-time equivalent"));
    EXPECT_EQ(panel_on("vacancies", wanted().on("2026-03-01")).headline->rests_on.substr(0, 11), "3 vacancies");
    EXPECT_EQ(panel_on("vacancies", wanted().on("2024-12-31")).finding, "No vacancy stands open");
}

TEST(RecruitmentMeasures, VacanciesAreNarrowedLikeStaff)
{
    using tally::Column;
    const auto ground = wanted().on(today);
    auto posts = [](const Ground& asked) {
        const auto rests_on = panel_on("vacancies", asked).headline->rests_on;
        return rests_on.substr(0, rests_on.find(' '));
    };
    const auto of_west = ground.keeping(Column::locality, ground.codes_of(Column::locality, {"6"}));
    EXPECT_EQ(panel_on("vacancies", of_west).headline->cell.words, "cannot be worked out") << "its one vacancy reports no full-time equivalent: that is no 0%";
    EXPECT_EQ(posts(ground.keeping(Column::locality, ground.codes_of(Column::locality, {"6"}))), "1");
    EXPECT_EQ(posts(ground.keeping(Column::organisation, ground.codes_of(Column::organisation, {"1"}))), "2");
    EXPECT_EQ(posts(ground.keeping(Column::sector, ground.codes_of(Column::sector, {"education"}))), "1");
    EXPECT_EQ(posts(ground.keeping(Column::contract, ground.codes_of(Column::contract, {"agency"}))), "0");
    EXPECT_EQ(posts(ground.keeping(Column::breadth, ground.codes_of(Column::breadth, {"wider"}))), "0") << "both roles are core by the packs";
    EXPECT_EQ(posts(ground.keeping(Column::breadth, ground.codes_of(Column::breadth, {"core"}))), "3");
    auto within = ground;
    within.query.scope = {.everything = false, .organisations = ground.codes_of(Column::organisation, {"2"})};
    EXPECT_EQ(posts(within), "1");
}

/// Ten left or stayed: 1 to 4 in post as social workers at the day; 5 moved job within Acorns; 6 and 7 left; 8 left for Brook, as record 18.
TestGround moves()
{
    TestGround area;
    area.add_many(3, {.record = 1, .role = "social_worker"});
    area.add({.record = 5, .to = "2025-08-31", .role = "social_worker"}).add({.record = 5, .from = "2025-09-01", .role = "nursery_manager"});
    area.add({.record = 6, .to = "2025-12-31", .role = "social_worker", .reason = "resignation", .destination = "not_known"});
    area.add({.record = 7, .to = "2025-03-02", .role = "social_worker", .reason = "retirement"});   // a year to the day before
    area.add({.record = 17, .to = "2025-03-01", .role = "social_worker", .reason = "retirement"});  // a day more
    area.add({.record = 8, .person = 8, .to = "2026-03-01", .role = "nursery_worker"}).add({.record = 18, .person = 8, .from = "2026-03-02", .organisation = "2", .role = "nursery_worker"});
    area.add({.record = 9, .to = "2025-10-01", .role = "social_worker", .contract = "agency"});
    return area;
}

TEST(RecruitmentMeasures, AChangeOfJobWithinAnEmployerIsNoLeaver)
{
    const auto panel = panel_on("turnover", moves().on(today));
    // In post: 1, 2, 3, 5 and 18. Left: 6, 7 and 8; the agency's 9 is not of the employed.
    EXPECT_EQ(headline_of(panel), "60.0% turnover in a year; 3 left, 5 in post");
    EXPECT_EQ(lines_of(panel), (Lines{"Children and families social worker: 2 of 3 | 2 | 3", "Day nursery worker: 1 of 1 | 1 | 1"}));
    EXPECT_EQ(rows_behind("turnover", moves().on(today), "Children and families social worker"), (Records{6, 7}));
}

TEST(RecruitmentMeasures, RatesOfTenOrMoreComeFirstTheHighestFirst)
{
    TestGround area;
    area.add_many(20, {.record = 1, .role = "teacher"}).add_many(10, {.record = 101, .role = "social_worker"}).add_many(9, {.record = 201, .role = "midwife"});
    area.add_many(3, {.record = 301, .to = "2025-12-31", .role = "teacher"}).add_many(2, {.record = 311, .to = "2025-12-31", .role = "social_worker"}).add_many(8, {.record = 321, .to = "2025-12-31", .role = "midwife"});
    area.add({.record = 401, .to = "2025-12-31", .role = "teacher", .contract = "foster_carer"}).add({.record = 402, .to = "2025-12-31", .role = "teacher", .contract = "bank"});
    EXPECT_EQ(lines_of(panel_on("turnover", area.on(today))), (Lines{"Children and families social worker: 20.0% | 2 | 10", "Teacher: 15.0% | 3 | 20", "Midwife: 8 of 9 | 8 | 9"}));
}

TEST(RecruitmentMeasures, VacanciesOfATeamAreNotKnown)
{
    TestGround area;
    area.add_many(12, {.record = 1});
    const auto ground = area.on(today);
    const auto team = tally::derived_from_records(ground.table(), std::vector<std::int64_t>{1, 2});
    const auto panel = panel_on("vacancies", ground.keeping(team, {1}));
    EXPECT_EQ(panel.finding, "Vacancies are not known by team");
    EXPECT_EQ(headline_of(panel), "not known vacancy rate; vacancies name no team");
}

TEST(RecruitmentMeasures, AgencyWorkersOfThreeMonthsAreCountedOnce)
{
    TestGround area;
    area.add_many(3, {.record = 1});
    area.add({.record = 5, .from = "2025-12-02", .contract = "agency"}).add({.record = 5, .from = "2025-11-01", .locality = "6", .contract = "agency"});
    area.add({.record = 6, .from = "2025-12-03", .contract = "agency"});
    const auto panel = panel_on("agency", area.on(today));
    EXPECT_EQ(panel.finding, "1 of 2 agency workers have been here for three months or more");
    EXPECT_EQ(headline_of(panel), "40.0% agency workers; 2 beside 3 in post");
}

TEST(RecruitmentMeasures, CaseloadsAreOfThoseWhoHoldCases)
{
    TestGround area;
    area.add({.record = 1, .role = "social_worker", .caseload = 18}).add({.record = 2, .role = "social_worker", .fte = 500, .caseload = 9});
    area.add({.record = 3, .role = "social_worker", .caseload = 0}).add({.record = 4, .role = "social_worker"}).add({.record = 5, .role = "social_worker", .fte = -1, .caseload = 12});
    const auto panel = panel_on("caseload", area.on(today));
    EXPECT_EQ(lines_of(panel), (Lines{"Children and families social worker: 18.0 | 27 | 2 | 1.5"}));
    EXPECT_EQ(headline_of(panel), "18.0 cases for each holder; 1.5 full-time equivalent who hold cases");
    EXPECT_TRUE(notes_say(panel, "1 case holder reports no full-time equivalent and is left out"));
}

TEST(MovingMeasures, StartersAndLeaversAreThoseOfTheYear)
{
    auto area = moves();
    area.add({.record = 20, .from = "2025-03-03", .origin = "not_known"}).add({.record = 21, .from = "2025-03-02"});
    const auto ground = area.on(today);
    // Joined: 18 and 20; 21 a year and a day ago; 5 only changed jobs.
    EXPECT_EQ(headline_of(panel_on("starters", ground)), "2 joined in a year; 1 without this reported");
    EXPECT_EQ(headline_of(panel_on("leavers", ground)), "4 left in a year; 2 without this reported");
    const auto leavers = panel_on("leavers", ground);
    ASSERT_EQ(leavers.lines.size(), 3u);
    EXPECT_EQ(rows_behind("leavers", ground, leavers.lines[0].label), (Records{6}));
    EXPECT_EQ(leavers.lines[2].label, "Not reported");
    EXPECT_EQ(headline_of(panel_on("destinations", ground)), "4 left in a year; 3 without this reported");
}

}  // namespace
}  // namespace kith::profile
