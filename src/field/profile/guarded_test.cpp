// What is shown of guarded figures to someone who may see groups only, or nothing: that no group of fewer than ten can be read or worked out.
#include "profile/guarded.hpp"
#include "profile/test_ground.hpp"

namespace kith::profile {
namespace {

using tally::Column;
const std::string today = "2026-03-02";
const std::string hidden = "too few to show";

Ground in_groups_only(Ground ground)
{
    ground.allowed = {Allowed::whole, Allowed::in_groups, Allowed::in_groups, Allowed::in_groups, Allowed::in_groups};
    return ground;
}

std::vector<std::string_view> guarded()
{
    std::vector<std::string_view> ids;
    for (const auto& row : measures()) {
        if (row.guard != Guard::none) ids.push_back(row.id());
    }
    return ids;
}

/// 24 women and one man aged 30, 12 women aged 40, three aged 60; a teacher of 40 at another employer.
TestGround area_of_bands()
{
    TestGround area;
    area.add_many(24, {.record = 1, .sex = "female", .born = "1996-01-01"}).add({.record = 30, .sex = "male", .born = "1996-01-01"});
    area.add_many(12, {.record = 40, .sex = "female", .born = "1986-01-01"}).add_many(3, {.record = 60, .sex = "female", .born = "1966-01-01"});
    return area;
}

TEST(HiddenGroups, AreThoseOfFewAndAsManyMoreAsItTakes)
{
    using Hidden = std::vector<bool>;
    EXPECT_EQ(hidden_groups({50, 12, 10}), (Hidden{false, false, false}));
    EXPECT_EQ(hidden_groups({50, 12, 9}), (Hidden{false, true, true})) << "one alone is the whole less the rest";
    EXPECT_EQ(hidden_groups({50, 12, 1, 1}), (Hidden{false, true, true, true})) << "two of one each are two";
    EXPECT_EQ(hidden_groups({50, 12, 6, 4}), (Hidden{false, false, true, true}));
    EXPECT_EQ(hidden_groups({50, 0, 9}), (Hidden{true, false, true})) << "nobody hides nobody";
    EXPECT_EQ(hidden_groups({20, 15, 3, 30, 11}, {0, 0, 0, 1, 1}), (Hidden{false, true, true, false, false}));
}

TEST(Guarded, NothingShowsNothingButTheReason)
{
    auto ground = area_of_bands().on(today);
    ground.allowed = {Allowed::whole, Allowed::nothing, Allowed::nothing, Allowed::nothing, Allowed::nothing};
    EXPECT_EQ(guarded(), (std::vector<std::string_view>{"ages", "retirements", "absence", "pay_gaps", "pay", "likeness_ethnicity", "likeness_disability"}));
    for (auto id : guarded()) {
        ground.rows_of = "3";
        const auto panel = panel_on(id, ground);
        EXPECT_TRUE(panel.withheld.starts_with("Your role does not count staff by ")) << id;
        EXPECT_TRUE(panel.finding.empty() && panel.lines.empty() && !panel.headline && panel.notes.empty() && panel.records.empty()) << id;
    }
}

TEST(Guarded, AnotherDayOrFewStaffShowNothing)
{
    const auto ground = in_groups_only(area_of_bands().on(today));
    TestGround nine;
    nine.add_many(9, {.record = 1, .sex = "female", .born = "1996-01-01"});
    for (auto id : guarded()) {
        EXPECT_TRUE(panel_on(id, ground).withheld.empty()) << id;
        EXPECT_TRUE(panel_on(id, ground.on_day(day_of("2026-03-01"))).withheld.starts_with("You are shown this for today only")) << id;
        EXPECT_TRUE(panel_on(id, in_groups_only(nine.on(today))).withheld.starts_with("Too few staff are counted here")) << id;
    }
}

TEST(Guarded, PyramidHidesBandsOfFewAndWomenAndMenWhereEitherAreFew)
{
    auto ground = in_groups_only(area_of_bands().on(today));
    const auto panel = panel_on("ages", ground);
    // Three over 55 cannot be hidden behind others over 55, so neither may their share stand. Of the one man of 30, nothing.
    EXPECT_EQ(lines_of(panel), (Lines{"30 to 34: " + hidden + " | " + hidden + " | 30", "40 to 44: " + hidden + " | " + hidden + " | 10", "60 to 64: " + hidden + " | " + hidden + " | " + hidden}));
    EXPECT_EQ(headline_of(panel), hidden + " aged 55 or over; of 40 whose age is known");
    EXPECT_EQ(panel.finding, "More are aged 30 to 34 than in any other five years: 30 of 40 whose age is known");
    for (const auto& line : panel.lines) EXPECT_TRUE(line.key.empty());
    ground.rows_of = "4";
    EXPECT_TRUE(panel_on("ages", ground).records.empty());
}

TEST(Guarded, PyramidOfSplitWholesNamesNoFew)
{
    TestGround area;
    const std::pair<std::string_view, std::int64_t> bands[] = {{"1996-01-01", 20}, {"1986-01-01", 15}, {"1981-01-01", 3}, {"1969-01-01", 30}, {"1964-01-01", 11}};
    std::int64_t record = 1;
    for (const auto& [born, count] : bands) {
        area.add_many(count, {.record = record, .sex = "female", .born = born});
        record += count;
    }
    const auto panel = panel_on("ages", in_groups_only(area.on(today)));
    // 41 of 79 are 55 or over, so that the 38 under it are known too: there the three hide with the fifteen.
    EXPECT_EQ(headline_of(panel), "51% aged 55 or over; of 79 whose age is known");
    Lines all;
    for (const auto& line : panel.lines) all.push_back(line.cells[2].words);
    EXPECT_EQ(all, (Lines{"20", hidden, hidden, "30", "10"}));
}

TEST(Guarded, RetirementsTellOfNoFewInAnyColumn)
{
    TestGround area;
    const TestJob later{.role = "teacher", .sex = "female", .born = "1990-01-01"};
    auto add = [&](TestJob job, std::int64_t record, std::int64_t count, std::string_view role, std::string_view born) {
        job.record = record;
        job.role = role;
        job.born = born;
        area.add_many(count, job);
    };
    add(later, 1, 10, "teacher", "1990-01-01");
    add(later, 11, 1, "teacher", "1950-01-01");            // there already: one in a role of eleven
    add(later, 101, 20, "social_worker", "1990-01-01");
    add(later, 121, 12, "social_worker", "1963-01-01");    // within five years
    add(later, 201, 30, "nursery_worker", "1990-01-01");
    add(later, 231, 11, "nursery_worker", "1963-01-01");
    add(later, 301, 12, "health_visitor", "1990-01-01");
    add(later, 313, 2, "health_visitor", "1963-01-01");    // two of fourteen
    add(later, 401, 10, "youth_worker", "1990-01-01");     // nobody
    add(later, 501, 2, "nursery_manager", "1963-01-01");   // a role of two
    const auto panel = panel_on("retirements", in_groups_only(area.on(today)));
    std::map<std::string, std::string> lines;
    for (const auto& line : panel.lines) lines[line.label] = line.cells[0].words + "|" + line.cells[3].words + "|" + line.cells[4].words;
    EXPECT_EQ(panel.lines.size(), 6u) << "every role stands here, so that which do tells nothing";
    EXPECT_EQ(lines["Teacher"], "0|" + hidden + "|0 of 11");
    EXPECT_EQ(lines["Children and families social worker"], "10|0|10 of 32");
    EXPECT_EQ(lines["Health visitor"], hidden + "|0|" + hidden);
    // Those in the two hidden roles are four, so that the next smallest of the others hides with them.
    EXPECT_EQ(lines["Day nursery worker"], hidden + "|0|" + hidden);
    EXPECT_EQ(lines["Day nursery manager"], hidden + "|" + hidden + "|" + hidden);
    EXPECT_EQ(panel.finding, "30 of 110 staff reach state pension age within five years") << headline_of(panel);
    // A hidden line stands where its name puts it, not where its figure would.
    EXPECT_EQ(panel.lines.front().label, "Children and families social worker");
    EXPECT_TRUE(std::ranges::is_sorted(panel.lines.end() - 3, panel.lines.end(), {}, &PanelLine::label));
}

TEST(Guarded, RetirementsOfAFewInAllAreNotInTheFinding)
{
    TestGround area;
    area.add_many(20, {.record = 1, .sex = "female", .born = "1990-01-01"}).add({.record = 30, .sex = "female", .born = "1963-01-01"});
    const auto panel = panel_on("retirements", in_groups_only(area.on(today)));
    EXPECT_TRUE(panel.finding.starts_with("Too few reach state pension age")) << panel.finding;
    EXPECT_EQ(panel.headline->cell.words + ", " + panel.headline->rests_on, hidden + ", of 21 whose age is known");
}

TEST(Guarded, FiltersThatPickOutFewShowNothing)
{
    TestGround area;
    area.add_many(40, {.record = 1, .sex = "female", .born = "1996-01-01"}).add_many(12, {.record = 101, .role = "teacher", .sex = "female", .born = "1996-01-01"});
    area.add_many(3, {.record = 201, .role = "social_worker", .sex = "female", .born = "1963-01-01"});
    const auto ground = in_groups_only(area.on(today));
    auto withheld = [&](const std::vector<std::string_view>& roles) { return panel_on("ages", ground.keeping(Column::role, ground.codes_of(Column::role, roles))).withheld; };
    const std::string reason = "These filters single out few staff";
    EXPECT_TRUE(withheld({"nursery_worker"}).empty());
    EXPECT_TRUE(withheld({"social_worker"}).starts_with("Too few staff"));
    const std::string several = "You are shown this for one place, sector, role or contract at a time";
    EXPECT_TRUE(withheld({"nursery_worker", "teacher"}).starts_with(several)) << "all less these are the three social workers";
    EXPECT_TRUE(withheld({"teacher", "social_worker"}).starts_with(several)) << "fifteen less the twelve teachers are three";
    EXPECT_TRUE(withheld({"teacher"}).starts_with(reason)) << "52 and 12 of 55 leave three";
    Records all_but_one(54);
    for (std::size_t place = 0; place < all_but_one.size(); ++place) all_but_one[place] = ground.table().records()[place];
    const auto team = tally::derived_from_records(ground.table(), all_but_one);
    EXPECT_TRUE(panel_on("ages", ground.keeping(team, {1})).withheld.starts_with(reason)) << "a team that leaves one out";
}

TEST(Guarded, TwoQuestionsThatDifferByAFewAreAnsweredAlike)
{
    TestGround area;
    area.add_many(31, {.record = 1, .sex = "female", .born = "1996-01-01"}).add_many(20, {.record = 101, .sex = "female", .born = "1986-01-01"});
    const auto before = panel_on("ages", in_groups_only(area.on(today)));
    area.add_many(2, {.record = 201, .organisation = "2", .sex = "female", .born = "1996-01-01"}).add_many(2, {.record = 203, .organisation = "2", .sex = "female", .born = "1986-01-01"});
    const auto after = panel_on("ages", in_groups_only(area.on(today)));
    EXPECT_EQ(lines_of(before), lines_of(after)) << "31 and 33 are both 30, and so no two ages can be told";
    EXPECT_EQ(before.lines[0].cells[2].words, "30");
    EXPECT_EQ(panel_on("ages", area.on(today)).lines[0].cells[2].words, "33") << "who may see the field is shown it whole";
}

TEST(Guarded, PayNeedsTenPeopleAndIsRounded)
{
    TestGround area;
    area.add_many(11, {.record = 1, .pay_period = "year", .pension_scheme = "lgps", .pay = 2'010'000});
    const TestJob one{.record = 101, .organisation = "2", .pay_period = "year", .pay = 3'010'000};
    auto five = one;  // five people with two jobs each are five
    for (int times = 0; times < 2; ++times) area.add_many(5, five);
    const TestJob cedar{.record = 201, .organisation = "3", .pay_period = "year", .pay = 2'490'000};
    area.add_many(10, cedar);
    auto ground = in_groups_only(area.on(today));
    const auto panel = panel_on("pay", ground);
    EXPECT_EQ(lines_of(panel), (Lines{"Cedar: £25,000 | " + hidden + " | " + hidden + " | 10 | Not reported | Not reported | Not reported | Not known", "Acorns: £20,000 | " + hidden + " | " + hidden + " | 11 | Not reported | Local Government Pension Scheme | Not reported | Not known"}));
    EXPECT_EQ(headline_of(panel), "£20,000 median pay, full time; 21 jobs with pay known") << "Brook's are not in it";
    EXPECT_EQ(lines_of(panel_on("pay_gaps", ground)), (Lines{"Day nursery worker: £5,000 | £25,000 | £20,000 | 2 | Cedar | Acorns"}));
    ground.allowed.fill(Allowed::whole);
    EXPECT_EQ(panel_on("pay", ground).lines.size(), 3u);
    EXPECT_EQ(headline_of(panel_on("pay", ground)), "£24,900 median pay, full time; 31 jobs with pay known");
}

TEST(Guarded, UsualPensionOfAFewIsNotNamed)
{
    TestGround area;
    area.add_many(12, {.record = 1, .pay_period = "year", .pay = 2'000'000}).add({.record = 20, .pay_period = "year", .pension_scheme = "lgps", .pay = 2'000'000});
    EXPECT_EQ(panel_on("pay", in_groups_only(area.on(today))).lines.at(0).cells[5].words, hidden);
}

TEST(Guarded, LikenessNamesNoGroupOfFew)
{
    TestGround area;
    area.add_many(60, {.record = 1, .ethnicity = "white_british", .disability = "not_disabled"}).add_many(3, {.record = 101, .ethnicity = "white_irish", .disability = "disabled"});
    auto count = [&](ChildCharacteristic characteristic, std::string_view code, std::int64_t children) {
        area.children.push_back({.characteristic = characteristic, .code = std::string{code}, .children = children, .source = "by hand", .as_of = day_of("2025-06-30")});
    };
    count(ChildCharacteristic::disability, "disabled", 5000);
    count(ChildCharacteristic::disability, "not_disabled", 5000);
    const auto panel = panel_on("likeness_disability", in_groups_only(area.on(today)));
    ASSERT_EQ(panel.lines.size(), 2u);
    for (const auto& line : panel.lines) {
        for (std::size_t cell = 0; cell < line.cells.size(); ++cell) EXPECT_EQ(line.cells[cell].words, cell == 3 ? "50.0%" : hidden) << line.label << ": the children's share is published";
    }
    EXPECT_EQ(panel.finding, "No group differs from the children by more than chance would give");
    EXPECT_EQ(panel_on("likeness_disability", area.on(today)).headline->cell.words, "2");
}

}  // namespace
}  // namespace kith::profile
