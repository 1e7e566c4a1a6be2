#include "ui/fixture_charts.hpp"

#include <gtest/gtest.h>

namespace kith::ui
{
namespace
{

StackedBar a_bar()
{
    return {.frame = a_frame(), .part_heading = "Workforce", .value_heading = "Staff", .parts = {{"Core & more", 900}, {"Wider", 300}}};
}

TEST(StackedBar, PartsFillTheWidthInTheirOrder)
{
    const auto html = stacked_bar(a_bar());
    EXPECT_TRUE(holds(html, "x=\"0.00%\" width=\"75.00%\" height=\"36\" class=\"kith-series-1\""));
    EXPECT_TRUE(holds(html, "x=\"75.00%\" width=\"25.00%\" height=\"36\" class=\"kith-series-4\""));
    EXPECT_TRUE(holds(html, "x=\"37.50%\" class=\"kith-chart__value kith-on kith-series-1\">75%</text>"));
}

TEST(StackedBar, CountAndPercentageOfEachStandInKeyAndTable)
{
    const auto html = stacked_bar(a_bar());
    EXPECT_TRUE(holds(html, "</svg>Core &amp; more: 900 (75%)</li>"));
    EXPECT_TRUE(holds(html, "--numeric\">25%</td>"));
}

TEST(StackedBar, ASmallPartHasItsWordsInTheKeyAloneAndIsNeverNought)
{
    auto bar = a_bar();
    bar.parts = {{"Core", 9990}, {"Wider", 10}};
    const auto html = stacked_bar(bar);
    EXPECT_EQ(times(html, "kith-on"), 1);
    EXPECT_TRUE(holds(html, "Wider: 10 (under 1%)</li>"));
    EXPECT_TRUE(holds(html, "Core: 9,990 (over 99%)</li>"));
}

TEST(StackedBar, DrawsFourPartsAtMost)
{
    auto bar = a_bar();
    bar.parts.assign(6, {"Part", 1});
    EXPECT_EQ(times(stacked_bar(bar), "height=\"36\" class"), 4);
}

TEST(StackedBar, OneWholeNoughtsAndNothing)
{
    auto bar = a_bar();
    bar.parts = {{"Core", 12}, {"Wider", 0}};
    EXPECT_TRUE(holds(stacked_bar(bar), "Core: 12 (100%)"));
    EXPECT_TRUE(holds(stacked_bar(bar), "Wider: 0 (0%)"));
    bar.parts = {{"Core", 0}, {"Wider", 0}};
    EXPECT_TRUE(holds(stacked_bar(bar), nothing_to_draw));
    bar.parts.clear();
    EXPECT_TRUE(holds(stacked_bar(bar), nothing_to_draw));
}

}  // namespace
}  // namespace kith::ui
