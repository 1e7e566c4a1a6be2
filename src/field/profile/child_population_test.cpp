#include "profile/child_population.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace kith::profile {
namespace {
using testing::ElementsAre;
using testing::HasSubstr;

const packs::Packs& all_packs()
{
    static const auto packs = packs::built_in();
    return packs;
}

Date day(std::string_view iso) { return *Date::parse_iso(iso); }
const partnership::LocalityId east{1}, west{2};

ChildPopulationFile read(std::string rows, std::string header = "locality,characteristic,code,children,source,as_of\n")
{
    auto table = files::Table::read(header + rows);
    EXPECT_TRUE(table);
    EXPECT_TRUE(is_child_population_file(*table));
    return read_child_population(*table, all_packs(), {.localities = {{"E", east}, {"W", west}}, .today = day("2026-11-01")});
}

/// Line, column and rule of each finding.
std::vector<std::string> found(const ChildPopulationFile& file)
{
    std::vector<std::string> said;
    for (const auto& one : file.findings) said.push_back(std::to_string(one.line) + " " + one.column + " " + one.rule);
    return said;
}

constexpr const char* good = "E,sex,female,480,Census 2021,21/3/2021\n"
                             "E,Sex,Male,\"1,020\",Census 2021,2021-03-21\n"
                             ",ethnic group,Asian or Asian British,250,Census 2021,21/3/2021\n"
                             "W,age band,0-4,30,ONS estimate,30/6/2025\n"
                             "W,disability,disabled,0,ONS estimate,30/6/2025\n";
}  // namespace

TEST(ChildPopulation, IsReadByColumnName)
{
    const auto file = read(good);
    EXPECT_THAT(found(file), testing::IsEmpty());
    EXPECT_EQ(file.rows, 5);
    ASSERT_EQ(file.taken.size(), 5U);
    EXPECT_EQ(file.taken[0], (ChildCount{.locality = east, .characteristic = ChildCharacteristic::sex, .code = "female", .children = 480, .source = "Census 2021", .as_of = day("2021-03-21")}));
    EXPECT_EQ(file.taken[1].children, 1020);
    EXPECT_EQ(file.taken[2].locality, std::nullopt);
    EXPECT_EQ(file.taken[2].code, "asian");
    EXPECT_EQ(file.taken[3].code, "0_4");
    EXPECT_EQ(file.taken[4].children, 0);
    const auto moved = read("Census 2021,x,480,21/3/2021,female,sex,E\n", "source,note,children,as_of,code,characteristic,Locality\n");
    EXPECT_EQ(moved.taken, std::vector{file.taken[0]});
    auto other = files::Table::read("locality,code,children\nE,female,4\n");
    EXPECT_FALSE(is_child_population_file(*other));
    EXPECT_TRUE(is_child_population_file(*files::Table::read(child_population_template() + good)));
}

TEST(ChildPopulation, SaysWhatIsWrongWithLineAndColumnAndTakesTheRest)
{
    const auto file = read("X,sex,female,480,Census 2021,21/3/2021\n"
                           "E,height,tall,480,Census 2021,21/3/2021\n"
                           "E,sex,purple,480,Census 2021,21/3/2021\n"
                           "E,sex,female,4.5,Census 2021,21/3/2021\n"
                           "E,sex,female,\"4,80\",,21/3/2021\n"
                           "E,sex,female,480,Census 2021,31/2/2021\n"
                           "E,sex,female,480,Projection,1/1/2030\n"
                           "E,sex,female,480,Census 2021,21/3/2021\n"
                           "E,sex,F,481,Census 2021,21/3/2021\n"
                           "E,sex,male,-3,Census 2021,21/3/2021\n");
    EXPECT_THAT(found(file), ElementsAre("2 locality P-CHILD-1", "3 characteristic P-CHILD-2", "4 code P-CHILD-3", "5 children P-CHILD-4", "6 children P-CHILD-4", "6 source P-CHILD-5",
                                         "7 as_of P-CHILD-6", "8 as_of P-CHILD-6", "10 code P-CHILD-7", "11 children P-CHILD-4"));
    EXPECT_EQ(file.taken.size(), 1U);
    EXPECT_THAT(file.findings[0].message, HasSubstr("Leave it empty for the whole area"));
    EXPECT_THAT(file.findings[8].message, HasSubstr("Line 9 has a number"));
    for (const auto& one : file.findings) EXPECT_EQ(one.severity, partnership::FileSeverity::error);
}

