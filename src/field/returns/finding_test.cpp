#include "returns/finding.hpp"

#include <gtest/gtest.h>

namespace kith::returns {
namespace {

Finding at(std::int64_t line, std::string rule, Severity severity) { return {"a.csv", line, "fte", std::move(rule), severity, "Mend it."}; }

TEST(Finding, SeveritiesGoToWordsAndBack)
{
    for (auto severity : {Severity::error, Severity::warning, Severity::note}) EXPECT_EQ(severity_of(severity_id(severity)), severity);
    EXPECT_EQ(severity_of("nonsense"), Severity::note);
}

TEST(Finding, CountsAreBySeverity)
{
    const Findings findings{at(2, "A", Severity::error), at(3, "A", Severity::error), at(3, "B", Severity::note)};
    EXPECT_EQ(count(findings), (FindingCounts{2, 0, 1}));
}

TEST(Finding, GroupsPutErrorsFirstThenTheRuleThatSpeaksMost)
{
    const Findings findings{at(2, "W", Severity::warning), at(2, "E1", Severity::error), at(4, "E2", Severity::error), at(5, "E2", Severity::error)};
    const auto groups = by_rule(findings);
    ASSERT_EQ(groups.size(), 3U);
    EXPECT_EQ(groups[0].rule, "E2");
    EXPECT_EQ(groups[0].lines, (std::vector<std::int64_t>{4, 5}));
    EXPECT_EQ(groups[1].rule, "E1");
    EXPECT_EQ(groups[2].rule, "W");
}

TEST(Finding, AGroupNamesFiveLinesAtMostAndCountsAll)
{
    Findings findings;
    for (int line = 2; line < 12; ++line) findings.push_back(at(line, "E", Severity::error));
    const auto groups = by_rule(findings);
    ASSERT_EQ(groups.size(), 1U);
    EXPECT_EQ(groups[0].count, 10);
    EXPECT_EQ(groups[0].lines.size(), 5U);
}

TEST(Finding, AGroupIsOfOneRuleAtOneColumn)
{
    const Findings findings{{"a.xml", 3, "OrgRole", "K-1", Severity::warning, "OrgRole is missing."}, {"a.xml", 4, "Gender", "K-1", Severity::warning, "Gender is missing."},
                            {"a.xml", 5, "Gender", "K-1", Severity::warning, "Gender is missing."}};
    const auto groups = by_rule(findings);
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(groups[0], (RuleGroup{"K-1", Severity::warning, "Gender is missing.", "Gender", 2, {4, 5}}));
    EXPECT_EQ(groups[1], (RuleGroup{"K-1", Severity::warning, "OrgRole is missing.", "OrgRole", 1, {3}}));
}

TEST(Finding, AGroupWhoseWordsDifferGivesThemAsAnExample)
{
    const Findings findings{{"a.csv", 3, "fte", "K-1", Severity::error, "Line 2 gives other terms."}, {"a.csv", 5, "fte", "K-1", Severity::error, "Line 4 gives other terms."},
                            {"a.csv", 0, "fte", "K-2", Severity::note, "One."}, {"a.csv", 0, "fte", "K-2", Severity::note, "Two."}};
    const auto groups = by_rule(findings);
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(groups[0].message, "For example, line 3: Line 2 gives other terms.");
    EXPECT_EQ(groups[1].message, "For example: One.");
}

}  // namespace
}  // namespace kith::returns
