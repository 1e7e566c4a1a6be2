#include "workforce/record_history.hpp"

#include <gtest/gtest.h>

namespace kith::workforce {
namespace {

RecordWords plain_words()
{
    auto same = [](std::string_view code) { return std::string{code}; };
    return {.role = [](const EngagementTerms& terms) { return terms.role_code; }, .sector = same, .contract = same,
            .setting = [](SettingId) { return std::string{"the setting"}; }, .locality = [](LocalityId) { return std::string{"the locality"}; }};
}

EngagementTerms some_terms()
{
    return {.from_on = Date::from_days(0), .role_list = "roles", .role_code = "teacher", .sector = "education", .breadth = "core", .contract = "permanent"};
}

TEST(RecordHistory, TellsWhatWasAddedThenWhatChangedThenWhatWasTakenOut)
{
    RecordVersions versions;
    StaffRecord record{.reference = "A1", .given_name = PersonName{"Ana"}, .family_name = PersonName{"Reyes"}};
    auto renamed = record;
    renamed.family_name = PersonName{"Lund"};
    versions.records = {{1, 10, 11, record}, {1, 11, {}, renamed}};
    versions.engagements = {{2, 10, {}, {.reference = "1", .started_on = Date::from_days(0)}}};
    auto more = some_terms();
    more.fte = Fte::thousandths(600);
    versions.terms = {{3, 10, 12, some_terms()}, {3, 12, 13, more}};
    auto history = history_of(versions, plain_words());
    ASSERT_EQ(history.size(), 4u);
    EXPECT_EQ(history[0].changes, (std::vector<std::string>{"Terms from 1 January 1970 taken out"}));
    EXPECT_EQ(history[1].changes, (std::vector<std::string>{"FTE: not reported became 0.6 (terms from 1 January 1970)"}));
    EXPECT_EQ(history[2].changes, (std::vector<std::string>{"Family name: Reyes became Lund"}));
    EXPECT_EQ(history[3].changes, (std::vector<std::string>{"Record added", "Engagement 1 added, from 1 January 1970", "Terms from 1 January 1970 added: teacher"}));
    EXPECT_EQ(history[3].change_set, 10);
}

TEST(RecordHistory, ShowsNobodyAReferenceThatKithMadeUp)
{
    EXPECT_EQ(called({.reference = "E7", .started_on = Date::from_days(0)}), "Engagement E7");
    EXPECT_EQ(called({.reference = "from-1970-01-01", .started_on = Date::from_days(0)}), "Engagement");
}

TEST(RecordHistory, SaysThatABirthDateChangedWithoutTheDates)
{
    StaffRecord before{.reference = "A1", .birth_date = DateOfBirth{Date::from_days(0)}};
    auto after = before;
    after.birth_date = DateOfBirth{Date::from_days(1)};
    RecordVersions versions;
    versions.records = {{1, 10, 11, before}, {1, 11, {}, after}};
    EXPECT_EQ(history_of(versions, plain_words())[0].changes, (std::vector<std::string>{"Date of birth changed"}));
}

TEST(RecordHistory, TellsAnEndInPlainWords)
{
    Engagement before{.reference = "1", .started_on = Date::from_days(0)};
    auto after = before;
    after.ended_on = Date::from_days(30);
    RecordVersions versions;
    versions.engagements = {{2, 10, 11, before}, {2, 11, {}, after}};
    EXPECT_EQ(history_of(versions, plain_words())[0].changes, (std::vector<std::string>{"Ended on 31 January 1970 (engagement 1)"}));
}

TEST(RecordHistory, SaysThatNothingChangedWhereAVersionIsTheSame)
{
    RecordVersions versions;
    versions.engagements = {{2, 10, 11, {.reference = "1"}}, {2, 11, {}, {.reference = "1"}}};
    EXPECT_EQ(history_of(versions, plain_words())[0].changes, (std::vector<std::string>{"Reported again without change"}));
}

}  // namespace
}  // namespace kith::workforce
