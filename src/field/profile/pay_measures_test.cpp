// Pay and terms, likeness to children, training and supervision, each held against a count by hand.
#include "profile/test_ground.hpp"

namespace kith::profile {
namespace {

const std::string today = "2026-03-02";

TestGround paid()
{
    TestGround area;
    const TestJob acorns{.role = "nursery_worker", .pay_period = "year", .terms_set = "green_book", .pension_scheme = "lgps"};
    const TestJob brook{.organisation = "2", .role = "nursery_worker", .pay_period = "hour"};
    auto add = [&](TestJob job, std::int64_t record, std::int64_t pay, std::int64_t fte, std::int64_t hours) {
        job.record = record;
        job.pay = pay;
        job.fte = fte;
        job.hours = hours;
        area.add(job);
    };
    add(acorns, 1, 2'000'000, 1000, 3700);  // 20,000
    add(acorns, 2, 1'100'000, 500, 1850);   // 22,000 for full time
    add(acorns, 3, 2'400'000, 1000, 3700);  // 24,000
    add(acorns, 4, 2'600'000, 1000, -1);    // 26,000
    add(acorns, 5, 2'000'000, -1, -1);      // no full-time equivalent: left out
    add(brook, 6, 1000, -1, 1000);          // 10.00 an hour is 19,292.91
    add(brook, 7, -1, 1000, 2000);          // no pay
    return area;
}

TEST(PayMeasures, MediansAndQuartersAreOfPayForFullTime)
{
    const auto panel = panel_on("pay", paid().on(today));
    ASSERT_EQ(panel.lines.size(), 2u);
    auto cells = [&](std::size_t line) { return panel.lines[line].label + ": " + panel.lines[line].cells[0].words + " | " + panel.lines[line].cells[1].words + " | " + panel.lines[line].cells[2].words + " | " + panel.lines[line].cells[3].words + " | " + panel.lines[line].cells[4].words; };
    EXPECT_EQ(cells(0), "Acorns: £23,000 | £22,000 | £24,000 | 4 | 37");
    EXPECT_EQ(cells(1), "Brook: £19,293 | too few to show | too few to show | 1 | 15");
    EXPECT_EQ(panel.finding, "Medians run from £19,293 to £23,000 a year for full time");
    EXPECT_EQ(headline_of(panel), "£22,000 median pay, full time; 5 jobs with pay known");
    EXPECT_TRUE(notes_say(panel, "2 jobs report no pay, or none that can be turned into pay for full time"));
}

TEST(PayMeasures, LeaveIsThatOfTheUsualTerms)
{
    const auto panel = panel_on("pay", paid().on(today));
    ASSERT_EQ(panel.columns.back(), "Annual leave under these");
    EXPECT_EQ(panel.lines[0].cells.back().words, "23 days, 26 after five years");
    EXPECT_EQ(panel.lines[1].cells.back().words, "Not known") << "Brook reports no terms";
}

TEST(PayMeasures, GapsLieBetweenTheMediansOfEmployers)
{
    auto area = paid();
    area.add({.record = 8, .role = "teacher", .pay_period = "year", .pay = 3'000'000});  // one employer only: nothing to compare
    const auto panel = panel_on("pay_gaps", area.on(today));
    EXPECT_EQ(lines_of(panel), (Lines{"Day nursery worker: £3,707 | £23,000 | £19,293 | 2 | Acorns | Brook"}));
    EXPECT_EQ(headline_of(panel), "£3,707 largest gap in one role; a year, full time, day nursery worker");
}

/// 40 staff in Eastfield: 36 women and 4 men; half of the children of the area are girls, and nine of ten of Eastfield's.
TestGround served()
{
    TestGround area;
    area.add_many(36, {.record = 1, .sex = "female", .ethnicity = "white_british", .disability = "not_disabled"});
    area.add_many(4, {.record = 37, .sex = "male", .ethnicity = "white_irish", .disability = "disabled"}).add({.record = 41, .sex = "not_stated"});
    auto count = [&](std::optional<partnership::LocalityId> place, ChildCharacteristic characteristic, std::string_view code, std::int64_t children) {
        area.children.push_back({.locality = place, .characteristic = characteristic, .code = std::string{code}, .children = children, .source = "by hand", .as_of = day_of("2025-06-30")});
    };
    const partnership::LocalityId east{5};
    count({}, ChildCharacteristic::sex, "female", 5000);
    count({}, ChildCharacteristic::sex, "male", 5000);
    count(east, ChildCharacteristic::sex, "female", 900);
    count(east, ChildCharacteristic::sex, "male", 100);
    count({}, ChildCharacteristic::ethnicity, "white", 7000);
    count({}, ChildCharacteristic::ethnicity, "black", 3000);
    count({}, ChildCharacteristic::disability, "disabled", 1000);
    count({}, ChildCharacteristic::disability, "not_disabled", 9000);
    return area;
}

TEST(LikenessMeasures, SexIsHeldAgainstTheChildrenOfTheAreaOrOfTheOneLocality)
{
    auto ground = served().on(today);
    const auto area = panel_on("likeness_sex", ground);
    // Wilson's interval of 36 of 40: 76.9% to 96.0%; of 4 of 40: 4.0% to 23.1%.
    EXPECT_EQ(lines_of(area), (Lines{"Female: 90.0% | 76.9% | 96.0% | 50.0% | more common | 36", "Male: 10.0% | 4.0% | 23.1% | 50.0% | less common | 4"}));
    EXPECT_EQ(area.finding, "Female staff are more common and male staff less common than among children here");
    EXPECT_EQ(headline_of(area), "2 groups unlike the children; of 2, 40 staff say");
    EXPECT_TRUE(notes_say(area, "1 of 41 staff do not say"));
    EXPECT_TRUE(notes_say(area, "Children: by hand, of 30 June 2025."));
    ground.places = {access::LocalityId{5}};
    const auto east = panel_on("likeness_sex", ground);
    EXPECT_EQ(east.lines[0].cells[3].words, "90.0%");
    EXPECT_EQ(east.finding, "No group differs from the children by more than chance would give");
    ground.places = {access::LocalityId{6}};
    EXPECT_EQ(panel_on("likeness_sex", ground).finding, "How many children of each group live here is not known yet");
}

TEST(LikenessMeasures, EthnicitiesCountAsTheirGroupAndDisabilityAsReported)
{
    const auto ground = served().on(today);
    const auto groups = panel_on("likeness_ethnicity", ground);
    ASSERT_EQ(groups.lines.size(), 2u);
    EXPECT_EQ(groups.lines[0].cells[5].words + " and " + groups.lines[1].cells[5].words, "40 and 0");
    EXPECT_EQ(groups.finding, "White staff are more common and Black, Black British, Caribbean or African staff less common than among children here");
    const auto disability = panel_on("likeness_disability", ground);
    ASSERT_EQ(disability.lines.size(), 2u);
    EXPECT_EQ(disability.lines[0].cells[0].words + " of " + disability.lines[0].cells[3].words, "10.0% of 10.0%");
}

TEST(LikenessMeasures, FindingNamesTheTwoFarthestApartAndHowManyMore)
{
    TestGround area;
    area.add_many(200, {.record = 1, .ethnicity = "white_british"});
    auto count = [&](std::string_view code, std::int64_t children) { area.children.push_back({.characteristic = ChildCharacteristic::ethnicity, .code = std::string{code}, .children = children, .source = "by hand", .as_of = day_of("2025-06-30")}); };
    count("white", 5000);
    count("asian", 2000);
    count("black", 1800);
    count("mixed", 1000);
    count("other", 200);
    EXPECT_EQ(panel_on("likeness_ethnicity", area.on(today)).finding, "White staff are more common and Asian or Asian British staff less common than among children here, and 3 other groups differ");
    area.children[1].children = 0;
    EXPECT_TRUE(panel_on("likeness_ethnicity", area.on(today)).finding.ends_with("and 2 other groups differ"));
    for (std::size_t at = 1; at < 4; ++at) area.children[at].children = 0;
    const auto two = panel_on("likeness_ethnicity", area.on(today));
    EXPECT_EQ(two.finding, "White staff are more common and Other ethnic group staff less common than among children here");
}

TEST(SafetyMeasures, SafeguardingIsInDateLateNeverOrNotReported)
{
    using enum workforce::FactKind;
    TestGround area;
    area.add_many(4, {.record = 1}).add({.record = 5, .organisation = "2"});
    area.know(TestFact{1, training, "safeguarding_2", "", "2024-03-02"});  // two years to the day
    area.know(TestFact{2, training, "safeguarding_2", "", "2024-03-01"});  // a day more
    area.know(TestFact{3, training, "safeguarding_1", "", "2026-01-01"});  // too low
    const auto panel = panel_on("safeguarding", area.on(today));
    ASSERT_EQ(panel.lines.size(), 1u);
    EXPECT_TRUE(panel.lines[0].label.ends_with("(level 2)")) << panel.lines[0].label;
    EXPECT_EQ(lines_of(panel)[0].substr(panel.lines[0].label.size()), ": 1 of 4 | 1 | 2 | 1 | 1");
    EXPECT_EQ(headline_of(panel), "1 of 4 safeguarding training in date; of 4 whose training is reported");
    EXPECT_EQ(rows_behind("safeguarding", area.on(today), panel.lines[0].label), (Records{2, 3, 4, 5}));
}

TEST(SafetyMeasures, SupervisionAndAppraisalAreInDateOverdueOrNotOnRecord)
{
    using enum workforce::FactKind;
    TestGround area;
    area.add_many(3, {.record = 1});
    area.know(TestFact{1, supervision, "", "", "2026-01-02"}).know(TestFact{1, supervision, "", "", "2025-01-02"});  // two months to the day
    area.know(TestFact{2, supervision, "", "", "2026-01-01"}).know(TestFact{2, supervision, "", "", "2026-03-03"});  // a day more; tomorrow's is none yet
    area.know(TestFact{2, appraisal, "", "", "2026-02-01"});
    EXPECT_EQ(lines_of(panel_on("supervision", area.on(today))), (Lines{"Early years and childcare: 1 of 2 | 1 | 1 | 1"}));
    EXPECT_EQ(headline_of(panel_on("supervision", area.on(today))), "1 of 2 supervision in date; of 2 with one on record");
    EXPECT_EQ(rows_behind("supervision", area.on(today), "Early years and childcare"), (Records{2, 3}));
    EXPECT_EQ(headline_of(panel_on("appraisal", area.on(today))), "1 of 1 appraisal in date; of 1 with one on record");
}

TEST(Measures, EachIsHeldAgainstACountByHandHere)
{
    // Whoever adds a measure adds it here and a test of it beside the others.
    Lines all;
    for (const auto& row : measures()) all.emplace_back(row.id());
    EXPECT_EQ(all, (Lines{"staff", "people", "fte", "core", "contracts", "roles", "organisations", "tiers", "secondments", "teams", "ages", "retirements", "service", "levels", "level_by_locality", "level_by_role",
                          "statuses", "role_rules", "setting_rules", "languages", "skills", "cover", "hours", "vacancies", "turnover", "agency", "caseload", "absence", "starters", "leavers", "destinations", "pay_gaps", "pay",
                          "likeness_sex", "likeness_ethnicity", "likeness_disability", "staff_for_children", "safeguarding", "supervision", "appraisal"}));
}

}  // namespace
}  // namespace kith::profile
