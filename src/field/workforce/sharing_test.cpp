// Sharing agreements: held, found, ended; and what they let another employer see of staff records, on every route, by field.
#include "kit/databases.hpp"
#include "kit/test_app.hpp"
#include "partnership/organisation_register.hpp"
#include "workforce/routes.hpp"
#include "workforce/sharing_register.hpp"
#include "workforce/staff_register.hpp"
#include "workforce/staff_store.hpp"

#include <gtest/gtest.h>

namespace kith::workforce {
namespace {

using access::Reach;
using access::Role;
using access::Scope;

Date day(int year, int month, int number)
{
    return Date::of(year, month, number).value();
}

constexpr OrganisationId acorns{11};
constexpr OrganisationId brook{12};

SharingAgreement acorns_with_brook()
{
    return {.owner = acorns, .with = brook, .parts = {Part::training, Part::checks}, .purpose = "Joint training", .from_on = day(2026, 1, 1)};
}

TEST(SharingAgreements, AreCheckedInWordsThatSayWhatToDo)
{
    auto field = [](auto change) {
        auto agreement = acorns_with_brook();
        change(agreement);
        auto good = check(agreement);
        return good ? std::string{"good"} : good.error().field;
    };
    EXPECT_EQ(field([](auto&) {}), "good");
    EXPECT_EQ(field([](auto& a) { a.owner = {}; }), "owner");
    EXPECT_EQ(field([](auto& a) { a.with = acorns; }), "with");
    EXPECT_EQ(field([](auto& a) { a.parts = {}; }), "parts");
    EXPECT_EQ(field([](auto& a) { a.parts.add(Part::national_insurance); }), "parts");
    EXPECT_EQ(field([](auto& a) { a.purpose.clear(); }), "purpose");
    EXPECT_EQ(field([](auto& a) { a.purpose = std::string(501, 'x'); }), "purpose");
    EXPECT_EQ(field([](auto& a) { a.until_on = day(2025, 12, 31); }), "until");
    EXPECT_EQ(parts_of(text_of({Part::training, Part::pay})), (Sight{Part::training, Part::pay}));
}

class Sharing : public kit::EachEngine {
protected:
    template <class Work>
    auto change_register(Work work)
    {
        db::Writer writer{database()};
        db::ChangeSet changes{writer, now(), {}, "test"};
        auto answer = work(changes);
        writer.commit();
        return answer;
    }
};

TEST_P(Sharing, IsSeenByBothSidesAndFoundWhereItHolds)
{
    const auto made = change_register([&](db::ChangeSet& changes) { return add(changes, acorns_with_brook(), now()).value(); });
    db::Reader reader{database()};
    for (auto organisation : {acorns, brook}) {
        EXPECT_EQ(list_agreements(reader, Reach::within({organisation})), std::vector{made});
        EXPECT_EQ(find_agreement(reader, Reach::within({organisation}), made.public_id).value(), made);
    }
    EXPECT_TRUE(list_agreements(reader, Reach::within({OrganisationId{13}})).empty());
    EXPECT_FALSE(find_agreement(reader, Reach::within({OrganisationId{13}}), made.public_id));
    const std::vector to_brook{brook};
    const std::vector to_acorns{acorns};
    EXPECT_EQ(shared_with(reader, to_brook, day(2026, 1, 1)).at(0).parts, made.parts);
    EXPECT_TRUE(shared_with(reader, to_brook, day(2025, 12, 31)).empty());
    EXPECT_TRUE(shared_with(reader, to_acorns, day(2026, 1, 1)).empty());
}

TEST_P(Sharing, EndsOnItsLastDayAndCanBeUndone)
{
    const auto made = change_register([&](db::ChangeSet& changes) { return add(changes, acorns_with_brook(), now()).value(); });
    const auto set = change_register([&](db::ChangeSet& changes) {
        EXPECT_TRUE(end_agreement(changes, made, day(2026, 2, 1)));
        return changes.id();
    });
    const std::vector to_brook{brook};
    {
        db::Reader reader{database()};
        EXPECT_EQ(shared_with(reader, to_brook, day(2026, 2, 1)).size(), 1u);
        EXPECT_TRUE(shared_with(reader, to_brook, day(2026, 2, 2)).empty());
    }
    change_register([&](db::ChangeSet& changes) {
        auto ended = made;
        ended.until_on = day(2026, 2, 1);
        EXPECT_EQ(end_agreement(changes, ended, day(2026, 3, 1)).error().kind, ProblemKind::conflict);
        return 0;
    });
    db::Writer writer{database()};
    ASSERT_TRUE(db::undo(writer, {.change_set = set, .now = now(), .author = {}, .reason = "wrong"}));
    writer.commit();
    db::Reader reader{database()};
    EXPECT_EQ(shared_with(reader, to_brook, day(2026, 2, 2)).size(), 1u);
}

TEST_P(Sharing, KeepsBothItsOrganisationsFromBeingUndoneAway)
{
    std::int64_t first = 0;
    const auto party = [&](std::string code) {
        return change_register([&](db::ChangeSet& changes) {
            first = changes.id();
            return partnership::add(changes, partnership::Organisation{.code = code, .name = code, .sector = "education", .kind = "school"}, now()).value().id;
        });
    };
    const auto owner = party("owner");
    const auto made_owner = first;
    const auto with = party("with");
    const auto agreed = change_register([&](db::ChangeSet& changes) {
        auto agreement = acorns_with_brook();
        agreement.owner = owner;
        agreement.with = with;
        EXPECT_TRUE(add(changes, agreement, now()));
        return changes.id();
    });
    db::Reader reader{database()};
    EXPECT_EQ(db::undo_blocker(reader, made_owner), agreed);
    EXPECT_EQ(db::undo_blocker(reader, first), agreed);
}

KITH_ON_EACH_ENGINE(Sharing);

/// Acorns has Ana, with everything reported of her; Brook has Bel.
class SharingPages : public testing::Test {
protected:
    void SetUp() override
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "places"};
        acorns_ = add(changes, partnership::Organisation{.code = "acorns", .name = "Acorns", .sector = "early_years", .kind = "nursery"}, app_.now())->id;
        brook_ = add(changes, partnership::Organisation{.code = "brook", .name = "Brook", .sector = "education", .kind = "school"}, app_.now())->id;
        cedar_ = add(changes, partnership::Organisation{.code = "cedar", .name = "Cedar", .sector = "education", .kind = "school"}, app_.now())->id;
        apply(changes, {.organisation = acorns_, .new_records = {ana()}}, app_.now(), {});
        apply(changes, {.organisation = brook_, .new_records = {{.record = {.reference = "B1", .given_name = PersonName{"Bel"}, .family_name = PersonName{"Mistry"}}, .engagements = {}}}}, app_.now(), {});
        writer.commit();
    }

