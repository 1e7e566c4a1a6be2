#include "kit/test_app.hpp"
#include "partnership/organisation_register.hpp"
#include "workforce/routes.hpp"
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

NewStaffRecord someone(std::string reference, std::string given, std::string family, std::string role, std::string sector, LocalityId locality)
{
    EngagementTerms terms{.from_on = day(2024, 1, 8), .locality = locality, .role_list = "roles", .role_code = std::move(role), .sector = std::move(sector),
                          .breadth = "core", .contract = "permanent", .fte = Fte::thousandths(600)};
    return {.record = {.reference = std::move(reference), .given_name = PersonName{std::move(given)}, .family_name = PersonName{std::move(family)},
                       .birth_date = DateOfBirth{day(1980, 5, 17)}},
            .engagements = {{.engagement = {.reference = "1", .started_on = day(2024, 1, 8)}, .terms = {terms}}}};
}

/// Acorns has two in the east and one in the west, Brook one in the west.
class WorkforcePages : public testing::Test {
protected:
    void SetUp() override
    {
        using namespace partnership;
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "places"};
        east_ = add(changes, Locality{.code = "E", .name = "Eastfield"}, app_.now())->id;
        west_ = add(changes, Locality{.code = "W", .name = "Westfield"}, app_.now())->id;
        acorns_ = add(changes, Organisation{.code = "acorns", .name = "Acorns", .sector = "early_years", .kind = "nursery", .expected_headcount = 4}, app_.now()).value();
        brook_ = add(changes, Organisation{.code = "brook", .name = "=Brook", .sector = "education", .kind = "school"}, app_.now()).value();
        writer.commit();
    }

    std::int64_t carry_out(const Plan& plan)
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {.account = {}, .actor = "command line"}, "return", 7};
        apply(changes, plan, app_.now(), {});
        writer.commit();
        return changes.id();
    }

    void add_four()
    {
        carry_out({.organisation = acorns_.id, .new_records = {someone("A1", "Ana", "Reyes", "nursery_nurse", "early_years", east_),
                                                               someone("A2", "Zoë", "Hart", "nursery_nurse", "early_years", east_),
                                                               someone("A3", "Mo", "Lund", "teacher", "education", west_)}});
        carry_out({.organisation = brook_.id, .new_records = {someone("=B1", "Bel", "Mistry", "teacher", "education", west_)}});
    }

    StaffLine line_of(std::string search)
    {
        db::Reader reader{app_.database()};
        return list_staff(reader, Reach::everything(), {.search = std::move(search)}, app_.today(), 1).lines.at(0);
    }
    std::string path_of(std::string search) { return "/staff/" + line_of(std::move(search)).public_id.text(); }
    void sign_in_lead() { app_.sign_in(Role::workforce_lead, Scope::area()); }
    void sign_in_steward_of_acorns() { app_.sign_in(Role::data_steward, Scope::organisation(acorns_.id)); }

    kit::TestApp app_{[](web::Routes& routes) {
        auto packs = std::make_shared<const packs::Packs>(packs::built_in());
        auto feed = std::make_shared<TallyFeed>(role_mapping(packs));
        add_routes(routes, {.packs = packs, .feed = feed, .return_link = [](web::Visit&, std::int64_t id) { return ReturnLink{"Return " + std::to_string(id), "/returns/x"}; }, .account_name = {}});
        partnership::add_routes(routes, partnership_sources(packs, feed));
    }};
    LocalityId east_, west_;
    partnership::Organisation acorns_, brook_;
};

TEST_F(WorkforcePages, WhoWorksHereOpensWithTheAnswer)
{
    add_four();
    sign_in_lead();
    auto page = app_.get("/who-works-here");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.shows("4 staff work here today."));
    EXPECT_TRUE(page.shows("2 of 2 organisations have handed in; 3 of 4 expected staff are recorded"));
    EXPECT_TRUE(page.shows("2.4"));
    EXPECT_TRUE(page.shows("How do we know this?"));
    EXPECT_TRUE(page.shows("Each counted once") || page.shows("each counted once"));
    EXPECT_LE(page.statements, 11);  // four of them load the tally, which the first page does
    EXPECT_LE(app_.get("/who-works-here").statements, 7);
}

