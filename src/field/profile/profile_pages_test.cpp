// The profile's pages and JSON through the real routes.
#include "kit/test_app.hpp"
#include "partnership/dated_register.hpp"
#include "partnership/organisation_register.hpp"
#include "profile/api_description.hpp"
#include "profile/child_population.hpp"
#include "profile/measure.hpp"
#include "profile/routes.hpp"
#include "workforce/routes.hpp"
#include "workforce/staff_register.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <set>

namespace kith::profile {
namespace {

using access::Role;
using access::Scope;
using namespace workforce;

Date day(int year, int month, int number) { return Date::of(year, month, number).value(); }

/// Acorns has Ana and Zoë in the east and Mo in the west, Brook has Bel in the west. Ana and Bel are a team.
class ProfilePages : public testing::Test {
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
        ash_ = add(changes, Setting{.organisation = acorns_.id, .code = "ash", .name = "Ash Nursery", .kind = "day_nursery", .locality = east_}, app_.now()).value();
        writer.commit();
        carry_out({.organisation = acorns_.id, .new_records = {someone("A1", "Ana", "Reyes", "nursery_worker", "early_years", east_, ash_.id), someone("A2", "Zoë", "Hart", "nursery_worker", "early_years", east_),
                                                               someone("A3", "Mo", "Lund", "teacher", "education", west_)}});
        carry_out({.organisation = brook_.id, .new_records = {someone("B1", "Bel", "Mistry", "teacher", "education", west_)}});
        add_team();
    }

    static NewStaffRecord someone(std::string reference, std::string given, std::string family, std::string role, std::string sector, LocalityId locality, std::optional<SettingId> setting = {})
    {
        EngagementTerms terms{.from_on = day(2024, 1, 8), .setting = setting, .locality = locality, .role_list = "roles", .role_code = std::move(role), .sector = std::move(sector), .breadth = "core", .contract = "permanent", .fte = Fte::thousandths(600)};
        return {.record = {.reference = std::move(reference), .given_name = PersonName{std::move(given)}, .family_name = PersonName{std::move(family)}, .birth_date = DateOfBirth{day(1980, 5, 17)}, .sex = "female"},
                .engagements = {{.engagement = {.reference = "1", .started_on = day(2024, 1, 8)}, .terms = {terms}}}};
    }

    void carry_out(const Plan& plan)
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {.account = {}, .actor = "command line"}, "return", 7};
        apply(changes, plan, app_.now(), {});
        writer.commit();
    }

    void add_team()
    {
        using namespace partnership;
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "team"};
        const auto team = add(changes, Team{.code = "early-help", .name = "Early Help Team", .kind = "multi_agency_team", .span = {}}, app_.now());
        ASSERT_TRUE(team) << team.error().message;
        for (auto organisation : {acorns_.id, brook_.id}) {  // the first record of each: Ana's and Bel's
            const auto member = add(changes, TeamMember{.team = team->id, .organisation = organisation, .record = load_view(writer, organisation, {}).records.at(0).id}, app_.now());
            ASSERT_TRUE(member) << member.error().message;
        }
        writer.commit();
    }

    void sign_in_lead() { app_.sign_in(Role::workforce_lead, Scope::area()); }
    boost::json::object json_of(const std::string& address)
    {
        const auto answer = app_.get(address);
        EXPECT_EQ(answer.status, 200) << address;
        EXPECT_EQ(answer.header("Content-Type"), "application/json") << address;
        return boost::json::parse(answer.body).as_object();
    }

    kit::TestApp app_{[](web::Routes& routes) {
        const auto packs = std::make_shared<const packs::Packs>(packs::built_in());
        profile::add_routes(routes, {.packs = packs, .feed = std::make_shared<TallyFeed>(workforce::role_mapping(packs))});
    }};
    LocalityId east_, west_;
    partnership::Organisation acorns_, brook_;
    partnership::Setting ash_;
};

const std::vector<std::string> other_pages{"/profile", "/measures", "/compare", "/compare.csv", "/locality-sheet", "/locality-sheet?locality=E", "/api/profile", "/api/measures", "/api/compare", "/api/openapi.json"};

