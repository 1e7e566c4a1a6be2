// The adult social care workforce data set's own test files of 2019, where they are at hand beside the project: every row is read, and what
// is said of each line is what today's validator of that data set says, as far as Kith holds the same values.
#include "intake/staff_difference.hpp"
#include "intake/workplace.hpp"
#include "kit/intake_sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace kith::intake {
namespace {
std::string text_of(const std::string& name)
{
    std::ostringstream text;
    if (const char* elsewhere = std::getenv("KITH_FIELD_DATA")) {
        text << std::ifstream{std::filesystem::path{elsewhere} / name, std::ios::binary}.rdbuf();
        return text.str();
    }
    for (auto up : {"..", "../.."}) {
        std::ifstream in{std::filesystem::path{KITH_SOURCE_DIR} / up / "shared/data/workforce" / name, std::ios::binary};
        if (!in) continue;
        text << in.rdbuf();
        break;
    }
    return text.str();
}

std::set<std::int64_t> lines_with(const returns::Findings& findings, std::string_view rule)
{
    std::set<std::int64_t> lines;
    for (const auto& finding : findings)
        if (finding.rule == rule) lines.insert(finding.line);
    return lines;
}

class AdultSocialCareFiles : public testing::Test {
protected:
    void SetUp() override
    {
        workplaces_ = text_of("asc-wds-org-test.csv");
        staff_ = text_of("asc-wds-staff-test.csv");
        if (workplaces_.empty() || staff_.empty()) GTEST_SKIP() << "the data set's test files are not beside the project (../shared/data/workforce)";
    }
    std::string workplaces_, staff_;
};
}  // namespace

TEST_F(AdultSocialCareFiles, SixWorkplacesAreReadAndTheirTotalsHeldAgainstTheStaffFile)
{
    EXPECT_EQ(files::Table::read(workplaces_)->header().size(), 30U);
    auto check = check_workplaces("org.csv", workplaces_, kit::sample_area(), staff_counts_in(staff_, kit::day("2026-11-01")));
    EXPECT_EQ(check.format, "Adult social care workforce data set, workplace file (2019 layout)");
    EXPECT_EQ(check.rows.size(), 6U);
    EXPECT_EQ(check.can_take, 6);
    EXPECT_EQ(*check.rows[0].name, "Skills for Care");
    EXPECT_EQ(check.rows[0].postcode->text(), "L2 7FP");
    EXPECT_THAT(lines_with(check.findings, "K-WP-14"), testing::ElementsAre(3, 6));
    EXPECT_THAT(lines_with(check.findings, "K-WP-18"), testing::ElementsAre(4, 7));      // 2310: more starters than staff
    EXPECT_THAT(lines_with(check.findings, "K-WP-19"), testing::ElementsAre(7));         // 2320: as many leavers as staff
    EXPECT_THAT(lines_with(check.findings, "K-WP-20"), testing::ElementsAre(3));         // 2300: as many vacancies as staff
    EXPECT_THAT(lines_with(check.findings, "K-WP-21"), testing::ElementsAre(4, 5, 6, 7));  // Kith's own: starters against start dates
    for (const auto& finding : check.findings) EXPECT_THAT(finding.rule, testing::AnyOf("K-WP-14", "K-WP-18", "K-WP-19", "K-WP-20", "K-WP-21", "K-FILE-4")) << finding.line << finding.message;
}

TEST_F(AdultSocialCareFiles, ElevenWorkersAreReadAndTheWarningsAreThoseOfTheDataSetsOwnValidator)
{
    auto area = kit::sample_area();
    auto check = check_staff("staff.csv", staff_, area, workplaces_named_in(workplaces_));
    EXPECT_EQ(files::Table::read(staff_)->header().size(), 42U);
    EXPECT_EQ(check.rows, 11) << "and a blank line";
    EXPECT_EQ(check.can_take, 11);
    EXPECT_EQ(returns::count(check.findings).errors, 0);
    // what today's validator of that data set says of this file, by its codes: 21 warnings, and each of them here
    const std::vector<std::pair<std::string, std::set<std::int64_t>>> oracle{
        {"K-ASC-1", {2, 3, 4, 7}},      // 3070 POSTCODE
        {"K-DOB-1", {2, 3, 4}},         // 3080 DOB
        {"K-START-3", {2, 3, 4, 7}},    // 2000 STARTDATE
        {"K-ASC-3", {2, 3, 4, 7, 12}},  // 3200 STARTINSECT
        {"K-ASC-26", {2, 3}},           // 3360 SCQUAL
        {"K-ASC-5", {9, 10}},           // 3230 ZEROHRCONT
        {"K-ASC-30", {9}},              // 5015 QUALACH01
    };
    std::size_t warnings = 0;
    for (const auto& [rule, lines] : oracle) {
        EXPECT_EQ(lines_with(check.findings, rule), lines) << rule;
        warnings += lines.size();
    }
    EXPECT_EQ(warnings, 21U);
    EXPECT_EQ(std::ranges::find(check.findings, "K-ASC-30", &returns::Finding::rule)->column, "QUALACH01");
    std::set<std::string> said;
    for (const auto& finding : check.findings) said.insert(finding.rule);
    for (const auto& [rule, lines] : oracle) said.erase(rule);
    EXPECT_THAT(said, testing::IsSubsetOf({"K-FILE-4", "K-HOURS-3", "K-PAY-10"})) << "docs/conformance.md explains each";
    // Kith's own: no hours known, pay under today's law, columns that it does not hold
    EXPECT_THAT(lines_with(check.findings, "K-HOURS-3"), testing::ElementsAre(3, 7));
    EXPECT_THAT(lines_with(check.findings, "K-PAY-10"), testing::ElementsAre(10));
    EXPECT_THAT(lines_with(check.findings, "K-FILE-4"), testing::ElementsAre(0));
    EXPECT_THAT(lines_with(check.findings, "K-SETTING-4"), testing::IsEmpty());
    EXPECT_THAT(lines_with(check_staff("staff.csv", staff_, area).findings, "K-SETTING-4").size(), 11U);
}

TEST_F(AdultSocialCareFiles, WorkersBecomeRecordsWithFteFromHours)
{
    auto area = kit::sample_area();
    auto check = check_staff("staff.csv", staff_, area, workplaces_named_in(workplaces_));
    auto difference = difference_of(*check.file, {.organisation = kit::oak, .records = {}}, kit::sample_packs(), kit::day("2026-11-01"));
    ASSERT_EQ(difference.plan.new_records.size(), 11U);
    const auto& manager = difference.plan.new_records[3];
    EXPECT_EQ(manager.record.reference, "skills/reg manager");
    EXPECT_EQ(manager.engagements[0].terms[0].role_list, "asc-wds-2019-job-roles");
    EXPECT_EQ(manager.engagements[0].terms[0].role_code, "2");
    EXPECT_EQ(manager.engagements[0].terms[0].contract, "permanent");
    EXPECT_EQ(manager.engagements[0].terms[0].fte, Fte::thousandths(1'000));
    EXPECT_EQ(difference.plan.new_records[4].engagements[0].terms[0].fte, Fte::thousandths(1'081));
    EXPECT_TRUE(difference.plan.new_records[0].engagements.empty());
    EXPECT_TRUE(difference.plan.new_records[7].record.national_insurance.has_value());
}

}  // namespace kith::intake