TEST_F(WorkforcePages, WhoWorksHereIsNarrowedByTheAddressAndEachFilterCanBeTakenOff)
{
    add_four();
    sign_in_lead();
    auto page = app_.get("/who-works-here?sector=early_years&locality=E&locality=nowhere&by=role");
    EXPECT_TRUE(page.shows("2 early years and childcare staff work in Eastfield today."));
    EXPECT_TRUE(page.shows("href=\"/who-works-here?by=role&amp;sector=early_years\""));
    EXPECT_TRUE(page.shows("Nursery nurse"));
    EXPECT_TRUE(app_.get("/who-works-here?organisation=brook").shows("1 member of staff works for =Brook today."));
    EXPECT_TRUE(app_.get("/who-works-here?on-day=1&on-month=1&on-year=2020").shows("No staff worked here on 1 January 2020."));
    EXPECT_TRUE(app_.get("/who-works-here?breadth=wider").shows("Nobody matches these filters on that day."));
    auto wrong = app_.get("/who-works-here?on-day=31&on-month=2&on-year=2026");
    EXPECT_EQ(wrong.status, 422);
    EXPECT_EQ(wrong.errors.size(), 1u);
}

TEST_F(WorkforcePages, FiltersThatMeanNothingAreNotLeftOutInSilence)
{
    add_four();
    sign_in_lead();
    for (const auto* filter : {"locality=nowhere", "organisation=nobody", "sector=sprots", "role=astronaut", "breadth=x", "contract=x"}) {
        for (const auto* path : {"/who-works-here", "/staff"}) {
            const auto page = app_.get(std::string{path} + "?" + filter);
            EXPECT_EQ(page.status, 422) << path << filter;
            EXPECT_EQ(page.errors.size(), 1u) << path << filter;
        }
        for (const auto* file : {"/who-works-here.csv", "/staff/export.csv"}) EXPECT_EQ(app_.get(std::string{file} + "?" + filter).status, 422) << file << filter;
    }
}

TEST_F(WorkforcePages, CoverageIsOfThoseInTheLocalityAskedAbout)
{
    add_four();
    sign_in_lead();
    EXPECT_TRUE(app_.get("/who-works-here").shows("2 of 2 organisations have handed in")) << app_.get("/who-works-here").text();
    EXPECT_TRUE(app_.get("/who-works-here?locality=E").shows("1 of 1 organisation has handed in"));
}

TEST_F(WorkforcePages, StewardOfAcornsNeverSeesBrook)
{
    add_four();
    const auto of_brook = path_of("mistry");
    sign_in_steward_of_acorns();
    for (const auto* address : {"/who-works-here", "/who-works-here?by=organisation", "/who-works-here?organisation=brook", "/who-works-here?locality=W",
                                "/who-works-here.csv?by=organisation", "/staff", "/staff/export.csv"}) {
        auto page = app_.get(address);
        EXPECT_EQ(page.status, std::string_view{address}.ends_with("=brook") ? 422 : 200) << address;
        EXPECT_FALSE(page.shows("Brook")) << address;
        EXPECT_FALSE(page.shows("Mistry")) << address;
    }
    EXPECT_EQ(app_.get("/who-works-here?organisation=brook").errors, std::vector<std::string>{"There is no organisation “brook” that you can ask about: take it off"});
    EXPECT_TRUE(app_.get("/who-works-here?locality=W").shows("1 member of staff works in Westfield today."));
    EXPECT_TRUE(app_.post("/staff/search", {{"search", "mistry"}}).shows("0 results"));
    EXPECT_TRUE(app_.post("/staff/search", {{"search", "=B1"}}).shows("0 results"));
    EXPECT_EQ(app_.get(of_brook).status, 404);
    EXPECT_EQ(app_.get("/organisations/" + brook_.public_id.text()).status, 404);
}

