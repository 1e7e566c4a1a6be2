#include "intake/workplace.hpp"

#include "kit/intake_sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace kith::intake {
namespace {
const std::string header =
    "LOCALESTID,STATUS,ESTNAME,POSTCODE,ESTTYPE,MAINSERVICE,ALLSERVICES,CAPACITY,UTILISATION,SERVICEDESC,TOTALPERMTEMP,ALLJOBROLES,STARTERS,LEAVERS,VACANCIES,REASONS,REASONNOS,"
    "OTHERTYPE,LOCATIONID,PROVNUM\r\n";
const std::string plain = "W1,UPDATE,Ash House,LS1 2RP,6,23,23;38,;,;,;,4,8;9,1;0,0;0,0;0,,,,,\r\n";

struct Case {
    std::string rule;
    std::string row;
};

std::vector<Case> cases()
{
    return {
        {"K-WP-1", ",UPDATE,Ash House,LS1 2RP,6,23,23,,,,4,,0,0,0,,"},
        {"K-WP-2", "w1,UPDATE,Ash House,LS1 2RP,6,23,23,,,,4,,0,0,0,,"},
        {"K-WP-3", "W2,UPDATE,,LS1 2RP,6,23,23,,,,4,,0,0,0,,"},
        {"K-WP-4", "W2,UPDATE," + std::string(121, 'x') + ",LS1 2RP,6,23,23,,,,4,,0,0,0,,"},
        {"K-WP-5", "W2,UPDATE,Ash House,LS1,6,23,23,,,,4,,0,0,0,,"},
        {"K-WP-6", "W2,UPDATE,Ash House,,6,23,23,,,,4,,0,0,0,,"},
        {"K-WP-7", "W2,UPDATE,Ash House,LS1 2RP,2,23,23,,,,4,,0,0,0,,"},
        {"K-WP-8", "W2,UPDATE,Ash House,LS1 2RP,6,24,24,,,,4,,0,0,0,,"},
        {"K-WP-9", "W2,UPDATE,Ash House,LS1 2RP,6,23,38,,,,4,,0,0,0,,"},
        {"K-WP-10", "W2,UPDATE,Ash House,LS1 2RP,6,23,23;38,1,1;2,;,4,,0,0,0,,"},
        {"K-WP-11", "W2,UPDATE,Ash House,LS1 2RP,6,23,23,,,,4,8;9,1,0;0,0;0,,"},
        {"K-WP-12", "W2,UPDATE,Ash House,LS1 2RP,6,23,23,,,,4,,0,0,0,1;2,3"},
        {"K-WP-13", "W2,UPDATE,Ash House,LS1 2RP,6,23,23,,,,1000,,0,0,0,,"},
        {"K-WP-14", "W2,UPDATE,Ash House,LS1 2RP,6,23,23,,,,5,,0,0,0,,"},
        {"K-WP-15", "W2,DELETE,Ash House,LS1 2RP,6,23,23,,,,4,,0,0,0,,"},
        {"K-WP-16", "W2,UPDATE,Ash House,LS1 2RP,6,23,23,,,,4,8,1000,0,0,,"},
        {"K-WP-17", "W2,UPDATE,Ash House,LS1 2RP,6,23,23,,,,4,8,1,2,0,1,1"},
        {"K-WP-18", "W2,UPDATE,Ash House,LS1 2RP,6,23,23,,,,4,8,5,0,0,,"},
        {"K-WP-19", "W2,UPDATE,Ash House,LS1 2RP,6,23,23,,,,4,8,1,4,0,1,4"},
        {"K-WP-20", "W2,UPDATE,Ash House,LS1 2RP,6,23,23,,,,4,8,1,0,4,,"},
        {"K-WP-21", "W2,UPDATE,Ash House,LS1 2RP,6,23,23,,,,4,8,2,0,0,,"},
        {"K-WP-22", "W2,UPDATE,Ash House,LS1 2RP,6,23,23,,,,4,4,1,0,0,,"},
        {"K-WP-23", "W2,UPDATE,Ash House,LS1 2RP,6,23,23,10000,,,4,8,1,0,0,,"},
        {"K-WP-24", "W2,UPDATE,Ash House,LS1 2RP,6,23,23,10,11,,4,8,1,0,0,,"},
        {"K-WP-25", "W2,UPDATE,Ash House,LS1 2RP,6,23,23,,,,4,77,1,0,0,,"},
        {"K-WP-26", "W2,UPDATE,Ash House,LS1 2RP,6,23,23,,,,4,8,1,0,0,,," + std::string(241, 'x') + ",,"},
        {"K-WP-27", "W2,UPDATE,Ash House,LS1 2RP,6,23,23,,,,4,8,1,0,0,,,,X1,"},
        {"K-WP-28", "W2,UPDATE,Ash House,LS1 2RP,6,23,23,,,,4,8,1,0,0,,,,,12"},
        {"K-WP-29", "W2,GONE,Ash House,LS1 2RP,6,23,23,,,,4,8,1,0,0,,"},
    };
}

const std::optional<StaffCounts> four_each{{{"w1", {4, 1, 0}}, {"w2", {4, 1, 0}}}};

class EachWorkplaceRule : public testing::TestWithParam<Case> {};
}  // namespace

