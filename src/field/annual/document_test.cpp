#include "annual/annual_report.hpp"

#include "files/table.hpp"

#include <gtest/gtest.h>

namespace kith::annual {
namespace {

const Date today = Date::of(2026, 6, 1).value();

ReportDocument document()
{
    return {.name = "A report", .plan = "Our strategy", .from = today.plus_days(-365), .as_of = today,
            .sections = {{.id = "summary", .title = "In short", .words = "A good year", .says = {"One"}, .tables = {{.title = "How actions stand", .columns = {"Theme", "Actions"}, .rows = {{"Skills", "3 done"}, {"=1+1", "-"}}}}, .missing = {"a budget"}, .arcs = {{"Purpose", 3.5, {}}}}}};
}

TEST(ReportDocument, IsTheSameAfterItWasWrittenOut)
{
    const auto back = document_from_json(to_json(document()));
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, document());
    EXPECT_EQ(to_json(*back), to_json(document())) << "and its text, on which the hash rests";
    for (const auto* text : {"", "{}", "[1]", "{\"name\": 3}"}) EXPECT_FALSE(document_from_json(text)) << text;
}

TEST(ReportDocument, SaysWhatIsMissingAndHoldsEveryFigureAsAWorkbook)
{
    EXPECT_EQ(missing_of(document()), (std::vector<std::string>{"In short: a budget"}));
    const auto table = files::Table::read(to_xlsx(document()), {.limits = {}, .wanted = [](const files::Table& sheet) { return sheet.column("Theme").has_value(); }, .sheet = {}});
    ASSERT_TRUE(table);
    EXPECT_EQ(table->cell(0, 1), "3 done");
    EXPECT_EQ(table->cell(1, 0), "=1+1") << "a text, and no formula";
}

TEST(AnnualReport, IsOfAPeriodThatHasPassed)
{
    EXPECT_TRUE(problems_of({.name = "A", .from = today.plus_days(-1), .as_of = today}, today).empty());
    EXPECT_EQ(problems_of({.name = "", .from = today.plus_days(3), .as_of = today.plus_days(1)}, today).size(), 3U);
}

}  // namespace
}  // namespace kith::annual
