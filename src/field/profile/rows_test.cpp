// Every figure opens to what it counts: staff, vacancies or settings, for whoever may see the field behind it, and for nobody else.
#include "profile/test_ground.hpp"

#include <algorithm>
#include <set>

namespace kith::profile {
namespace {

using enum workforce::FactKind;
const std::string today = "2026-03-02";

/// Two nurseries with their staff: something of every measure is reported of somebody.
TestGround area_of_everything()
{
    TestGround area;
    area.setting_names = {{"10", "Ash"}, {"11", "Birch"}};
    area.setting_kinds = {{"10", "day_nursery"}, {"11", "day_nursery"}};
    const TestJob worker{.setting = "10", .tier = "universal", .pattern = "evenings;weekends", .pay_period = "year", .secondment = "from", .sex = "female", .ethnicity = "white_british", .disability = "not_disabled", .hours = 3700, .pay = 2'000'000, .caseload = 3, .born = "1963-01-01"};
    area.add_many(12, [&] { auto job = worker; job.record = 1; return job; }());
    area.add_many(12, [&] { auto job = worker; job.record = 21; job.organisation = "2"; job.locality = "6"; job.setting = "11"; job.pattern = "term_time"; job.sex = "male"; job.disability = "disabled"; job.pay = 2'500'000; return job; }());
    area.add({.record = 40, .role = "nursery_manager", .setting = "10"}).add({.record = 41, .role = "social_worker"}).add({.record = 42, .to = "2026-01-31", .role = "social_worker", .reason = "retirement", .destination = "retired"});
    area.add({.record = 43, .from = "2026-01-01", .contract = "agency", .origin = "agency"});
    for (std::int64_t record = 1; record <= 12; ++record) area.know(TestFact{record, qualification, "early_years_educator"});
    area.know(TestFact{21, qualification, "", "1"}).know(TestFact{40, qualification, "", "2"}).know(TestFact{41, professional_status, "social_worker"});
    area.know(TestFact{1, language, "pl"}).know(TestFact{1, skill, "makaton"}).know(TestFact{1, training, "safeguarding_2", "", "2020-01-01"}).know(TestFact{1, supervision, "", "", "2020-01-01"}).know(TestFact{1, appraisal, "", "", "2020-01-01"});
    area.vacancies = {{.organisation = access::OrganisationId{1}, .locality = access::LocalityId{5}, .role = "nursery_worker", .sector = "early_years", .fte = Fte::thousandths(1000), .from = day_of("2025-12-02"), .hard_to_fill = "pay"},
                      {.organisation = access::OrganisationId{2}, .setting = partnership::SettingId{11}, .locality = access::LocalityId{6}, .role = "nursery_worker", .sector = "early_years", .from = day_of("2025-11-02")}};
    area.teams = {{.name = "Early help", .records = {1, 21}, .outside = 0}};
    auto count = [&](ChildCharacteristic characteristic, std::string_view code) { area.children.push_back({.characteristic = characteristic, .code = std::string{code}, .children = 500, .source = "by hand", .as_of = day_of("2025-06-30")}); };
    for (const auto* code : {"female", "male"}) count(ChildCharacteristic::sex, code);
    for (const auto* code : {"white", "asian"}) count(ChildCharacteristic::ethnicity, code);
    for (const auto* code : {"disabled", "not_disabled"}) count(ChildCharacteristic::disability, code);
    return area;
}

std::vector<std::string> keys_of(const Panel& panel)
{
    std::vector<std::string> keys;
    for (const auto& line : panel.lines) {
        if (!line.key.empty()) keys.push_back(line.key);
        for (const auto& cell : line.cells) {
            if (!cell.key.empty()) keys.push_back(cell.key);
        }
    }
    return keys;
}

Panel asked_for(std::string_view id, Ground ground, std::string key)
{
    ground.rows_of = std::move(key);
    return panel_on(id, ground);
}

/// The words of each row, in order.
Lines rows_in(const Panel& panel)
{
    Lines lines;
    if (!panel.rows) return {"no rows"};
    for (const auto& row : panel.rows->rows) {
        EXPECT_EQ(row.words.size(), panel.rows->columns.size());
        lines.push_back(fmt::format("{}", fmt::join(row.words, " | ")));
    }
    return lines;
}

TEST(Rows, EveryFigureOpensToWhatItCounts)
{
    const auto ground = area_of_everything().on(today);
    // Absence rests on days lost, which the ground above reports of nobody.
    const std::set<std::string_view> without{"absence"};
    for (const auto& row : measures()) {
        if (without.contains(row.id())) continue;
        const auto panel = panel_of(row, ground);
        EXPECT_FALSE(panel.lines.empty()) << row.id();
        const auto keys = keys_of(panel);
        EXPECT_FALSE(keys.empty()) << row.id();
        for (const auto& line : panel.lines) {
            const bool counts_somebody = std::ranges::any_of(line.cells, [](const Cell& cell) { return cell.value.value_or(0) > 0; });
            const bool of_staff = row.id() != "likeness_ethnicity" || line.label == "White";  // nobody is Asian here
            const bool opens = !line.key.empty() || std::ranges::any_of(line.cells, [](const Cell& cell) { return !cell.key.empty(); });
            EXPECT_TRUE(opens || !counts_somebody || !of_staff) << row.id() << ' ' << line.label;
        }
        for (const auto& key : keys) {
            const auto opened = asked_for(row.id(), ground, key);
            EXPECT_TRUE(rows_heading(opened, key)) << row.id() << ' ' << key;
            EXPECT_TRUE(opened.rows ? !opened.rows->rows.empty() : !opened.records.empty()) << row.id() << ' ' << key;
            EXPECT_TRUE(std::ranges::is_sorted(opened.records)) << row.id() << ' ' << key;
        }
        for (const auto* key : {"", "nothing", "rule-", "role-", "employer-99"}) {
            const auto opened = asked_for(row.id(), ground, key);
            EXPECT_FALSE(rows_heading(opened, key)) << row.id() << ' ' << key;
            EXPECT_TRUE(opened.records.empty() && !opened.rows) << row.id() << ' ' << key;
        }
    }
}

TEST(Rows, GuardedFiguresOpenForNobodyWhoSeesGroupsOnly)
{
    const auto whole = area_of_everything().on(today);
    auto groups = whole;
    groups.allowed = {Allowed::whole, Allowed::in_groups, Allowed::in_groups, Allowed::in_groups, Allowed::in_groups};
    for (const auto& row : measures()) {
        if (row.guard == Guard::none || row.id() == "absence") continue;
        EXPECT_TRUE(panel_of(row, groups).withheld.empty()) << row.id();
        EXPECT_TRUE(keys_of(panel_of(row, groups)).empty()) << row.id();
        for (const auto& key : keys_of(panel_of(row, whole))) {
            const auto opened = asked_for(row.id(), groups, key);
            EXPECT_TRUE(opened.records.empty() && !opened.rows && !rows_heading(opened, key)) << row.id() << ' ' << key;
        }
    }
}

TEST(Rows, CoverOpensToThoseWhoWorkThen)
{
    const auto ground = area_of_everything().on(today);
    const auto east = std::to_string(ground.codes_of(tally::Column::locality, {"5"}).front());
    EXPECT_EQ(asked_for("cover", ground, "evenings-" + east).records, (Records{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));
    EXPECT_EQ(*rows_heading(panel_on("cover", ground), "evenings-" + east), "Eastfield: Evenings");
    EXPECT_TRUE(asked_for("cover", ground, "term_time-" + east).records.empty()) << "nobody there does";
    EXPECT_EQ(asked_for("cover", ground, "known-" + east).records.size(), 12U);
}

TEST(Rows, RolesOpenToThoseWhoDoDoNotOrMayHold)
{
    TestGround area;
    area.add_many(3, {.record = 1, .role = "social_worker", .sector = "social_family_community"});
    area.know(TestFact{1, professional_status, "social_worker"}).know(TestFact{2, professional_status, "qts"});
    const auto ground = area.on(today);
    const std::string rule = "rule-social_worker_social_worker";
    EXPECT_EQ(asked_for("role_rules", ground, rule).records, (Records{1, 2, 3}));
    EXPECT_EQ(asked_for("role_rules", ground, rule + ".have").records, (Records{1}));
    EXPECT_EQ(asked_for("role_rules", ground, rule + ".without").records, (Records{2}));
    EXPECT_EQ(asked_for("role_rules", ground, rule + ".unknown").records, (Records{3}));
}

TEST(Rows, SettingsStandByHowTheyMeetTheRuleAndOpenToTheirStaff)
{
    const auto ground = area_of_everything().on(today);
    const auto panel = panel_on("setting_rules", ground);
    const auto half = std::ranges::find_if(panel.lines, [](const PanelLine& line) { return line.label.starts_with("At least half"); });
    ASSERT_NE(half, panel.lines.end());
    // Of Birch's twelve one is at level 1 and of eleven nothing is reported; Ash has twelve at level 3 and the agency worker is in no setting.
    EXPECT_EQ(rows_in(asked_for("setting_rules", ground, half->key)), (Lines{"Birch | cannot be said | 12 | 6 | 0 | 11", "Ash | met | 12 | 6 | 12 | 0"}));
    EXPECT_EQ(rows_in(asked_for("setting_rules", ground, half->key + ".met")), (Lines{"Ash | met | 12 | 6 | 12 | 0"}));
    const auto manager = std::ranges::find_if(panel.lines, [](const PanelLine& line) { return line.label.starts_with("The manager"); });
    EXPECT_EQ(rows_in(asked_for("setting_rules", ground, manager->key + ".not-met")), (Lines{"Ash | not met | 1 | 1 | 0 | 0"}));
    const auto setting = asked_for("setting_rules", ground, half->key + ".met").rows->rows.front().key;
    const auto of_teachers = ground.keeping(tally::Column::role, ground.codes_of(tally::Column::role, {"social_worker"}));
    const auto staff = asked_for("setting_rules", of_teachers, setting);
    EXPECT_EQ(staff.records.size(), 13U) << "all its staff, whatever role is asked about";
    EXPECT_EQ(*rows_heading(staff, setting), "Ash: all its staff");
}

TEST(Rows, VacanciesOpenToEachWithTheFiltersOfTheProfile)
{
    using tally::Column;
    const auto ground = area_of_everything().on(today);
    EXPECT_EQ(rows_in(asked_for("vacancies", ground, "role-nursery_worker")),
              (Lines{"Brook | Birch | Westfield |  | Not reported | 2 November 2025 | 120 | ", "Acorns |  | Eastfield |  | 1 | 2 December 2025 | 90 | Pay is less than elsewhere"}));
    const auto west = ground.keeping(Column::locality, ground.codes_of(Column::locality, {"6"}));
    EXPECT_EQ(rows_in(asked_for("vacancies", west, "role-nursery_worker")).size(), 1U);
}

TEST(Rows, LikenessAndPayOpenToTheGroupOrTheEmployer)
{
    const auto ground = area_of_everything().on(today);
    EXPECT_EQ(rows_behind("likeness_sex", ground, "Male").front(), 21);
    EXPECT_EQ(rows_behind("likeness_disability", ground, "Disabled").size(), 12U);
    EXPECT_EQ(rows_behind("pay", ground, "Brook"), (Records{21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32}));
    EXPECT_EQ(rows_behind("pay_gaps", ground, "Day nursery worker").size(), 24U);
}

}  // namespace
}  // namespace kith::profile