TEST_F(ProfilePages, EveryPageOpensWithinItsStatements)
{
    sign_in_lead();
    EXPECT_LE(app_.get("/profile").statements, 18);  // the first loads the tally and the places
    for (const auto& page : other_pages) {
        const auto answer = app_.get(page);
        EXPECT_EQ(answer.status, 200) << page;
        EXPECT_LE(answer.statements, page == "/profile" ? 5 : 4) << page;  // the first screen lists the views that were saved
    }
    for (const auto& section : sections()) {
        const auto answer = app_.get("/profile/" + std::string{section.id});
        EXPECT_EQ(answer.status, 200) << section.id;
        EXPECT_TRUE(answer.shows(section.title)) << section.id;
        EXPECT_LE(answer.statements, 4) << section.id;
    }
    for (const auto& row : measures()) {
        const auto path = "/measures/" + std::string{row.id()};
        for (const auto& page : {path, path + "/table.csv", path + "/table.xlsx", "/api" + path}) {
            const auto answer = app_.get(page);
            EXPECT_EQ(answer.status, 200) << page;
            EXPECT_LE(answer.statements, 4) << page;
        }
        EXPECT_TRUE(app_.get(path).shows(row.measure.formula)) << path;
    }
}

TEST_F(ProfilePages, FirstScreenSaysWhoIsHere)
{
    sign_in_lead();
    const auto page = app_.get("/profile");
    EXPECT_TRUE(page.shows("4 staff work here today: 0 joined and 0 left in the year before."));
    EXPECT_TRUE(page.shows("2.4"));
    EXPECT_TRUE(page.shows("3 of 4 expected staff are recorded")) << page.text();
}

TEST_F(ProfilePages, RowsNameTheStaffAndAreInTheAuditOfReads)
{
    sign_in_lead();
    const auto page = app_.get("/measures/roles");
    const auto at = page.body.find("/measures/roles/rows?line=");
    ASSERT_NE(at, std::string::npos);
    const auto address = page.body.substr(at, page.body.find('"', at) - at);
    const auto rows = app_.get(address);
    EXPECT_EQ(rows.status, 200);
    EXPECT_TRUE(rows.shows("Ana Reyes") || rows.shows("Mo Lund")) << rows.text();
    EXPECT_EQ(rows.title().find("Reyes"), std::string::npos);
    EXPECT_LE(rows.statements, 6);
    app_.get("/measures/roles/table.csv");
    app_.reads().flush();
    const auto entries = app_.reads().list({}, 10, 0);
    ASSERT_GE(entries.size(), 3u);
    EXPECT_EQ(entries[0].entry.kind, access::ReadKind::export_file);
    EXPECT_EQ(entries[1].entry.route, "/measures/{measure}/rows");
    EXPECT_EQ(entries[1].entry.staff_records.size(), 2u);
}

TEST_F(ProfilePages, FiguresAreInTheAuditOfReadsWhereverTheyAreShown)
{
    sign_in_lead();
    const std::vector<std::string> pages{"/profile", "/profile/people", "/measures/staff", "/measures/staff/table.csv", "/measures/staff/table.xlsx", "/compare", "/compare.csv", "/locality-sheet?locality=E", "/api/profile", "/api/measures/staff", "/api/compare"};
    for (const auto& page : pages) app_.get(page);
    app_.reads().flush();
    EXPECT_EQ(app_.reads().list({}, 20, 0).size(), pages.size());
}

TEST_F(ProfilePages, WhatIsNotThereIsNotFound)
{
    sign_in_lead();
    for (const auto* address : {"/profile/astronomy", "/measures/astronomy", "/measures/astronomy/table.csv", "/measures/astronomy/table.xlsx", "/measures/astronomy/rows", "/measures/roles/rows", "/measures/roles/rows?line=99",
                                "/measures/pay/rows?line=1", "/api/measures/astronomy"}) {
        EXPECT_EQ(app_.get(address).status, 404) << address;
    }
}

