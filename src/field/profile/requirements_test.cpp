#include "base/text.hpp"
#include "profile/requirements.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::profile {
namespace {

const packs::Packs& all_packs()
{
    static const auto packs = packs::built_in();
    return packs;
}

Date day(std::string_view iso) { return *Date::parse_iso(iso); }
const Date in_2009 = day("2009-10-01");
const Date today = day("2026-11-01");

QualifiedPerson manager(std::optional<int> level) { return {.role = "nursery_manager", .is_manager = true, .highest_level = level}; }
QualifiedPerson worker(std::optional<int> level) { return {.role = "nursery_worker", .highest_level = level}; }

using Levels = std::vector<std::optional<int>>;

std::vector<QualifiedPerson> nursery(std::optional<int> head, const Levels& others)
{
    std::vector<QualifiedPerson> people{manager(head)};
    for (auto level : others) people.push_back(worker(level));
    return people;
}

RequirementResult result(std::string_view code, std::string_view kind, const std::vector<QualifiedPerson>& people, Date on)
{
    for (auto& one : setting_requirements(kind, people, all_packs(), on))
        if (one.rule->code == code) return one;
    ADD_FAILURE() << code << " is not asked";
    return {};
}

Standing others(const Levels& levels, Date on = today)
{
    return result(on == in_2009 ? "others_level_2008" : "others_level", "day_nursery", nursery(3, levels), on).standing;
}

std::vector<std::string> asked(std::string_view kind, Date on)
{
    std::vector<std::string> codes;
    const std::vector<QualifiedPerson> people{manager(3), {.role = "childminder", .registered_on = on}};
    for (const auto& one : setting_requirements(kind, people, all_packs(), on)) codes.push_back(one.rule->code);
    return codes;
}

/// All that reports of `unknown` people could turn out to be, each tried.
Standing by_enumeration(int have, int lack, int unknown)
{
    bool may_hold = false, may_fail = false;
    for (int more = 0; more <= unknown; ++more) {
        const bool half = 2 * (have + more) >= have + lack + unknown;
        may_hold = may_hold || half;
        may_fail = may_fail || !half;
    }
    if (have + lack + unknown == 0) return Standing::nobody_asked;
    return may_hold && may_fail ? Standing::cannot_be_said : may_hold ? Standing::met : Standing::not_met;
}

}  // namespace

TEST(SettingRequirements, AreThoseOfTheDay)
{
    EXPECT_THAT(asked("day_nursery", in_2009), testing::ElementsAre("manager_level_2008", "others_level_2008", "graduate_2015"));
    EXPECT_THAT(asked("preschool", in_2009), testing::ElementsAre("manager_level_2008", "others_level_2008"));
    EXPECT_THAT(asked("day_nursery", today), testing::ElementsAre("manager_level", "others_level"));
    EXPECT_THAT(asked("school", today), testing::IsEmpty());
    EXPECT_THAT(asked("home_based", today), testing::Contains("childminder_training"));
}

TEST(SettingRequirements, HalfOfTheOthersIsWhatTryingEveryPossibilitySays)
{
    for (int have = 0; have <= 5; ++have)
        for (int lack = 0; lack <= 5; ++lack)
            for (int unknown = 0; unknown <= 5; ++unknown) {
                Levels levels;
                for (int i = 0; i < have; ++i) levels.emplace_back(i % 2 == 0 ? 2 : 6);
                for (int i = 0; i < lack; ++i) levels.emplace_back(i % 2);
                for (int i = 0; i < unknown; ++i) levels.emplace_back();
                EXPECT_EQ(others(levels), by_enumeration(have, lack, unknown)) << have << " " << lack << " " << unknown;
            }
    EXPECT_EQ(others({2, 1}, in_2009), Standing::met);
    EXPECT_EQ(others({2, 1, 0}, in_2009), Standing::not_met) << "half of three is two";
}

TEST(SettingRequirements, AskTheManagerForLevel3)
{
    auto standing = [](std::optional<int> level) { return result("manager_level", "day_nursery", nursery(level, {2}), today).standing; };
    EXPECT_EQ(standing(3), Standing::met);
    EXPECT_EQ(standing(6), Standing::met);
    EXPECT_EQ(standing(2), Standing::not_met);
    EXPECT_EQ(standing({}), Standing::cannot_be_said);
    EXPECT_EQ(result("manager_level", "day_nursery", {worker(6)}, today).standing, Standing::nobody_asked) << "no manager is reported";
    EXPECT_EQ(result("manager_level_2008", "preschool", {manager(3), manager(2)}, in_2009).standing, Standing::not_met) << "all of them";
}

TEST(SettingRequirements, SayInWordsWhatTheyRestOn)
{
    auto words = [](const Levels& levels) { return result("others_level", "day_nursery", nursery(3, levels), today).in_words(); };
    EXPECT_EQ(words({2, 3, 2, 1, 1}), "At least half of all other staff hold an approved level 2 or above: met. 3 of 5 do; 3 are asked for.");
    EXPECT_EQ(words({2, 0, 1, 1, {}}), "At least half of all other staff hold an approved level 2 or above: not met. 1 of 5 does; 3 are asked for. 1 person has no qualification reported.");
    EXPECT_EQ(words({2, 2, 1, {}, {}}), "At least half of all other staff hold an approved level 2 or above: cannot be said. 2 of 5 do; 3 are asked for. 2 people have no qualification reported.");
    EXPECT_EQ(words({}), "At least half of all other staff hold an approved level 2 or above: asked of nobody here.");
}

