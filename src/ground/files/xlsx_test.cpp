// Workbooks in and out: what the reader makes of each kind of cell, which sheet it takes, and what it refuses.
#include "files/table.hpp"
#include "files/xlsx_writer.hpp"
#include "kit/workbook_parts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::files {
namespace {
using kit::Sheet;
using kit::workbook;

Table table_of(std::string bytes, TableReading reading = {})
{
    auto table = Table::read(std::move(bytes), std::move(reading));
    EXPECT_TRUE(table) << table.error().message;
    return std::move(table).value();
}

std::string refusal_of(std::string bytes, TableReading reading = {})
{
    auto table = Table::read(std::move(bytes), std::move(reading));
    return table ? "taken" : table.error().message;
}

std::string row(int number, const std::string& cells) { return "<row r=\"" + std::to_string(number) + "\">" + cells + "</row>"; }
std::string inline_cell(const std::string& place, const std::string& text) { return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>"; }
const std::string header = row(1, inline_cell("A1", "reference") + inline_cell("B1", "start"));
}  // namespace

TEST(Workbook, WhatTheWriterWroteTheReaderReadsBack)
{
    XlsxWriter writer;
    writer.sheet("Staff").text("reference", {.heading = true}).text("fte").text("start").text("note").end_row();
    writer.text("00123").number(0.6).day(*Date::of(2019, 4, 1)).text("=1+1").end_row();
    writer.text("Zoë").number(0.1 + 0.2).day(*Date::of(1899, 5, 6)).blank().end_row();
    writer.sheet("Codes").text("teacher").end_row();
    auto table = table_of(std::move(writer).bytes());
    EXPECT_TRUE(table.is_workbook());
    EXPECT_EQ(table.origin().sheet, "Staff");
    EXPECT_THAT(table.origin().other_sheets, testing::ElementsAre("Codes"));
    ASSERT_EQ(table.rows(), 2U);
    EXPECT_EQ(table.cell(0, 0), "00123");
    EXPECT_EQ(table.cell(0, 1), "0.6");
    EXPECT_EQ(table.cell(0, 2), "2019-04-01");
    EXPECT_EQ(table.kind(0, 2), CellKind::date);
    EXPECT_EQ(table.cell(0, 3), "=1+1");
    EXPECT_EQ(table.kind(0, 3), CellKind::text);
    EXPECT_EQ(table.cell(1, 0), "Zoë");
    EXPECT_EQ(table.cell(1, 1), "0.3");
    EXPECT_EQ(table.cell(1, 2), "06/05/1899");
    EXPECT_EQ(table.line(1), 3U);
}

TEST(Workbook, ReadsDaysFromTheirFormatInBothCalendars)
{
    const std::string styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-809]dd\\ mmmm\\ yyyy;@\"/>"
                               "<numFmt numFmtId=\"165\" formatCode=\"000000\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
                               "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>";
    const std::string rows = header + row(2, "<c r=\"A2\" s=\"3\"><v>123</v></c><c r=\"B2\" s=\"1\"><v>43556</v></c>") +
                             row(3, "<c r=\"A3\"><v>43556</v></c><c r=\"B3\" s=\"2\"><v>43556.5</v></c>") + row(4, "<c r=\"B4\" s=\"1\"><v>60</v></c>");
    auto table = table_of(workbook({{"Staff", rows}}, {.styles = styles}));
    EXPECT_EQ(table.cell(0, 0), "000123");
    EXPECT_EQ(table.cell(0, 1), "2019-04-01");
    EXPECT_EQ(table.cell(1, 0), "43556");
    EXPECT_EQ(table.cell(1, 1), "2019-04-01");
    EXPECT_EQ(table.cell(2, 1), "1900-02-29");
    auto macintosh = table_of(workbook({{"Staff", rows}}, {.styles = styles, .from_1904 = true}));
    EXPECT_EQ(macintosh.cell(0, 1), "2023-04-02");
}

