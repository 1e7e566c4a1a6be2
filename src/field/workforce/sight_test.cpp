#include "workforce/sight.hpp"

#include <gtest/gtest.h>

namespace kith::workforce {
namespace {

using access::Grant;
using access::Role;
using access::Scope;
using access::Viewer;

constexpr OrganisationId acorns{1};
constexpr OrganisationId brook{2};

Viewer with(Role role, Scope scope)
{
    return {.account = access::AccountId{7}, .name = {}, .grants = {Grant{role, scope}}};
}

Whose of(const Viewer& viewer, std::vector<SharedRecords> shared = {})
{
    return {access::reach(viewer, access::Permission::see_staff), std::move(shared)};
}

TEST(Parts, AreInTheOrderOfTheEnumerationAndEveryNameIsItsOwn)
{
    std::size_t place = 0;
    for (const auto& row : part_table()) {
        EXPECT_EQ(static_cast<std::size_t>(row.part), place++);
        EXPECT_EQ(part_named(row.name), row.part);
    }
    EXPECT_FALSE(part_named("everything"));
}

TEST(Sight, OfAnotherOrganisationsRecordIsNothing)
{
    const auto steward = with(Role::data_steward, Scope::organisation(acorns));
    EXPECT_TRUE(sight_of(steward, of(steward), {.organisation = acorns})->is_whole());
    EXPECT_FALSE(sight_of(steward, of(steward), {.organisation = brook}));
}

TEST(Sight, ByAnAgreementIsOfThePartsAgreedAndNoOthers)
{
    const auto steward = with(Role::data_steward, Scope::organisation(acorns));
    const std::vector<SharedRecords> shared{{brook, acorns, {Part::training, Part::checks}}};
    EXPECT_EQ(sight_of(steward, of(steward, shared), {.organisation = brook}), (Sight{Part::training, Part::checks}));
    EXPECT_TRUE(sight_of(steward, of(steward, shared), {.organisation = acorns})->is_whole());
}

TEST(Sight, ByAnAgreementAsksForThePermissionOfEachPart)
{
    const auto manager = with(Role::manager, Scope::organisation(acorns));
    const std::vector<SharedRecords> shared{{brook, acorns, {Part::training, Part::pay, Part::checks}}};
    EXPECT_EQ(sight_of(manager, of(manager, shared), {.organisation = brook}), (Sight{Part::training, Part::checks}));
}

TEST(Sight, ByAnAgreementNeverHasWhatMayNotBeShared)
{
    const auto steward = with(Role::data_steward, Scope::organisation(acorns));
    EXPECT_FALSE(sight_of(steward, of(steward, {{brook, acorns, Sight::whole()}}), {.organisation = brook})->sees(Part::national_insurance));
    EXPECT_FALSE(sight_of(steward, of(steward, {{brook, acorns, Sight::whole()}}), {.organisation = brook})->sees(Part::history));
    EXPECT_FALSE(sight_of(steward, of(steward, {{brook, acorns, Sight::whole()}}), {.organisation = brook})->sees(Part::equality));
    EXPECT_FALSE(sight_of(steward, of(steward, {{brook, acorns, Sight::whole()}}), {.organisation = brook})->sees(Part::absence));
}

TEST(Sight, ByAnAgreementWithSomebodyElseIsNothing)
{
    const auto steward = with(Role::data_steward, Scope::organisation(OrganisationId{3}));
    EXPECT_FALSE(sight_of(steward, of(steward, {{brook, acorns, {Part::training}}}), {.organisation = brook}));
}

TEST(Sight, IsOfALocalityWhereItsPeopleWork)
{
    const auto lead = with(Role::locality_lead, Scope::locality(access::LocalityId{5}));
    const auto sight = sight_of(lead, of(lead), {.organisation = brook, .localities = {access::LocalityId{5}}});
    ASSERT_TRUE(sight);
    EXPECT_TRUE(sight->sees(Part::training));
    EXPECT_FALSE(sight->sees(Part::pay));
    EXPECT_FALSE(sight->sees(Part::birth_date));
}

TEST(Veils, TakeAwayWhatIsNotSeenAndLeaveTheRest)
{
    StaffRecord record{.reference = "A1", .birth_date = DateOfBirth{Date{}}, .sex = "female", .ethnicity = "arab", .disability = "disabled"};
    veil(record, {Part::sex});
    EXPECT_EQ(record, (StaffRecord{.reference = "A1", .sex = "female"}));
    EngagementTerms terms{.from_on = {}, .role_code = "x", .hours = 100, .pay = Pence{1}, .pay_period = "hour", .pension_scheme = "lgps"};
    veil(terms, {});
    EXPECT_FALSE(terms.pay);
    EXPECT_EQ(terms.pension_scheme, "");
    EXPECT_EQ(terms.hours, 100);
    std::vector<HeldFact> facts{{FactId{1}, {.kind = FactKind::check}}, {FactId{2}, {.kind = FactKind::training}}, {FactId{3}, {.kind = FactKind::absence}}};
    veil(facts, {Part::training});
    ASSERT_EQ(facts.size(), 1u);
    EXPECT_EQ(facts[0].fact.kind, FactKind::training);
}

}  // namespace
}  // namespace kith::workforce
