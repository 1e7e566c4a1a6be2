#include "ui/pieces.hpp"

#include "kit/normal_html.hpp"

#include <gtest/gtest.h>

namespace kith::ui
{
namespace
{

bool holds(const Html& html, std::string_view part) { return html.str().find(part) != std::string::npos; }

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

TEST(StackingTable, NamesTheColumnBeforeEachValueButTheFirst)
{
    const auto html = stacking_table({.rows = {{{.text = "Plan A"}, {.text = "3"}}}, .head = {{.text = "Plan"}, {.text = "Late"}}, .caption = "Plans", .first_cell_is_header = true});
    EXPECT_TRUE(holds(html, "<td class=\"govuk-table__cell\" data-label=\"Late\">3</td>"));
    EXPECT_FALSE(holds(html, "data-label=\"Plan\""));
    EXPECT_TRUE(holds(html, "govuk-table kith-stack kith-stack--labelled"));
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
