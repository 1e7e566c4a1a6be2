#include "files/csv_table.hpp"
#include "files/csv_writer.hpp"
#include "files/text_encoding.hpp"

#include <gtest/gtest.h>

#include <random>

namespace kith::files {
namespace {
CsvTable table_of(std::string bytes, CsvLimits limits = {})
{
    auto table = CsvTable::read(std::move(bytes), limits);
    EXPECT_TRUE(table) << table.error().message;
    return std::move(table).value();
}

std::string refusal_of(std::string bytes, CsvLimits limits = {})
{
    auto table = CsvTable::read(std::move(bytes), limits);
    return table ? "taken" : table.error().message;
}
}  // namespace

TEST(CsvTable, ReadsQuotesDelimitersAndLineEndsInsideQuotes)
{
    auto table = table_of("name,note\r\n\"Smith, A\",\"said \"\"yes\"\"\r\nand left\"\r\nB,c\r\n");
    ASSERT_EQ(table.rows(), 2U);
    EXPECT_EQ(table.cell(0, 0), "Smith, A");
    EXPECT_EQ(table.cell(0, 1), "said \"yes\"\r\nand left");
    EXPECT_EQ(table.line(0), 2U);
    EXPECT_EQ(table.line(1), 4U);
}

TEST(CsvTable, TakesEveryLineEndAndNoLastOne)
{
    for (auto text : {"a,b\n1,2\n3,4", "a,b\r1,2\r3,4\r", "a,b\r\n1,2\r\n\r\n3,4\r\n\r\n"}) {
        auto table = table_of(text);
        ASSERT_EQ(table.rows(), 2U) << text;
        EXPECT_EQ(table.cell(1, 1), "4");
    }
}

TEST(CsvTable, FindsColumnsByNameInAnyCaseAndIgnoresTrailingEmptyOnes)
{
    auto table = table_of("\xEF\xBB\xBF Role , FTE,,\nteacher,1,,\n,,,\n");
    EXPECT_EQ(table.header().size(), 2U);
    EXPECT_EQ(table.column("role"), 0U);
    EXPECT_EQ(table.column("fte "), 1U);
    EXPECT_FALSE(table.column("hours"));
    EXPECT_EQ(table.rows(), 1U);
}

TEST(CsvTable, FindsTheColumnNamesBelowTitlesAndKeepsTheLinesOfTheFile)
{
    const std::string below = "Emp No,Surname,Job,Hours,Start date\n101,Smith,Teacher,32.5,01/09/2019\n102,Jones,Cook,20,01/09/2020\n";
    for (const std::string above : {"Westfield Primary School\n", "Westfield Primary School,,,,\nStaff list,,1 November 2026,,\n,,,,\n", "\"Payroll, Westfield, Nov\"\n\n"}) {
        auto table = table_of(above + below);
        const auto lines = static_cast<std::size_t>(std::ranges::count(above, '\n'));
        EXPECT_EQ(table.header_line(), lines + 1) << above;
        EXPECT_TRUE(table.column("Surname")) << above;
        ASSERT_EQ(table.rows(), 2U) << above;
        EXPECT_EQ(table.line(0), lines + 2);
        EXPECT_FALSE(table.origin().passed_over.empty());
    }
    auto other = table_of("Payroll, Westfield\n\nEmp No;Surname;Job;Hours\n101;Smith;Teacher;32,5\n");
    EXPECT_EQ(other.delimiter(), ';');
    EXPECT_EQ(other.cell(0, 3), "32,5");
    EXPECT_EQ(other.line(0), 4U);
}

TEST(CsvTable, NeverTakesARowOfPeopleForColumnNames)
{
    EXPECT_EQ(table_of("Ref,Surname,Forename,Job\nA1,Smith,Ann,Cook\nA2,Jones,Bob,Cook\n").header_line(), 1U);
    EXPECT_EQ(table_of("2024,2025,Forename,Job\nA1,Smith,Ann,Cook\nA2,Jones,Bob,Cook\n").header_line(), 1U);
    EXPECT_EQ(table_of("a,b\n1,2\n").header_line(), 1U);
    EXPECT_EQ(names_found("101,Smith,01/09/2019,32.5\n102,Jones,01/09/2020,20\n"), 0U) << "no names at all";
    EXPECT_EQ(names_found("Report\n"), 1U);
    EXPECT_EQ(names_found("Report\n\nRef,Surname,Job,Hours\n1,A,B,2\n"), 4U);
}

TEST(CsvTable, PrefersTheRowThatIsWanted)
{
    const auto wanted = [](const Table& names) { return names.column("code").has_value(); };
    const std::string text = "Our list,of,things,here\nCode,Name\n1,2\n";
    EXPECT_TRUE(has_header(text, wanted));
    auto table = Table::read(text, {.limits = {}, .wanted = wanted, .sheet = {}}).value();
    EXPECT_EQ(table.header_line(), 2U);
    ASSERT_EQ(table.rows(), 1U);
}

TEST(CsvTable, DetectsSemicolonsTabsAndTheSeparatorLine)
{
    EXPECT_EQ(table_of("a;b;c\n1,5;2;3\n").cell(0, 0), "1,5");
    EXPECT_EQ(table_of("a\tb\n1\t2\n").delimiter(), '\t');
    auto told = table_of("sep=;\r\na;b\r\n1;2\r\n");
    EXPECT_EQ(told.cell(0, 1), "2");
    EXPECT_EQ(told.line(0), 3U);
    EXPECT_EQ(table_of("only\n1,2\n").delimiter(), ',');
}

TEST(CsvTable, ReadsEveryEncodingItPromises)
{
    EXPECT_EQ(table_of("n\nZo\xC3\xAB\n").encoding(), "UTF-8");
    auto desk = table_of("n\nZo\xEB \x96 \x80\n");
    EXPECT_EQ(desk.encoding(), "Windows-1252");
    EXPECT_EQ(desk.cell(0, 0), "Zoë – €");
    using namespace std::string_literals;
    auto little = table_of("\xFF\xFEn\0\n\0Z\0\xEB\0=\xD8\x00\xDE\n\0"s);
    EXPECT_EQ(little.encoding(), "UTF-16 little-endian");
    EXPECT_EQ(little.cell(0, 0), "Zë\xF0\x9F\x98\x80");
    auto big = table_of("\xFE\xFF\0n\0\n\0Z\0\n"s);
    EXPECT_EQ(big.cell(0, 0), "Z");
    EXPECT_EQ(table_of("n\nx\x81\n").doubtful_characters(), 1U);
    EXPECT_EQ(table_of("\xFF\xFEn\0\n\0Z\0\x00\xD8"s).doubtful_characters(), 1U);
}

TEST(CsvTable, SaysWhatAFileThatIsNoTextIs)
{
    using namespace std::string_literals;
    EXPECT_NE(refusal_of("PK\x03\x04....[Content_Types].xml....xl/workbook.xml").find("damaged or was cut short"), std::string::npos);
    EXPECT_NE(refusal_of("\xD0\xCF\x11\xE0old").find("older Excel"), std::string::npos);
    EXPECT_NE(refusal_of("%PDF-1.7").find("PDF"), std::string::npos);
    EXPECT_NE(refusal_of("<!DOCTYPE html>").find("web page"), std::string::npos);
    EXPECT_NE(refusal_of("a,b\n1,\0002\n"s).find("line 2 holds a NUL byte"), std::string::npos);
}

TEST(CsvTable, RefusesEmptyTruncatedAndDoublyNamedFilesSayingWhere)
{
    EXPECT_NE(refusal_of("").find("empty"), std::string::npos);
    EXPECT_NE(refusal_of(" \r\n\r\n").find("empty"), std::string::npos);
    EXPECT_NE(refusal_of(",,\n,,\n").find("only empty cells"), std::string::npos);
    EXPECT_NE(refusal_of("a,b\n1,2\n3,\"never").find("opened on line 3 is never closed"), std::string::npos);
    EXPECT_NE(refusal_of("Role,fte,ROLE\n1,2,3\n").find("Two columns are named ROLE (columns 1 and 3)"), std::string::npos);
    EXPECT_EQ(table_of("a,b\n").rows(), 0U);
}

TEST(CsvTable, StopsAtItsLimitsSayingWhere)
{
    EXPECT_EQ(table_of("a\n1\n2\n3\n", {.rows = 3}).rows(), 3U) << "the header is not one of the rows";
    EXPECT_NE(refusal_of("a\n1\n2\n3\n4\n", {.rows = 3}).find("more than 3 rows"), std::string::npos);
    EXPECT_NE(refusal_of("a,b\n1,2,3\n", {.columns = 2}).find("Line 2 holds more than 2 columns"), std::string::npos);
    EXPECT_NE(refusal_of("a\nlonger\n", {.cell_bytes = 5}).find("Line 2 holds a cell longer than 5"), std::string::npos);
    EXPECT_NE(refusal_of("a\n\"much longer\"\n", {.cell_bytes = 5}).find("starts on line 2"), std::string::npos);
    EXPECT_NE(refusal_of("a,b\n1,2\n", {.cells = 3}).find("more than 3 cells"), std::string::npos);
}

TEST(CsvTable, KeepsRaggedRowsAndTextAfterAQuoteAndSaysSo)
{
    auto table = table_of("a,b\n1\n1,2,3\n\"x\" y,2\n\"x\" ,2\n");
    EXPECT_EQ(table.cells_in(0), 1U);
    EXPECT_EQ(table.cell(0, 1), "");
    EXPECT_EQ(table.cells_in(1), 3U);
    EXPECT_EQ(table.cell(2, 0), "x y");
    EXPECT_TRUE(table.has_stray_quote(2));
    EXPECT_EQ(table.cell(3, 0), "x");
    EXPECT_FALSE(table.has_stray_quote(3));
}

TEST(CsvWriter, GuardsFormulasAndLeavesNumbers)
{
    CsvWriter writer;
    writer.row(std::vector<std::string>{"=1+1", "-12.5", "@x", "+44", "-a", "\tx", "plain", "a,b", "say \"x\""});
    EXPECT_EQ(writer.text(), "\"'=1+1\",-12.5,\"'@x\",+44,\"'-a\",\"'\tx\",plain,\"a,b\",\"say \"\"x\"\"\"\r\n");
    EXPECT_TRUE(CsvWriter({.byte_order_mark = true}).text().starts_with("\xEF\xBB\xBF"));
}

TEST(CsvWriter, WhatItWritesIsReadBackTheSame)
{
    constexpr unsigned seed = 7;
    std::mt19937 chance{seed};
    constexpr std::string_view alphabet = "ab \",;\n\r\t=+-@'1.";
    for (int round = 0; round < 2'000; ++round) {
        std::vector<std::string> cells(3);
        for (auto& cell : cells)
            for (auto i = chance() % 6; i > 0; --i) cell.push_back(alphabet[chance() % alphabet.size()]);
        cells[0] = "k" + cells[0] + "k";
        CsvWriter writer;
        writer.row(std::vector<std::string>{"a", "b", "c"}).row(cells);
        auto table = table_of(writer.text());
        ASSERT_EQ(table.rows(), 1U) << "seed " << seed << " round " << round;
        ASSERT_EQ(table.cells(0).size(), 3U) << writer.text();
        for (std::size_t i = 0; i < 3; ++i) {
            auto back = table.cells(0)[i];
            if (may_run_as_formula(cells[i])) back = without_formula_guard(back);
            ASSERT_EQ(back, cells[i]) << "seed " << seed << " round " << round;
        }
    }
}

TEST(CsvReader, TakesAnyBytesWithoutFalling)
{
    constexpr unsigned seed = 11;
    std::mt19937 chance{seed};
    constexpr std::string_view alphabet = "a,\"\n\r;\t\x80\xFF\xC3\xA9=";
    for (int round = 0; round < 20'000; ++round) {
        std::string bytes;
        for (auto i = chance() % 40; i > 0; --i) bytes.push_back(alphabet[chance() % alphabet.size()]);
        auto table = CsvTable::read(bytes);
        if (!table) {
            ASSERT_FALSE(table.error().message.empty());
            continue;
        }
        for (std::size_t row = 0; row < table->rows(); ++row)
            for (std::size_t column = 0; column < table->header().size(); ++column) (void)table->cell(row, column);
    }
}

}  // namespace kith::files
