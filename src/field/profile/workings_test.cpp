// What is worked out once for a page must not depend on which panel asked for it first, about whom, or for which day.
#include "profile/test_ground.hpp"
#include "profile/trend.hpp"

namespace kith::profile {

namespace {

using tally::Column;

constexpr std::string_view today = "2026-11-20";

/// Forty staff of three employers in two localities who differ in everything that a measure looks at.
TestGround varied()
{
    using workforce::FactKind;
    constexpr std::array<std::string_view, 4> roles{"nursery_worker", "nursery_manager", "social_worker", "teacher"}, settings{"10", "11", "12", ""}, patterns{"evenings;weekends", "term_time", "", "all_year;evenings"};
    constexpr std::array<std::string_view, 4> levels{"3", "2", "", "6"}, births{"1960-12-01", "1985-04-05", "", "1966-01-01"}, languages{"pol", "urd", "pol", "bfi"};
    TestGround area;
    area.setting_names = {{"10", "Ash"}, {"11", "Birch"}, {"12", "School"}};
    area.setting_kinds = {{"10", "day_nursery"}, {"11", "day_nursery"}, {"12", "primary_school"}};
    for (std::int64_t record = 1; record <= 40; ++record) {
        const auto turn = static_cast<std::size_t>(record);
        area.add({.record = record, .from = record % 5 == 0 ? "2026-03-01" : "2019-09-01", .to = record % 7 == 0 ? "2026-06-30" : "", .organisation = record % 3 == 0 ? "2" : record % 3 == 1 ? "1" : "3", .locality = record % 2 == 0 ? "5" : "6",
                  .role = roles[turn / 2 % 4], .sector = record % 4 == 0 ? "schools" : "early_years", .setting = settings[turn / 3 % 4], .tier = record % 3 == 0 ? "targeted" : "universal", .pattern = patterns[turn / 2 % 4],
                  .sex = record % 4 == 0 ? "male" : "female", .hours = 800 * (record % 5), .pay = 1'000'000 + record * 10'000, .born = births[turn / 4 % 4]});
        if (!levels[turn / 2 % 4].empty()) area.know(TestFact{record, FactKind::qualification, "", levels[turn / 2 % 4], record % 6 == 0 ? "2026-05-01" : "2018-01-01"});
        area.know(TestFact{record, FactKind::language, languages[turn % 4]});
        if (record % 3 != 2) area.know(TestFact{record, FactKind::training, "safeguarding_2", "", record % 4 == 0 ? "2020-01-01" : "2026-01-10"});
        if (record % 3 != 0) area.know(TestFact{record, FactKind::supervision, "", "", record % 4 == 1 ? "2025-01-01" : "2026-11-01"}).know(TestFact{record, FactKind::appraisal, "", "", "2026-02-01"});
    }
    return area;
}

std::string all_of(const Panel& panel)
{
    auto words = panel.finding + "|" + headline_of(panel) + "|" + panel.withheld;
    for (const auto& line : lines_of(panel)) words += "|" + line;
    for (const auto& note : panel.notes) words += "|" + note;
    for (auto record : panel.records) words += " " + std::to_string(record);
    return words;
}

}  // namespace

TEST(Workings, PanelsSayTheSameWhateverWasAskedBefore)
{
    const auto area = varied();
    const auto page = area.on(today);
    auto narrowed = [](const Ground& ground, std::string_view locality) { return ground.keeping(Column::locality, ground.codes_of(Column::locality, {locality})); };
    const auto east = narrowed(page, "5"), west = narrowed(page, "6"), before = page.on_day(day_of("2025-11-20"));
    for (const auto* ground : {&west, &before, &page}) {
        for (const auto& row : measures()) panel_of(row, *ground);
    }
    int told = 0;
    for (const auto& row : measures()) {
        const auto fresh = all_of(panel_of(row, narrowed(area.on(today), "5")));
        EXPECT_EQ(all_of(panel_of(row, east)), fresh) << row.id();
        EXPECT_EQ(all_of(panel_of(row, before.on_day(day_of(today)))), all_of(panel_of(row, area.on(today).on_day(day_of("2025-11-20")).on_day(day_of(today))))) << row.id();
        EXPECT_EQ(all_of(panel_of(row, before)), all_of(panel_of(row, area.on("2025-11-20")))) << row.id();
        told += fresh != all_of(panel_of(row, area.on("2025-11-20"))) ? 1 : 0;
    }
    EXPECT_GT(told, 20) << "of few measures would it be seen if they were of the wrong day or place";
}

TEST(Workings, TheMonthsEndWithWhatThePanelSays)
{
    const auto area = varied();
    const auto& row = *find_measure("levels");
    const auto ground = area.on(today);
    const auto now = panel_of(row, ground);
    const auto points = trend_of(row, ground, now);
    ASSERT_EQ(points.size(), 13u);
    EXPECT_EQ(points.back().cell, now.headline->cell);
    EXPECT_EQ(points.front().cell, panel_of(row, area.on("2025-11-20")).headline->cell);
    EXPECT_NE(points.front().cell, points.back().cell);
}

}  // namespace kith::profile