TEST(SettingRequirements, AimAtAGraduateInEveryFullDayCareSettingBy2015)
{
    auto people = nursery(6, {3});
    auto standing = [&](Date on = in_2009) { return result("graduate_2015", "day_nursery", people, on).standing; };
    EXPECT_EQ(standing(), Standing::cannot_be_said) << "nobody's statuses are reported";
    for (auto& person : people) person.statuses.emplace();
    EXPECT_EQ(standing(), Standing::not_met) << "a degree is not the status";
    people[1].statuses->push_back("eyts");
    EXPECT_EQ(standing(), Standing::met);
    EXPECT_EQ(result("graduate_2015", "day_nursery", people, in_2009).in_words(),
              "An early years professional leads every full day-care setting by 2015 (an aim, not a rule): met. 1 of 2 does; 1 is asked for.");
    EXPECT_TRUE(result("graduate_2015", "day_nursery", people, in_2009).is_aim());
    EXPECT_FALSE(result("manager_level_2008", "day_nursery", people, in_2009).is_aim());
}

TEST(SettingRequirements, AskChildmindersForTrainingByTheRuleOfTheirRegistration)
{
    auto standing = [](std::string_view rule, std::optional<Date> registered, std::optional<Date> trained, Date on) {
        return result(rule, "home_based", {{.role = "childminder", .registered_on = registered, .trained_on = trained}}, on).standing;
    };
    const auto six_months = "childminder_training_2008", before = "childminder_training";
    EXPECT_EQ(standing(six_months, day("2009-08-31"), {}, day("2010-02-28")), Standing::not_yet_due) << "six months after 31 August is the last of February";
    EXPECT_EQ(standing(six_months, day("2009-08-31"), {}, day("2010-03-01")), Standing::cannot_be_said);
    EXPECT_EQ(standing(six_months, day("2009-08-31"), day("2010-02-28"), day("2010-03-01")), Standing::met);
    EXPECT_EQ(standing(six_months, day("2009-08-31"), day("2010-03-01"), day("2010-03-01")), Standing::met_late);
    EXPECT_EQ(standing(six_months, day("2009-08-31"), day("2009-12-01"), today), Standing::met) << "by the rule that held then";
    EXPECT_EQ(standing(before, day("2013-05-01"), day("2013-04-20"), today), Standing::met);
    EXPECT_EQ(standing(before, day("2013-05-01"), day("2013-06-20"), today), Standing::met_late);
    EXPECT_EQ(standing(before, day("2013-05-01"), {}, today), Standing::cannot_be_said);
    EXPECT_EQ(standing(before, {}, day("2013-06-20"), today), Standing::cannot_be_said) << "no day of registration";
}

TEST(SettingRequirements, NameKindsLevelsAndCodesThatThereAre)
{
    for (const auto& rule : all_packs().list("setting_requirements").codes()) {
        for (auto kind : split(rule.attribute("settings"), ' ')) EXPECT_NE(all_packs().list("setting_kinds").find(kind), nullptr) << kind;
        const auto asks = rule.attribute("asks");
        ASSERT_THAT(asks, testing::AnyOf("level", "status", "training"));
        const auto list = asks == "level" ? "qualification_levels" : asks == "status" ? "professional_statuses" : "trainings";
        EXPECT_NE(all_packs().list(list).find(rule.attribute("wanted")), nullptr) << rule.code;
        EXPECT_THAT(rule.attribute("of"), testing::AnyOf("managers", "others", "anyone"));
        EXPECT_THAT(rule.attribute("least"), testing::AnyOf("all", "half", "two", "one"));
        EXPECT_THAT(rule.attribute("force"), testing::AnyOf("rule", "aim"));
        for (auto band : split(rule.attribute("bands"), ' ')) EXPECT_TRUE(band.empty() || all_packs().list("deprivation_bands").find(band) != nullptr) << rule.code;
        EXPECT_EQ(rule.attribute("months").empty(), asks != "training");
        EXPECT_FALSE(rule.source.empty());
    }
}

TEST(RoleRequirements, AreCountedByRole)
{
    const std::vector<std::string_view> registered{"social_worker"}, none;
    const std::vector<QualifiedPerson> people{
        {.role = "social_worker", .statuses = registered}, {.role = "social_worker", .statuses = none}, {.role = "social_worker"},
        {.role = "youth_worker", .highest_level = 5},      {.role = "youth_worker", .highest_level = 6}, {.role = "administrator"}};
    auto now = role_holdings(people, all_packs(), today);
    ASSERT_EQ(now.size(), 2U);
    EXPECT_EQ(now[0].rule->parent, "social_worker");
    EXPECT_EQ(now[0].people, 3);
    EXPECT_EQ(now[0].have, 1);
    EXPECT_EQ(now[0].not_known, 1);
    EXPECT_EQ(now[1].have, 1) << "a degree is asked for since 2010";
    EXPECT_EQ(role_holdings(people, all_packs(), in_2009)[1].have, 2) << "a diploma was asked for before";
}

TEST(RoleRequirements, AskForALevelOrAStatusThatThereIsAndOneRuleHoldsAtATime)
{
    for (const auto& rule : all_packs().list("role_requirements").codes()) {
        const auto level = rule.attribute("level"), status = rule.attribute("status");
        EXPECT_NE(level.empty(), status.empty()) << rule.code;
        EXPECT_NE(level.empty() ? all_packs().list("professional_statuses").find(status) : all_packs().list("qualification_levels").find(level), nullptr) << rule.code;
        EXPECT_FALSE(rule.source.empty());
        for (const auto& other : all_packs().list("role_requirements").codes()) {
            if (&other == &rule || other.parent != rule.parent) continue;
            for (auto on : {in_2009, today}) EXPECT_FALSE(rule.holds_on(on) && other.holds_on(on)) << rule.code;
        }
    }
}

}  // namespace kith::profile
