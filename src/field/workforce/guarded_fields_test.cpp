// Fields with a permission of their own: who lacks it finds the value nowhere, on the page, in its history, in the export.
#include "kit/test_app.hpp"
#include "partnership/organisation_register.hpp"
#include "workforce/routes.hpp"
#include "workforce/staff_register.hpp"
#include "workforce/staff_store.hpp"

#include <gtest/gtest.h>

namespace kith::workforce {
namespace {

using access::Permission;
using access::Role;
using access::Scope;

Date day(int year, int month, int number)
{
    return Date::of(year, month, number).value();
}

NumberKeeper glass_keeper()
{
    return {.seal = [](const NationalInsuranceNumber& number) { return db::Bytes(number.reveal().begin(), number.reveal().end()); },
            .open = [](const db::Bytes& sealed) -> std::optional<NationalInsuranceNumber> {
                return NationalInsuranceNumber::parse(std::string(sealed.begin(), sealed.end())).value();
            },
            .blind_index = [](const NationalInsuranceNumber& number) { return db::Bytes(number.reveal().rbegin(), number.reveal().rend()); }};
}

/// A guarded field: its permission, and what a page, a history and a file would show of it.
struct Guarded {
    Permission permission;
    std::string on_page;
    std::string in_history;  ///< empty: a history says of it only that it changed
    std::string in_file;     ///< empty: never in a file
};

const std::vector<Guarded>& guarded()
{
    static const std::vector<Guarded> fields{
        {Permission::see_birth_dates, "17 May 1980", "Date of birth changed", "1980-05-17"},
        {Permission::see_national_insurance, "AB123456C", "", ""},
        {Permission::see_equality, "White: Irish", "White: Roma became White: Irish", "White: Irish"},
        {Permission::see_pay, "\xC2\xA3" "12.34 an hour", "\xC2\xA3" "11.11 an hour became", "12.34 an hour"},
        {Permission::see_pay, "Local Government Pension Scheme", "Local Government Pension Scheme", "Local Government Pension Scheme"},
        {Permission::see_checks, "00123987", "00123987", "00123987"},
        {Permission::see_absence, "13.25", "days lost: 11.75 became 13.25", "13.25 working days lost"},
    };
    return fields;
}

class GuardedFields : public testing::TestWithParam<Role> {
protected:
    void SetUp() override
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "places"};
        locality_ = add(changes, partnership::Locality{.code = "E", .name = "Eastfield"}, app_.now())->id;
        acorns_ = add(changes, partnership::Organisation{.code = "acorns", .name = "Acorns", .sector = "early_years", .kind = "nursery"}, app_.now())->id;
        writer.commit();
        report();
    }

    /// Reported once with other values, then with those looked for: the history holds both.
    void report()
    {
        EngagementTerms terms{.from_on = day(2024, 1, 8), .locality = locality_, .role_list = "roles", .role_code = "nursery_nurse", .sector = "early_years",
                              .breadth = "core", .contract = "permanent", .fte = Fte::thousandths(600), .hours = 2225, .pay = Pence{1111}, .pay_period = "hour"};
        NewStaffRecord ana{.record = {.reference = "A1", .given_name = PersonName{"Ana"}, .family_name = PersonName{"Reyes"}, .birth_date = DateOfBirth{day(1981, 1, 1)},
                                      .national_insurance = NationalInsuranceNumber::parse("AB123456C").value(), .sex = "female", .ethnicity = "white_roma"},
                           .engagements = {{.engagement = {.reference = "1", .started_on = day(2024, 1, 8)}, .terms = {terms}}},
                           .facts = {{.kind = FactKind::check, .list = "checks", .code = "criminal_record", .detail = "clear", .on = day(2024, 1, 2), .number = "00123987"},
                                     {.kind = FactKind::training, .list = "trainings", .code = "prevent", .on = day(2025, 2, 3)},
                                     {.kind = FactKind::absence, .list = "absence_reasons", .code = "sickness", .detail = "11.75", .on = day(2025, 4, 1), .until = day(2026, 3, 31)}}};
        carry_out({.organisation = acorns_, .new_records = {ana}});
        db::Reader reader{app_.database()};
        const auto held = load_view(reader, acorns_, glass_keeper()).records.at(0);
        record_ = held.id;
        ana.record.birth_date = DateOfBirth{day(1980, 5, 17)};
        ana.record.ethnicity = "white_irish";
        terms.pay = Pence{1234};
        terms.pension_scheme = "lgps";
        const auto& engagement = held.engagements.at(0);
        const auto absent = std::ranges::find(held.facts, FactKind::absence, [](const auto& one) { return one.fact.kind; });
        auto absence = absent->fact;
        absence.detail = "13.25";
        carry_out({.organisation = acorns_, .changed_records = {{held.id, ana.record}}, .changed_terms = {{engagement.terms.at(0).id, engagement.id, terms}}, .changed_facts = {{absent->id, held.id, absence}}});
    }

