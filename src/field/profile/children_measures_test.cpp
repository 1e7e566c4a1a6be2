// How many staff there are for the children of each locality, held against sums by hand.
#include "profile/test_ground.hpp"

namespace kith::profile {
namespace {

const std::string today = "2026-03-02";

/// Eastfield: 3 staff, 2.5 full-time equivalent, 2 of them in early years, for 2,000 children, 400 of them under five. Westfield: 1 teacher for 500, 100.
TestGround served()
{
    TestGround area;
    area.add({.record = 1}).add({.record = 2, .fte = 500}).add({.record = 3, .role = "teacher", .sector = "education"});
    area.add({.record = 4, .organisation = "2", .locality = "6", .role = "teacher", .sector = "education"}).add({.record = 5, .locality = ""});
    auto count = [&](std::optional<partnership::LocalityId> locality, std::string_view code, std::int64_t children) {
        area.children.push_back({.locality = locality, .characteristic = ChildCharacteristic::age, .code = std::string{code}, .children = children, .source = "Census 2021", .as_of = day_of("2021-03-21")});
    };
    const std::pair<std::optional<partnership::LocalityId>, std::int64_t> places[] = {{access::LocalityId{5}, 400}, {access::LocalityId{6}, 100}, {std::nullopt, 510}};
    for (const auto& [place, under_five] : places) {
        count(place, "0_4", under_five);
        count(place, "5_9", under_five * 2);
        count(place, "10_14", under_five);
        count(place, "15_17", under_five);
        count(place, "18_24", 9999);  // no children here
    }
    return area;
}

TEST(ChildrenMeasures, StaffAreCountedForAThousandChildrenOfEachLocality)
{
    const auto panel = panel_on("staff_for_children", served().on(today));
    EXPECT_EQ(lines_of(panel), (Lines{"Eastfield: 1.5 | 1.3 | 5.0 | 2,000 | 400 | 3 | 2", "Westfield: 2.0 | 2.0 | 0.0 | 500 | 100 | 1 | 0", "All together: 2.0 | 1.8 | 5.9 | 2,550 | 510 | 5 | 3"}));
    EXPECT_EQ(panel.finding, "Eastfield has the fewest staff for its children, 1.5 for every 1,000, and Westfield the most, 2.0");
    EXPECT_EQ(headline_of(panel), "2.0 staff for 1,000 children; 5 staff, 2,550 children under 18");
    EXPECT_TRUE(notes_say(panel, "Children: Census 2021, of 21 March 2021"));
    EXPECT_TRUE(notes_say(panel, "1 of 5 staff report no locality"));
    EXPECT_EQ(rows_behind("staff_for_children", served().on(today), "Eastfield"), (Records{1, 2, 3}));
}

TEST(ChildrenMeasures, AnAgeThatIsNotCountedIsNotTakenAsNoChildren)
{
    auto area = served();
    std::erase_if(area.children, [](const ChildCount& count) { return count.locality == access::LocalityId{6} && count.code == "15_17"; });
    const auto panel = panel_on("staff_for_children", area.on(today));
    EXPECT_EQ(lines_of(panel)[1], "Westfield: not known | not known | 0.0 | not known | 100 | 1 | 0");
    EXPECT_EQ(panel.finding, "Eastfield has 1.5 staff for every 1,000 children");
    area.children.clear();
    const auto nothing = panel_on("staff_for_children", area.on(today));
    EXPECT_EQ(nothing.finding, "How many children of each age live here is not known yet");
    EXPECT_EQ(headline_of(nothing), "not known staff for 1,000 children; 5 staff; children are not counted");
}

TEST(ChildrenMeasures, ALocalityWithChildrenAndNoStaffIsTheThinnest)
{
    auto area = served();
    auto ground = area.on("2026-03-02").keeping(tally::Column::organisation, area.on(today).codes_of(tally::Column::organisation, {"2"}));
    const auto panel = panel_on("staff_for_children", ground);
    EXPECT_EQ(lines_of(panel)[0], "Eastfield: 0.0 | 0.0 | 0.0 | 2,000 | 400 | 0 | 0");
    EXPECT_TRUE(panel.finding.starts_with("Eastfield has the fewest staff for its children, 0.0")) << panel.finding;
}

TEST(ChildrenMeasures, OnlyTheLocalitiesAskedAboutHaveALine)
{
    auto ground = served().on(today);
    ground.places = {access::LocalityId{6}};
    ground = ground.keeping(tally::Column::locality, ground.codes_of(tally::Column::locality, {"6"}));
    EXPECT_EQ(lines_of(panel_on("staff_for_children", ground)), (Lines{"Westfield: 2.0 | 2.0 | 0.0 | 500 | 100 | 1 | 0"}));
    EXPECT_EQ(headline_of(panel_on("staff_for_children", ground)), "2.0 staff for 1,000 children; 1 member of staff, 500 children under 18");
}

TEST(ChildrenMeasures, AnotherSectorThanEarlyYearsIsNotAnswered)
{
    auto ground = served().on(today);
    ground = ground.keeping(tally::Column::sector, ground.codes_of(tally::Column::sector, {"education"}));
    EXPECT_EQ(lines_of(panel_on("staff_for_children", ground))[0], "Eastfield: 0.5 | 0.5 | not asked about | 2,000 | 400 | 1 | not asked about");
}

}  // namespace
}  // namespace kith::profile