TEST(ChildPopulation, PlansWhatIsNewAndWhatChangesAndLeavesTheRest)
{
    auto held = read(good).taken;
    for (std::size_t at = 0; at < held.size(); ++at) held[at].id = ChildCountId{static_cast<std::int64_t>(at) + 10};
    const auto plan = plan_for(read("E,sex,female,480,Census 2021,21/3/2021\nE,sex,male,500,Census 2021,21/3/2021\nE,age,5 to 9,90,Census 2021,21/3/2021\n,sex,female,900,Census 2021,21/3/2021\n"), held);
    EXPECT_EQ(plan.unchanged, 1);
    ASSERT_EQ(plan.changed.size(), 1U);
    EXPECT_EQ(plan.changed[0].id, ChildCountId{11});
    EXPECT_EQ(plan.changed[0].children, 500);
    EXPECT_EQ(plan.added.size(), 2U) << "the whole area is a place of its own";
}

TEST(ChildPopulation, TakesNamesOfPlacesAndGroupsAsWellAsCodes)
{
    auto table = files::Table::read("locality,characteristic,code,children,source,as_of\nEastfield,sex,Female,480,Census 2021,21 March 2021\nThe whole area,age,0 to 4,30,Census 2021,21/3/2021\nTwin,sex,F,3,x,21/3/2021\n");
    ASSERT_TRUE(table);
    std::vector<partnership::Locality> localities{{.id = east, .code = "E", .name = "Eastfield"}, {.id = west, .code = "W", .name = "Twin"}, {.id = partnership::LocalityId{3}, .code = "T", .name = "twin"}};
    const auto file = read_child_population(*table, all_packs(), places_named(localities, day("2026-11-01")));
    EXPECT_THAT(found(file), ElementsAre("4 locality P-CHILD-1")) << "two places of one name are told apart by code alone";
    ASSERT_EQ(file.taken.size(), 2U);
    EXPECT_EQ(file.taken[0].locality, east);
    EXPECT_EQ(file.taken[0].code, "female");
    EXPECT_EQ(file.taken[1].locality, std::nullopt);
}

TEST(ChildPopulation, FormHasARowForEachPlaceAndGroupAndUnfilledRowsArePassedOver)
{
    const std::vector<partnership::Locality> localities{{.id = east, .code = "E", .name = "Eastfield"}};
    auto form = child_population_form(all_packs(), localities);
    EXPECT_THAT(form, HasSubstr("\r\nE,sex,female,,,,Eastfield,Female\r\n"));
    EXPECT_THAT(form, HasSubstr("\r\n\"\",age,0_4,,,,The whole area,0 to 4\r\n"));
    const auto line = form.find("E,sex,female,,,");
    form.replace(line, 15, "E,sex,female,480,Census 2021,21/3/2021");
    auto table = files::Table::read(std::move(form));
    ASSERT_TRUE(table && is_child_population_file(*table));
    const auto file = read_child_population(*table, all_packs(), places_named(localities, day("2026-11-01")));
    EXPECT_THAT(found(file), testing::IsEmpty());
    EXPECT_EQ(file.rows, 1);
    EXPECT_EQ(file.taken.size(), 1U);
}