TEST(Workbook, ReadsSharedInlineFormulaBooleanAndErrorCells)
{
    const std::string shared = "<sst><si><t>reference</t></si><si><r><t>Smith</t></r><r><t xml:space=\"preserve\"> Jones</t></r><rPh sb=\"0\"><t>no</t></rPh></si>"
                               "<si><t>a_x000D_b &amp; c</t></si></sst>";
    auto table = table_of(workbook({{"S", row(1, "<c r=\"A1\" t=\"s\"><v>0</v></c>" + inline_cell("B1", "b") + inline_cell("C1", "c")) +
                                               row(2, "<c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" t=\"str\"><f>X</f><v>worked</v></c><c r=\"C2\" t=\"b\"><v>1</v></c>") +
                                               row(3, "<c t=\"s\"><v>2</v></c><c t=\"e\"><f>X</f><v>#N/A</v></c><c><f>A1+1</f></c>")}},
                                   {.shared = shared}));
    EXPECT_EQ(table.cell(0, 0), "Smith Jones");
    EXPECT_EQ(table.cell(0, 1), "worked");
    EXPECT_EQ(table.cell(0, 2), "TRUE");
    EXPECT_EQ(table.cell(1, 0), "a\rb & c");
    ASSERT_EQ(table.troubled().size(), 2U);
    EXPECT_EQ(table.troubled()[0].kind, CellKind::error);
    EXPECT_EQ(table.troubled()[1].kind, CellKind::unworked);
    EXPECT_EQ(table.troubled()[1].column, 2U);
    EXPECT_NE(refusal_of(workbook({{"S", header + row(2, "<c r=\"A2\" t=\"s\"><v>9</v></c>")}}, {.shared = shared})).find("damaged"), std::string::npos);
}

TEST(Workbook, TellsATextFormulaNeverWorkedOutFromOneThatCameToNothing)
{
    auto table = table_of(workbook({{"S", row(1, inline_cell("A1", "a") + inline_cell("B1", "b")) +
                                              row(2, inline_cell("A2", "x") + "<c r=\"B2\" t=\"str\"><f>X</f></c>") +
                                              row(3, inline_cell("A3", "y") + "<c r=\"B3\" t=\"str\"><f>X</f><v/></c>")}}));
    ASSERT_EQ(table.troubled().size(), 1U);
    EXPECT_EQ(table.troubled()[0].kind, CellKind::unworked);
    EXPECT_EQ(table.troubled()[0].row, 0U);
}

TEST(Workbook, KeepsSparseCellsInTheirColumnsAndRowsAtTheirNumbers)
{
    auto table = table_of(workbook({{"S", row(3, inline_cell("A3", "a") + inline_cell("C3", "c")) + row(7, inline_cell("C7", "x")) + row(8, "<c r=\"A8\" s=\"0\"/>")}}));
    EXPECT_EQ(table.header_line(), 3U);
    ASSERT_EQ(table.rows(), 1U);
    EXPECT_EQ(table.line(0), 7U);
    EXPECT_EQ(table.cell(0, 0), "");
    EXPECT_EQ(table.cell(0, 2), "x");
}

TEST(Workbook, GivesEachRowOfAMergedAreaItsUpperLeftValueAndSaysSo)
{
    auto table = table_of(workbook({{"S", header + row(2, inline_cell("A2", "one") + inline_cell("B2", "x")) + row(3, inline_cell("B3", "y")) + row(4, inline_cell("A4", "two") + inline_cell("B4", "z")),
                                     "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:A3\"/></mergeCells>"}}));
    EXPECT_EQ(table.cell(1, 0), "one");
    EXPECT_EQ(table.cell(2, 0), "two");
    ASSERT_EQ(table.origin().merged.size(), 1U);
    EXPECT_EQ(table.origin().merged[0].name(), "A2:A3");
}

TEST(Workbook, TakesTheSheetWhoseColumnsAreWantedAndTellsTheOthers)
{
    const auto wanted = [](const Table& names) { return names.column("reference").has_value(); };
    const std::string notes = row(1, inline_cell("A1", "Read me") + inline_cell("B1", "first"));
    const std::string titled = row(1, inline_cell("A1", "Our staff")) + row(3, inline_cell("A3", "Reference") + inline_cell("B3", "x")) + row(4, inline_cell("A4", "7"));
    const auto bytes = workbook({{"Read me", notes}, {"Old", header + row(2, inline_cell("A2", "no")), "", true}, {"Staff", titled}, {"More", header}});
    EXPECT_TRUE(has_header(bytes, wanted));
    auto table = table_of(bytes, {.limits = {}, .wanted = wanted, .sheet = {}});
    EXPECT_EQ(table.origin().sheet, "Staff");
    EXPECT_THAT(table.origin().passed_over, testing::ElementsAre(1U));
    EXPECT_THAT(table.origin().other_sheets, testing::ElementsAre("Read me", "Old", "More"));
    EXPECT_EQ(table.cell(0, 0), "7");
    EXPECT_EQ(table_of(bytes).origin().sheet, "Read me");
    EXPECT_EQ(table_of(bytes, {.limits = {}, .wanted = {}, .sheet = "Old"}).cell(0, 0), "no");
    EXPECT_NE(refusal_of(bytes, {.limits = {}, .wanted = {}, .sheet = "Other"}).find("no sheet named Other"), std::string::npos);
    EXPECT_FALSE(has_header(workbook({{"Read me", notes}}), wanted));
}

