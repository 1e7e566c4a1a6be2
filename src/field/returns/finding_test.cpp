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

}  // namespace
}  // namespace kith::returns
