// Facts: what a staff return and a file of facts say of them, against what is held.
#include "intake/staff_check.hpp"
#include "kit/intake_sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::intake {
namespace {
using workforce::FactKind;

const Surroundings& area()
{
    static const auto made = kit::sample_area();
    return made;
}

StaffDifference difference(const std::string& bytes, const workforce::RegisterView& view)
{
    auto check = check_staff("staff.csv", bytes, area());
    EXPECT_EQ(check.refusal, "");
    return difference_of(*check.file, view, kit::sample_packs(), area().today());
}

workforce::RegisterView nothing() { return {.organisation = kit::oak, .records = {}}; }

std::string with_skills(const std::string& skills) { return kit::staff_file_with("skills", {{{}, skills}}); }

std::string fact_file(const std::string& row) { return "staff_reference,kind,code,detail,on,until,number,words,removed\r\n" + row + "\r\n"; }

workforce::RegisterView holding(const std::string& bytes) { return kit::carried_out(nothing(), difference(bytes, nothing()).plan); }

TEST(Facts, ComeInWithANewRecordFromColumnsOfTheirOwn)
{
    const auto plan = difference(kit::staff_file_with("skills,criminal_record_check,criminal_record_number,last_supervision",
                                                      {{{}, kit::code_of("skills") + "; " + kit::code_of("skills", 1) + ",2019-03-01,001234567890,2026-10-01"}}), nothing()).plan;
    ASSERT_EQ(plan.new_records.size(), 1U);
    const auto& facts = plan.new_records[0].facts;
    ASSERT_EQ(facts.size(), 4U);
    EXPECT_EQ(facts[0].kind, FactKind::skill);
    EXPECT_EQ(facts[0].list, "skills");
    EXPECT_EQ(facts[2].kind, FactKind::supervision);
    EXPECT_EQ(facts[3].code, "criminal_record");
    EXPECT_EQ(facts[3].number, "001234567890");
    EXPECT_EQ(facts[3].on, kit::day("2019-03-01"));
}

TEST(Facts, TheSameFileTwiceChangesNothing)
{
    const auto file = kit::staff_file_with("skills,identity_check,last_appraisal", {{{}, kit::code_of("skills") + ",2019-03-01,2026-10-01"}});
    EXPECT_TRUE(difference(file, holding(file)).plan.is_empty());
}

TEST(Facts, AListInARowIsTheWholeList)
{
    const auto held = holding(with_skills(kit::code_of("skills")));
    auto other = difference(with_skills(kit::code_of("skills", 1)), held);
    EXPECT_EQ(other.plan.added_facts.size(), 1U);
    EXPECT_EQ(other.plan.ended_facts.size(), 1U);
    EXPECT_EQ(difference(with_skills(""), held).plan.ended_facts.size(), 1U) << "a blank cell clears";
    EXPECT_TRUE(difference(kit::staff_file({{}}), held).plan.ended_facts.empty()) << "a file without the column says nothing";
    EXPECT_TRUE(difference(with_skills("nonsense"), held).plan.ended_facts.empty()) << "a list that cannot be read ends nothing";
}

TEST(Facts, ALaterCheckStandsBesideTheEarlierOne)
{
    const auto held = holding(kit::staff_file_with("identity_check", {{{}, "2019-03-01"}}));
    const auto plan = difference(kit::staff_file_with("identity_check", {{{}, "2026-03-01"}}), held).plan;
    EXPECT_EQ(plan.added_facts.size(), 1U);
    EXPECT_TRUE(plan.ended_facts.empty());
    EXPECT_TRUE(difference(kit::staff_file_with("identity_check", {{{}, ""}}), held).plan.is_empty()) << "an empty cell leaves it";
}

TEST(FactFiles, AddChangeAndEndFactsOfPeopleWhoAreHeld)
{
    const auto held = holding(kit::staff_file({{}}));
    const auto code = kit::code_of("trainings");
    const auto added = difference(fact_file("A1,training," + code + ",,2026-01-02,2029-01-02,,Somewhere,"), held);
    ASSERT_EQ(added.plan.added_facts.size(), 1U);
    EXPECT_EQ(added.plan.added_facts[0].fact.words, "Somewhere");
    EXPECT_EQ(added.difference.writes, 1);
    const auto with = kit::carried_out(held, added.plan);
    const auto changed = difference(fact_file("A1,training," + code + ",,2026-01-02,2028-01-02,,Somewhere,"), with);
    ASSERT_EQ(changed.plan.changed_facts.size(), 1U);
    EXPECT_EQ(changed.plan.changed_facts[0].fact.until, kit::day("2028-01-02"));
    EXPECT_EQ(difference(fact_file("A1,training," + code + ",,2026-01-02,,,,yes"), with).plan.ended_facts.size(), 1U);
    EXPECT_TRUE(difference(fact_file("A2,training," + code + ",,2026-01-02,,,,"), with).plan.is_empty()) << "nobody is made by a fact";
}

TEST(Absence, ComesInFromColumnsAndIsCorrectedUnderItsFirstDay)
{
    auto file = [](const std::string& cells) { return kit::staff_file_with("sickness_from,sickness_until,sickness_days_lost", {{{}, cells}}); };
    const auto first = file("2026-01-01,2026-03-31,2.50");
    const auto facts = difference(first, nothing()).plan.new_records.at(0).facts;
    ASSERT_EQ(facts.size(), 1U);
    EXPECT_EQ(facts[0], (workforce::Fact{.kind = FactKind::absence, .list = "absence_reasons", .code = "sickness", .detail = "2.5", .on = kit::day("2026-01-01"), .until = kit::day("2026-03-31")}));
    const auto held = holding(first);
    EXPECT_TRUE(difference(first, held).plan.is_empty()) << "the same again";
    EXPECT_TRUE(difference(file(",,"), held).plan.is_empty()) << "empty cells say nothing";
    const auto corrected = difference(file("2026-01-01,2026-04-30,4"), held).plan;
    ASSERT_EQ(corrected.changed_facts.size(), 1U);
    EXPECT_EQ(corrected.changed_facts[0].fact.detail, "4");
    EXPECT_EQ(corrected.changed_facts[0].fact.until, kit::day("2026-04-30"));
    EXPECT_EQ(difference(file("2026-04-01,2026-04-30,1"), held).plan.added_facts.size(), 1U);
    EXPECT_TRUE(difference(file("2026-04-01,,1"), held).plan.is_empty()) << "a period without its last day is not taken";
}

TEST(Absence, ComesInFromAFileOfFactsWithoutNumberOrWords)
{
    const auto held = holding(kit::staff_file({{}}));
    const auto added = difference(fact_file("A1,absence,sickness,0,2026-01-01,2026-01-31,77,back pain,"), held).plan.added_facts;
    ASSERT_EQ(added.size(), 1U);
    EXPECT_EQ(added[0].fact.detail, "0");
    EXPECT_EQ(added[0].fact.number + added[0].fact.words, "");
    const auto overlapping = difference(fact_file("A1,absence,sickness,1,2026-01-01,2026-01-31,,,\r\nA1,absence,sickness,1,2026-01-31,2026-02-28,,,"), held).plan.added_facts;
    ASSERT_EQ(overlapping.size(), 1U) << "the one that overlaps is not taken";
    EXPECT_EQ(overlapping[0].fact.on, kit::day("2026-01-01"));
}

TEST(Absence, IsSaidInSamplesToBeOneAndNoMore)
{
    const auto held = holding(kit::staff_file_with("sickness_from,sickness_until,sickness_days_lost", {{{}, "2026-01-01,2026-03-31,2.5"}}));
    const auto made = difference(fact_file("A1,absence,sickness,7.25,2026-01-01,2026-03-31,,,\r\nA1,absence,other,9,2026-01-01,2026-03-31,,,"), held);
    std::string words;
    for (const auto& heading : made.difference.headings)
        for (const auto& sample : heading.samples) words += sample.words + "|";
    EXPECT_THAT(words, testing::HasSubstr("Absence: days lost changes"));
    EXPECT_THAT(words, testing::Not(testing::AnyOf(testing::HasSubstr("7.25"), testing::HasSubstr("ickness"), testing::HasSubstr("nother"))));
}

TEST(FactFiles, SayInSamplesThatACheckIsThereAndNotWhich)
{
    const auto difference_of_check = difference(fact_file("A1,check,criminal_record,,2026-01-02,,001234567890,,"), holding(kit::staff_file({{}})));
    const auto& headings = difference_of_check.difference.headings;
    auto found = std::ranges::find(headings, "new_facts", &returns::DifferenceHeading::id);
    ASSERT_NE(found, headings.end());
    EXPECT_EQ(found->samples.at(0).words, "Check");
}

TEST(FurtherFields, AreTakenComparedAndCleared)
{
    const auto columns = "sex,pay,pay_period,pattern,caseload,manager,origin";
    auto file = [&](const std::string& cells) { return kit::staff_file_with(columns, {{{}, cells}}); };
    const auto sex = kit::code_of("sex"), origin = kit::code_of("starter_origins");
    const auto held = holding(file(sex + ",25900,year,tue;mon,12,," + origin));
    ASSERT_EQ(held.records.size(), 1U);
    const auto& terms = held.records[0].engagements.at(0).terms.at(0).terms;
    EXPECT_EQ(held.records[0].record.sex, sex);
    EXPECT_EQ(terms.pay, Pence{25'900'00});
    EXPECT_EQ(terms.pay_period, "year");
    EXPECT_EQ(terms.pattern, "mon;tue") << "in the order of the list";
    EXPECT_EQ(terms.caseload, 12);
    EXPECT_EQ(held.records[0].engagements[0].engagement.origin, origin);
    EXPECT_TRUE(difference(file(sex + ",25900,year,mon;tue,12,," + origin), held).plan.is_empty());
    const auto cleared = difference(file(sex + ",,,,,," + origin), held).plan;
    ASSERT_EQ(cleared.new_terms.size(), 1U);
    EXPECT_FALSE(cleared.new_terms[0].terms.pay.has_value());
    EXPECT_FALSE(cleared.new_terms[0].terms.caseload.has_value());
}

TEST(FurtherFields, SamplesNeverSayWhatIsSeenByLeaveOnly)
{
    const auto columns = "ethnicity,pay,pay_period";
    const auto held = holding(kit::staff_file_with(columns, {{{}, kit::code_of("ethnicities") + ",25900,year"}}));
    const auto changed = difference(kit::staff_file_with(columns, {{{}, kit::code_of("ethnicities", 1) + ",26900,year"}}), held);
    std::string words;
    for (const auto& heading : changed.difference.headings)
        for (const auto& sample : heading.samples) words += sample.words + "\n";
    EXPECT_THAT(words, testing::HasSubstr("pay changes"));
    EXPECT_THAT(words, testing::HasSubstr("ethnic group"));
    for (auto secret : {"25,900", "26,900", "25900", "26900"}) EXPECT_THAT(words, testing::Not(testing::HasSubstr(secret)));
}

}  // namespace
}  // namespace kith::intake
