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

const FileWords words{.about = "Eastfield, today", .on = *Date::parse_iso("2026-03-02"), .rests_on = "2 of 2 organisations"};

TEST(PanelFiles, CsvHasNumbersAndNoFormulaAndCanBeReadAlone)
{
    const std::string ends = "Staff,2026-03-02,\"Eastfield, today\",2 of 2 organisations\r\n";
    EXPECT_EQ(panel_csv(measures().front(), panel(), words), "\xEF\xBB\xBFPlace,Staff,Share (percent),Measure,On,About,Rests on\r\n\"'=HYPERLINK(\"\"x\"\")\",1234,12.5," + ends
                                                                + "\"'@Home, \"\"East\"\"\",too few to show,\"'-none\"," + ends);
}

TEST(PanelFiles, CsvOfWhatIsWithheldSaysWhy)
{
    EXPECT_EQ(panel_csv(measures().front(), {.withheld = "Your role does not count staff by pay."}, words),
              "\xEF\xBB\xBFNot shown,Measure,On,About,Rests on\r\nYour role does not count staff by pay.,Staff,2026-03-02,\"Eastfield, today\",2 of 2 organisations\r\n");
}

TEST(PanelFiles, NumbersHaveNoDustOfBinaryFractions)
{
    EXPECT_EQ(in_csv({851.0 * 0.1 - 1e-13, "85.1%", Unit::percent}), "85.1");
    EXPECT_EQ(in_csv(count_cell(1'234'567)), "1234567");
    EXPECT_EQ(in_csv(not_shown_cell()), "too few to show");
    EXPECT_EQ(file_name("level_by_locality", words.on, "csv"), "level_by_locality-2026-03-02.csv");
}

TEST(PanelCells, AShareOfNobodyIsNotKnownAndOfSomebodyMayBeNought)
{
    EXPECT_EQ(share_cell({0, 0}).words, "not known");
    EXPECT_FALSE(share_cell({0, 0}).value.has_value());
    EXPECT_EQ(share_cell({0, 60}).words, "0%");
    EXPECT_EQ(share_cell({0, 60}).value, 0.0);
}

TEST(PanelFiles, WorkbookHasTextAsTextAndNumbersAsNumbers)
{
    const auto book = files::XlsxWorkbook::open(panel_xlsx(measures().front(), panel(), words));
    ASSERT_TRUE(book);
    ASSERT_EQ(book->sheets().size(), 2u);
    files::TextStore store;
    std::vector<std::string> rows;
    ASSERT_TRUE(book->read(book->sheets()[0], store, [&](const files::XlsxRow& row) {
        rows.emplace_back();
        for (const auto& cell : row.cells) rows.back() += (rows.back().empty() ? "" : " | ") + std::string{cell.text} + (cell.kind == files::CellKind::number ? " (number)" : "");
        return true;
    }));
    const std::vector<std::string> expected{"Staff", "Most are here", "Eastfield, today", "2 of 2 organisations", "Place | Staff | Share", "=HYPERLINK(\"x\") | 1234 (number) | 0.125 (number)", "@Home, \"East\" | too few to show | -none", "One note"};
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
