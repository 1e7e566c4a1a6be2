#include "profile/safeguarding_training.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::profile {
namespace {
using workforce::Fact;
using workforce::FactKind;

const packs::Packs& all_packs()
{
    static const auto packs = packs::built_in();
    return packs;
}

Date day(std::string_view iso) { return *Date::parse_iso(iso); }
const Date today = day("2026-11-01");

Fact training(std::string code, std::optional<Date> on, std::optional<Date> until = {})
{
    return {.kind = FactKind::training, .list = "trainings", .code = std::move(code), .on = on, .until = until};
}

TrainingStanding standing(std::string_view role, const std::vector<Fact>& facts, bool reported = true, packs::Era era = packs::Era::now)
{
    return safeguarding_training(role, facts, reported, all_packs(), era, today);
}

std::string group(std::string_view role, packs::Era era = packs::Era::now)
{
    const auto* found = safeguarding_group(role, all_packs(), era);
    return found == nullptr ? "none" : found->code;
}
}  // namespace

TEST(SafeguardingTraining, IsOfTheLevelThatTheRoleAsksForInItsEra)
{
    EXPECT_EQ(group("teacher"), "school");
    EXPECT_EQ(group("nursery_worker"), "early_years");
    EXPECT_EQ(group("nursery_manager"), "early_years_lead");
    EXPECT_EQ(group("health_visitor"), "health_3");
    EXPECT_EQ(group("registered_nurse"), "health_2");
    EXPECT_EQ(group("social_worker"), "local_4");
    EXPECT_EQ(group("library_worker", packs::Era::of_2009), "wt2010_1");
    EXPECT_EQ(group("police_officer", packs::Era::of_2009), "wt2010_2");
    EXPECT_EQ(group("teacher", packs::Era::of_2009), "wt2010_3");
    EXPECT_EQ(group("social_worker", packs::Era::of_2009), "wt2010_4");
    EXPECT_EQ(group("childrens_director", packs::Era::of_2009), "wt2010_7");
    EXPECT_EQ(group("astronaut"), "none");
    EXPECT_EQ(standing("astronaut", {}).state, TrainingState::not_asked);
}

TEST(SafeguardingTraining, IsInDateForItsMonths)
{
    auto state = [](std::string_view on) { return standing("nursery_worker", {training("safeguarding_2", day(on))}).state; };
    EXPECT_EQ(state("2024-11-01"), TrainingState::in_date) << "two years to the day";
    EXPECT_EQ(state("2024-10-31"), TrainingState::out_of_date);
    EXPECT_EQ(state("2026-11-01"), TrainingState::in_date);
    EXPECT_EQ(state("2026-11-02"), TrainingState::never) << "still to come";
    EXPECT_EQ(standing("health_visitor", {training("safeguarding_3", day("2023-11-01"))}).state, TrainingState::in_date) << "three years";
    EXPECT_EQ(standing("teacher", {training("safeguarding_1", day("2025-10-31"))}).state, TrainingState::out_of_date) << "a year";
    EXPECT_EQ(safeguarding_training("nursery_worker", std::vector{training("safeguarding_2", day("2024-02-29"))}, true, all_packs(), packs::Era::now, day("2026-02-28")).until,
              day("2026-02-28"));
}

TEST(SafeguardingTraining, AtAHigherLevelCountsAndAtALowerDoesNot)
{
    EXPECT_EQ(standing("nursery_worker", {training("safeguarding_4", day("2026-01-01"))}).state, TrainingState::in_date);
    EXPECT_EQ(standing("nursery_worker", {training("safeguarding_1", day("2026-01-01"))}).state, TrainingState::too_low);
    EXPECT_EQ(standing("nursery_worker", {training("safeguarding_1", day("2026-01-01")), training("safeguarding_2", day("2020-01-01"))}).state, TrainingState::out_of_date);
    EXPECT_EQ(standing("nursery_worker", {training("safeguarding_adults", day("2026-01-01"))}).state, TrainingState::never);
}

TEST(SafeguardingTraining, IsTakenAtTheWordOfItsCertificateAndTheOneThatLastsLongestCounts)
{
    EXPECT_EQ(standing("nursery_worker", {training("safeguarding_2", day("2020-01-01"), day("2026-11-01"))}).state, TrainingState::in_date);
    EXPECT_EQ(standing("nursery_worker", {training("safeguarding_2", day("2026-01-01"), day("2026-10-31"))}).state, TrainingState::out_of_date);
    const auto several = standing("nursery_worker", {training("safeguarding_2", day("2025-01-01"), day("2026-12-31")), training("safeguarding_3", day("2025-02-01"))});
    EXPECT_EQ(several.on, day("2025-02-01"));
    EXPECT_EQ(several.until, day("2027-02-01"));
}

TEST(SafeguardingTraining, ThatNobodyReportsIsNotNever)
{
    EXPECT_EQ(standing("nursery_worker", {}).state, TrainingState::never);
    EXPECT_EQ(standing("nursery_worker", {}, false).state, TrainingState::not_reported);
    EXPECT_EQ(standing("nursery_worker", {training("safeguarding_2", {})}).state, TrainingState::not_reported) << "done, and no day";
}

TEST(SafeguardingTraining, IsSaidInWords)
{
    EXPECT_EQ(standing("nursery_worker", {training("safeguarding_2", day("2025-10-03"))}).in_words(), "Safeguarding training, level 2 (Early years staff): in date until 3 October 2027");
    EXPECT_EQ(standing("nursery_worker", {training("safeguarding_2", day("2023-10-03"))}).in_words(), "Safeguarding training, level 2 (Early years staff): out of date since 4 October 2025");
    EXPECT_EQ(standing("nursery_worker", {}).in_words(), "Safeguarding training, level 2 (Early years staff): never");
    EXPECT_EQ(standing("astronaut", {}).in_words(), "Safeguarding training: not asked for");
}

TEST(SafeguardingTraining, HasMonthsAndASourceInEveryGroup)
{
    for (const auto& one : all_packs().list("safeguarding_groups").codes()) {
        EXPECT_GT(std::stoi(std::string{one.attribute("months")}), 0) << one.code;
        EXPECT_FALSE(one.source.empty());
        EXPECT_EQ(one.code.starts_with("wt2010"), one.until.has_value());
    }
    for (const auto& role : all_packs().list("roles").codes()) {
        EXPECT_TRUE(safeguarding_group(role.code, all_packs(), packs::Era::of_2009)->code.starts_with("wt2010")) << role.code;
        EXPECT_FALSE(safeguarding_group(role.code, all_packs(), packs::Era::now)->code.starts_with("wt2010")) << role.code;
    }
}

}  // namespace kith::profile