TEST(Workbook, RefusesBombsBeforeTheyAreUnpacked)
{
    const std::string bloated = header + row(2, inline_cell("A2", "x" + std::string(30'000'000, ' ')));
    EXPECT_NE(refusal_of(workbook({{"S", bloated}})).find("unpacks to far more"), std::string::npos);
    const std::string lying = kit::with_declared_size(workbook({{"S", bloated}}), "xl/worksheets/sheet1.xml", 4'000);
    EXPECT_NE(refusal_of(lying), "taken");
}

TEST(Workbook, RefusesEntitiesDepthAndDamageSayingWhere)
{
    kit::Parts parts;
    parts.workbook_prolog = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>";
    EXPECT_NE(refusal_of(workbook({{"S", header}}, parts)).find("DOCTYPE"), std::string::npos);
    EXPECT_NE(refusal_of(workbook({{"S", header + "<row><c>"}})).find("Line 1, column"), std::string::npos);
    auto cut = workbook({{"S", header}});
    EXPECT_NE(refusal_of(cut.substr(0, cut.size() / 2)).find("damaged or was cut short"), std::string::npos);
    EXPECT_NE(refusal_of(workbook({{"S", row(1, inline_cell("ZZ1", "a"))}}, {}), {.limits = {.columns = 50}, .wanted = {}, .sheet = {}}).find("beyond the 50 columns"), std::string::npos);
    EXPECT_NE(refusal_of(workbook({{"S", ""}})).find("sheets are empty"), std::string::npos);
}

TEST(Workbook, CountsRowsWithoutTheHeader)
{
    const auto two = workbook({{"S", row(1, inline_cell("A1", "a")) + row(2, inline_cell("A2", "1")) + row(3, inline_cell("A3", "2"))}});
    EXPECT_EQ(table_of(two, {.limits = {.rows = 2}, .wanted = {}, .sheet = {}}).rows(), 2U);
    EXPECT_NE(refusal_of(two, {.limits = {.rows = 1}, .wanted = {}, .sheet = {}}).find("more than 1 row"), std::string::npos);
}

TEST(Workbook, SaysWhatOtherFilesAreAndWhatToDo)
{
    using namespace std::string_literals;
    EXPECT_NE(refusal_of(kit::zip_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", "x"}})).find("OpenDocument spreadsheet"), std::string::npos);
    EXPECT_NE(refusal_of(kit::zip_of({{"Index/Document.iwa", "x"}})).find("Numbers"), std::string::npos);
    EXPECT_NE(refusal_of(kit::zip_of({{"xl/workbook.bin", "x"}})).find(".xlsb"), std::string::npos);
    EXPECT_NE(refusal_of(kit::zip_of({{"word/document.xml", "x"}})).find("Word"), std::string::npos);
    EXPECT_NE(refusal_of(kit::zip_of({{"staff.csv", "a,b"}})).find("compressed (zip)"), std::string::npos);
    EXPECT_NE(refusal_of("\xD0\xCF\x11\xE0 an old one").find("older Excel"), std::string::npos);
    EXPECT_NE(refusal_of("\xD0\xCF\x11\xE0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s).find("password"), std::string::npos);
}

TEST(NumberFormat, TellsDaysFromNumbersByTheFormatsLetters)
{
    EXPECT_EQ(number_format_of("dd/mm/yyyy").shown, Shown::date);
    EXPECT_EQ(number_format_of("d mmm yyyy hh:mm").shown, Shown::date_and_time);
    EXPECT_EQ(number_format_of("[h]:mm").shown, Shown::time);
    EXPECT_EQ(number_format_of("mmm").shown, Shown::date);
    for (auto code : {"General", "0.00", "#,##0.00\\ \"days\"", "[Red]0.00", "0.00E+00", "@", "\"d\"0", "_-* #,##0.00_-;\\-* #,##0.00_-"})
        EXPECT_EQ(number_format_of(code).shown, Shown::number) << code;
    EXPECT_EQ(number_format_of("00000").digits, 5);
    EXPECT_EQ(number_text("1E3", {}), "1000");
    EXPECT_EQ(number_text("-0.5", {}), "-0.5");
    EXPECT_EQ(number_text("1.0000000000000002E-2", {}), "0.01");
    EXPECT_EQ(number_text("words", {}), "words");
    EXPECT_EQ(date_text(0.5, Shown::time, false), "12:00:00");
    EXPECT_EQ(date_text(-1, Shown::date, false), "");
}

}  // namespace kith::files
