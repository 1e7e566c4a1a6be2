#include "ui/pieces.hpp"

#include "kit/normal_html.hpp"

#include <gtest/gtest.h>

namespace kith::ui
{
namespace
{

bool holds(const Html& html, std::string_view part) { return html.str().find(part) != std::string::npos; }

BarChart a_chart()
{
    return {.id = "c",
            .title = "Most staff work in schools",
            .subtitle = "Westshire, 2026",
            .series = {"Staff"},
            .label_heading = "Sector",
            .bars = {{.label = "Education", .values = {8000}},
                     {.label = "Health <2", .values = {2000}},
                     {.label = "Justice", .values = {std::nullopt}}},
            .summary = "Education 8,000, health 2,000.",
            .source = "Source: returns",
            .csv_href = "/c.csv"};
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

TEST(BarChart, IsDescribedForThoseWhoDoNotSeeIt)
{
    const auto html = bar_chart(a_chart());
    EXPECT_TRUE(holds(html, "role=\"img\""));
    EXPECT_TRUE(holds(html, "aria-label=\"Education 8,000, health 2,000.\""));
    EXPECT_TRUE(holds(html, "aria-labelledby=\"c-title\""));
    EXPECT_TRUE(holds(html, "href=\"/c.csv\""));
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
    EXPECT_TRUE(holds(bar_chart(chart), "height=\"0\""));
}

TEST(Figures, ReadAsASentence)
{
    const auto html = figures({.heading = "Westfield", .items = {{.value = "412", .label = "staff", .before = "398 a year ago"}}});
    EXPECT_NE(kit::normal_html(html.str()).find("412\n</span>\n \n<span class=\"kith-figure__label\">\nstaff"), std::string::npos);
}

TEST(FilterPanel, IsAFormThatWorksByItsAddressAlone)
{
    const auto html =
        filter_panel({.action = "/staff", .chosen = {{.text = "Westfield", .remove_href = "/staff"}}, .hidden = {{"sort", "name"}}});
    EXPECT_TRUE(holds(html, "<form action=\"/staff\" method=\"get\""));
    EXPECT_TRUE(holds(html, "Remove this filter: </span>Westfield</a>"));
    EXPECT_TRUE(holds(html, "<input type=\"hidden\" name=\"sort\" value=\"name\">"));
}

TEST(SortHead, SaysHowTheColumnIsSorted)
{
    const auto cell = sort_head("Name", "/staff?sort=name", Sorted::descending);
    ASSERT_EQ(cell.attributes.size(), 1U);
    EXPECT_EQ(cell.attributes[0].name, "aria-sort");
    EXPECT_EQ(cell.attributes[0].value, "descending");
}

TEST(Progress, IsCountedOnceTheTotalIsKnown)
{
    EXPECT_TRUE(holds(progress({.done = 5, .total = 10, .words = "5 of 10 rows"}), "max=\"10\" value=\"5\""));
    EXPECT_FALSE(holds(progress({.words = "Waiting"}), "max="));
}

TEST(HowDoWeKnow, LeavesOutWhatWasNotSaid)
{
    const auto html = how_do_we_know({.formula = "a / b", .more = {{"Threshold", "5"}}});
    EXPECT_TRUE(holds(html, "a / b"));
    EXPECT_TRUE(holds(html, "Threshold"));
    EXPECT_FALSE(holds(html, "Coverage"));
}

}  // namespace
}  // namespace kith::ui