TEST_F(ProfilePages, WhoMaySeeNoRowsGetsNoFigures)
{
    app_.sign_in(Role::board_member, Scope::area());
    auto pages = other_pages;
    for (const auto* page : {"/profile/people", "/measures/staff", "/measures/staff/table.csv", "/measures/staff/table.xlsx", "/measures/staff/rows", "/api/measures/staff"}) pages.emplace_back(page);
    for (const auto& page : pages) {
        EXPECT_GE(app_.get(page).status, 400) << page;
        EXPECT_FALSE(app_.get(page).shows("4 staff")) << page;
    }
}

TEST_F(ProfilePages, LocalityLeadSeesTheirLocalityOnly)
{
    app_.sign_in(Role::locality_lead, Scope::locality(west_));
    EXPECT_TRUE(app_.get("/profile").shows("2 staff work here today"));
    for (const auto* address : {"/measures/levels", "/measures/roles", "/measures/roles/table.csv", "/compare", "/api/measures/fte", "/measures/teams"}) {
        const auto page = app_.get(address);
        EXPECT_EQ(page.status, 200) << address;
        EXPECT_FALSE(page.shows("Reyes")) << address;
        EXPECT_FALSE(page.shows("Ash Nursery")) << address;
    }
    // Filters offer every role of the packs; figures have those of the west only.
    EXPECT_EQ(app_.get("/measures/roles/table.csv").body, "\xEF\xBB\xBFRole,Staff,Share of staff,Full-time equivalent\r\nTeacher,2,100,1.2\r\n");
    EXPECT_EQ(json_of("/api/measures/roles").at("measure").at("lines").as_array().size(), 1u);
    for (const auto* elsewhere : {"/profile?locality=E", "/api/measures/staff?locality=E", "/measures/staff/table.csv?locality=E", "/locality-sheet?locality=E", "/compare?locality=E", "/profile?team=nobodys", "/profile?setting=x"}) {
        EXPECT_EQ(app_.get(elsewhere).status, 422) << elsewhere << ": that nobody works there would be untrue";
    }
    EXPECT_TRUE(app_.get("/measures/ages").shows("Too few staff are counted here"));
}

TEST_F(ProfilePages, FiltersStandInTheAddress)
{
    sign_in_lead();
    auto staff = [&](const std::string& question) { return json_of("/api/measures/staff?" + question).at("measure").at("headline").at("figure").at("value").as_double(); };
    EXPECT_EQ(staff(""), 4);
    EXPECT_EQ(staff("locality=E"), 2);
    EXPECT_EQ(staff("organisation=brook"), 1);
    EXPECT_EQ(staff("setting=" + ash_.public_id.text()), 1);
    EXPECT_EQ(staff("team=early-help"), 2);
    EXPECT_EQ(staff("team=early-help&locality=E"), 1);
    EXPECT_EQ(staff("on-day=7&on-month=1&on-year=2024"), 0);
    EXPECT_TRUE(app_.get("/profile?setting=" + ash_.public_id.text()).shows("Ash Nursery"));
    EXPECT_TRUE(app_.get("/profile?team=early-help").shows("Early Help Team"));
}

