#include "ui/fixture_charts.hpp"

#include <gtest/gtest.h>

namespace kith::ui
{
namespace
{

LineSeries line(const std::string& name, const std::vector<std::optional<double>>& values)
{
    LineSeries series{.name = name};
    for (const auto& value : values) series.points.push_back({.value = value});
    return series;
}

LineChart a_chart()
{
    return {.frame = a_frame(),
            .period_heading = "Month",
            .periods = {"January 2026", "February 2026", "March 2026"},
            .series = {line("Westfield <1", {10, 20, 40})}};
}

TEST(LineChart, RunsFromNoughtInABoxThatStretchesWithoutItsWords)
{
    const auto html = line_chart(a_chart());
    EXPECT_TRUE(holds(html, "d=\"M0.0 162.0L500.0 112.0L1000.0 12.0\""));
    EXPECT_TRUE(holds(html, "viewBox=\"0 0 1000 212\""));
    EXPECT_TRUE(holds(html, "role=\"img\""));
    EXPECT_EQ(times(html, "role=\"img\""), 1);
    EXPECT_TRUE(holds(html, ">0</text>"));
    EXPECT_TRUE(holds(html, ">40</text>"));
}

TEST(LineChart, WritesTheFirstAndTheLastValueOfOneLineAndAllInTheTable)
{
    const auto html = line_chart(a_chart());
    EXPECT_EQ(times(html, "kith-chart__value"), 2);
    EXPECT_TRUE(holds(html, "--numeric\">20</td>"));
    EXPECT_TRUE(holds(html, "Westfield &lt;1"));
    EXPECT_FALSE(holds(html, "aria-label=\"Key\""));
}

TEST(LineChart, BreaksTheLineWhereNothingIsKnownAndSaysSoInTheTable)
{
    auto chart = a_chart();
    chart.periods.push_back("April 2026");
    chart.series = {line("Westfield", {10, std::nullopt, 20, 20})};
    const auto html = line_chart(chart);
    EXPECT_TRUE(holds(html, "d=\"M0.0 112.0M666.7 12.0L1000.0 12.0\""));
    EXPECT_TRUE(holds(html, "--numeric\">not shown</td>"));
}

TEST(LineChart, SeriesDifferByColourAndMarkerAndTheKeySaysWhichIsWhich)
{
    auto chart = a_chart();
    chart.series = {line("Westfield", {1, 2, 3}), line("Northgate", {2, 2, 2})};
    const auto two = line_chart(chart);
    EXPECT_TRUE(holds(two, "kith-chart__line kith-series-4"));
    EXPECT_FALSE(holds(two, "kith-series-2"));
    EXPECT_TRUE(holds(two, "aria-label=\"Key\""));
    EXPECT_TRUE(holds(two, "<circle r=\"5\"/>"));
    EXPECT_TRUE(holds(two, "<rect x=\"-4.5\""));
    EXPECT_TRUE(holds(two, "kith-chart__name\" dx=\"6\">Northgate</tspan>"));
    chart.series.push_back(line("The Vale", {1, 1, 1}));
    chart.series.push_back(line("A name that is too long to stand at its line's end", {1, 1, 1}));
    chart.series.push_back(line("Never drawn", {9, 9, 9}));
    const auto four = line_chart(chart);
    EXPECT_TRUE(holds(four, "kith-series-2"));
    EXPECT_FALSE(holds(four, "<tspan"));
    EXPECT_FALSE(holds(four, "Never drawn"));
}

TEST(LineChart, WordsAtTheEndsKeepApart)
{
    auto chart = a_chart();
    chart.series = {line("A", {0, 0, 0}), line("B", {0, 0, 0}), line("C", {0, 0, 40})};
    const auto html = line_chart(chart);
    EXPECT_TRUE(holds(html, "x=\"100.00%\" y=\"12.0\">40<"));
    EXPECT_TRUE(holds(html, "x=\"100.00%\" y=\"193.0\">0<"));
    EXPECT_TRUE(holds(html, "x=\"100.00%\" y=\"212.0\">0<"));
    chart.series = {line("A", {0, 40, 20}), line("B", {0, 0, 20}), line("C", {0, 0, 19})};
    const auto middle = line_chart(chart);
    for (const auto* y : {"y=\"112.0\">20<", "y=\"131.0\">20<", "y=\"150.0\">19<"}) EXPECT_TRUE(holds(middle, y)) << y;
}

TEST(LineChart, DrawsABandOnlyWhereThereIsARange)
{
    auto chart = a_chart();
    chart.range_name = "likely range";
    chart.series[0].points[1].range = {10, 30};
    chart.series[0].points[2].range = {30, 40};
    const auto html = line_chart(chart);
    EXPECT_TRUE(holds(html, "kith-chart__band kith-series-1\" d=\"M500.0 62.0L1000.0 12.0L1000.0 62.0L500.0 162.0Z\""));
    EXPECT_TRUE(holds(html, "</svg>likely range</li>"));
    EXPECT_TRUE(holds(html, "Westfield &lt;1, likely range</th>"));
    EXPECT_TRUE(holds(html, "30 to 40</td>"));
}

TEST(LineChart, MarksAllPointsOfAYearAndOfLongerTimesTheEndsAndThoseThatStandAlone)
{
    auto chart = a_chart();
    chart.periods.assign(40, "Month");
    chart.series = {line("Westfield", std::vector<std::optional<double>>(40, 5.0))};
    EXPECT_EQ(times(line_chart(chart), "kith-chart__marker"), 2);
    chart.series[0].points[19].value = chart.series[0].points[21].value = std::nullopt;
    EXPECT_EQ(times(line_chart(chart), "kith-chart__marker"), 3);
    chart.periods.resize(13);
    EXPECT_EQ(times(line_chart(chart), "kith-chart__marker"), 13);
}

TEST(LineChart, OnePointStandsInTheMiddleWithItsValueOnce)
{
    auto chart = a_chart();
    chart.periods = {"January 2026"};
    chart.series = {line("Westfield", {7})};
    const auto html = line_chart(chart);
    EXPECT_TRUE(holds(html, "x=\"50.00%\""));
    EXPECT_EQ(times(html, "kith-chart__value"), 1);
    EXPECT_EQ(times(html, ">January 2026</text>"), 1);
}

TEST(LineChart, NoughtsNothingKnownAndNothingAtAllAreDrawnOrSaid)
{
    auto chart = a_chart();
    chart.series = {line("Westfield", {0, 0, 0})};
    EXPECT_TRUE(holds(line_chart(chart), "d=\"M0.0 212.0L500.0 212.0L1000.0 212.0\""));
    chart.series = {line("Westfield", {})};
    EXPECT_EQ(times(line_chart(chart), "--numeric\">not shown</td>"), 3);
    chart.series.clear();
    EXPECT_TRUE(holds(line_chart(chart), nothing_to_draw));
    chart = a_chart();
    chart.periods.clear();
    EXPECT_TRUE(holds(line_chart(chart), nothing_to_draw));
}

TEST(LineChart, LongWordsAndHugeNumbersHaveTheirRoom)
{
    auto chart = a_chart();
    chart.unit = {.before = "£"};
    chart.series = {line("Pay", {1e9, 2e9, 3e9})};
    chart.periods.front() = "The academic year from September 2024 to August 2025";
    const auto html = line_chart(chart);
    EXPECT_TRUE(holds(html, "£3bn</text>"));
    EXPECT_TRUE(holds(html, "£3,000,000,000</td>"));
    EXPECT_TRUE(holds(html, "kith-room-left-s kith-room-right-s"));
    EXPECT_TRUE(holds(html, ">The academic</text>"));
    EXPECT_TRUE(holds(html, "height=\"304\""));
}

TEST(LineChart, TakesTheWordsItIsGivenForAValue)
{
    auto chart = a_chart();
    chart.series[0].points[2].shown = "40 of 41";
    EXPECT_EQ(times(line_chart(chart), "40 of 41"), 2);
}

}  // namespace
}  // namespace kith::ui
