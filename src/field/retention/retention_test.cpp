#include "packs/packs.hpp"
#include "retention/correction.hpp"
#include "retention/retention_rule.hpp"
#include "retention/subject_file.hpp"

#include <gtest/gtest.h>

namespace kith::retention {
namespace {

Date day(int year, int month, int number)
{
    return Date::of(year, month, number).value();
}

TEST(RetentionRules, SayHowLongWhyAndFromWhen)
{
    const auto rules = rules_of(packs::built_in().limits("retention"));
    ASSERT_EQ(rules.size(), 3U);
    const auto* leavers = find_rule(rules, "leavers");
    ASSERT_NE(leavers, nullptr);
    EXPECT_EQ(leavers->in_words(), "6 years after their last engagement ended");
    EXPECT_EQ(due_before(*leavers, day(2026, 11, 22)), day(2020, 11, 22));
    EXPECT_EQ(due_before(*find_rule(rules, "files"), day(2026, 11, 22)), day(2025, 11, 22));
    for (const auto& rule : rules) EXPECT_FALSE(rule.source.empty()) << rule.id;
    EXPECT_EQ(find_rule(rules, "nothing"), nullptr);
}

TEST(RetentionRules, AreTurnedOffByAPeriodOfNought)
{
    auto of = [](std::int64_t years) {
        return packs::Limits{"retention", "", "", Date::from_days(0), {{"leavers", years, "years", "", ""}, {"files", 1, "months", "", ""}, {"read_audit", 6, "years", "", ""}}};
    };
    EXPECT_EQ(rules_of(of(0)).size(), 2U);
    EXPECT_EQ(rules_of(of(1)).front().in_words(), "1 year after their last engagement ended");
}

TEST(RetentionRules, CountMonthsToTheSameDayOrTheLastOfTheMonth)
{
    EXPECT_EQ(months_later(day(2026, 1, 31), 1), day(2026, 2, 28));
    EXPECT_EQ(months_later(day(2024, 2, 29), -12), day(2023, 2, 28));
    EXPECT_EQ(months_later(day(2026, 3, 15), -3), day(2025, 12, 15));
    EXPECT_EQ(months_later(day(2026, 11, 30), 3), day(2027, 2, 28));
}

TEST(Corrections, AreAnsweredOnceWithAReasonWhereDeclined)
{
    Correction asked{.asked_on = day(2026, 1, 31), .about = "name", .words = "It is Reyes-Lund"};
    EXPECT_TRUE(problems_of_asked(asked).empty());
    EXPECT_EQ(problems_of_asked({.about = "shoes", .words = "x"}).at(0).field, "about");
    EXPECT_EQ(problems_of_asked({.about = "name", .words = " "}).at(0).field, "words");
    EXPECT_EQ(problems_of_asked({}).size(), 2U) << "both at once";
    EXPECT_EQ(answer_due(asked.asked_on), day(2026, 2, 28));
    const access::AccountId steward{4};
    EXPECT_EQ(answered(asked, {}, "", steward, day(2026, 2, 1)).error().field, "state");
    EXPECT_EQ(answered(asked, CorrectionState::asked, "", steward, day(2026, 2, 1)).error().field, "state");
    EXPECT_EQ(answered(asked, CorrectionState::declined, "", steward, day(2026, 2, 1)).error().field, "answer");
    const auto done = answered(asked, CorrectionState::done, "", steward, day(2026, 2, 1));
    ASSERT_TRUE(done);
    EXPECT_EQ(done->answered_on, day(2026, 2, 1));
    EXPECT_EQ(answered(*done, CorrectionState::done, "", steward, day(2026, 2, 2)).error().kind, ProblemKind::conflict);
}

TEST(SubjectFiles, HoldEveryVersionAndSayWhatWasErased)
{
    const std::vector<workforce::HeldTable> held{{"staff_record", {{1, 5, 6, {{"reference", "A1", false}, {"given_name", "", true}}}, {1, 6, {}, {{"reference", "=A1", false}, {"sex", "", false}}}}}};
    SubjectWords words{.value = {}, .change_sets = {{5, {Instant{0}, "Ann Example", {}}}}};
    SubjectFile file{.organisation = "Oak", .reference = "A1", .name = "Ana", .made_on = "today", .sections = sections_of(held, words)};
    ASSERT_EQ(file.sections.size(), 1U);
    ASSERT_EQ(file.sections[0].now.size(), 1U);
    EXPECT_EQ(file.sections[0].now[0].facts.size(), 1U) << "what is not held is left out";
    ASSERT_EQ(file.sections[0].before.size(), 1U);
    EXPECT_EQ(file.sections[0].before[0].facts[1].value, "Erased");
    EXPECT_NE(subject_csv(file).find("'=A1"), std::string::npos) << "no spreadsheet runs it";
    EXPECT_NE(subject_json(file).find("\"value\":\"=A1\""), std::string::npos);
    EXPECT_EQ(column_title("reason_for_leaving"), "Reason for leaving");
    EXPECT_EQ(column_title("setting_id"), "Setting");
}

}  // namespace
}  // namespace kith::retention