TEST_F(ProfilePages, ShowWhatWasKnownOnADayBeforeAChange)
{
    const auto before = app_.today();
    app_.advance(86'400);
    carry_out({.organisation = brook_.id, .new_records = {someone("B2", "Cal", "Moss", "teacher", "education", west_)}});
    sign_in_lead();
    EXPECT_TRUE(app_.get("/profile").shows("5 staff work here today"));
    const auto known = fmt::format("known-day={}&known-month={}&known-year={}", before.day(), before.month(), before.year());
    const auto page = app_.get("/profile?" + known);
    EXPECT_TRUE(page.shows("4 staff work here today")) << page.text();
    EXPECT_TRUE(page.shows("as known on " + before.in_words()));
    EXPECT_EQ(json_of("/api/measures/staff?" + known).at("known_at").as_string(), before.iso());
}

TEST_F(ProfilePages, ADayThatHasNotComeSaysSo)
{
    sign_in_lead();
    const auto page = app_.get("/profile?on-day=1&on-month=1&on-year=2035");
    EXPECT_TRUE(page.shows("1 January 2035 has not come: only starts and endings that are known already are counted."));
    EXPECT_TRUE(page.shows("4 staff are due to work here on 1 January 2035"));
    EXPECT_TRUE(app_.get("/locality-sheet?locality=E&on-day=1&on-month=1&on-year=2035").shows("1 January 2035 has not come"));
    EXPECT_FALSE(app_.get("/profile").shows("has not come"));
    EXPECT_EQ(app_.get("/profile?known-day=1&known-month=1&known-year=2040").errors, std::vector<std::string>{"As known on must be today or a day before it"});
}

TEST_F(ProfilePages, ASheetGoesToTheOneLocalityOfWhoeverHasOne)
{
    app_.sign_in(Role::locality_lead, Scope::locality(west_));
    EXPECT_EQ(app_.get("/locality-sheet").location(), "/locality-sheet?locality=W");
    const auto sheet = app_.get("/locality-sheet?locality=W&on-day=1&on-month=3&on-year=2026");
    EXPECT_FALSE(sheet.shows("Eastfield"));
    EXPECT_TRUE(sheet.shows("name=\"on-year\" value=\"2026\"")) << "the day stays when another locality is chosen";
}

TEST_F(ProfilePages, ASheetTellsOfNoFewWhoeverPrintsIt)
{
    app_.sign_in(Role::data_steward, Scope::organisation(acorns_.id));
    EXPECT_FALSE(app_.get("/measures/ages").shows("Too few staff")) << "three, whose dates of birth the steward sees";
    EXPECT_TRUE(app_.get("/locality-sheet?locality=E").shows("Too few staff are counted here for what this would tell of each."));
}

TEST_F(ProfilePages, ChildrenAreThoseKnownOnThatDay)
{
    const auto before = app_.today();
    app_.advance(86'400);
    sign_in_lead();
    const auto children = child_population_template() + "E,sex,female,480,Census 2021,21/3/2021\nE,sex,male,520,Census 2021,21/3/2021\n";
    EXPECT_EQ(app_.post("/child-population/take", {{"rows", children}}).status, 303);
    constexpr std::string_view nothing = "How many children of each group live here is not known yet";
    EXPECT_FALSE(app_.get("/measures/likeness_sex?locality=E").shows(nothing));
    EXPECT_TRUE(app_.get(fmt::format("/measures/likeness_sex?locality=E&known-day={}&known-month={}&known-year={}", before.day(), before.month(), before.year())).shows(nothing));
}

TEST_F(ProfilePages, APartBeginsWithItsFindingsAndTheyLeadToTheirFigures)
{
    sign_in_lead();
    const auto page = app_.get("/profile/people");
    const auto list = page.body.substr(page.body.find("aria-label=\"Findings of this part\""));
    EXPECT_NE(list.find("href=\"#figure-people\""), std::string::npos);
    EXPECT_NE(page.body.find("id=\"figure-people\""), std::string::npos);
}

TEST_F(ProfilePages, ADayThatIsNoneIsAskedForAgain)
{
    sign_in_lead();
    for (const auto* path : {"/profile", "/profile/people", "/measures/staff", "/measures/staff/table.csv", "/measures/staff/table.xlsx", "/compare", "/compare.csv", "/locality-sheet", "/api/profile", "/api/measures/staff", "/api/compare"}) {
        for (const auto* which : {"on", "known"}) {
            const auto page = app_.get(fmt::format("{0}?{1}-day=31&{1}-month=2&{1}-year=2026", path, which));
            EXPECT_EQ(page.status, 422) << path << ' ' << which;
        }
    }
    EXPECT_EQ(app_.get("/profile?on-day=31&on-month=2&on-year=2026").errors.size(), 1u);
}

TEST_F(ProfilePages, CompareAndSheetNameTheirPlaces)
{
    sign_in_lead();
    const auto places = app_.get("/compare?measure=staff&by=organisation");
    EXPECT_TRUE(places.shows("Staff: from 1 in =Brook to 3 in Acorns")) << places.text();
    const auto file = app_.get("/compare.csv?measure=staff&measure=fte");
    EXPECT_NE(file.body.find("Eastfield,2,1.2\r\nWestfield,2,1.2\r\nAll together,4,2.4\r\n"), std::string::npos) << file.body;
    EXPECT_NE(app_.get("/compare.csv?measure=staff&by=organisation").body.find("\"'=Brook\",1\r\n"), std::string::npos);
    const auto sheet = app_.get("/locality-sheet?locality=E");
    EXPECT_TRUE(sheet.shows("2 staff work with children and families in Eastfield, 1.2 full-time equivalent, for 1 employer.")) << sheet.text();
    EXPECT_TRUE(sheet.shows("Three questions to discuss"));
}

/// The words in the cells of the JSON's lines, each of which the page's table has.
TEST_F(ProfilePages, JsonCarriesTheFiguresOfThePageForTheSameViewer)
{
    const std::pair<Role, Scope> viewers[] = {{Role::workforce_lead, Scope::area()}, {Role::locality_lead, Scope::locality(west_)}, {Role::data_steward, Scope::organisation(acorns_.id)}};
    for (const auto& [role, scope] : viewers) {
        app_.sign_in(role, scope);
        const auto all = json_of("/api/profile?sector=education").at("measures").as_array();
        ASSERT_EQ(all.size(), measures().size());
        for (std::size_t place = 0; place < all.size(); ++place) {
            const std::string path = "/measures/" + std::string{measures()[place].id()};
            const auto alone = json_of("/api" + path + "?sector=education").at("measure");
            EXPECT_EQ(alone, all[place]) << path;
            const auto page = app_.get(path + "?sector=education");
            if (alone.as_object().contains("withheld")) {
                EXPECT_TRUE(page.shows(alone.at("withheld").as_string())) << path;
                continue;
            }
            const auto table = page.body.find("<tbody");
            for (const auto& line : alone.at("lines").as_array()) {
                EXPECT_NE(table, std::string::npos) << path;
                EXPECT_TRUE(page.shows(line.at("label").as_string())) << path;
                for (const auto& figure : line.at("figures").as_array()) EXPECT_TRUE(page.shows(figure.at("words").as_string())) << path << ' ' << figure;
            }
            if (!alone.as_object().contains("headline")) continue;
            EXPECT_TRUE(page.shows(alone.at("headline").at("figure").at("words").as_string())) << path;
        }
    }
}

void gather_references(const boost::json::value& json, std::set<std::string>& references)
{
    if (const auto* object = json.if_object()) {
        for (const auto& [name, value] : *object) {
            if (name == "$ref") references.emplace(value.as_string());
            else gather_references(value, references);
        }
    }
    if (const auto* array = json.if_array()) {
        for (const auto& value : *array) gather_references(value, references);
    }
}

TEST_F(ProfilePages, DescriptionHasExactlyTheRoutesThatThereAre)
{
    sign_in_lead();
    const auto description = json_of("/api/openapi.json");
    EXPECT_TRUE(description.at("openapi").as_string().starts_with("3.1"));
    std::set<std::string> described, routed, references;
    for (const auto& [path, methods] : description.at("paths").as_object()) {
        described.emplace(path);
        EXPECT_EQ(methods.as_object().size(), 1u) << path;
        EXPECT_TRUE(methods.as_object().contains("get")) << path;
    }
    for (const auto& route : app_.routes().all()) {
        if (route.pattern.starts_with("/api/")) routed.emplace(route.pattern);
    }
    EXPECT_EQ(described, routed);
    gather_references(description, references);
    EXPECT_GE(references.size(), 6u);
    for (const auto& reference : references) EXPECT_NO_THROW((void)boost::json::value(description).at_pointer(reference.substr(1))) << reference;
}

}  // namespace
}  // namespace kith::profile
