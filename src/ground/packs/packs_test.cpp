#include "packs/packs.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace kith::packs {
namespace {
using testing::Contains;
using testing::HasSubstr;

constexpr const char* colours =
    "kind = \"code_list\"\nid = \"colours\"\ntitle = \"Colours\"\ndated = 2026-11-01\nsource = \"a test\"\n"
    "[[code]]\ncode = \"red\"\nlabel = \"Red\"\nlabel_2009 = \"Crimson\"\n"
    "[[code]]\ncode = \"green\"\nlabel = \"Green\"\nalso = [\"Verdant\"]\nfrom = 2020-01-01\nuntil = 2021-12-31\n";

std::vector<PackProblem> problems_of(std::vector<PackFile> files)
{
    auto packs = Packs::load(files);
    return packs ? std::vector<PackProblem>{} : packs.error();
}

auto says(std::string file, int line, std::string words)
{
    return testing::AllOf(testing::Field(&PackProblem::file, file), testing::Field(&PackProblem::line, line),
                          testing::Field(&PackProblem::message, HasSubstr(words)));
}
}  // namespace

TEST(Packs, BuiltInOnesLoadAndEveryMappingForgetsNoCode)
{
    auto packs = Packs::load(built_in_files());
    std::string words;
    if (!packs)
        for (const auto& problem : packs.error()) words += problem.file + ":" + std::to_string(problem.line) + ": " + problem.message + "\n";
    ASSERT_TRUE(packs) << words;
    EXPECT_EQ(packs->list("sectors").codes().size(), 8U);
    EXPECT_EQ(packs->mapping("asc-wds-2019-job-roles-to-roles").apply("8"), "care_worker");
    EXPECT_THAT(packs->mapping("asc-wds-2019-job-roles-to-roles").rest, Contains("42"));
    EXPECT_EQ(packs->mapping_between("asc-wds-2019-job-roles", "roles")->name_and_day(), "Adult social care main job roles 2019 to roles, 1 November 2026");
}

TEST(Packs, NamesFileAndLineOfWhatIsWrong)
{
    EXPECT_THAT(problems_of({{"a.toml", "kind = "}}), Contains(says("a.toml", 1, "this is not TOML")));
    EXPECT_THAT(problems_of({{"a.toml", "kind = \"poem\""}}), Contains(says("a.toml", 1, "must be \"code_list\"")));
    auto twice = std::string{colours} + "[[code]]\ncode = \"RED\"\nlabel = \"Red again\"\ncolour = 1\n";
    EXPECT_THAT(problems_of({{"a.toml", twice}}), Contains(says("a.toml", 16, "there twice")));
    EXPECT_THAT(problems_of({{"a.toml", twice}}), Contains(says("a.toml", 19, "\"colour\" is not a key")));
    EXPECT_THAT(problems_of({{"a.toml", colours}, {"b.toml", colours}}), Contains(says("b.toml", 1, "used by another file")));
}

TEST(Packs, HoldsMappingsToTheirLists)
{
    std::string mapping = "kind = \"mapping\"\nid = \"m\"\ntitle = \"M\"\ndated = 2026-11-01\nsource = \"a test\"\nfrom = \"colours\"\nto = \"colours\"\n";
    auto problems = problems_of({{"c.toml", colours}, {"m.toml", mapping + "rest = []\n[map]\nred = \"blue\"\n"}});
    EXPECT_THAT(problems, Contains(says("m.toml", 10, "\"blue\" is not in the list")));
    EXPECT_THAT(problems, Contains(says("m.toml", 1, "\"green\" is neither mapped nor of the rest")));
    EXPECT_TRUE(problems_of({{"c.toml", colours}, {"m.toml", mapping + "rest = [\"green\"]\n[map]\nred = \"green\"\n"}}).empty());
}

