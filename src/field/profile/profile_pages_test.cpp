// The profile's pages through the real routes.
#include "profile/test_pages.hpp"

#include "profile/child_population.hpp"
#include "profile/comparison.hpp"

#include <algorithm>
#include <set>

namespace kith::profile {
namespace {

const std::vector<std::string> other_pages{"/profile", "/measures", "/compare", "/compare.csv", "/compare.xlsx", "/locality-sheet", "/locality-sheet?locality=E", "/locality-sheet.csv?locality=E", "/locality-sheet.xlsx?locality=E", "/api/locality-sheet?locality=E", "/api/profile", "/api/measures", "/api/compare", "/api/openapi.json"};

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
        for (const auto* file : {"/tables.csv", "/tables.xlsx"}) {
            const auto table = app_.get("/profile/" + std::string{section.id} + file);
            EXPECT_EQ(table.status, 200) << section.id << file;
            EXPECT_LE(table.statements, 4) << section.id << file;
        }
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
    const std::vector<std::string> pages{"/profile", "/profile/people", "/measures/staff", "/measures/staff/table.csv", "/measures/staff/table.xlsx", "/profile/people/tables.csv", "/profile/people/tables.xlsx", "/compare", "/compare.csv", "/compare.xlsx", "/locality-sheet?locality=E", "/locality-sheet.csv?locality=E", "/locality-sheet.xlsx?locality=E", "/api/locality-sheet?locality=E", "/api/profile", "/api/measures/staff", "/api/compare"};
    for (const auto& page : pages) app_.get(page);
    app_.reads().flush();
    EXPECT_EQ(app_.reads().list({}, 20, 0).size(), pages.size());
}

TEST_F(ProfilePages, WhatIsNotThereIsNotFound)
{
    sign_in_lead();
    for (const auto* address : {"/profile/astronomy", "/profile/astronomy/tables.csv", "/measures/astronomy", "/measures/astronomy/table.csv", "/measures/astronomy/table.xlsx", "/measures/astronomy/rows", "/measures/roles/rows", "/measures/roles/rows?line=99",
                                "/measures/pay/rows?line=1", "/api/measures/astronomy"}) {
        EXPECT_EQ(app_.get(address).status, 404) << address;
    }
}

TEST_F(ProfilePages, WhoMaySeeNoRowsGetsNoFigures)
{
    app_.sign_in(Role::board_member, Scope::area());
    auto pages = other_pages;
    for (const auto* page : {"/profile/people", "/profile/people/tables.csv", "/profile/people/tables.xlsx", "/api/measures/staff/rows?line=1", "/api/who-can?for=autism", "/measures/staff", "/measures/staff/table.csv", "/measures/staff/table.xlsx", "/measures/staff/rows", "/api/measures/staff"}) pages.emplace_back(page);
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
    const auto roles = app_.get("/measures/roles/table.csv");
    EXPECT_TRUE(roles.body.starts_with("\xEF\xBB\xBFRole,Staff,Share of staff (percent),Full-time equivalent,Measure,On,About,Rests on\r\nTeacher,2,100,1.2,Roles," + app_.today().iso() + ",")) << roles.body;
    EXPECT_EQ(std::ranges::count(roles.body, '\n'), 2);
    EXPECT_NE(roles.header("Content-Disposition").find("roles-" + app_.today().iso() + ".csv"), std::string::npos);
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

TEST_F(ProfilePages, ARefusedFilterShowsTheFormAndNoFigures)
{
    sign_in_lead();
    std::vector<std::string> paths{"/profile", "/compare", "/locality-sheet", "/who-can"};
    for (const auto& section : sections()) paths.push_back("/profile/" + std::string{section.id});
    for (const auto& row : measures()) paths.push_back("/measures/" + std::string{row.id()});
    for (const auto& path : paths) {
        for (const auto* refused : {"locality=E&locality=nowhere", "locality=E&on-day=31&on-month=2&on-year=2026"}) {
            const auto page = app_.get(path + "?for=autism&" + refused);
            EXPECT_EQ(page.status, 422) << path;
            EXPECT_EQ(page.errors.size(), 1u) << path;
            EXPECT_NE(page.body.find("<form"), std::string::npos) << path;
            for (const auto* shown : {"class=\"kith-figure", "<figure", "kith-sheet", "<table", "2 of 2", "organisations have handed in", "Source: staff returns", "table.csv"}) EXPECT_FALSE(page.shows(shown)) << path << ' ' << shown;
        }
    }
    for (const auto* path : {"/measures/roles/rows?line=1", "/measures/roles/table.csv?", "/compare.xlsx?"}) {
        const auto page = app_.get(fmt::format("{}&locality=nowhere", path));
        EXPECT_EQ(page.status, 422) << path;
        EXPECT_FALSE(page.shows("Reyes")) << path;
    }
    app_.reads().flush();
    EXPECT_TRUE(app_.reads().list({}, 20, 0).empty()) << "what was not shown was not read";
}

TEST_F(ProfilePages, CompareAndSheetNameTheirPlaces)
{
    sign_in_lead();
    const auto places = app_.get("/compare?measure=staff&by=organisation");
    EXPECT_TRUE(places.shows("Staff: from 1 in =Brook to 3 in Acorns")) << places.text();
    const auto file = app_.get("/compare.csv?measure=staff&measure=fte");
    EXPECT_TRUE(file.body.starts_with("\xEF\xBB\xBFLocality,Staff,\"Staff, a year before\",Full-time equivalent,\"Full-time equivalent, a year before\",On,About,Rests on\r\nEastfield,2,2,1.2,1.2,")) << file.body;
    EXPECT_NE(file.body.find("\r\nAll together,4,4,2.4,2.4," + app_.today().iso()), std::string::npos) << file.body;
    EXPECT_NE(app_.get("/compare.csv?measure=staff&by=organisation").body.find("\"'=Brook\",1,1,"), std::string::npos);
    EXPECT_TRUE(app_.get("/compare.xlsx?measure=staff").header("Content-Disposition").find("localities-compared-" + app_.today().iso() + ".xlsx") != std::string::npos);
    const auto sheet = app_.get("/locality-sheet?locality=E");
    EXPECT_TRUE(sheet.shows("2 staff work with children and families in Eastfield, 1.2 full-time equivalent, for 1 employer.")) << sheet.text();
    EXPECT_TRUE(sheet.shows("Three questions to discuss"));
}

TEST_F(ProfilePages, PartsAndTheSheetAreFilesToo)
{
    sign_in_lead();
    const auto part = app_.get("/profile/people/tables.csv?locality=E");
    EXPECT_TRUE(part.body.starts_with("\xEF\xBB\xBFMeasure,Line,Figure,Number,In words,On,About,Rests on\r\nStaff,All together,Staff,2,2,")) << part.body;
    EXPECT_NE(part.body.find("\r\nStaff,Early years and childcare,Share of staff (percent),100,2 of 2," + app_.today().iso() + ",\"Eastfield"), std::string::npos) << part.body;
    EXPECT_NE(part.body.find("\r\nTeams across employers,Early Help Team,Members here,1,1,"), std::string::npos) << part.body;
    EXPECT_NE(app_.get("/profile/people/tables.xlsx").header("Content-Disposition").find("people-" + app_.today().iso() + ".xlsx"), std::string::npos);
    EXPECT_TRUE(app_.get("/profile/people?locality=E").shows("/profile/people/tables.xlsx?locality=E"));
    const auto sheet = app_.get("/locality-sheet.csv?locality=E");
    EXPECT_TRUE(sheet.body.starts_with("\xEF\xBB\xBFPart,What,Figure,Of what,On,About,Rests on\r\nAt a glance,Core workforce,2 of 2,2 of 2 staff,")) << sheet.body;
    EXPECT_NE(sheet.body.find("\r\nWho is here,Day nursery worker,2,staff,"), std::string::npos) << sheet.body;
    EXPECT_EQ(std::ranges::count(sheet.body, '\n') > 12, true) << sheet.body;
    EXPECT_EQ(app_.get("/locality-sheet.csv").status, 422);
    EXPECT_NE(app_.get("/locality-sheet.xlsx?locality=E").header("Content-Disposition").find("locality-sheet-"), std::string::npos);
    app_.sign_in(Role::locality_lead, Scope::locality(west_));
    EXPECT_NE(app_.get("/profile/ages/tables.csv").body.find("Age pyramid,,Not shown,,Too few staff are counted here"), std::string::npos);
    app_.sign_in(Role::data_steward, Scope::organisation(acorns_.id));
    EXPECT_NE(app_.get("/locality-sheet.csv?locality=E").body.find("Too few staff are counted here for what this would tell of each."), std::string::npos);
}

TEST_F(ProfilePages, SeveralOrganisationsAreChosenOneAfterAnother)
{
    sign_in_lead();
    const auto both = app_.get("/compare?by=organisation&measure=staff&measure=vacancies&organisation=acorns&organisation=brook");
    EXPECT_TRUE(both.shows("Remove this filter: Organisation: Acorns")) << both.text();
    EXPECT_TRUE(both.shows("Remove this filter: Organisation: =Brook"));
    EXPECT_TRUE(both.shows("was 1")) << both.text();
    EXPECT_LT(both.body.find("Choose filters"), both.body.find("Side by side, with what each was")) << "the table stands after its filters";
    const auto one = app_.get("/compare?by=organisation&measure=staff&organisation=acorns&organisation=");
    EXPECT_EQ(one.status, 200) << "nothing more was chosen from the list";
    EXPECT_NE(one.body.find("<input type=\"hidden\" name=\"organisation\" value=\"acorns\">"), std::string::npos) << one.body;
    EXPECT_EQ(one.body.find("<option value=\"acorns\""), std::string::npos) << "what is chosen is not offered again";
    EXPECT_NE(one.body.find("<option value=\"brook\""), std::string::npos);
    EXPECT_TRUE(one.shows("Staff: 3 in Acorns"));
    EXPECT_EQ(app_.get("/profile?role=&organisation=").status, 200);
    EXPECT_TRUE(app_.get("/compare?measure=languages&measure=astronomy").shows("has no single figure that can be compared"));
    EXPECT_TRUE(app_.get("/compare?measure=astronomy").shows("There is no measure “astronomy”"));
    EXPECT_EQ(app_.get("/compare").body.find("value=\"languages\""), std::string::npos);
}

TEST_F(ProfilePages, FirstScreenCountsVacanciesAndTheirMeasureIsTheRate)
{
    sign_in_lead();
    EXPECT_TRUE(app_.get("/profile").shows("0 vacancies"));
    EXPECT_EQ(json_of("/api/measures/vacancies").at("measure").at("headline").at("label").as_string(), "vacancy rate");
}

}  // namespace
}  // namespace kith::profile
