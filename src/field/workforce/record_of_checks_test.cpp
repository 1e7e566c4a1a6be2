#include "workforce/record_of_checks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace kith::workforce {
namespace {
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::UnorderedElementsAre;

const packs::Packs& all_packs()
{
    static const auto packs = packs::built_in();
    return packs;
}

Date day(const char* iso) { return *Date::parse_iso(iso); }

Fact check(std::string code, const char* on, std::string detail = "clear")
{
    return {.kind = FactKind::check, .list = "checks", .code = std::move(code), .detail = std::move(detail), .on = on == nullptr ? std::optional<Date>{} : day(on)};
}

const CheckedWork family_worker{.role = "family_support_worker", .contract = "permanent", .starts_on = day("2026-09-01")};

/// Everything that a family support worker needs, done in August.
std::vector<Fact> everything()
{
    std::vector<Fact> facts;
    for (const auto* code : {"identity", "right_to_work", "references", "criminal_record", "barred_list"}) facts.push_back(check(code, "2026-08-10"));
    return facts;
}

std::vector<Fact> without(std::string_view code)
{
    auto facts = everything();
    std::erase_if(facts, [&](const Fact& fact) { return fact.code == code; });
    return facts;
}

CheckRecord record_of(const std::vector<Fact>& facts, const CheckedWork& work = family_worker)
{
    return check_record({&work, 1}, facts, all_packs(), all_packs().limits("checks_policy"));
}

const CheckStanding& standing(const CheckRecord& record, std::string_view code)
{
    return *std::ranges::find_if(record.standings, [&](const auto& one) { return one.check->code == code; });
}

}  // namespace

TEST(ChecksNeeded, AreThoseOfEveryoneAndThoseOfTheRole)
{
    EXPECT_THAT(checks_needed(family_worker, all_packs()), UnorderedElementsAre("identity", "right_to_work", "references", "criminal_record", "barred_list"));
    EXPECT_THAT(checks_needed({"headteacher", "permanent", day("2026-09-01")}, all_packs()), testing::IsSupersetOf({"prohibition", "section_128"}));
    EXPECT_THAT(checks_needed({"nursery_worker", "permanent", day("2026-09-01")}, all_packs()), Contains("childcare_disqualification"));
    EXPECT_THAT(checks_needed({"social_worker", "agency", day("2026-09-01")}, all_packs()), Contains("required_qualification"));
}

TEST(ChecksNeeded, LeaveOutWhatAKindOfContractDoesNotAskFor)
{
    EXPECT_THAT(checks_needed({"childrens_volunteer", "volunteer", day("2026-09-01")}, all_packs()), Not(Contains("right_to_work")));
    EXPECT_THAT(checks_needed({"governor", "trustee_or_governor", day("2026-09-01")}, all_packs()), UnorderedElementsAre("identity", "criminal_record", "section_128"));
}

TEST(CheckRecord, AsksForWhatAnyOfSeveralJobsNeeds)
{
    const std::array jobs{CheckedWork{"teaching_assistant", "permanent", day("2010-09-01")}, CheckedWork{"headteacher", "permanent", day("2020-09-01")}};
    auto facts = everything();
    const auto decided = [&] { return check_record(jobs, facts, all_packs(), all_packs().limits("checks_policy")); };
    EXPECT_THAT(decided().reasons, testing::IsSupersetOf({testing::HasSubstr("Prohibition"), testing::HasSubstr("Section 128")}));
    EXPECT_EQ(decided().clearance, Clearance::may_not_start);
    facts.push_back(check("prohibition", "2020-08-10"));
    facts.push_back(check("section_128", "2020-08-10"));
    EXPECT_EQ(decided().clearance, Clearance::may_start);
}

TEST(CheckRecord, LetsSomeoneStartWithEverythingDone)
{
    auto record = record_of(everything());
    EXPECT_EQ(record.clearance, Clearance::may_start);
    EXPECT_THAT(record.reasons, IsEmpty());
}

TEST(CheckRecord, SaysWhatIsMissing)
{
    for (const auto* code : {"identity", "right_to_work", "references", "barred_list", "criminal_record"}) {
        auto record = record_of(without(code));
        EXPECT_EQ(record.clearance, Clearance::may_not_start) << code;
        EXPECT_THAT(record.reasons, ElementsAre(testing::EndsWith(": missing"))) << code;
    }
}

TEST(CheckRecord, LetsSomeoneStartSupervisedOnlyWithBarredListAndRiskAssessment)
{
    auto facts = without("criminal_record");
    facts.push_back(check("criminal_record", nullptr, "pending"));
    auto record = record_of(facts);
    EXPECT_EQ(record.clearance, Clearance::may_not_start);
    EXPECT_THAT(record.reasons, Contains("No risk assessment is recorded for starting before the certificate comes"));
    facts.push_back(check("risk_assessment", "2026-09-02"));
    EXPECT_EQ(record_of(facts).clearance, Clearance::may_not_start) << "made after the start";
    facts.back() = check("risk_assessment", "2026-09-01");
    record = record_of(facts);
    EXPECT_EQ(record.clearance, Clearance::may_start_supervised);
    EXPECT_THAT(record.reasons, ElementsAre(testing::EndsWith(": not back yet")));
}

