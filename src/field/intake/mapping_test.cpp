// A mapping made, compiled and applied to extracts; headers that change; columns mapped to the wrong field.
#include "intake/mapping_text.hpp"
#include "intake/mapping.hpp"

#include "intake/mapped_kind.hpp"
#include "intake/staff_check.hpp"
#include "kit/intake_sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace kith::intake {
namespace {
const Date today = kit::day("2026-11-01");

ColumnMapping payroll()
{
    ColumnMapping mapping{.name = "Payroll"};
    mapping.columns = {{.header = "Pay No", .target = "staff_reference"},
                       {.header = "Name", .target = "full_name", .reading = Reading::surname_first},
                       {.header = "DOB", .target = "date_of_birth", .reading = Reading::day_first},
                       {.header = "Post", .target = "role"},
                       {.header = "Hrs", .target = "hours"},
                       {.header = "Started", .target = "start_date", .reading = Reading::day_first},
                       {.header = "Left", .target = "end_date", .reading = Reading::day_first},
                       {.header = "Tax", .target = ""},
                       {.target = "contract", .constant = "permanent"},
                       {.target = "setting", .constant = "OAK-1"}};
    mapping.values = {{"Post", "NN3", "nursery_nurse"}, {"Post", "COOK", "--"}, {"Post", "???", "-"}};
    return mapping;
}

/// The extract read by the mapping. The file's words stay valid as long as this does.
struct ReadBy {
    Surroundings area = kit::sample_area();
    std::shared_ptr<const CompiledMapping> compiled;
    StaffCheck check;

