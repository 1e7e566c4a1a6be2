// Levels, statuses, rules of settings and roles, languages and skills, each held against a count by hand.
#include "profile/test_ground.hpp"

namespace kith::profile {
namespace {

using enum workforce::FactKind;
const std::string today = "2026-03-02";

TestGround qualified()
{
    TestGround area;
    area.add_many(4, {.record = 1}).add({.record = 5, .locality = "6", .role = "teacher", .sector = "education"});
    area.know(TestFact{1, qualification, "early_years_educator"});                              // level 3 by its code
    area.know(TestFact{1, qualification, "early_years_practitioner", "2"});                     // and a lower one
    area.know(TestFact{2, qualification, "early_years_practitioner", "", "2010-01-01"});        // level 2 by its code
    area.know(TestFact{3, qualification, "other:diploma", "3", "2026-03-03"});                  // gained tomorrow: none yet
    area.know(TestFact{5, qualification, "other:degree", "6"});                                 // level 6 by its detail
    area.know(TestFact{5, professional_status, "qts"});
    area.know(TestFact{1, professional_status, "social_worker", "", "2020-01-01", "2026-03-01"});  // ran out yesterday
    return area;
}

TEST(QualificationMeasures, LevelsAreTheHighestHeldByDetailElseByCode)
{
    const auto panel = panel_on("levels", qualified().on(today));
    ASSERT_EQ(panel.lines.size(), 4u);
    EXPECT_EQ(panel.lines[3].label, "None reported");
    EXPECT_EQ(panel.lines[0].cells[0].words + panel.lines[1].cells[0].words + panel.lines[2].cells[0].words + panel.lines[3].cells[0].words, "1112");
    EXPECT_EQ(headline_of(panel), "2 of 3 hold level 3 or above; 2 of 3 whose level is known");
    EXPECT_EQ(panel.finding, "2 of 3 staff whose level is known hold level 3 or above");
    EXPECT_TRUE(notes_say(panel, "2 of 5 staff report no qualification with a level"));
    EXPECT_EQ(headline_of(panel_on("levels", qualified().on("2026-03-03"))), "3 of 4 hold level 3 or above; 3 of 4 whose level is known");
}

TEST(QualificationMeasures, LevelsByLocalityAndRole)
{
    const auto ground = qualified().on(today);
    EXPECT_EQ(lines_of(panel_on("level_by_locality", ground)), (Lines{"Eastfield: 1 | 0 | 2 | 1 of 2", "Westfield: 1 | 1 | 1 | 1 of 1"}));
    EXPECT_EQ(headline_of(panel_on("level_by_locality", ground)), "2 staff at level 3 or above; of 3 whose level is known");
    EXPECT_EQ(rows_behind("level_by_locality", ground, "Eastfield"), (Records{1}));
    EXPECT_EQ(panel_on("level_by_role", ground).lines.back().cells[3].words, "1 of 1");
}

TEST(QualificationMeasures, StatusesThatHadRunOutAreNotCounted)
{
    const auto panel = panel_on("statuses", qualified().on(today));
    EXPECT_EQ(lines_of(panel), (Lines{"Qualified teacher status: 1 | 1 of 5"}));
    EXPECT_TRUE(notes_say(panel, "Of 4 of 5 staff none is reported"));
    EXPECT_EQ(panel_on("statuses", qualified().on("2026-03-01")).lines.size(), 2u);
}

/// Setting 10 meets both rules, 11 neither, of 12 neither can be said; 13 is no nursery. Who cooks is not asked.
TestGround nurseries()
{
    TestGround area;
    area.setting_names = {{"10", "Ash"}, {"11", "Birch"}, {"12", "Cherry"}, {"13", "School"}};
    area.setting_kinds = {{"10", "day_nursery"}, {"11", "day_nursery"}, {"12", "day_nursery"}, {"13", "primary_school"}};
    std::int64_t record = 0;
    auto add = [&](std::string_view setting, std::string_view role, std::string_view level) {
        area.add({.record = ++record, .role = role, .setting = setting});
        if (!level.empty()) area.know(TestFact{record, qualification, "", level});
    };
    add("10", "nursery_manager", "3");
    add("10", "nursery_worker", "2");
    add("10", "nursery_worker", "1");
    add("11", "nursery_manager", "2");
    add("11", "nursery_worker", "1");
    add("11", "nursery_worker", "1");
    add("12", "nursery_manager", "");
    add("12", "nursery_worker", "");
    add("13", "teacher", "");
    return area;
}

TEST(QualificationMeasures, SettingRulesAreMetNotMetOrCannotBeSaid)
{
    const auto panel = panel_on("setting_rules", nurseries().on(today));
    Lines rules;
    for (const auto& line : lines_of(panel)) {
        if (line.find("manager holds") != std::string::npos || line.find("half of all other") != std::string::npos) rules.push_back(line);
    }
    EXPECT_EQ(rules, (Lines{"The manager holds an approved qualification at level 3 or above: 1 | 0 | 1 | 1", "At least half of all other staff hold an approved level 2 or above: 1 | 0 | 1 | 1"}));
    EXPECT_TRUE(notes_say(panel, "Not met by Birch."));
    EXPECT_EQ(headline_of(panel), "1 short of a rule; of 3 settings that are asked");
    EXPECT_EQ(lines_of(panel_on("setting_rules", nurseries().on("2011-10-01"))).size(), 0u);
}

TEST(QualificationMeasures, TwoGraduatesAreAimedAtInTheMostDeprivedThirtyPercent)
{
    TestGround area = nurseries();
    area.setting_bands = {{"10", "3"}, {"11", "4"}};  // of Cherry's place it is not known
    area.know(TestFact{2, professional_status, "eyts"}).know(TestFact{3, professional_status, "eyts"}).know(TestFact{4, professional_status, "eyts"});
    auto aims = [&](std::string_view day) {
        Lines lines;
        for (const auto& line : lines_of(panel_on("setting_rules", area.on(day)))) {
            if (line.find("(an aim)") != std::string::npos) lines.push_back(line);
        }
        return lines;
    };
    area.add({.record = 50, .from = "2010-01-01"});
    EXPECT_TRUE(aims("2016-01-01").empty());
    for (std::int64_t record = 1; record <= 3; ++record) area.add({.record = record, .from = "2014-01-01", .to = "2015-12-31", .role = record == 1 ? "nursery_manager" : "nursery_worker", .setting = "10"});
    area.add({.record = 4, .from = "2014-01-01", .to = "2015-12-31", .role = "nursery_manager", .setting = "11"});
    EXPECT_EQ(aims("2015-06-01"), (Lines{"An early years professional leads every full day-care setting by 2015 (an aim): 2 | 0 | 0 | 0", "Two early years professionals work in every full day-care setting in a disadvantaged area by 2015 (an aim): 1 | 0 | 0 | 0"}));
    area.setting_bands["11"] = "1";
    EXPECT_EQ(aims("2015-06-01").back(), "Two early years professionals work in every full day-care setting in a disadvantaged area by 2015 (an aim): 1 | 0 | 1 | 0") << "one of one is not two";
    area.setting_bands.clear();
    EXPECT_EQ(aims("2015-06-01").size(), 1U) << "where nobody knows how deprived a place is, two are asked of nobody";
}

TEST(QualificationMeasures, SomeoneWithTwoJobsInOneSettingIsOneOfItsStaff)
{
    TestGround area;
    area.setting_names = {{"10", "Ash"}};
    area.setting_kinds = {{"10", "day_nursery"}};
    area.add({.record = 1, .setting = "10"}).add({.record = 1, .setting = "10"}).add({.record = 2, .setting = "10"}).add({.record = 3, .setting = "10"});
    area.know(TestFact{1, qualification, "", "3"}).know(TestFact{2, qualification, "", "1"}).know(TestFact{3, qualification, "", "1"});
    // One of three holds level 2; two of four, which the two jobs would make, would be half.
    const auto panel = panel_on("setting_rules", area.on(today));
    ASSERT_FALSE(panel.lines.empty());
    EXPECT_TRUE(notes_say(panel, "Not met by Ash."));
}

TEST(QualificationMeasures, RoleRulesCountThoseOfWhomSomethingIsReported)
{
    TestGround area;
    area.add_many(3, {.record = 1, .role = "social_worker", .sector = "social_family_community"});
    area.add({.record = 1, .role = "social_worker", .sector = "social_family_community"});  // a second job in the role
    area.add({.record = 4, .role = "adult_social_worker", .breadth = "wider"});
    area.know(TestFact{1, professional_status, "social_worker"}).know(TestFact{2, professional_status, "qts"}).know(TestFact{4, professional_status, "social_worker"});
    const auto panel = panel_on("role_rules", area.on(today));
    EXPECT_EQ(lines_of(panel), (Lines{"Children and families social worker: registered social worker: 1 of 3 | 1 | 1 | 1 | 3", "Social worker with adults: registered social worker: 1 of 1 | 1 | 0 | 0 | 1"}));
    EXPECT_EQ(headline_of(panel), "2 of 4 known to hold what they must; of 4 in such roles; 1 not known");
}

TEST(SkillMeasures, LanguagesAndSkillsCountEachHolderOnce)
{
    TestGround area;
    area.add_many(4, {.record = 1});
    area.know(TestFact{1, language, "pl", "fluent"}).know(TestFact{1, language, "pl", "basic"}).know(TestFact{2, language, "pl"}).know(TestFact{2, language, "ur"});
    area.know(TestFact{3, skill, "makaton"});
    const auto panel = panel_on("languages", area.on(today));
    ASSERT_EQ(panel.lines.size(), 2u);
    EXPECT_EQ(panel.lines[0].cells[0].words + " " + panel.lines[0].cells[1].words, "2 2 of 4");
    EXPECT_EQ(panel.lines[1].cells[0].words, "1");
    EXPECT_TRUE(notes_say(panel, "Of 2 of 4 staff none is reported"));
    auto asked = area.on(today);
    asked.rows_of = "held-pl";
    EXPECT_EQ(panel_on("languages", asked).records, (Records{1, 2}));
    EXPECT_EQ(panel_on("skills", area.on(today)).lines.size(), 1u);
}

}  // namespace
}  // namespace kith::profile
