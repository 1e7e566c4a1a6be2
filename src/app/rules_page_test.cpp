// The page of all rules, held against the rules of every room that checks files.
#include "census/csww_rules.hpp"
#include "intake/plain_rules.hpp"
#include "intake/staff_template.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <sstream>

namespace kith::app {

TEST(RulesPage, IsWhatDocsRulesHolds)
{
    auto path = std::string{KITH_SOURCE_DIR} + "/docs/rules.md";
    if (std::getenv("KITH_GOLDEN") != nullptr) std::ofstream{path, std::ios::binary} << intake::rules_page(census::census_rules_table());
    std::ifstream in{path, std::ios::binary};
    std::ostringstream held;
    held << in.rdbuf();
    EXPECT_EQ(held.str(), intake::rules_page(census::census_rules_table())) << "docs/rules.md no longer says what the rules say: run this test with KITH_GOLDEN=1";
}

TEST(RulesPage, NamesEveryRuleOfPartnershipAndVacanciesFilesAndNoOther)
{
    const std::regex id{"\"([PV]-[A-Z]+-[0-9]+)\""};
    std::set<std::string> asked, told;
    for (const auto folder : {"partnership", "workforce", "intake", "census", "upkeep"}) {
        for (const auto& entry : std::filesystem::directory_iterator{std::filesystem::path{KITH_SOURCE_DIR} / "src/field" / folder}) {
            const auto name = entry.path().filename().string();
            if (!name.ends_with(".cpp") || name.ends_with("_test.cpp") || name == "plain_rules.cpp") continue;
            std::ifstream in{entry.path(), std::ios::binary};
            const std::string text{std::istreambuf_iterator<char>{in}, {}};
            for (std::sregex_iterator at{text.begin(), text.end(), id}; at != std::sregex_iterator{}; ++at) asked.insert((*at)[1]);
        }
    }
    for (const auto rules : {intake::rules_of_partnership_files(), intake::rules_of_vacancies()})
        for (const auto& rule : rules) EXPECT_TRUE(told.emplace(rule.id).second) << rule.id << " stands there twice";
    EXPECT_EQ(told, asked) << "src/field/intake/plain_rules.cpp has to say what each of them asks";
}

TEST(RulesPage, OfPlansNamesEveryRuleOfTheirFilesAndNoOther)
{
    const auto ids_in = [](const std::filesystem::path& path, const std::regex& id, std::set<std::string>& into) {
        std::ifstream in{path, std::ios::binary};
        const std::string text{std::istreambuf_iterator<char>{in}, {}};
        for (std::sregex_iterator at{text.begin(), text.end(), id}; at != std::sregex_iterator{}; ++at) into.insert((*at)[1]);
    };
    std::set<std::string> asked, told;
    for (const auto folder : {"strategy", "money", "governance"})
        for (const auto& entry : std::filesystem::directory_iterator{std::filesystem::path{KITH_SOURCE_DIR} / "src/field" / folder}) {
            const auto name = entry.path().filename().string();
            if (name.ends_with(".cpp") && !name.ends_with("_test.cpp")) ids_in(entry.path(), std::regex{"\"([SMG]-[A-Z]+-[0-9]+)\""}, asked);
        }
    ids_in(std::filesystem::path{KITH_SOURCE_DIR} / "docs/rules-of-plans.md", std::regex{"`([SMG]-[A-Z]+-[0-9]+)`"}, told);
    EXPECT_EQ(told, asked) << "docs/rules-of-plans.md has to say what each of them asks";
}

}  // namespace kith::app
