#include "profile/supervision.hpp"

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

MeetingStanding standing(Meeting meeting, std::string_view role, std::optional<Date> last, std::string_view on = "2026-11-01")
{
    return meeting_standing(meeting, role, last, all_packs(), day(on));
}

std::string interval(Meeting meeting, std::string_view role) { return meeting_interval(meeting, role, all_packs()).code; }

}  // namespace

TEST(Supervision, HasTheIntervalOfTheRoleBeforeThatOfItsSectorBeforeThatOfEveryone)
{
    EXPECT_EQ(interval(Meeting::supervision, "social_worker"), "supervision_social_worker");
    EXPECT_EQ(interval(Meeting::supervision, "foster_carer"), "supervision_social_family_community");
    EXPECT_EQ(interval(Meeting::supervision, "nursery_worker"), "supervision_early_years");
    EXPECT_EQ(interval(Meeting::supervision, "teacher"), "supervision_everyone");
    EXPECT_EQ(interval(Meeting::supervision, "an own code"), "supervision_everyone");
    EXPECT_EQ(interval(Meeting::appraisal, "social_worker"), "appraisal_everyone");
}

TEST(Supervision, IsInDateOverdueOrNotOnRecord)
{
    auto state = [](std::optional<Date> last) { return standing(Meeting::supervision, "social_worker", last).state; };
    EXPECT_EQ(state(day("2026-10-01")), MeetingState::in_date) << "a month to the day";
    EXPECT_EQ(state(day("2026-09-30")), MeetingState::overdue);
    EXPECT_EQ(state(day("2026-11-01")), MeetingState::in_date);
    EXPECT_EQ(state(day("2026-11-02")), MeetingState::none_on_record) << "still to come";
    EXPECT_EQ(state({}), MeetingState::none_on_record);
    EXPECT_EQ(standing(Meeting::supervision, "social_worker", day("2027-01-31"), "2027-02-28").due_by, day("2027-02-28")) << "the last of a shorter month";
    EXPECT_EQ(standing(Meeting::appraisal, "teacher", day("2024-02-29"), "2025-02-28").state, MeetingState::in_date);
    EXPECT_EQ(standing(Meeting::appraisal, "teacher", day("2024-02-29"), "2025-03-01").state, MeetingState::overdue);
}

TEST(Supervision, IsSaidInWords)
{
    EXPECT_EQ(standing(Meeting::supervision, "social_worker", day("2026-10-14")).in_words(), "Supervision: in date, next by 14 November 2026");
    EXPECT_EQ(standing(Meeting::appraisal, "teacher", day("2025-03-01")).in_words(), "Appraisal: overdue since 2 March 2026");
    EXPECT_EQ(standing(Meeting::supervision, "teacher", {}).in_words(), "Supervision: none on record");
}

TEST(Supervision, PolicyNamesSectorsAndRolesThatThereAreAndSaysWhereItComesFrom)
{
    for (const auto& row : all_packs().list("supervision_policy").codes()) {
        const auto of = row.attribute("of");
        ASSERT_THAT(of, testing::AnyOf("everyone", "sector", "role"));
        if (of != "everyone") { EXPECT_NE(all_packs().list(of == "sector" ? "sectors" : "roles").find(row.attribute("which")), nullptr) << row.code; }
        EXPECT_THAT(row.attribute("what"), testing::AnyOf("supervision", "appraisal"));
        EXPECT_GT(std::stoi(std::string{row.attribute("months")}), 0);
        EXPECT_FALSE(row.source.empty());
    }
}

}  // namespace kith::profile
