#include "access/reach.hpp"

#include <gtest/gtest.h>

namespace kith::access {
namespace {

Scope in_scope(ScopeKind kind)
{
    switch (kind) {
    case ScopeKind::area: return Scope::area();
    case ScopeKind::locality: return Scope::locality(LocalityId{7});
    case ScopeKind::organisation: return Scope::organisation(OrganisationId{7});
    case ScopeKind::own_record: return Scope::own_record(StaffRecordId{7});
    }
    return {};
}

Viewer viewer_with(std::vector<Grant> grants)
{
    return {AccountId{1}, "A viewer", std::move(grants)};
}

const Subject inside{.organisation = OrganisationId{7}, .localities = {LocalityId{7}}, .staff_record = StaffRecordId{7}};
const Subject outside{.organisation = OrganisationId{8}, .localities = {LocalityId{9}, LocalityId{8}}, .staff_record = StaffRecordId{8}};

/// The same table read another way: what a role in a scope may do to a thing inside and outside it.
struct Case {
    Role role;
    ScopeKind scope;
    Permission permission;
};

std::vector<Case> every_case()
{
    std::vector<Case> cases;
    for (const auto& role : role_table()) {
        for (auto scope : {ScopeKind::area, ScopeKind::locality, ScopeKind::organisation, ScopeKind::own_record}) {
            for (const auto& permission : permission_table()) cases.push_back({role.role, scope, permission.permission});
        }
    }
    return cases;
}

class EveryRoleScopeAndPermission : public testing::TestWithParam<Case> {};

TEST_P(EveryRoleScopeAndPermission, ReachesWhatTheTableSaysAndNoMore)
{
    const auto& [role, scope, permission] = GetParam();
    const auto given = reach(viewer_with({{role, in_scope(scope)}}), permission);
    if (openness_of(permission) != Openness::by_role) {
        EXPECT_TRUE(given.is_everything());
        return;
    }
    const bool held = row_of(role).may.holds(permission) && row_of(role).scope == scope;
    EXPECT_EQ(given.is_nothing(), !held);
    EXPECT_EQ(given.is_everything(), held && scope == ScopeKind::area);
    EXPECT_EQ(given.covers(inside), held);
    EXPECT_EQ(given.covers(outside), held && scope == ScopeKind::area);
    EXPECT_EQ(given.covers(Subject{}), held && scope == ScopeKind::area);
}

INSTANTIATE_TEST_SUITE_P(Table, EveryRoleScopeAndPermission, testing::ValuesIn(every_case()), [](const auto& one) {
    return std::string{row_of(one.param.role).name} + "_in_" + std::string{name_of(one.param.scope)} + "_" +
           std::string{name_of(one.param.permission)};
});

TEST(RoleTable, IsInTheOrderOfTheEnumerationAndEveryNameIsItsOwn)
{
    for (const auto& row : role_table()) {
        EXPECT_EQ(&row_of(row.role), &row);
        EXPECT_EQ(role_named(row.name), row.role);
    }
    EXPECT_EQ(role_named("king"), std::nullopt);
}

TEST(PermissionTable, IsInTheOrderOfTheEnumerationAndEveryPermissionByRoleIsHeldBySomeRole)
{
    std::size_t place = 0;
    for (const auto& row : permission_table()) {
        EXPECT_EQ(static_cast<std::size_t>(row.permission), place++) << row.name;
        bool held = false;
        for (const auto& role : role_table()) held = held || role.may.holds(row.permission);
        EXPECT_EQ(held, row.openness == Openness::by_role) << row.name;
    }
}

TEST(RoleTable, GivesNoStaffRowsToAdministratorsAndBoardMembers)
{
    using enum Permission;
    for (auto role : {Role::administrator, Role::board_member}) {
        for (auto permission : {see_staff, search_staff, export_staff, see_workforce_figures, see_returns}) {
            EXPECT_FALSE(row_of(role).may.holds(permission)) << row_of(role).name << " " << name_of(permission);
        }
    }
}

TEST(RoleTable, GivesAccountsAndReadAuditToAdministratorsOnly)
{
    for (const auto& row : role_table()) {
        EXPECT_EQ(row.may.holds(Permission::manage_accounts), row.role == Role::administrator);
        EXPECT_EQ(row.may.holds(Permission::see_read_audit), row.role == Role::administrator);
    }
}

TEST(Reach, OfNobodyIsNothingButPublicPages)
{
    for (const auto& row : permission_table()) {
        const auto given = reach(Viewer{}, row.permission);
        EXPECT_EQ(given.is_everything(), row.openness == Openness::everyone) << row.name;
        EXPECT_EQ(given.is_nothing(), row.openness != Openness::everyone) << row.name;
    }
}

TEST(Reach, OfGrantsWithoutAnAccountIsNothing)
{
    Viewer viewer{.account = {}, .name = {}, .grants = {{Role::workforce_lead, Scope::area()}}};
    EXPECT_TRUE(reach(viewer, Permission::see_staff).is_nothing());
}

TEST(Reach, OfAnAccountWithoutGrantsIsItsOwnAccountOnly)
{
    EXPECT_TRUE(reach(viewer_with({}), Permission::own_account).is_everything());
    EXPECT_TRUE(reach(viewer_with({}), Permission::see_staff).is_nothing());
}

TEST(Reach, OfSeveralGrantsIsTheirUnion)
{
    const auto given = reach(viewer_with({{Role::data_steward, Scope::organisation(OrganisationId{3})},
                                          {Role::manager, Scope::organisation(OrganisationId{2})},
                                          {Role::manager, Scope::organisation(OrganisationId{3})},
                                          {Role::locality_lead, Scope::locality(LocalityId{5})},
                                          {Role::practitioner, Scope::own_record(StaffRecordId{11})}}),
                             Permission::see_staff);
    EXPECT_EQ(given, Reach::within({OrganisationId{2}, OrganisationId{3}}, {LocalityId{5}}));
}

TEST(Reach, OfOneGrantDoesNotLendItsScopeToAnother)
{
    const auto viewer = viewer_with({{Role::data_steward, Scope::organisation(OrganisationId{3})},
                                     {Role::manager, Scope::organisation(OrganisationId{2})}});
    EXPECT_EQ(reach(viewer, Permission::hand_in_returns), Reach::within({OrganisationId{3}}));
}

TEST(Reach, OfAScopeThatNamesNothingIsNothing)
{
    const auto viewer = viewer_with({{Role::data_steward, Scope::organisation(OrganisationId{})},
                                     {Role::practitioner, Scope::own_record(StaffRecordId{})},
                                     {Role::workforce_lead, Scope{ScopeKind::area, 4}}});
    EXPECT_TRUE(reach(viewer, Permission::see_staff).is_nothing());
    EXPECT_TRUE(reach(viewer, Permission::see_own_record).is_nothing());
}

TEST(ReachWhere, SaysEverythingAndNothingAsConditions)
{
    const ReachColumns columns{.organisation = "o.id", .locality = "", .staff_record = ""};
    EXPECT_EQ(Reach::everything().where(columns), "(1 = 1)");
    EXPECT_EQ(Reach{}.where(columns), "(1 = 0)");
}

TEST(ReachWhere, ListsIdsByColumnAndByCondition)
{
    const auto given = Reach::within({OrganisationId{3}, OrganisationId{2}}, {LocalityId{5}}, {StaffRecordId{9}});
    EXPECT_EQ(given.where({.organisation = "r.organisation_id", .locality = "r.id IN (q WHERE locality_id IN ({}))", .staff_record = "r.id"}),
              "(r.organisation_id IN (2, 3) OR r.id IN (q WHERE locality_id IN (5)) OR r.id IN (9))");
}

TEST(ReachWhere, FindsNothingThroughAKindTheQueryHasNoColumnFor)
{
    EXPECT_EQ(Reach::within({}, {LocalityId{5}}).where({.organisation = "o.id", .locality = "", .staff_record = ""}), "(1 = 0)");
}

}  // namespace
}  // namespace kith::access
