#include "ui/fixture_charts.hpp"

#include <gtest/gtest.h>

namespace kith::ui
{
namespace
{

HeatMap a_map()
{
    return {.frame = a_frame(),
            .row_heading = "Locality",
            .columns = {"Days", "Evenings & nights"},
            .rows = {{.label = "Westfield", .values = {48, 0}}, {.label = "The <Vale>", .values = {11, std::nullopt}}}};
}

std::string cell(const char* shade, const char* words) { return std::string{"--numeric "} + shade + "\">" + words + "</td>"; }

TEST(HeatMap, IsATableWithTheNumberInEveryCell)
{
    const auto html = heat_map(a_map());
    EXPECT_EQ(times(html, "<table"), 1);
    EXPECT_FALSE(holds(html, "role=\"img\""));
    EXPECT_FALSE(holds(html, "<details"));
    EXPECT_TRUE(holds(html, "<th scope=\"row\" class=\"govuk-table__header\">The &lt;Vale&gt;</th>"));
    EXPECT_TRUE(holds(html, "Evenings &amp; nights</th>"));
    EXPECT_TRUE(holds(
        html,
        "<caption class=\"govuk-table__caption govuk-visually-hidden\">Most staff work in schools &amp; nurseries. Westshire, 2026<"));
}

TEST(HeatMap, ShadesInFiveEvenStepsAndNoughtNotAtAll)
{
    const auto html = heat_map(a_map());
    EXPECT_TRUE(holds(html, cell("kith-heat-5", "48")));
    EXPECT_TRUE(holds(html, cell("kith-heat-2", "11")));
    EXPECT_TRUE(holds(html, cell("kith-heat-0", "0")));
    EXPECT_TRUE(holds(html, cell("kith-heat-none", "not shown")));
    EXPECT_TRUE(holds(html, "up to 10</li>"));
    EXPECT_TRUE(holds(html, "up to 50</li>"));
}

TEST(HeatMap, AValueOnTheEdgeOfAStepBelongsToTheLowerOne)
{
    auto map = a_map();
    map.unit = {.after = "%"};
    map.rows[0].values = {50, 20};
    const auto html = heat_map(map);
    EXPECT_TRUE(holds(html, cell("kith-heat-5", "50%")));
    EXPECT_TRUE(holds(html, cell("kith-heat-2", "20%")));
    EXPECT_TRUE(holds(html, "up to 20%</li>"));
}

TEST(HeatMap, ManyColumnsScrollInARegionOfTheirOwn)
{
    auto map = a_map();
    EXPECT_FALSE(holds(heat_map(map), "kith-scroll"));
    map.columns = {"A", "B", "C", "D"};
    EXPECT_TRUE(holds(heat_map(map), "kith-scroll"));
}

TEST(HeatMap, NoughtsHugeNumbersAndNothingAreHeldWithoutHarm)
{
    auto map = a_map();
    map.rows[0].values = {0, 0};
    map.rows[1].values = {0};
    EXPECT_EQ(times(heat_map(map), "kith-heat-0\">0</td>"), 3);
    map.rows[0].values = {4e15, 1};
    EXPECT_TRUE(holds(heat_map(map), cell("kith-heat-4", "4,000,000,000,000,000")));
    EXPECT_TRUE(holds(heat_map(map), cell("kith-heat-1", "1")));
    map.rows.clear();
    EXPECT_TRUE(holds(heat_map(map), nothing_to_draw));
}

}  // namespace
}  // namespace kith::ui
