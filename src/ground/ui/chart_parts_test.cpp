#include "ui/chart_parts.hpp"

#include "ui/fixture_charts.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace kith::ui
{
namespace
{

const Table& a_table()
{
    static const Table table{.rows = {{{.text = "Education"}, {.text = "8,000"}}}, .head = {{.text = "Sector"}, {.text = "Staff"}}};
    return table;
}

TEST(ChartFrame, GoesFromTheFindingToTheTableAndTheFile)
{
    const auto html =
        framed(a_frame(), {.key = chart_key({{.name = "Staff"}}), .drawing = raw("<svg class=\"d\"></svg>"), .table = &a_table()});
    std::size_t at = 0;
    for (const auto* part : {"<figure", "<h2", "nurseries</h2>", "Westshire, 2026</p>", "aria-label=\"Key\"", "class=\"d\"",
                             "Source: returns</p>", "Show this data as a table", "<table", "Download (CSV)", "</figure>"}) {
        const auto next = html.str().find(part, at);
        ASSERT_NE(next, std::string::npos) << part;
        at = next;
    }
}

TEST(ChartFrame, IsNamedByItsTitleAndEscapesIt)
{
    const auto html = framed(a_frame(), {.table = &a_table()});
    EXPECT_TRUE(holds(html, "aria-labelledby=\"c-title\""));
    EXPECT_TRUE(holds(html, "id=\"c-title\">Most staff work in schools &amp; nurseries</h2>"));
    EXPECT_TRUE(holds(
        html,
        "<caption class=\"govuk-table__caption govuk-table__caption--s\">Most staff work in schools &amp; nurseries. Westshire, 2026<"));
    EXPECT_TRUE(holds(html, "href=\"/c.csv\""));
}

TEST(ChartFrame, TakesTheLevelOfItsTitleAndLeavesOutWhatWasNotSaid)
{
    const auto html = framed({.id = "c", .title = "T", .heading_level = 3}, {.table = &a_table()});
    EXPECT_TRUE(holds(html, "T</h3>"));
    for (const auto* part : {"subtitle", "source", "Download", "Key"}) EXPECT_FALSE(holds(html, part)) << part;
}

TEST(ChartFrame, SaysWhenThereIsNothingToDraw)
{
    const auto html = framed(a_frame(), {.drawing = raw("<svg></svg>"), .table = &a_table(), .empty = true});
    EXPECT_TRUE(holds(html, nothing_to_draw));
    EXPECT_FALSE(holds(html, "<svg"));
    EXPECT_FALSE(holds(html, "<table"));
}

TEST(ChartFrame, TheDrawingHasTheSummaryForThoseWhoDoNotSeeItOrElseTheTitle)
{
    Markup with;
    open_drawing(with, a_frame(), 100);
    EXPECT_TRUE(holds(with.take(), "role=\"img\" width=\"100%\" height=\"100\" aria-label=\"Education 8,000, health 2,000.\""));
    Markup without;
    open_drawing(without, {.title = "Staff"}, 100);
    EXPECT_TRUE(holds(without.take(), "aria-label=\"Staff\""));
}

TEST(ChartNumbers, AreWrittenAsPeopleWriteThem)
{
    EXPECT_EQ(number_in_words(0), "0");
    EXPECT_EQ(number_in_words(-0.01), "0");
    EXPECT_EQ(number_in_words(999), "999");
    EXPECT_EQ(number_in_words(1204), "1,204");
    EXPECT_EQ(number_in_words(-1204.5), "-1,204.5");
    EXPECT_EQ(number_in_words(0.5), "0.5");
    EXPECT_EQ(number_in_words(9'007'199'254'740'992), "9,007,199,254,740,992");
    EXPECT_EQ(in_unit(32000, {.before = "£"}), "£32,000");
    EXPECT_EQ(in_unit(12.5, {.after = "%"}), "12.5%");
}

TEST(ChartNumbers, AreBriefFromAMillionOnWhereRoomIsShort)
{
    EXPECT_EQ(in_unit_briefly(999'999, {.before = "£"}), "£999,999");
    EXPECT_EQ(in_unit_briefly(1'000'000, {.before = "£"}), "£1m");
    EXPECT_EQ(in_unit_briefly(23'456'789, {.before = "£"}), "£23.5m");
    EXPECT_EQ(in_unit_briefly(2.5e9, {}), "2.5bn");
}

TEST(ChartNumbers, StepsAreRoundAndReachTheLargest)
{
    EXPECT_EQ(scale_to(0, 4).highest(), 1);
    EXPECT_EQ(scale_to(61, 4).step, 20);
    EXPECT_EQ(scale_to(61, 4).steps, 4);
    EXPECT_EQ(scale_to(41, 4).highest(), 60);
    EXPECT_EQ(scale_to(30, 3).step, 10);
    EXPECT_EQ(scale_to(100, 4).step, 25);
    EXPECT_EQ(scale_to(5, 5).step, 1);
    EXPECT_EQ(scale_to(1e12, 4).step, 2.5e11);
    EXPECT_EQ(scale_to(std::numeric_limits<double>::quiet_NaN(), 4).highest(), 1);
    EXPECT_EQ(scale_to(std::numeric_limits<double>::infinity(), 4).highest(), 1);
    EXPECT_EQ(scale_to(60, 4).share(90), 1);
}

TEST(ChartColours, TwoAreDarkBlueAndOrangeAndMoreFollowThePalette)
{
    EXPECT_EQ(series_class(1, 2), "kith-series-4");
    EXPECT_EQ(series_class(1, 3), "kith-series-2");
    EXPECT_EQ(series_class(9, 10), "kith-series-4");
}

}  // namespace
}  // namespace kith::ui