    static NewStaffRecord ana()
    {
        EngagementTerms terms{.from_on = day(2024, 1, 8), .role_list = "roles", .role_code = "nursery_nurse", .sector = "early_years", .breadth = "core", .contract = "permanent",
                              .hours = 2225, .pay = Pence{1234}, .pay_period = "hour"};
        return {.record = {.reference = "A1", .given_name = PersonName{"Ana"}, .family_name = PersonName{"Reyes"}, .birth_date = DateOfBirth{day(1980, 5, 17)},
                           .ethnicity = "white_irish"},
                .engagements = {{.engagement = {.reference = "1", .started_on = day(2024, 1, 8)}, .terms = {terms}}},
                .facts = {{.kind = FactKind::check, .list = "checks", .code = "criminal_record", .detail = "clear", .number = "00123987"},
                          {.kind = FactKind::training, .list = "trainings", .code = "prevent", .on = day(2025, 2, 3)},
                          {.kind = FactKind::language, .list = "languages", .code = "polish"}}};
    }

    void agree(Sight parts, Date from, std::optional<Date> until = {})
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "agreed"};
        agreement_ = add(changes, {.owner = acorns_, .with = brook_, .parts = parts, .purpose = "Joint training", .from_on = from, .until_on = until}, app_.now()).value();
        writer.commit();
    }

    std::string path_of_ana()
    {
        db::Reader reader{app_.database()};
        return "/staff/" + list_staff(reader, Reach::everything(), {.search = "A1"}, app_.today(), 1).lines.at(0).public_id.text();
    }

    void sign_in_steward_of(OrganisationId organisation) { app_.sign_in(Role::data_steward, Scope::organisation(organisation)); }

    /// What a steward of Brook finds of Ana, everywhere.
    void expect_nothing_of_ana()
    {
        EXPECT_EQ(app_.get(path_of_ana()).status, 404);
        EXPECT_FALSE(app_.get("/staff").shows("Reyes"));
        EXPECT_FALSE(app_.get("/staff/export.csv").shows("Reyes"));
        EXPECT_TRUE(app_.post("/staff/search", {{"search", "reyes"}}).shows("0 results"));
    }

    kit::TestApp app_{[](web::Routes& routes) { add_routes(routes, {.packs = {}, .feed = {}, .return_link = {}, .account_name = {}}); }};
    OrganisationId acorns_, brook_, cedar_;
    SharingAgreement agreement_;
};

TEST_F(SharingPages, WithoutAnAgreementNothingIsShared)
{
    sign_in_steward_of(brook_);
    expect_nothing_of_ana();
}

