#include "ui/fixture_charts.hpp"

#include <gtest/gtest.h>

namespace kith::ui
{
namespace
{

Pyramid a_pyramid()
{
    return {.frame = a_frame(),
            .left = "Women",
            .right = "Men",
            .band_heading = "Age",
            .bands = {{.label = "55 & over", .left = 1200, .right = 300}, {.label = "Under 55", .left = 600, .right = std::nullopt}},
            .not_reported = "Age is not reported for 4 of <2,104 staff."};
}

TEST(Pyramid, BarsGrowFromTheMiddleOnOneScale)
{
    const auto html = pyramid(a_pyramid());
    EXPECT_TRUE(holds(html, "x=\"0.00%\" width=\"100.00%\" class=\"kith-series-1\""));
    EXPECT_TRUE(holds(html, "x=\"50.00%\" width=\"50.00%\" class=\"kith-series-1\""));
    EXPECT_TRUE(holds(html, "x=\"0\" width=\"25.00%\" class=\"kith-series-4\""));
    EXPECT_EQ(times(html, "role=\"img\""), 1);
}

TEST(Pyramid, EveryCountStandsAtItsBarAndInTheTable)
{
    const auto html = pyramid(a_pyramid());
    EXPECT_TRUE(holds(html, "kith-chart__value\">1,200</text>"));
    EXPECT_TRUE(holds(html, "--numeric\">1,200</td>"));
    EXPECT_TRUE(holds(html, "kith-chart__missing\">not shown</text>"));
    EXPECT_TRUE(holds(html, "55 &amp; over</span>"));
}

TEST(Pyramid, SaysWhatIsNotReportedBelow)
{
    EXPECT_TRUE(holds(pyramid(a_pyramid()), "kith-chart__note\">Age is not reported for 4 of &lt;2,104 staff.</p>"));
    auto chart = a_pyramid();
    chart.not_reported.clear();
    EXPECT_FALSE(holds(pyramid(chart), "kith-chart__note"));
}

TEST(Pyramid, OneSideOrBothMayBeNought)
{
    auto chart = a_pyramid();
    for (auto& band : chart.bands) band.right = 0;
    EXPECT_EQ(times(pyramid(chart), "width=\"0.00%\" class=\"kith-series-4\""), 2);
    for (auto& band : chart.bands) band.left = 0;
    EXPECT_EQ(times(pyramid(chart), "width=\"0.00%\""), 4);
    EXPECT_FALSE(holds(pyramid(chart), "nan"));
}

TEST(Pyramid, RoomForCountsGrowsWithThemAndWithoutBandsThereIsNothing)
{
    auto chart = a_pyramid();
    chart.bands[1].right = 3;
    EXPECT_TRUE(holds(pyramid(chart), "kith-room-left-m"));
    chart.bands[0].left = 1'234'567;
    EXPECT_TRUE(holds(pyramid(chart), "kith-chart__value\">1.2m</text>"));
    EXPECT_TRUE(holds(pyramid(chart), ">1,234,567</td>"));
    chart.bands.clear();
    EXPECT_TRUE(holds(pyramid(chart), nothing_to_draw));
}

}  // namespace
}  // namespace kith::ui