TEST_F(WorkforcePages, LocalityLeadSeesTheStaffOfTheLocalityWhoeverEmploysThem)
{
    add_four();
    const auto in_east = path_of("reyes");
    const auto in_west = path_of("lund");
    app_.sign_in(Role::locality_lead, Scope::locality(west_));
    EXPECT_TRUE(app_.get("/who-works-here").shows("2 staff work here today."));
    EXPECT_EQ(app_.get("/who-works-here?locality=E").errors, std::vector<std::string>{"There is no locality “E” that you can ask about: take it off"}) << "no staff there would be untrue";
    EXPECT_FALSE(app_.get("/who-works-here").shows("Eastfield")) << "what cannot be asked about is not offered";
    EXPECT_TRUE(app_.get("/staff").shows("2 staff records within your reach."));
    EXPECT_EQ(app_.get(in_west).status, 200);
    EXPECT_EQ(app_.get(in_east).status, 404);
}

TEST_F(WorkforcePages, PractitionersAndBoardMembersGetNoFigures)
{
    add_four();
    app_.sign_in(Role::practitioner, Scope::own_record(line_of("reyes").id));
    for (const auto* address : {"/who-works-here", "/who-works-here.csv", "/staff", "/staff/export.csv"}) EXPECT_GE(app_.get(address).status, 400) << address;
    app_.sign_in(Role::board_member, Scope::area());
    for (const auto* address : {"/who-works-here", "/who-works-here.csv", "/staff", "/my-record"}) EXPECT_GE(app_.get(address).status, 400) << address;
    EXPECT_GE(app_.post("/staff/search", {{"search", "a"}}).status, 400);
}

TEST_F(WorkforcePages, CsvHoldsTheSameNumbersAndNoFormula)
{
    add_four();
    sign_in_lead();
    auto file = app_.get("/who-works-here.csv?by=organisation");
    EXPECT_EQ(file.header("Content-Type"), "text/csv; charset=utf-8");
    EXPECT_NE(file.body.find(app_.today().iso() + ",Acorns,3,1.8,3,0\r\n"), std::string::npos) << file.body;
    EXPECT_NE(file.body.find(",\"'=Brook\",1,0.6,1,0\r\n"), std::string::npos) << file.body;
    EXPECT_NE(file.body.find(",All,4,2.4,4,0\r\n"), std::string::npos) << file.body;
}

TEST_F(WorkforcePages, SearchKeepsNamesOutOfAddressesAndTitles)
{
    add_four();
    sign_in_lead();
    auto page = app_.post("/staff/search", {{"search", "HART z"}});
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.shows("1 result for"));
    EXPECT_TRUE(page.shows("Zoë Hart"));
    EXPECT_EQ(page.title().find("Hart"), std::string::npos);
    EXPECT_TRUE(app_.post("/staff/search", {{"search", "A3"}}).shows("Mo Lund"));
    EXPECT_TRUE(app_.post("/staff/search", {{"search", "nobody"}}).shows("Nobody within your reach"));
    EXPECT_EQ(app_.post("/staff/search", {{"search", " "}}).status, 422);
    EXPECT_LE(page.statements, 12);  // five of them load the tally
}