TEST_F(SharingPages, AnAgreementShowsTheAgreedPartsOnEveryRouteAndNoOthers)
{
    agree({Part::training, Part::checks}, app_.today());
    sign_in_steward_of(brook_);
    EXPECT_TRUE(app_.get("/staff").shows("Ana Reyes"));
    EXPECT_TRUE(app_.post("/staff/search", {{"search", "reyes"}}).shows("1 result"));
    const auto page = app_.get(path_of_ana());
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.shows("shares parts of this record with you"));
    const auto file = app_.get("/staff/export.csv");
    for (const auto* seen : {"Prevent duty", "00123987"}) EXPECT_TRUE(page.shows(seen) && file.shows(seen)) << seen;
    for (const auto* hidden : {"17 May 1980", "1980-05-17", "Nursery nurse", "22.25", "12.34", "White: Irish", "Polish", "Record added"}) {
        EXPECT_FALSE(page.shows(hidden)) << hidden;
        EXPECT_FALSE(file.shows(hidden)) << hidden;
    }
    EXPECT_TRUE(file.shows("Bel"));
}

TEST_F(SharingPages, AnAgreementOpensNoPartWhosePermissionTheViewerLacks)
{
    agree({Part::training, Part::pay, Part::birth_date}, app_.today());
    app_.sign_in(Role::manager, Scope::organisation(brook_));
    const auto page = app_.get(path_of_ana());
    EXPECT_TRUE(page.shows("Prevent duty"));
    EXPECT_FALSE(page.shows("12.34"));
    EXPECT_FALSE(page.shows("17 May 1980"));
}

TEST_F(SharingPages, AnAgreementThatHasEndedOrNotBegunShowsNothing)
{
    agree({Part::training}, app_.today().plus_days(1));
    agree({Part::training}, day(2020, 1, 1), app_.today().plus_days(-1));
    sign_in_steward_of(brook_);
    expect_nothing_of_ana();
}

TEST_F(SharingPages, AnAgreementWithBrookShowsCedarNothing)
{
    agree({Part::training}, app_.today());
    sign_in_steward_of(cedar_);
    expect_nothing_of_ana();
    EXPECT_EQ(app_.get("/sharing/" + agreement_.public_id.text()).status, 404);
    EXPECT_TRUE(app_.get("/sharing").shows("No staff records are shared"));
}

TEST_F(SharingPages, TheOwnersStewardMakesAndEndsAnAgreementAndBothSidesSeeIt)
{
    sign_in_steward_of(acorns_);
    EXPECT_EQ(app_.get("/sharing/new").status, 200);
    const auto wrong = app_.post("/sharing/new", {{"owner", "acorns"}, {"with", "acorns"}});
    EXPECT_EQ(wrong.status, 422);
    const auto made = app_.post("/sharing/new", {{"owner", "acorns"}, {"with", "brook"}, {"parts", "training"}, {"purpose", "Joint training"},
                                                 {"from-day", "1"}, {"from-month", "1"}, {"from-year", "2026"}});
    ASSERT_EQ(made.status, 303);
    const auto path = made.header("Location");
    EXPECT_TRUE(app_.get(path).shows("Brook sees the parts named here of the staff records of Acorns."));
    EXPECT_TRUE(app_.get("/sharing").shows("1 agreement is in force today."));

    sign_in_steward_of(brook_);
    EXPECT_TRUE(app_.get(path).shows("Joint training"));
    EXPECT_FALSE(app_.get(path).shows("End this agreement"));
    EXPECT_EQ(app_.get(path + "/end").status, 404);
    EXPECT_EQ(app_.post(path + "/end", {}).status, 404);
    EXPECT_EQ(app_.get(path_of_ana()).status, 200);

    sign_in_steward_of(acorns_);
    EXPECT_EQ(app_.get(path + "/end").status, 200);
    EXPECT_EQ(app_.post(path + "/end", {}).status, 303);
    EXPECT_TRUE(app_.get(path).shows("Ended"));
    EXPECT_EQ(app_.post(path + "/end", {}).status, 409);
    sign_in_steward_of(brook_);
    expect_nothing_of_ana();
}

TEST_F(SharingPages, NobodySharesAnotherOrganisationsRecords)
{
    sign_in_steward_of(brook_);
    const auto tried = app_.post("/sharing/new", {{"owner", "acorns"}, {"with", "brook"}, {"parts", "training"}, {"purpose", "Curiosity"},
                                                  {"from-day", "1"}, {"from-month", "1"}, {"from-year", "2026"}});
    EXPECT_EQ(tried.status, 422);
    expect_nothing_of_ana();
}

}  // namespace
}  // namespace kith::workforce
