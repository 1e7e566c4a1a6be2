// One case a rule: a file in which it must speak, where, and nothing said about a file that is as it should be.
#include "intake/register_rules.hpp"

#include "intake/staff_check.hpp"
#include "intake/workplace.hpp"
#include "kit/rule_cases.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <set>

namespace kith::intake {
namespace {
using kit::staff_file;
using kit::many;
using kit::Rows;
using kit::training;
using Case = kit::RuleCase;
using namespace std::string_literals;

/// The area is kept, since what is checked points into it.
StaffCheck checked(const Case& example)
{
    static std::vector<std::unique_ptr<Surroundings>> kept;
    const auto& area = *kept.emplace_back(std::make_unique<Surroundings>( kit::sample_area(example.for_oak ? std::optional{kit::oak} : std::nullopt)));
    return check_staff("staff.csv", example.bytes, area);
}

class EachRule : public testing::TestWithParam<Case> {};
}  // namespace

TEST_P(EachRule, SpeaksAtTheLineAndColumnWithItsEffect)
{
    const auto& example = GetParam();
    auto check = checked(example);
    ASSERT_EQ(check.refusal, "");
    auto found = std::ranges::find(check.findings, example.rule, &returns::Finding::rule);
    ASSERT_NE(found, check.findings.end());
    EXPECT_EQ(found->line, example.line);
    EXPECT_EQ(found->column, example.column);
    EXPECT_EQ(found->message.find("{}"), std::string::npos);
    auto rules = all_staff_rules();
    auto rule = std::ranges::find(rules, example.rule, &Rule::id);
    EXPECT_EQ(found->severity, severity_of(rule->effect));
    if (rule->effect == Effect::row_not_taken) {
        EXPECT_LT(check.can_take, check.rows);
    }
}

const auto name_of_case = [](const testing::TestParamInfo<Case>& tested) {
    auto name = tested.param.rule;
    std::erase(name, '-');
    return name;
};
INSTANTIATE_TEST_SUITE_P(OfAStaffFile, EachRule, testing::ValuesIn(kit::rule_cases()), name_of_case);

TEST(Rules, SayNothingOfAFileThatIsAsItShouldBe)
{
    auto check = checked({"", staff_file(Rows{{}, {.staff_reference = "A2", .family_name = "Okafor", .date_of_birth = "1990-01-01", .fte = "1"}}), 0, ""});
    EXPECT_THAT(check.findings, testing::IsEmpty());
    EXPECT_EQ(check.can_take, 2);
}

TEST(Rules, EachHasOneIdACaseWordsAndASource)
{
    std::set<std::string> tested, ids;
    for (const auto& example : kit::rule_cases()) tested.insert(example.rule);
    // tested below: no code of the built-in lists has dates yet, and a million faults take a million rows
    for (auto apart : {"K-ROLE-4", "K-CONTRACT-7", "K-FACT-14", "K-FILE-6", "K-FILE-7", "K-FILE-8"}) tested.insert(apart);
    for (const auto& entry : rules_against_the_register()) tested.insert(std::string{entry.rule.id});  // register_rules_test
    for (const auto& entry : rules_of_the_sheet()) tested.insert(std::string{entry.rule.id});  // workbook_test
    for (const auto& rule : all_staff_rules()) {
        EXPECT_TRUE(ids.insert(std::string{rule.id}).second) << rule.id << " is there twice";
        EXPECT_TRUE(tested.contains(std::string{rule.id})) << rule.id << " has no case";
        EXPECT_FALSE(rule.source.empty()) << rule.id;
        EXPECT_THAT(std::string{rule.words}, testing::Not(testing::AnyOf(testing::HasSubstr("invalid"), testing::HasSubstr("please"), testing::HasSubstr("!")))) << rule.id;
        EXPECT_TRUE(rule.words.ends_with('.') || rule.words.ends_with("{}")) << rule.id;
    }
    EXPECT_EQ(tested, ids);
}

std::vector<std::string> said_in(const std::string& bytes)
{
    std::vector<std::string> said;
    for (const auto& finding : checked({"", bytes, 0, ""}).findings) said.push_back(fmt::format("{} {} {}", finding.rule, finding.line, finding.message));
    return said;
}

TEST(Rules, SayTheSameOfManyRowsOnManyThreads)
{
    auto file = many(20, [](auto&, int) {});
    std::string rows = file.substr(file.find("\r\n") + 2);
    for (int copy = 0; copy < 11; ++copy) rows += rows;
    const auto bytes = file.substr(0, file.find("\r\n") + 2) + rows;
    const auto once = said_in(bytes);
    EXPECT_GT(once.size(), 40'000U);
    EXPECT_EQ(once, said_in(bytes));
}

TEST(Rules, SayOneFaultOnceAndAskNothingOfARowThatIsNotTaken)
{
    const auto said = said_in(staff_file({{.fte = "7"}, {.staff_reference = "A2", .role = "", .start_date = "no day"}}));
    EXPECT_EQ(std::ranges::count_if(said, [](const std::string& one) { return one.starts_with("K-FTE"); }), 1);
    const auto left_out = std::ranges::find_if(said, [](const std::string& one) { return one.starts_with("K-FTE-2"); });
    ASSERT_NE(left_out, said.end());
    EXPECT_TRUE(left_out->ends_with(" The value is left out.")) << *left_out;
    EXPECT_EQ(std::ranges::count_if(said, [](const std::string& one) { return one.starts_with("K-ROLE-1 3"); }), 0) << "line 3 is refused for its start";
}

TEST(Rules, LeaveTotalsOutWithOneNote)
{
    const auto file = staff_file({{}, {.staff_reference = "A2", .date_of_birth = "1990-01-01"}});
    const auto columns = static_cast<std::size_t>(std::ranges::count(file.substr(0, file.find("\r\n")), ','));
    for (const std::string total : {"Total", "GRAND TOTAL:", "Totals"}) {
        const auto check = checked({"", file + total + std::string(columns - 1, ',') + ",12.5\r\n", 0, ""});
        EXPECT_EQ(check.rows, 2) << total;
        EXPECT_EQ(check.can_take, 2) << total;
        const auto notes = std::ranges::count(check.findings, "K-FILE-8", &returns::Finding::rule);
        EXPECT_EQ(notes, 1) << total;
        EXPECT_TRUE(std::ranges::none_of(check.findings, [](const auto& finding) { return finding.line == 4; })) << total;
    }
    EXPECT_EQ(checked({"", "Staff of Oak Trust\r\n\r\n" + file, 0, ""}).can_take, 2) << "a title above the column names";
}

TEST(Rules, SuggestTheNearestCode)
{
    auto message = [](kit::StaffCells cells, std::string_view rule) {
        auto check = checked({"", staff_file({cells}), 0, ""});
        auto found = std::ranges::find(check.findings, rule, &returns::Finding::rule);
        return found == check.findings.end() ? std::string{} : found->message;
    };
    EXPECT_THAT(message({.role = "helth visitor"}, "K-ROLE-2"), testing::HasSubstr("Did you mean health_visitor (Health visitor)?"));
    EXPECT_THAT(message({.role = "Midday Supervisor"}, "K-ROLE-2"), testing::HasSubstr("Did you mean school_support_staff (School support staff)?"));
    EXPECT_THAT(message({.role = "Site Manager"}, "K-ROLE-2"), testing::HasSubstr("Did you mean ancillary_worker"));
    EXPECT_THAT(message({.setting = "OAK1"}, "K-SETTING-1"), testing::HasSubstr("Did you mean OAK-1?"));
    EXPECT_THAT(message({.locality = "NROTH"}, "K-LOCALITY-1"), testing::HasSubstr("Did you mean NORTH?"));
    EXPECT_THAT(message({.role = "xxxxxxxx"}, "K-ROLE-2"), testing::HasSubstr("list of roles. The template"));
}

TEST(Rules, NeverEchoNamesNumbersOrBirthDates)
{
    for (const auto& example : kit::rule_cases()) {
        for (const auto& finding : checked(example).findings)
            for (auto secret : {"Reyes", "REYES", "Ana", "123456", "12 34 56", "1984", "27/03/84", "1940-01-01"})
                EXPECT_THAT(finding.message.find("27/03/1984 or 1984-03-27") == std::string::npos ? finding.message : std::string{}, testing::Not(testing::HasSubstr(secret)))
                    << finding.rule;
    }
}

}  // namespace kith::intake