TEST(CheckRecord, LetsNobodyStartSupervisedWhoseBarredListWasCheckedLateOrWhoseCertificateWasNeverAskedFor)
{
    auto facts = without("criminal_record");
    facts.push_back(check("risk_assessment", "2026-08-30"));
    EXPECT_EQ(record_of(facts).clearance, Clearance::may_not_start);
    facts.push_back(check("criminal_record", nullptr, "pending"));
    EXPECT_EQ(record_of(facts).clearance, Clearance::may_start_supervised);
    std::ranges::find(facts, "barred_list", &Fact::code)->on = day("2026-09-05");
    EXPECT_EQ(record_of(facts).clearance, Clearance::may_not_start);
}

TEST(CheckRecord, AnAnswerCountsBeforeAQuestionAskedLater)
{
    auto facts = everything();
    facts.push_back(check("criminal_record", nullptr, "pending"));
    EXPECT_EQ(record_of(facts).clearance, Clearance::may_start);
}

TEST(CheckRecord, ChecksAreDoneAgainByLocalPolicyAndNeverExpire)
{
    auto record = record_of(everything());
    EXPECT_EQ(standing(record, "criminal_record").due_on, day("2029-08-10"));
    EXPECT_EQ(standing(record, "barred_list").due_on, std::nullopt);
    EXPECT_EQ(record.next_due(), day("2029-08-10"));
    auto facts = everything();
    std::ranges::find(facts, "criminal_record", &Fact::code)->until = day("2027-01-31");
    record = record_of(facts);
    EXPECT_EQ(standing(record, "criminal_record").due_on, day("2027-01-31"));
    EXPECT_EQ(record.clearance, Clearance::may_start);
    EXPECT_EQ(again_words(day("2027-01-31"), day("2027-01-31")), "To be done again by 31 January 2027");
    EXPECT_EQ(again_words(day("2027-01-31"), day("2027-02-01")), "To be done again since 31 January 2027");
}

TEST(CheckRecord, ACheckThatStandsAgainstSomeoneOutweighsWhatWasClearBefore)
{
    for (const auto* on : {static_cast<const char*>(nullptr), "2026-08-20"}) {
        auto facts = everything();
        facts.push_back(check("barred_list", on, "not_clear"));
        auto record = record_of(facts);
        EXPECT_EQ(record.clearance, Clearance::may_not_start);
        EXPECT_THAT(record.reasons, ElementsAre("Children's barred list: it does not allow work with children"));
    }
    auto not_asked_for = everything();
    not_asked_for.push_back(check("overseas", "2026-08-20", "not_clear"));
    EXPECT_EQ(record_of(not_asked_for).clearance, Clearance::may_not_start);
}

TEST(CheckRecord, WhatThePersonInChargeFoundNotNeededIsSettled)
{
    auto facts = without("references");
    facts.push_back(check("references", "2026-08-20", "not_needed"));
    EXPECT_EQ(record_of(facts).clearance, Clearance::may_start);
}

TEST(CheckRecord, AStatusCheckOfTheUpdateServiceCountsAsDoingItAgain)
{
    auto facts = everything();
    facts.push_back(check("update_service", "2027-02-01"));
    EXPECT_EQ(standing(record_of(facts), "criminal_record").due_on, day("2030-02-01"));
    facts.back().detail = "not_clear";
    EXPECT_EQ(record_of(facts).clearance, Clearance::may_not_start);
}

TEST(HowSoon, CountsThirtySixtyAndNinetyDays)
{
    const auto today = day("2026-11-01");
    EXPECT_EQ(how_soon(day("2026-10-31"), today), Soon::passed);
    EXPECT_EQ(how_soon(day("2026-11-01"), today), Soon::within_30);
    EXPECT_EQ(how_soon(day("2026-12-01"), today), Soon::within_30);
    EXPECT_EQ(how_soon(day("2026-12-02"), today), Soon::within_60);
    EXPECT_EQ(how_soon(day("2026-12-31"), today), Soon::within_60);
    EXPECT_EQ(how_soon(day("2027-01-30"), today), Soon::within_90);
    EXPECT_EQ(how_soon(day("2027-01-31"), today), Soon::later);
}

TEST(CheckPacks, NameRolesContractsAndChecksThatAreThere)
{
    for (const auto& limit : all_packs().limits("checks_policy").all()) EXPECT_NE(all_packs().list("checks").find(limit.name), nullptr) << limit.name;
}

}  // namespace kith::workforce
