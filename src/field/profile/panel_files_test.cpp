// A panel as CSV, as a workbook and as JSON, with a label that a spreadsheet would take for a formula.
#include "files/xlsx_reader.hpp"
#include "profile/panel_views.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace kith::profile {
namespace {

Panel panel()
{
    return {.finding = "Most are here", .lines_are = "Place", .columns = {"Staff", "Share"}, .lines = {{.label = "=HYPERLINK(\"x\")", .cells = {count_cell(1234), share_cell({1, 8})}}, {.label = "@Home, \"East\"", .cells = {not_shown_cell(), words_cell("-none")}}},
            .headline = PanelHeadline{.label = "staff", .cell = count_cell(1234), .rests_on = "2 places"}, .notes = {"One note"}};
}

TEST(PanelFiles, CsvHasNumbersAndNoFormula)
{
    EXPECT_EQ(panel_csv(panel()), "\xEF\xBB\xBFPlace,Staff,Share\r\n\"'=HYPERLINK(\"\"x\"\")\",1234,12.5\r\n\"'@Home, \"\"East\"\"\",too few to show,\"'-none\"\r\n");
}

TEST(PanelFiles, WorkbookHasTextAsTextAndNumbersAsNumbers)
{
    const auto book = files::XlsxWorkbook::open(panel_xlsx(measures().front(), panel(), "Eastfield, today", "2 of 2 organisations"));
    ASSERT_TRUE(book);
    ASSERT_EQ(book->sheets().size(), 2u);
    files::TextStore store;
    std::vector<std::string> rows;
    ASSERT_TRUE(book->read(book->sheets()[0], store, [&](const files::XlsxRow& row) {
        rows.emplace_back();
        for (const auto& cell : row.cells) rows.back() += (rows.back().empty() ? "" : " | ") + std::string{cell.text} + (cell.kind == files::CellKind::number ? " (number)" : "");
        return true;
    }));
    const std::vector<std::string> expected{"Staff", "Most are here", "Eastfield, today", "2 of 2 organisations", "Place | Staff | Share", "=HYPERLINK(\"x\") | 1234 (number) | 12.5 (number)", "@Home, \"East\" | too few to show | -none", "One note"};
    std::erase(rows, "");
    EXPECT_EQ(rows, expected);
}

TEST(PanelFiles, JsonHasFiguresInNumbersAndWords)
{
    const auto json = panel_json(measures().front(), panel());
    EXPECT_EQ(json.at("measure").as_string(), "staff");
    const auto& lines = json.at("lines").as_array();
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].at("label").as_string(), "=HYPERLINK(\"x\")");
    EXPECT_EQ(boost::json::serialize(lines[0].at("figures")), R"([{"value":1.234E3,"words":"1,234"},{"value":1.25E1,"words":"1 of 8"}])");
    EXPECT_TRUE(lines[1].at("figures").at(0).at("value").is_null());
    EXPECT_EQ(json.at("headline").at("figure").at("words").as_string(), "1,234");
    EXPECT_FALSE(json.contains("withheld"));
}

}  // namespace
}  // namespace kith::profile