TEST_P(EachWorkplaceRule, SpeaksAtTheLineWithItsEffect)
{
    auto check = check_workplaces("w.csv", header + plain + GetParam().row + "\r\n", kit::sample_area(), four_each);
    ASSERT_EQ(check.refusal, "");
    auto found = std::ranges::find(check.findings, GetParam().rule, &returns::Finding::rule);
    ASSERT_NE(found, check.findings.end());
    EXPECT_EQ(found->line, 3);
    EXPECT_FALSE(found->column.empty());
    if (found->severity == returns::Severity::error) {
        EXPECT_EQ(check.can_take, 1);
    }
}

INSTANTIATE_TEST_SUITE_P(OfAWorkplaceFile, EachWorkplaceRule, testing::ValuesIn(cases()), [](const auto& tested) {
    auto name = tested.param.rule;
    std::erase(name, '-');
    return name;
});

TEST(WorkplaceRules, EachHasACaseAndAFileThatIsAsItShouldBeHasNoFindings)
{
    std::set<std::string> tested, ids;
    for (const auto& example : cases()) tested.insert(example.rule);
    for (const auto& entry : workplace_rules()) EXPECT_TRUE(ids.insert(std::string{entry.rule.id}).second);
    EXPECT_EQ(tested, ids);
    EXPECT_THAT(check_workplaces("w.csv", header + plain, kit::sample_area(), four_each).findings, testing::IsEmpty());
}

TEST(WorkplacePlan, MakesSettingsOfTheOrganisationThatHandsTheFileIn)
{
    auto area = kit::sample_area();
    auto check = check_workplaces("w.csv", header + plain, area, {});
    auto plan = plan_for(check, {}, kit::sample_packs(), area.organisation(kit::oak));
    ASSERT_EQ(plan.new_settings.size(), 1U);
    EXPECT_TRUE(plan.new_organisations.empty());
    EXPECT_EQ(plan.new_settings[0].organisation_code, "OAK");
    EXPECT_EQ(plan.new_settings[0].setting.kind, "family_centre");
    EXPECT_EQ(plan.new_settings[0].setting.postcode, "LS1 2RP");
    partnership::HeldPartnership held;
    held.settings[{"OAK", "W1"}] = plan.new_settings[0].setting;
    auto again = plan_for(check, held, kit::sample_packs(), area.organisation(kit::oak));
    EXPECT_TRUE(again.is_empty());
    EXPECT_EQ(again.unchanged, 1);
}

TEST(WorkplacePlan, MakesAnOrganisationAndASettingEachWhereNoneHandsItIn)
{
    auto check = check_workplaces("w.csv", header + plain, kit::sample_area(std::nullopt), {});
    auto plan = plan_for(check, {}, kit::sample_packs(), nullptr);
    ASSERT_EQ(plan.new_organisations.size(), 1U);
    EXPECT_EQ(plan.new_organisations[0].expected_headcount, 4);
    EXPECT_EQ(plan.new_organisations[0].ownership, partnership::Ownership::pvi);
    EXPECT_EQ(plan.new_settings[0].organisation_code, "W1");
}

}  // namespace kith::intake
