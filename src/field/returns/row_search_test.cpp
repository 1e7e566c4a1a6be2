#include "returns/row_search.hpp"

#include "files/xlsx_writer.hpp"

#include <gtest/gtest.h>

namespace kith::returns {
namespace {

const std::vector<std::vector<std::string>> ana{{"A1"}, {"Reyes", "Ana"}};

std::string workbook(std::string_view reference, std::string_view family, bool on_hidden_sheet = false)
{
    files::XlsxWriter writer;
    writer.sheet("Staff");
    writer.text("staff_reference").text("family_name").text("given_name").end_row();
    writer.note(0, 0, "Your own reference");
    if (on_hidden_sheet) writer.sheet("Old").hide_sheet();
    writer.text(reference).text(family).text("Ana").end_row();
    return std::move(writer).bytes();
}

TEST(RowSearch, FindsTextByReferenceOrBothNames)
{
    EXPECT_EQ(search_rows("ref,family,given\na1,Lund,Mo\n", ana), Search::there);
    EXPECT_EQ(search_rows("ref,family,given\nB7,REYES,ana\n", ana), Search::there);
    EXPECT_EQ(search_rows("ref,family,given\nA12,Reyes,Mo\nB7,Lund,Ana\n", ana), Search::not_there) << "no line has both names, and A12 is another";
}

TEST(RowSearch, FindsARowOnAnySheetOfAWorkbook)
{
    EXPECT_EQ(search_rows(workbook("A1", "Lund"), ana), Search::there);
    EXPECT_EQ(search_rows(workbook("B7", "Reyes", true), ana), Search::there);
    EXPECT_EQ(search_rows(workbook("B7", "Lund"), ana), Search::not_there);
}

TEST(RowSearch, SaysWhereItCannotSearch)
{
    EXPECT_EQ(search_rows(workbook("B7", "Lund").substr(0, 2000), ana), Search::cannot_search);
    EXPECT_EQ(search_rows(std::string("\xff\xfe" "a\0b\0", 6), ana), Search::cannot_search);
}

}  // namespace
}  // namespace kith::returns
