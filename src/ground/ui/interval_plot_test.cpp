#include "ui/fixture_charts.hpp"

#include <gtest/gtest.h>

namespace kith::ui
{
namespace
{

IntervalPlot a_plot()
{
    return {.frame = a_frame(),
            .label_heading = "Ethnicity",
            .share_name = "Staff",
            .range_name = "95% interval",
            .reference_name = "Children",
            .verdict_heading = "Staff against children",
            .groups = {{.label = "Asian & other", .share = 9, .low = 7, .high = 11, .reference = 16, .verdict = "Fewer"}}};
}

TEST(IntervalPlot, DrawsTheShareItsIntervalAndTheReferenceOnOneScaleFromNought)
{
    const auto html = interval_plot(a_plot());  // the scale goes to 20
    EXPECT_TRUE(holds(html, "x1=\"35.00%\" x2=\"55.00%\""));
    EXPECT_TRUE(holds(html, "x=\"45.00%\" y=\"0\" class=\"kith-chart__marker kith-series-1\""));
    EXPECT_TRUE(holds(html, "x=\"80.00%\"><rect class=\"kith-series-4\""));
    EXPECT_TRUE(holds(html, "text-anchor=\"end\">20%</text>"));
    EXPECT_EQ(times(html, "role=\"img\""), 1);
}

TEST(IntervalPlot, SaysItAllInWordsBesideTheDrawingAndInTheTable)
{
    const auto html = interval_plot(a_plot());
    EXPECT_TRUE(holds(html, "Asian &amp; other</span>"));
    EXPECT_TRUE(holds(html, "<strong>Fewer</strong><br>Staff 9% (7% to 11%)<br>Children 16%</span>"));
    EXPECT_TRUE(holds(html, "Staff, 95% interval</th>"));
    EXPECT_TRUE(holds(html, "--numeric\">7% to 11%</td>"));
    EXPECT_TRUE(holds(html, "<td class=\"govuk-table__cell\">Fewer</td>"));
    EXPECT_TRUE(holds(html, "</svg>Staff, with 95% interval</li>"));
}

TEST(IntervalPlot, WithoutAShareOnlyTheReferenceIsDrawn)
{
    auto plot = a_plot();
    plot.groups[0].share = std::nullopt;
    plot.groups[0].verdict = "Too few to say";
    const auto html = interval_plot(plot);
    EXPECT_EQ(times(html, "kith-chart__marker"), 1);  // the key's
    EXPECT_TRUE(holds(html, "<strong>Too few to say</strong><br>Staff not shown<br>Children 16%</span>"));
    plot.groups[0].reference = std::nullopt;
    EXPECT_TRUE(holds(interval_plot(plot), "Children not shown"));
}

TEST(IntervalPlot, TakesDecimalsAndASmallBaseInWords)
{
    auto plot = a_plot();
    plot.decimals = 1;
    plot.groups[0].shown = "4 of 44";
    EXPECT_TRUE(holds(interval_plot(plot), "Staff 4 of 44 (7.0% to 11.0%)<br>Children 16.0%"));
}

TEST(IntervalPlot, NoughtsAndNothingAreHeldWithoutHarm)
{
    auto plot = a_plot();
    plot.groups = {{.label = "Asian", .share = 0, .reference = 0, .verdict = "No clear difference"}};
    EXPECT_TRUE(holds(interval_plot(plot), "x1=\"0.00%\" x2=\"0.00%\""));
    EXPECT_FALSE(holds(interval_plot(plot), "nan"));
    plot.groups.clear();
    EXPECT_TRUE(holds(interval_plot(plot), nothing_to_draw));
}

}  // namespace
}  // namespace kith::ui
