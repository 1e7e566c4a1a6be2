#include "intake/touched.hpp"

#include "kit/intake_sample.hpp"

#include <gmock/gmock.h>

namespace kith::intake {
namespace {
using kit::day;
using testing::ElementsAre;
using testing::IsEmpty;

workforce::NumberKeeper plain()
{
    workforce::NumberKeeper numbers;
    numbers.mark = [](std::string_view text) { return std::string{text}; };
    return numbers;
}

/// OAK's A1: one job, its terms of 2019 and of 2024, and a check.
workforce::RegisterView view()
{
    workforce::HeldStaffRecord held{.id = access::StaffRecordId{10}, .record = {.reference = "A1", .given_name = workforce::PersonName{"Ana"}, .family_name = workforce::PersonName{"Reyes"},
                                                                                .birth_date = {}, .national_insurance = {}}, .engagements = {}};
    workforce::HeldEngagement job{workforce::EngagementId{20}, {.reference = "E1", .started_on = day("2019-04-01"), .ended_on = {}}, {}};
    workforce::EngagementTerms terms{.from_on = day("2019-04-01"), .setting = {}, .locality = {}, .role_list = "roles", .role_code = "health_visitor", .sector = "health",
                                     .breadth = "core", .contract = "permanent", .fte = Fte::thousandths(1000)};
    job.terms.push_back({workforce::TermsId{30}, terms});
    terms.from_on = day("2024-04-01"), terms.fte = Fte::parse("0.5").value();
    job.terms.push_back({workforce::TermsId{31}, terms});
    held.engagements.push_back(job);
    held.facts.push_back({workforce::FactId{40}, {.kind = workforce::FactKind::check, .list = "checks", .code = "identity"}});
    return {.organisation = kit::oak, .records = {held}};
}

std::vector<std::string> touched(const workforce::Plan& plan)
{
    std::vector<std::string> values;
    for (const auto& one : touched_by(plan, view(), plain())) {
        EXPECT_EQ(one.subject, "1:A1");
        values.push_back(one.value);
    }
    return values;
}

TEST(Touched, IsWhatDiffersInTheRecord)
{
    auto record = view().records[0].record;
    record.birth_date = workforce::DateOfBirth{day("1980-01-01")};
    workforce::Plan plan{.organisation = kit::oak};
    plan.changed_records.push_back({access::StaffRecordId{10}, record});
    EXPECT_THAT(touched(plan), ElementsAre("date_of_birth"));
}

TEST(Touched, OfTermsIsWhatDiffersFromThoseInForceThen)
{
    auto terms = view().records[0].engagements[0].terms[1].terms;
    terms.from_on = day("2026-09-01"), terms.fte = Fte::thousandths(1000);
    workforce::Plan plan{.organisation = kit::oak};
    plan.new_terms.push_back({workforce::EngagementId{20}, terms});
    EXPECT_THAT(touched(plan), ElementsAre("fte"));
    plan.new_terms[0].terms.from_on = day("2020-01-01");
    EXPECT_THAT(touched(plan), IsEmpty()) << "full time as it was in 2020";
    plan.new_terms.clear();
    plan.removed_terms.push_back(workforce::TermsId{31});
    EXPECT_THAT(touched(plan), ElementsAre("fte"));
}

TEST(Touched, OfAJobIsItsDays)
{
    auto job = view().records[0].engagements[0].engagement;
    job.ended_on = day("2026-08-31");
    workforce::Plan plan{.organisation = kit::oak};
    plan.changed_engagements.push_back({workforce::EngagementId{20}, access::StaffRecordId{10}, job});
    EXPECT_THAT(touched(plan), ElementsAre("end_date"));
}

TEST(Touched, OfFactsIsTheirKind)
{
    workforce::Plan plan{.organisation = kit::oak};
    plan.ended_facts.push_back(workforce::FactId{40});
    EXPECT_THAT(touched(plan), ElementsAre(std::string{held_as(Field::identity_check)}));
}

TEST(Touched, IsNothingOfNewPeopleAndNewJobs)
{
    workforce::Plan plan{.organisation = kit::oak};
    plan.new_records.push_back({.record = {.reference = "A2"}, .engagements = {}});
    plan.new_engagements.push_back({access::StaffRecordId{10}, {.engagement = {.reference = "E2", .started_on = day("2026-01-01"), .ended_on = {}}, .terms = {}}});
    EXPECT_THAT(touched(plan), IsEmpty());
}

}  // namespace
}  // namespace kith::intake