    void carry_out(const Plan& plan)
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {.account = {}, .actor = "command line"}, "return"};
        apply(changes, plan, app_.now(), glass_keeper());
        writer.commit();
    }

    void sign_in(Role role)
    {
        const auto scope = access::row_of(role).scope;
        app_.sign_in(role, scope == access::ScopeKind::area           ? Scope::area()
                           : scope == access::ScopeKind::locality     ? Scope::locality(locality_)
                           : scope == access::ScopeKind::organisation ? Scope::organisation(acorns_)
                                                                      : Scope::own_record(record_));
    }

    std::string path()
    {
        db::Reader reader{app_.database()};
        return "/staff/" + list_staff(reader, access::Reach::everything(), {.search = "A1"}, app_.today(), 1).lines.at(0).public_id.text();
    }

    kit::TestApp app_{[](web::Routes& routes) {
        add_routes(routes, {.packs = {}, .feed = {}, .return_link = {}, .account_name = {}, .numbers = glass_keeper()});
    }};
    LocalityId locality_;
    OrganisationId acorns_;
    StaffRecordId record_;
};

TEST_P(GuardedFields, AreShownToThoseWhoHoldTheirPermissionAndToNobodyElse)
{
    const auto role = GetParam();
    const auto& may = access::row_of(role).may;
    sign_in(role);
    const auto page = app_.get(may.holds(Permission::see_own_record) ? "/my-record" : path());
    ASSERT_EQ(page.status, 200);
    EXPECT_TRUE(page.shows("Prevent duty"));
    const auto file = may.holds(Permission::export_staff) ? app_.get("/staff/export.csv").body : std::string{};
    for (const auto& field : guarded()) {
        const bool held = may.holds(field.permission);
        EXPECT_EQ(page.shows(field.on_page), held) << access::name_of(field.permission);
        EXPECT_EQ(page.shows(field.in_history), held || field.in_history.empty()) << access::name_of(field.permission);
        const bool in_file = file.find(field.in_file) != std::string::npos;
        EXPECT_TRUE(file.empty() || field.in_file.empty() || in_file == held) << access::name_of(field.permission);
    }
    EXPECT_EQ(file.find("AB123456C"), std::string::npos);
    EXPECT_EQ(page.shows("Nothing that you see changed"), role == Role::locality_lead || role == Role::manager);
}

INSTANTIATE_TEST_SUITE_P(Roles, GuardedFields, testing::Values(Role::workforce_lead, Role::locality_lead, Role::data_steward, Role::manager, Role::practitioner),
                         [](const auto& one) { return std::string{access::row_of(one.param).name}; });

TEST(Guarding, LeavesToTheRolesWhatDataProtectionSays)
{
    using enum Permission;
    auto holds = [](Role role, Permission permission) { return access::row_of(role).may.holds(permission); };
    for (auto permission : {see_birth_dates, see_national_insurance, see_equality, see_pay, see_checks, see_absence}) {
        EXPECT_TRUE(holds(Role::data_steward, permission) && holds(Role::practitioner, permission));
        EXPECT_FALSE(holds(Role::administrator, permission) || holds(Role::locality_lead, permission) || holds(Role::board_member, permission));
    }
    EXPECT_TRUE(holds(Role::workforce_lead, see_checks) && holds(Role::workforce_lead, see_birth_dates) && holds(Role::manager, see_checks));
    for (auto permission : {see_national_insurance, see_equality, see_pay, see_absence}) EXPECT_FALSE(holds(Role::workforce_lead, permission) || holds(Role::manager, permission));
}

}  // namespace
}  // namespace kith::workforce
