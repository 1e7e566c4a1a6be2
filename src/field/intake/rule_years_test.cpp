// What a year's pack chooses: limits, effects, policies, codes out of use.
#include "intake/register_rules.hpp"
#include "intake/staff_check.hpp"
#include "intake/workplace.hpp"
#include "kit/rule_cases.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace kith::intake {
namespace {
using kit::many;
using kit::Rows;
using kit::staff_file;
using kit::training;
}  // namespace

/// A list one of whose codes was in use until the end of 2010.
packs::Packs packs_of_two_eras()
{
    auto files = packs::built_in_files();
    for (auto& file : files) {
        if (file.name != "contracts.toml" && file.name != "roles.toml" && file.name != "asc_wds_training_categories.toml") continue;
        auto at = file.text.find("label = ");
        file.text.insert(at, "until = 2010-12-31\n");
    }
    return packs::Packs::load(files).value();
}

TEST(RuleYears, ACodeOutOfUseIsDoubtful)
{
    const auto packs = packs_of_two_eras();
    const auto plain = kit::sample_area();
    const Surroundings area{packs, plain.today(), plain.organisations(), plain.settings(), {}, kit::oak};
    auto said = [&](const std::string& bytes) {
        std::set<std::string> rules;
        for (const auto& finding : check_staff("staff.csv", bytes, area).findings) rules.insert(finding.rule);
        return rules;
    };
    const auto role = packs.list("roles").codes().front().code;
    const auto contract = packs.list("contracts").codes().front().code;
    EXPECT_THAT(said(staff_file(Rows{{.role = role, .contract = contract}})), testing::IsSupersetOf({"K-ROLE-4", "K-CONTRACT-7"}));
    EXPECT_THAT(said(staff_file(Rows{{.role = role, .contract = contract, .start_date = "2009-04-01"}})), testing::Not(testing::Contains("K-ROLE-4")));
    EXPECT_THAT(said(training("OAK-1,w,1,,,,,,,01/02/2026,,")), testing::Contains("K-FACT-14"));
    EXPECT_THAT(said(training("OAK-1,w,1,,,,,,,01/02/2009,,")), testing::Not(testing::Contains("K-FACT-14")));
}

/// The built-in packs with another year's limits behind those that there are.
packs::Packs packs_with(std::string_view year)
{
    auto files = packs::built_in_files();
    files.push_back({"rules_2099.toml", "kind = \"limits\"\nid = \"rules-2099\"\ntitle = \"Another year\"\nsource = \"a test\"\ninherits = \"rules-2026\"\n" + std::string{year}});
    return packs::Packs::load(files).value();
}

std::vector<std::string> said_in(const packs::Packs& packs, const std::string& bytes, Date today = kit::day("2026-11-01"))
{
    const auto plain = kit::sample_area();
    const Surroundings area{packs, today, plain.organisations(), plain.settings(), {}, kit::oak};
    std::vector<std::string> said;
    for (const auto& finding : check_staff("staff.csv", bytes, area).findings)
        said.push_back(fmt::format("{} {} {}", finding.rule, returns::severity_id(finding.severity), finding.line));
    return said;
}

TEST(RuleYears, ALimitOfALaterYearHoldsFromItsDay)
{
    const auto packs = packs_with("dated = 2026-10-01\n[[limit]]\nname = \"most_hours\"\nvalue = 6000\nunit = \"hundredths of an hour\"\nwords = \"fewer\"\n");
    const auto file = staff_file(Rows{{.fte = "", .hours = "70", .locality = ""}});
    EXPECT_THAT(said_in(packs, file), testing::Contains("K-HOURS-1 warning 2"));
    EXPECT_THAT(said_in(packs, file, kit::day("2026-09-30")), testing::Not(testing::Contains("K-HOURS-1 warning 2"))) << "the year before holds";
}

TEST(RuleYears, ARuleIsSwitchedOffOrGivenAnotherEffect)
{
    const auto file = staff_file(Rows{{.family_name = "", .date_of_birth = "", .locality = ""}});
    EXPECT_THAT(said_in(packs_with("dated = 2026-10-01\n"), file), testing::IsSupersetOf({"K-NAME-1 warning 2", "K-DOB-1 warning 2"}));
    const auto otherwise = said_in(packs_with("dated = 2026-10-01\n[[choice]]\nname = \"K-NAME-1\"\nvalue = \"off\"\nwords = \"not asked\"\n"
                                              "[[choice]]\nname = \"K-DOB-1\"\nvalue = \"note\"\nwords = \"only noted\"\n"), file);
    EXPECT_THAT(otherwise, testing::Contains("K-DOB-1 note 2"));
    EXPECT_THAT(otherwise, testing::Not(testing::Contains(testing::StartsWith("K-NAME-1"))));
}

TEST(RuleYears, EveryChoiceNamesARuleAndAWordThatThereIs)
{
    std::set<std::string> ids;
    for (const auto& rule : all_staff_rules()) ids.insert(std::string{rule.id});
    for (const auto& entry : workplace_rules()) ids.insert(std::string{entry.rule.id});
    for (const auto& [id, limits] : kit::sample_packs().all_limits()) {
        if (!id.starts_with("rules-")) continue;
        for (const auto& choice : limits.choices()) {
            const bool of_missing = choice.name.ends_with(".missing");
            EXPECT_TRUE(ids.contains(of_missing ? choice.name.substr(0, choice.name.size() - 8) : choice.name)) << choice.name;
            EXPECT_TRUE(of_missing ? missing_named(choice.value).has_value() : choice.value == "off" || effect_named(choice.value)) << choice.name;
        }
    }
}

TEST(RuleYears, OfAFileWithTooManyFaultsTheFirstAreListed)
{
    const auto packs = packs_with("dated = 2026-10-01\n[[limit]]\nname = \"most_findings\"\nvalue = 3\nunit = \"findings\"\nwords = \"few\"\n");
    const auto said = said_in(packs, many(20, [](auto& cells, int) { cells.family_name = cells.given_name = cells.locality = ""; }));
    EXPECT_THAT(said, testing::SizeIs(4));
    EXPECT_EQ(said.front(), "K-FILE-6 warning 0");
}

}  // namespace kith::intake