TEST_F(WorkforcePages, RecordShowsItsEngagementsAndWhoReportedWhat)
{
    add_four();
    db::Reader reader{app_.database()};
    auto held = load_view(reader, acorns_.id, {}).records[0];
    auto renamed = held.record;
    renamed.family_name = PersonName{"Reyes-Lund"};
    auto terms = held.engagements[0].terms[0].terms;
    terms.fte = Fte::thousandths(800);
    carry_out({.organisation = acorns_.id, .changed_records = {{held.id, renamed}}, .changed_terms = {{held.engagements[0].terms[0].id, held.engagements[0].id, terms}}});
    sign_in_lead();
    auto page = app_.get(path_of("reyes"));
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(page.title().find("Reyes"), std::string::npos);
    EXPECT_TRUE(page.shows("Ana Reyes-Lund works for Acorns as nursery nurse."));
    EXPECT_TRUE(page.shows("Family name: Reyes became Reyes-Lund"));
    EXPECT_TRUE(page.shows("FTE: 0.6 became 0.8 (terms from 8 January 2024)"));
    EXPECT_TRUE(page.shows("Record added"));
    EXPECT_TRUE(page.shows("someone at the command line"));
    EXPECT_TRUE(page.shows("Return 7"));
    EXPECT_TRUE(page.shows("17 May 1980"));
    EXPECT_LE(page.statements, 14);
}

TEST_F(WorkforcePages, PractitionerSeesTheirOwnRecordAndNoOther)
{
    add_four();
    const auto own = line_of("reyes");
    const auto other = line_of("lund");
    app_.sign_in(Role::practitioner, Scope::own_record(own.id));
    auto page = app_.get("/my-record");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.shows("You work for Acorns as nursery nurse."));
    EXPECT_FALSE(page.shows("Return 7"));
    EXPECT_EQ(app_.get("/my-record/" + own.public_id.text()).status, 200);
    EXPECT_EQ(app_.get("/my-record/" + other.public_id.text()).status, 404);
    EXPECT_EQ(app_.get("/staff/" + own.public_id.text()).status, app_.get("/staff/" + other.public_id.text()).status);
}

TEST_F(WorkforcePages, EveryReadIsInTheAuditBeforeItIsShown)
{
    add_four();
    const auto record = path_of("reyes");
    sign_in_lead();
    app_.get("/staff");
    app_.post("/staff/search", {{"search", "reyes"}});
    app_.get(record);
    app_.get("/staff/export.csv");
    app_.get("/who-works-here");
    app_.get("/who-works-here.csv");
    app_.reads().flush();
    auto entries = app_.reads().list({}, 10, 0);
    ASSERT_EQ(entries.size(), 6u);
    EXPECT_EQ(entries[5].entry.count, 4);
    EXPECT_EQ(entries[4].entry.kind, access::ReadKind::search);
    EXPECT_EQ(entries[3].entry.staff_records, (std::vector<std::string>{line_of("reyes").public_id.text()}));
    EXPECT_EQ(entries[3].entry.route, "/staff/{record}");
    EXPECT_EQ(entries[2].entry.kind, access::ReadKind::export_file);
    EXPECT_EQ(entries[0].entry.kind, access::ReadKind::export_file);
}

TEST_F(WorkforcePages, AreKindWhereThereIsNothingYet)
{
    sign_in_lead();
    EXPECT_TRUE(app_.get("/who-works-here").shows("Nobody within your reach has handed in their staff yet."));
    EXPECT_TRUE(app_.get("/staff").shows("No staff records yet."));
    EXPECT_EQ(app_.get("/staff/nonsense").status, 404);
}

TEST_F(WorkforcePages, OrganisationPageCountsItsStaffForThoseEntitled)
{
    add_four();
    const auto path = "/organisations/" + acorns_.public_id.text();
    sign_in_steward_of_acorns();
    EXPECT_TRUE(app_.get(path).shows("3 staff work for Acorns today, 1.8 full-time equivalent."));
    EXPECT_TRUE(app_.get(path).shows("3 of 4"));
    app_.sign_in(Role::board_member, Scope::area());
    EXPECT_FALSE(app_.get(path).shows("3 staff work"));
    EXPECT_FALSE(app_.get(path).shows("3 of 4"));
}

}  // namespace
}  // namespace kith::workforce
