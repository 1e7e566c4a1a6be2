#include "ui/fixture_charts.hpp"

#include <gtest/gtest.h>

namespace kith::ui
{
namespace
{

BarChart a_chart()
{
    return {.frame = a_frame(),
            .series = {"Staff"},
            .label_heading = "Sector",
            .bars = {{.label = "Education", .values = {8000}},
                     {.label = "Health <2", .values = {2000}},
                     {.label = "Justice", .values = {std::nullopt}}}};
}

TEST(BarChart, BarsStartAtNoughtAndAreInProportion)
{
    const auto html = bar_chart(a_chart());
    EXPECT_TRUE(holds(html, "<rect x=\"0\" y=\"20\" width=\"76.00%\""));
    EXPECT_TRUE(holds(html, "width=\"19.00%\""));
}

TEST(BarChart, EveryValueCanBeReadBesideItsBarAndInTheTable)
{
    const auto html = bar_chart(a_chart());
    EXPECT_TRUE(holds(html, "class=\"kith-chart__value\">8,000</text>"));
    EXPECT_TRUE(holds(html, "<td class=\"govuk-table__cell govuk-table__cell--numeric\">8,000</td>"));
    EXPECT_TRUE(holds(html, "Health &lt;2"));
}

TEST(BarChart, AValueHeldBackIsSaidInChartAndTableAlikeAndDrawsNoBar)
{
    const auto html = bar_chart(a_chart());
    EXPECT_TRUE(holds(html, "class=\"kith-chart__missing\">not shown</text>"));
    EXPECT_TRUE(holds(html, "--numeric\">not shown</td>"));
    EXPECT_TRUE(holds(html, "width=\"0.00%\""));
}

TEST(BarChart, TwoSeriesAreDarkBlueAndOrangeWithAKey)
{
    auto chart = a_chart();
    chart.series = {"2025", "2026"};
    chart.bars = {{.label = "Education", .values = {1, 2}}};
    const auto html = bar_chart(chart);
    EXPECT_TRUE(holds(html, "kith-series-1"));
    EXPECT_TRUE(holds(html, "kith-series-4"));
    EXPECT_FALSE(holds(html, "kith-series-2"));
    EXPECT_TRUE(holds(html, "aria-label=\"Key\""));
}

TEST(BarChart, OneBarSingledOutStandsAgainstGrey)
{
    auto chart = a_chart();
    EXPECT_FALSE(holds(bar_chart(chart), "kith-series-grey"));
    chart.bars[1].singled_out = true;
    EXPECT_TRUE(holds(bar_chart(chart), "kith-series-grey"));
}

TEST(BarChart, AnEmptyOrAllNoughtChartDividesByNothing)
{
    auto chart = a_chart();
    chart.bars = {{.label = "Education", .values = {0}}};
    EXPECT_TRUE(holds(bar_chart(chart), "width=\"0.00%\""));
    chart.bars.clear();
    EXPECT_TRUE(holds(bar_chart(chart), nothing_to_draw));
}

TEST(BarChart, LongLabelsBreakBetweenWordsAndHugeNumbersHaveTheirCommas)
{
    auto chart = a_chart();
    chart.bars = {{.label = "Social, family and community support, with adoption and fostering", .values = {12'345'678'901'234}}};
    const auto html = bar_chart(chart);
    EXPECT_TRUE(holds(html, ">Social, family and community support,</text>"));
    EXPECT_TRUE(holds(html, ">12,345,678,901,234</text>"));
}

}  // namespace
}  // namespace kith::ui