TEST(ChildPopulation, RemarksOnTotalsThatDifferByMoreThanTwoPercent)
{
    const std::string sexes = "E,sex,female,490,Census 2021,21/3/2021\nE,sex,male,510,Census 2021,21/3/2021\n";
    EXPECT_TRUE(unlike_totals(read(sexes + "E,ethnicity,white,980,Census 2021,21/3/2021\n").taken).empty()) << "2 percent is not more than 2 percent";
    const auto unlike = unlike_totals(read(sexes + "E,ethnicity,white,979,Census 2021,21/3/2021\nE,age,0-4,1000,Census 2021,21/3/2021\nE,age,18-24,9000,Census 2021,21/3/2021\nW,sex,male,3,Census 2021,21/3/2021\n").taken);
    ASSERT_EQ(unlike.size(), 1U);
    EXPECT_EQ(unlike[0].locality, east);
    EXPECT_EQ(unlike[0].totals, (std::vector<std::pair<ChildCharacteristic, std::int64_t>>{{ChildCharacteristic::age, 1000}, {ChildCharacteristic::sex, 1000}, {ChildCharacteristic::ethnicity, 979}}));
}

TEST(ChildPopulation, SaysWhenTheWholeAreaStaysAsItIs)
{
    auto held = read(",sex,female,480,Census 2021,21/3/2021\n").taken;
    held[0].id = ChildCountId{10};
    EXPECT_TRUE(leaves_the_area(held, plan_for(read("E,sex,female,480,Census 2021,21/3/2021\n"), held)));
    EXPECT_FALSE(leaves_the_area(held, plan_for(read("E,sex,female,480,Census 2021,21/3/2021\n,sex,female,490,Census 2021,21/3/2021\n"), held)));
    EXPECT_FALSE(leaves_the_area(held, plan_for(read(",sex,female,480,Census 2021,21/3/2021\n"), held))) << "nothing changes";
    EXPECT_FALSE(leaves_the_area({}, plan_for(read("E,sex,female,480,Census 2021,21/3/2021\n"), {})));
    EXPECT_EQ(held_after(held, plan_for(read("E,sex,female,480,Census 2021,21/3/2021\n,sex,female,490,Census 2021,21/3/2021\n"), held)).front().children, 490);
}

TEST(ChildPopulation, NamesWhereTheNumbersComeFrom)
{
    const auto counts = read("E,sex,female,480,Census 2021,21/3/2021\nE,sex,male,500,Census 2021,21/3/2021\nW,sex,male,500,Estimate,30/6/2025\n").taken;
    EXPECT_EQ(sources_in_words(counts, std::array{east}, ChildCharacteristic::sex), "Children: Census 2021, of 21 March 2021");
    EXPECT_EQ(sources_in_words(counts, std::array{east, west}, ChildCharacteristic::sex), "Children: Census 2021, of 21 March 2021; Estimate, of 30 June 2025");
    EXPECT_EQ(sources_in_words(counts, {}, ChildCharacteristic::sex), "");
}

TEST(ChildPopulation, GivesSharesOfThoseWhoAreKnownOnTheLatestDay)
{
    const auto counts = read("E,sex,female,480,Census 2021,21/3/2021\nE,sex,male,520,Census 2021,21/3/2021\nE,sex,not_known,50,Census 2021,21/3/2021\n"
                             "W,sex,female,1,Estimate,30/6/2025\nW,sex,male,2,Census 2021,21/3/2021\n"
                             "E,ethnicity,white,700,Census 2021,21/3/2021\nE,ethnicity,unknown,200,Census 2021,21/3/2021\n").taken;
    EXPECT_EQ(share_of_children(counts, std::array{east}, ChildCharacteristic::sex, "female"), (Share{480, 1000}));
    EXPECT_EQ(share_of_children(counts, std::array{west}, ChildCharacteristic::sex, "female"), (Share{1, 1})) << "counts of two days are not mixed";
    EXPECT_EQ(share_of_children(counts, std::array{east}, ChildCharacteristic::ethnicity, "asian"), (Share{0, 700}));
    EXPECT_EQ(share_of_children(counts, {}, ChildCharacteristic::sex, "female"), (Share{0, 0}));
    EXPECT_EQ(share_of_children(counts, std::array{east, west}, ChildCharacteristic::sex, "female"), (Share{481, 1001})) << "two localities together";
    EXPECT_EQ(share_of_children(counts, std::array{east, west}, ChildCharacteristic::ethnicity, "white"), (Share{0, 0})) << "not of one, where the other is not known";
}

}  // namespace kith::profile