    ReadBy(const ColumnMapping& mapping, const std::string& bytes)
    {
        auto table = files::CsvTable::read(bytes).value();
        compiled = compile(mapping, targets(kit::sample_packs()), header_of(table), today);
        check = check_mapped("payroll.csv", std::move(table), *compiled, area);
    }
    const StaffRow& row(std::size_t at) const { return check.file->rows.at(at); }
    std::vector<std::string> rules() const
    {
        std::vector<std::string> ids;
        for (const auto& finding : check.findings) ids.push_back(finding.rule);
        return ids;
    }
    const returns::Finding* finding(std::string_view rule) const
    {
        auto found = std::ranges::find(check.findings, rule, &returns::Finding::rule);
        return found == check.findings.end() ? nullptr : &*found;
    }
};

const std::string header = "PAY NO,Name,DOB,Post,Hrs,Started,Left,Tax\r\n";

TEST(Mapping, ReadsAnExtractAsKithWould)
{
    const ReadBy read{payroll(), header + "1001,\"Example, Ann\",03/04/1984,NN3,18.5,01/09/2019,31/12/4712,1257L\r\n"};
    ASSERT_EQ(read.check.rows, 1);
    const auto& row = read.row(0);
    EXPECT_EQ(*row.staff_reference, "1001");
    EXPECT_EQ(row.family_name.reveal(), "Example");
    EXPECT_EQ(row.given_name.reveal(), "Ann");
    EXPECT_EQ(row.date_of_birth->iso(), "1984-04-03");
    EXPECT_EQ(row.role->code, "nursery_nurse");
    EXPECT_EQ(row.contract->code, "permanent");
    EXPECT_EQ(row.setting->code, "OAK-1");
    EXPECT_EQ(row.fte->text(), "0.5");
    EXPECT_EQ(row.start_date->iso(), "2019-09-01");
    EXPECT_EQ(row.end_date.saying(), Saying::blank) << "Oracle's end of time is no end";
    EXPECT_EQ(read.check.can_take, 1);
}

TEST(Mapping, TakesTheFullWeekOfTheEmployer)
{
    auto mapping = payroll();
    mapping.full_week = 36'25;
    const ReadBy read{mapping, header + "1,\"A, B\",03/04/1984,NN3,36.25,01/09/2019,,\r\n"};
    EXPECT_EQ(read.row(0).fte->text(), "1");
    EXPECT_EQ(read.finding("K-HOURS-4")->message, "The FTE was worked out from the hours: hours a week ÷ 36.25, which are full time here.");
}

TEST(Mapping, IsWrittenAsATableAndReadBack)
{
    auto mapping = payroll();
    mapping.full_week = 36'25;
    const auto all = targets(kit::sample_packs());
    const auto back = mapping_from_csv(mapping_as_csv(mapping), all);
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(back->name, mapping.name);
    EXPECT_EQ(back->full_week, mapping.full_week);
    EXPECT_EQ(back->columns, mapping.columns);
    EXPECT_EQ(back->values, mapping.values);
    const auto wrong = [&](const std::string& text) { return mapping_from_csv(text, all).error().message; };
    EXPECT_THAT(wrong("what,column,value,becomes\n"), testing::HasSubstr("reading is not there"));
    EXPECT_THAT(wrong("what,column,value,becomes,reading\ncolumn,Post,,job,\n"), testing::HasSubstr("Line 2: what the column becomes"));
    EXPECT_THAT(wrong("what,column,value,becomes,reading\nrow,Post,,role,\n"), testing::HasSubstr("Line 2: the first cell must be"));
    EXPECT_THAT(wrong("what,column,value,becomes,reading\nname,,,Pay,\ncolumn,Post,,role,\n"), testing::Not(testing::IsEmpty())) << "fields that are needed";
}

TEST(Mapping, SaysWhatItLosesOfAFile)
{
    auto mapping = payroll();
    mapping.values.push_back({"Post", "NNA", "nursery_nurse"});
    const auto table = files::Table::read(header + "1,\"A, B\",03/04/1984,COOK,37,01/09/2019,,X1\r\n2,\"C, D\",03/04/1984,???,37,01/09/2019,,\r\n3,\"E, F\",03/04/1984,NN3,37,01/09/2019,,X2\r\n"
                                                   "4,\"G, H\",03/04/1984,NNA,37,01/09/2019,,\r\n5,\"G, H\",03/04/1984,no such post,37,01/09/2019,,\r\n").value();
    const auto losses = losses_of(mapping, table, targets(kit::sample_packs()), kit::sample_packs());
    using enum MappingLossKind;
    EXPECT_THAT(losses, testing::UnorderedElementsAre(MappingLoss{row_left_out, "Post", "COOK", "", 1}, MappingLoss{value_left_out, "Post", "???", "", 1}, MappingLoss{value_not_said, "Post", "no such post", "", 1},
                                                      MappingLoss{values_become_one, "Post", "NN3; NNA", "nursery_nurse", 2}, MappingLoss{column_left_out, "Tax", "", "", 2}));
    EXPECT_THAT(losses_csv(losses), testing::HasSubstr("Values that become one,Post,\"NN3; NNA\",nursery_nurse,2"));
    EXPECT_THAT(losses_csv(losses), testing::Not(testing::HasSubstr("A, B"))) << "names are no codes";
}

TEST(Mapping, LeavesOutValuesAndRowsAndSaysSo)
{
    const ReadBy read{payroll(), header + "1,\"A, B\",03/04/1984,COOK,37,01/09/2019,,\r\n2,\"C, D\",03/04/1984,???,37,01/09/2019,,\r\n3,\"E, F\",03/04/1984,NN3,37,01/09/2019,,\r\n"};
    ASSERT_EQ(read.check.file->rows.size(), 2U);
    EXPECT_EQ(read.check.file->left_out, 1U);
    EXPECT_EQ(read.row(0).role.saying(), Saying::silent);
    EXPECT_EQ(read.finding("K-MAP-1")->message, "Columns that the mapping leaves out: Tax.");
    EXPECT_THAT(read.finding("K-MAP-2")->message, testing::HasSubstr("Post in 1 row."));
    EXPECT_THAT(read.finding("K-MAP-3")->message, testing::HasSubstr("leaves out 1 row,"));
}

TEST(Mapping, PointsItsFindingsAtTheFilesOwnColumnsAndLines)
{
    const ReadBy read{payroll(), header + "1,\"A, B\",03/04/1984,NN3,37,01/09/2019,,\r\n2,\"C, D\",32/04/1984,Zookeeper,37,01/09/2019,,\r\n"};
    const auto* role = read.finding("K-ROLE-2");
    ASSERT_NE(role, nullptr);
    EXPECT_EQ(role->column, "Post");
    EXPECT_EQ(role->line, 3);
    EXPECT_EQ(read.finding("K-DOB-2")->column, "DOB");
}

TEST(Mapping, NeedsEachFieldOnceAndThoseWithoutWhichNoRowIsTaken)
{
    const auto all = targets(kit::sample_packs());
    EXPECT_TRUE(problems_of(payroll(), all).empty());
    auto twice = payroll();
    twice.columns[7].target = "start_date";
    EXPECT_THAT(problems_of(twice, all).at(0).message, testing::HasSubstr("Started and Tax"));
    auto both = payroll();
    both.columns[7].target = "family_name";
    EXPECT_EQ(problems_of(both, all).size(), 1U) << "a whole name and a family name";
    auto without = payroll();
    without.columns[3].target = "";
    EXPECT_EQ(problems_of(without, all).at(0).field, "constant_role");
    without.columns.push_back({.target = "role", .constant = "nursery_nurse"});
    EXPECT_TRUE(problems_of(without, all).empty());
    auto nameless = payroll();
    nameless.name = " ";
    EXPECT_EQ(problems_of(nameless, all).at(0).field, "name");
}

TEST(Mapping, KnowsItsHeaderAgainAndSaysWhatChanged)
{
    const auto mapping = payroll();
    EXPECT_TRUE(change_of_header(mapping, {"Started", "left", "pay no", "Name", "D.O.B", "POST", "Hrs", "Tax"}).is_none());
    EXPECT_TRUE(change_of_header(mapping, {"Started", "left", "pay no", "Name", "DOB", "POST", "Hrs"}).is_none()) << "a column that was left out may go";
    const auto change = change_of_header(mapping, {"Started", "Left", "Pay No", "Name", "DOB", "Post", "Hours", "Tax"});
    EXPECT_EQ(change.fresh, std::vector<std::string>{"Hours"});
    EXPECT_EQ(change.gone, std::vector<std::string>{"Hrs"});
    EXPECT_EQ(nearest({mapping}, {"Started", "Left", "Pay No", "Name", "DOB", "Post", "Hours", "Tax"}).mapping->name, "Payroll");
    const std::vector<ColumnMapping> held{mapping};
    EXPECT_EQ(nearest(held, {"Toy", "Colour", "Price"}).mapping, nullptr);
}

TEST(Mapping, GivesAwayItsLayoutAndNoValues)
{
    const auto layout = layout_of(payroll());
    EXPECT_EQ(layout.columns.size(), 8U);
    EXPECT_TRUE(layout.values.empty());
    EXPECT_THAT(layout.columns, testing::Each(testing::Field(&MappedColumn::constant, "")));
}

TEST(Mapping, OfCodesThatAreNoLongerInTheListSaysSoRowByRow)
{
    auto mapping = payroll();
    mapping.values[0].code = "a_code_of_last_year";
    const ReadBy read{mapping, header + "1,\"A, B\",03/04/1984,NN3,37,01/09/2019,,\r\n"};
    EXPECT_NE(read.finding("K-ROLE-2"), nullptr);
    EXPECT_FALSE(read.check.file->rows.at(0).role) << "the rest of the row is taken, its role is not";
}

/// Twelve rows, so that a column can be told by what most of its values are.
std::string twelve(const std::function<std::string(int)>& row)
{
    auto bytes = header;
    for (int at = 1; at <= 12; ++at) bytes += row(at) + "\r\n";
    return bytes;
}

std::string usual(int at) { return fmt::format("{},\"Example, Ann\",0{}/04/19{},NN3,37,01/09/20{},,1257L", 1000 + at, at % 9 + 1, 60 + at, 10 + at); }

TEST(MappingToTheWrongField, IsNotSaidOfTheRightOne)
{
    const ReadBy read{payroll(), twelve(usual)};
    for (const auto& rule : read.rules()) EXPECT_FALSE(rule.starts_with("K-MAP-") && rule != "K-MAP-1") << rule;
}

struct Wrong {
    std::string name, field_from, field_to, rule;
};

class WrongField : public testing::TestWithParam<Wrong> {};

TEST_P(WrongField, IsSaid)
{
    auto mapping = payroll();
    for (auto& column : mapping.columns) {
        if (column.header == GetParam().field_from) column.target = GetParam().field_to;
        else if (column.target == GetParam().field_to) column.target = "";
    }
    const ReadBy read{mapping, twelve(usual)};
    EXPECT_THAT(read.rules(), testing::Contains(GetParam().rule));
}

INSTANTIATE_TEST_SUITE_P(Columns, WrongField,
                         testing::Values(Wrong{"BirthsAsStarts", "DOB", "start_date", "K-MAP-4"}, Wrong{"StartsAsBirths", "Started", "date_of_birth", "K-MAP-5"},
                                         Wrong{"PostsAsStarts", "Post", "start_date", "K-MAP-7"}, Wrong{"NumbersAsNames", "Pay No", "full_name", "K-MAP-8"},
                                         Wrong{"TaxCodesAsReferences", "Tax", "staff_reference", "K-MAP-9"}, Wrong{"HoursAsFte", "Hrs", "fte", "K-MAP-10"},
                                         Wrong{"PayNumbersAsHours", "Pay No", "hours", "K-MAP-11"}),
                         [](const auto& tested) { return tested.param.name; });

TEST(MappingToTheWrongField, IsSaidWhereBirthAndStartAreSwapped)
{
    auto mapping = payroll();
    std::swap(mapping.columns[2].target, mapping.columns[5].target);
    EXPECT_THAT((ReadBy{mapping, twelve(usual)}.rules()), testing::Contains("K-MAP-6"));
}

TEST(ReadDate, TakesWhatSystemsWrite)
{
    const auto iso = [](std::string_view text, bool month_first = false) {
        const auto day = read_date(text, month_first, today);
        return day ? day->iso() : std::string{"none"};
    };
    EXPECT_EQ(iso("2019-04-03"), "2019-04-03");
    EXPECT_EQ(iso("2019-04-03T00:00:00"), "2019-04-03");
    EXPECT_EQ(iso("2019/4/3 00:00"), "2019-04-03");
    EXPECT_EQ(iso("03/04/2019"), "2019-04-03");
    EXPECT_EQ(iso("03/04/2019", true), "2019-03-04");
    EXPECT_EQ(iso("03.04.19"), "2019-04-03");
    EXPECT_EQ(iso("03/04/84"), "1984-04-03");
    EXPECT_EQ(iso("27-MAR-1984"), "1984-03-27");
    EXPECT_EQ(iso("27 March 1984"), "1984-03-27");
    EXPECT_EQ(iso("27-mar-84"), "1984-03-27");
    EXPECT_EQ(iso("March 27 1984"), "1984-03-27");
    EXPECT_EQ(iso("31/12/2019 23:59:59"), "2019-12-31");
    for (auto none : {"", "x", "31/02/2019", "13/13/2019", "1/2", "1/2/3/4", "1/2/219", "27-foo-1984", "43831", "1984-03", "//", "99999999999/1/1"}) EXPECT_EQ(iso(none), "none") << none;
}

TEST(ReadNumber, RoundsAndPassesOverUnits)
{
    EXPECT_EQ(read_number("0.53333", 3), 533);
    EXPECT_EQ(read_number("0.5335", 3), 534);
    EXPECT_EQ(read_number("37.5 hrs", 2), 3750);
    EXPECT_EQ(read_number("1,234", 0), 1234);
    EXPECT_EQ(read_number("60%", 1), 600);
    EXPECT_EQ(read_number(".75", 3), 750);
    for (auto none : {"", "x", "-1", "1/2", "1.2.3", "12 3", "."}) EXPECT_FALSE(read_number(none, 2)) << none;
}

TEST(Names, AreSplitAsTheColumnWritesThem)
{
    EXPECT_EQ(family_part("van Example, Ann Mary", true), "van Example");
    EXPECT_EQ(given_part("van Example, Ann Mary", false), "Ann Mary");
    EXPECT_EQ(family_part("Ann Mary Example", false), "Example");
    EXPECT_EQ(given_part("Ann Mary Example", false), "Ann Mary");
    EXPECT_EQ(family_part("EXAMPLE Ann", true), "EXAMPLE");
    EXPECT_EQ(given_part("Example", false), "");
}

}  // namespace
}  // namespace kith::intake
