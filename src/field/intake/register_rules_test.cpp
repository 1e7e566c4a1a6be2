// Rules against what is held: one case each.
#include "intake/register_rules.hpp"

#include "intake/staff_check.hpp"
#include "kit/intake_sample.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

namespace kith::intake {
namespace {
using Rows = std::vector<kit::StaffCells>;

const Surroundings& area()
{
    static const auto made = kit::sample_area();
    return made;
}

struct Said {
    std::set<std::string> rules;
    returns::Findings findings;
};

Said said(const std::string& bytes, const workforce::RegisterView& view, std::optional<std::int64_t> declared = {}, const Elsewhere& elsewhere = {},
          bool lists_everyone = true)
{
    auto check = check_staff("staff.csv", bytes, area());
    EXPECT_EQ(check.refusal, "");
    auto organisation = *area().organisation(kit::oak);
    organisation.expected_headcount = declared;
    const auto rows = rows_by_organisation(*check.file);
    const auto difference = difference_of(*check.file, view, kit::sample_packs(), area().today());
    const RuleLimits limits{kit::sample_packs(), area().today()};
    Said answer;
    answer.findings = judged_against_the_register({*check.file, *check.index, rows.at(0).rows, organisation, view, difference.difference, limits, area().today(), elsewhere, lists_everyone});
    for (const auto& finding : answer.findings) answer.rules.insert(finding.rule);
    return answer;
}

Rows people(int count, int from = 0)
{
    Rows rows;
    for (int i = from; i < from + count; ++i)
        rows.push_back({.staff_reference = fmt::format("P{}", i), .family_name = fmt::format("Name{}", i), .date_of_birth = fmt::format("19{:02}-03-2{}", 60 + i % 40, i % 9),
                        .national_insurance_number = fmt::format("AB{:06}C", 200'000 + i)});
    return rows;
}

workforce::RegisterView holding(const std::string& bytes)
{
    workforce::RegisterView nothing{.organisation = kit::oak, .records = {}};
    auto check = check_staff("staff.csv", bytes, area());
    return kit::carried_out(nothing, difference_of(*check.file, nothing, kit::sample_packs(), area().today()).plan);
}

/// Lines at which `rule` still speaks of `bytes` once the register has been asked.
std::vector<std::int64_t> lines_left(const std::string& bytes, const workforce::RegisterView& view, std::string_view rule)
{
    auto check = check_staff("staff.csv", bytes, area());
    EXPECT_EQ(check.refusal, "");
    const auto rows = rows_by_organisation(*check.file);
    const auto difference = difference_of(*check.file, view, kit::sample_packs(), area().today());
    const RuleLimits limits{kit::sample_packs(), area().today()};
    HeldAnyway held_anyway;
    note_held_anyway(held_anyway, {*check.file, *check.index, rows.at(0).rows, *area().organisation(kit::oak), view, difference.difference, limits, area().today(), Elsewhere{}});
    leave_out(check.findings, held_anyway);
    std::vector<std::int64_t> lines;
    for (const auto& finding : check.findings)
        if (finding.rule == rule) lines.push_back(finding.line);
    return lines;
}

TEST(WhatIsHeldAnyway, IsNotSaidToBeMissingFromAFileWithoutItsColumn)
{
    const auto view = holding(kit::staff_file({{.staff_reference = "P1", .family_name = "Name", .date_of_birth = "1984-03-27"}, {.staff_reference = "P2", .family_name = "", .date_of_birth = ""}}));
    const std::string silent = "organisation,staff_reference,role,start_date\noak,P1,teacher,2019-04-01\noak,P2,teacher,2019-04-01\noak,P3,teacher,2019-04-01\n";
    const auto alone = check_staff("staff.csv", silent, area());
    EXPECT_EQ(std::ranges::count(alone.findings, "K-NAME-1", &returns::Finding::rule), 3) << "the file alone does not say";
    EXPECT_THAT(lines_left(silent, view, "K-NAME-1"), testing::ElementsAre(3, 4));
    EXPECT_THAT(lines_left(silent, view, "K-DOB-1"), testing::ElementsAre(3, 4));
    EXPECT_THAT(lines_left(silent, view, "K-FTE-4"), testing::ElementsAre(4));
}

workforce::RegisterView with_check(workforce::RegisterView view, std::size_t record, std::string code, Date on)
{
    view.records.at(record).facts.push_back({.id = {}, .fact = {.kind = workforce::FactKind::check, .list = "checks", .code = std::move(code), .on = on}});
    return view;
}

TEST(WhatIsHeldAnyway, ACheckDoneAgainIsNoLateOne)
{
    const auto file = kit::staff_file_with("criminal_record_check", {{{.staff_reference = "P0", .start_date = "2020-01-06"}, "2024-05-01"},
                                                                       {{.staff_reference = "P1", .family_name = "Okafor", .start_date = "2020-01-06"}, "2024-05-01"}});
    const auto held = holding(kit::staff_file(people(2)));
    EXPECT_THAT(lines_left(file, held, "K-CHECK-2"), testing::ElementsAre(2, 3));
    EXPECT_THAT(lines_left(file, with_check(held, 0, "criminal_record", *Date::parse_iso("2020-01-06")), "K-CHECK-2"), testing::ElementsAre(3));
    EXPECT_THAT(lines_left(file, with_check(held, 0, "barred_list", *Date::parse_iso("2020-01-06")), "K-CHECK-2"), testing::ElementsAre(2, 3)) << "another check";
    EXPECT_THAT(lines_left(file, with_check(held, 0, "criminal_record", *Date::parse_iso("2020-01-07")), "K-CHECK-2"), testing::ElementsAre(2, 3)) << "late as well";
}

TEST(WhatIsHeldAnyway, AnOldCheckThatWasDoneAgainSinceIsNotNoted)
{
    const auto file = kit::staff_file_with("criminal_record_check", {{{.staff_reference = "P0"}, "2012-05-01"}});
    const auto held = holding(kit::staff_file(people(1)));
    EXPECT_THAT(lines_left(file, held, "K-CHECK-3"), testing::ElementsAre(2));
    EXPECT_THAT(lines_left(file, with_check(held, 0, "criminal_record", *Date::parse_iso("2024-05-01")), "K-CHECK-3"), testing::IsEmpty());
    EXPECT_THAT(lines_left(file, with_check(held, 0, "criminal_record", *Date::parse_iso("2010-05-01")), "K-CHECK-3"), testing::ElementsAre(2)) << "older still";
}

TEST(AgainstLastTime, AReturnOfChangesSaysNothingOfHowManyThereAre)
{
    const auto held = holding(kit::staff_file(people(40)));
    EXPECT_THAT(said(kit::staff_file(people(2)), held, 40).rules, testing::IsSupersetOf({"K-LAST-2", "K-LAST-4"}));
    EXPECT_THAT(said(kit::staff_file(people(2)), held, 40, {}, false).rules, testing::AllOf(testing::Not(testing::Contains("K-LAST-2")), testing::Not(testing::Contains("K-LAST-4"))));
}

TEST(AgainstLastTime, TheSameFileAgainIsNoted)
{
    const auto file = kit::staff_file(people(3));
    EXPECT_THAT(said(file, holding(file)).rules, testing::ElementsAre("K-LAST-1"));
    EXPECT_THAT(said(file, {.organisation = kit::oak, .records = {}}).rules, testing::IsEmpty());
}

/// Someone whom another organisation holds full time today, born on that day.
workforce::HeldElsewhere claimed(std::string given, std::string family, std::string_view born, std::int64_t fte = 1000)
{
    workforce::HeldEngagement job{.id = {}, .engagement = {.reference = {}, .started_on = kit::day("2021-01-04"), .ended_on = {}}, .terms = {}};
    job.terms.push_back({.id = {}, .terms = {.from_on = kit::day("2021-01-04"), .setting = {}, .locality = {}, .role_list = {}, .role_code = {}, .sector = {}, .breadth = {}, .contract = {},
                                             .fte = Fte::thousandths(fte)}});
    std::optional<workforce::DateOfBirth> birth;
    if (!born.empty()) birth = workforce::DateOfBirth{kit::day(born)};
    return {.given_name = workforce::PersonName{std::move(given)}, .family_name = workforce::PersonName{std::move(family)}, .birth_date = birth, .engagements = {std::move(job)}};
}

std::set<std::string> said_of_one(const kit::StaffCells& row, const workforce::HeldElsewhere& there)
{
    return said(kit::staff_file({row}), {.organisation = kit::oak, .records = {}}, {}, {{0, {there}}}).rules;
}

TEST(AcrossTheRegister, ANumberThatSomeoneElseHasIsAskedAboutAndNotEchoed)
{
    const kit::StaffCells row{.family_name = "Reed", .given_name = "Ann", .date_of_birth = "1980-03-02", .national_insurance_number = "AB200001C", .fte = "1"};
    EXPECT_THAT(said_of_one(row, claimed("Ann", "Reed", "1980-03-03")), testing::ElementsAre("K-NI-4"));
    EXPECT_THAT(said_of_one(row, claimed("Bea", "Stone", "")), testing::ElementsAre("K-NI-4"));
    EXPECT_THAT(said_of_one(row, claimed("Ann", "Stone", "", 400)), testing::IsEmpty()) << "a family name may change";
    EXPECT_THAT(said_of_one(row, claimed("Bea", "Stone", "1980-03-02", 400)), testing::IsEmpty()) << "the day of birth says more than a name";
    const auto answer = said(kit::staff_file({row}), {.organisation = kit::oak, .records = {}}, {}, {{0, {claimed("Bea", "Stone", "1971-01-01")}}});
    const auto& words = answer.findings.at(0).message;
    for (const auto* secret : {"200001", "Bea", "Stone", "1971", "Elm"}) EXPECT_EQ(words.find(secret), std::string::npos) << secret;
}

TEST(AcrossTheRegister, OnePersonFullTimeWithTwoIsAskedAbout)
{
    kit::StaffCells row{.family_name = "Reed", .given_name = "Ann", .date_of_birth = "1980-03-02", .national_insurance_number = "AB200001C", .fte = "1"};
    EXPECT_THAT(said_of_one(row, claimed("Ann", "Reed", "1980-03-02")), testing::ElementsAre("K-NI-7"));
    EXPECT_THAT(said_of_one(row, claimed("Ann", "Reed", "1980-03-02", 500)), testing::IsEmpty());
    row.end_date = "2025-01-31";
    EXPECT_THAT(said_of_one(row, claimed("Ann", "Reed", "1980-03-02")), testing::IsEmpty()) << "has left, and joined the other";
}

TEST(AgainstLastTime, AHeadcountThatJumpsIsAskedAbout)
{
    const auto held = holding(kit::staff_file(people(40)));
    EXPECT_THAT(said(kit::staff_file(people(20)), held).rules, testing::Contains("K-LAST-2"));
    EXPECT_THAT(said(kit::staff_file(people(36)), held).rules, testing::Not(testing::Contains("K-LAST-2")));
}

TEST(AgainstLastTime, AnFteThatJumpsWithTheSamePeopleIsAskedAbout)
{
    auto rows = people(40);
    const auto held = holding(kit::staff_file(rows));
    for (auto& row : rows) row.fte = "0.2";
    EXPECT_THAT(said(kit::staff_file(rows), held).rules, testing::Contains("K-LAST-3"));
}

TEST(AgainstLastTime, AHeadcountFarFromTheDeclaredOneIsAskedAbout)
{
    const auto file = kit::staff_file(people(20));
    EXPECT_THAT(said(file, holding(file), 25).rules, testing::Contains("K-LAST-4"));
    EXPECT_THAT(said(file, holding(file), 21).rules, testing::Not(testing::Contains("K-LAST-4")));
}

TEST(AgainstLastTime, ManyNewAndManyLeftOutMayBeTheSamePeople)
{
    EXPECT_THAT(said(kit::staff_file(people(30, 20)), holding(kit::staff_file(people(30)))).rules, testing::Contains("K-LAST-5"));
}

TEST(AgainstLastTime, AnotherBirthDateOrNumberIsAskedAboutAtItsLine)
{
    auto rows = people(2);
    const auto held = holding(kit::staff_file(rows));
    rows[1].date_of_birth = "1970-05-06", rows[1].national_insurance_number = "AB777777C";
    const auto answer = said(kit::staff_file(rows), held);
    EXPECT_THAT(answer.rules, testing::IsSupersetOf({"K-LAST-6", "K-LAST-7"}));
    for (const auto& finding : answer.findings) {
        EXPECT_EQ(finding.line, 3);
        EXPECT_THAT(finding.message, testing::Not(testing::HasSubstr("777777")));
    }
}

TEST(AgainstLastTime, ClearedColumnsAreAskedAboutOnce)
{
    auto rows = people(3);
    const auto held = holding(kit::staff_file(rows));
    for (auto& row : rows) row.date_of_birth = row.national_insurance_number = "";
    EXPECT_THAT(said(kit::staff_file(rows), held).rules, testing::IsSupersetOf({"K-LAST-8", "K-LAST-9"}));
}

TEST(AgainstLastTime, AJobThatHadEndedAndRunsOnIsAskedAbout)
{
    auto rows = people(1);
    rows[0].end_date = "2026-03-31";
    const auto held = holding(kit::staff_file(rows));
    rows[0].end_date = "";
    EXPECT_THAT(said(kit::staff_file(rows), held).rules, testing::Contains("K-LAST-10"));
}

TEST(AgainstTheRegister, AFactOfNobodyIsNotTaken)
{
    const auto answer = said("staff_reference,kind,code,on\r\nP9,check,identity,2026-01-02\r\n", holding(kit::staff_file(people(1))));
    EXPECT_THAT(answer.rules, testing::ElementsAre("K-FACT-19"));
    EXPECT_EQ(answer.findings.at(0).severity, returns::Severity::error);
}

TEST(AgainstTheRegister, AnAbsenceOfDaysThatAreHeldFromAnotherDayIsAskedAbout)
{
    auto held = holding(kit::staff_file(people(2)));
    held.records.at(0).facts.push_back({.id = {}, .fact = {.kind = workforce::FactKind::absence, .list = "absence_reasons", .code = "sickness", .detail = "2", .on = *Date::parse_iso("2026-01-01"), .until = *Date::parse_iso("2026-03-31")}});
    auto rules = [&](const std::string& rows) { return said("staff_reference,kind,code,detail,on,until,removed\r\n" + rows, held).rules; };
    EXPECT_THAT(rules("P0,absence,sickness,1,2026-03-31,2026-04-30,\r\n"), testing::Contains("K-ABSENCE-7"));
    EXPECT_THAT(rules("P0,absence,sickness,3,2026-01-01,2026-04-30,\r\n"), testing::Not(testing::Contains("K-ABSENCE-7"))) << "the same, corrected";
    EXPECT_THAT(rules("P0,absence,sickness,1,2026-04-01,2026-04-30,\r\n"), testing::Not(testing::Contains("K-ABSENCE-7"))) << "the days since";
    EXPECT_THAT(rules("P0,absence,other,1,2026-03-31,2026-04-30,\r\n"), testing::Not(testing::Contains("K-ABSENCE-7"))) << "another reason";
    EXPECT_THAT(rules("P1,absence,sickness,1,2026-03-31,2026-04-30,\r\n"), testing::Not(testing::Contains("K-ABSENCE-7"))) << "someone else";
    EXPECT_THAT(rules("P0,absence,sickness,1,2026-03-31,2026-04-30,\r\nP0,absence,sickness,,2026-01-01,,yes\r\n"), testing::Not(testing::Contains("K-ABSENCE-7"))) << "the held one goes";
}

TEST(AgainstTheRegister, AManagerNobodyKnowsIsAskedAbout)
{
    auto file = [](const std::string& manager) { return kit::staff_file_with("manager", {{{.staff_reference = "P0"}, manager}, {{.staff_reference = "P1", .family_name = "Okafor"}, ""}}); };
    const auto held = holding(kit::staff_file(people(3)));
    EXPECT_THAT(said(file("P8"), held).rules, testing::Contains("K-MANAGER-4"));
    EXPECT_THAT(said(file("P1"), held).rules, testing::Not(testing::Contains("K-MANAGER-4"))) << "in the file";
    EXPECT_THAT(said(file("P2"), held).rules, testing::Not(testing::Contains("K-MANAGER-4"))) << "in the register";
}

TEST(AgainstTheRegister, ANewReferenceForSomebodyWhoIsHeldIsAskedAbout)
{
    const auto held = holding(kit::staff_file({{.staff_reference = "A1"}}));
    EXPECT_THAT(said(kit::staff_file({{.staff_reference = "B1"}}), held).rules, testing::Contains("K-LAST-11"));  // more of it in held_already_test.cpp
}

TEST(AgainstTheRegister, EveryRuleHasACaseAbove)
{
    std::set<std::string_view> ids;
    for (const auto& entry : rules_against_the_register()) ids.insert(entry.rule.id);
    EXPECT_THAT(ids, testing::UnorderedElementsAre("K-LAST-1", "K-LAST-2", "K-LAST-3", "K-LAST-4", "K-LAST-5", "K-LAST-6", "K-LAST-7", "K-LAST-8", "K-LAST-9",
                                                   "K-LAST-10", "K-LAST-11", "K-ABSENCE-7", "K-FACT-19", "K-MANAGER-4", "K-NI-4", "K-NI-7"));
}

}  // namespace
}  // namespace kith::intake