TEST(Limits, AreInheritedAndSaidAnewWhereTheyDiffer)
{
    std::string first = "kind = \"limits\"\nid = \"of-2025\"\ntitle = \"Of 2025\"\ndated = 2025-09-01\nsource = \"a test\"\n"
                        "[[limit]]\nname = \"ends\"\nvalue = 5\nunit = \"percent\"\nwords = \"May end\"\n"
                        "[[limit]]\nname = \"age\"\nvalue = 14\nunit = \"years\"\nwords = \"Youngest\"\n";
    std::string second = "kind = \"limits\"\nid = \"of-2026\"\ntitle = \"Of 2026\"\ndated = 2026-09-01\nsource = \"a test\"\ninherits = \"of-2025\"\n"
                         "[[limit]]\nname = \"ends\"\nvalue = 10\nunit = \"percent\"\nwords = \"May end\"\n";
    auto packs = Packs::load({{"a.toml", first}, {"b.toml", second}});
    ASSERT_TRUE(packs);
    EXPECT_EQ(packs->limits("of-2025").value("ends"), 5);
    EXPECT_EQ(packs->limits("of-2026").value("ends"), 10);
    EXPECT_EQ(packs->limits("of-2026").value("age"), 14);
    EXPECT_EQ(packs->limits("of-2026").all().size(), 2U);
    EXPECT_THROW(packs->limits("of-2026").value("height"), std::out_of_range);
    EXPECT_THROW(packs->limits("of-2027"), std::out_of_range);
    EXPECT_THAT(problems_of({{"b.toml", second}}), Contains(says("b.toml", 1, "no limits \"of-2025\" to inherit")));
    EXPECT_THAT(problems_of({{"a.toml", first + first.substr(first.find("[[limit]]"))}}), Contains(says("a.toml", 16, "there twice")));
    auto circle = first.substr(0, first.find("[[limit]]")) + "inherits = \"of-2026\"\n";
    EXPECT_THAT(problems_of({{"a.toml", circle}, {"b.toml", second}}), Contains(says("a.toml", 1, "inherits itself")));
    EXPECT_THAT(problems_of({{"a.toml", first + "[[limit]]\nname = \"x\"\nvalue = \"5\"\nunit = \"percent\"\nwords = \"X\"\n"}}),
                Contains(says("a.toml", 18, "must be a whole number")));
}

TEST(CodeList, FindsByCodeLabelOfEitherEraAndOtherNames)
{
    auto packs = Packs::load({{"c.toml", colours}});
    const auto& list = packs->list("colours");
    EXPECT_EQ(list.find("RED")->code, "red");
    EXPECT_EQ(list.find("Crimson"), nullptr);
    EXPECT_EQ(list.recognise(" crimson ")->code, "red");
    EXPECT_EQ(list.recognise("verdant")->code, "green");
    EXPECT_EQ(list.find("red")->label_in(Era::of_2009), "Crimson");
    EXPECT_EQ(list.find("green")->label_in(Era::of_2009), "Green");
    EXPECT_TRUE(list.find("green")->holds_on(*Date::of(2020, 1, 1)));
    EXPECT_FALSE(list.find("green")->holds_on(*Date::of(2022, 1, 1)));
}

TEST(CodeList, SuggestsTheNearestSpellingAndNothingFarOff)
{
    auto packs = built_in();
    const auto& roles = packs.list("roles");
    EXPECT_EQ(roles.nearest("helth visitor")->code, "health_visitor");
    EXPECT_EQ(roles.nearest("yuoth worker")->code, "youth_worker");
    EXPECT_EQ(roles.nearest("astronaut in residence"), nullptr);
    EXPECT_EQ(roles.nearest(""), nullptr);
    EXPECT_EQ(spelling_distance("health", "heatlh", 3), 1U);
    EXPECT_EQ(spelling_distance("a", "abcdef", 2), 3U);
}

TEST(Packs, AFolderReplacesFilesOfTheSameNameAndAddsOthers)
{
    auto folder = std::filesystem::path{testing::TempDir()} / "kith_packs_override";
    std::filesystem::create_directories(folder);
    std::ofstream{folder / "breadth.toml"} << "kind = \"code_list\"\nid = \"breadth\"\ntitle = \"B\"\ndated = 2026-11-01\nsource = \"here\"\n"
                                              "[[code]]\ncode = \"core\"\nlabel = \"Ours\"\n[[code]]\ncode = \"wider\"\nlabel = \"Theirs\"\n";
    std::ofstream{folder / "colours.toml"} << colours;
    auto packs = Packs::load(files_with_override(folder));
    ASSERT_TRUE(packs);
    EXPECT_EQ(packs->list("breadth").find("core")->label, "Ours");
    EXPECT_TRUE(packs->has_list("colours"));
    std::filesystem::remove_all(folder);
}

}  // namespace kith::packs
