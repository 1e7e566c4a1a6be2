// "Find a language or skill" and saved views through the real routes: who has it, through whom to ask, and the way back to a page.
#include "kit/test_app.hpp"
#include "partnership/organisation_register.hpp"
#include "profile/routes.hpp"
#include "workforce/routes.hpp"
#include "workforce/staff_register.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace kith::profile {
namespace {

using access::Role;
using access::Scope;
using workforce::FactKind;

Date day(int year, int month, int number)
{
    return Date::of(year, month, number).value();
}

workforce::Fact speaks(std::string language, std::string how_well = {})
{
    return {.kind = FactKind::language, .list = "languages", .code = std::move(language), .detail = std::move(how_well)};
}

/// Acorns: Ana in the east speaks Serbian and is managed by Max, who works in the west. Brook: Bel in the west speaks Croatian; her manager is not held.
class WhoCan : public testing::Test {
protected:
    void SetUp() override
    {
        using namespace partnership;
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "places"};
        east_ = add(changes, Locality{.code = "E", .name = "Eastfield"}, app_.now())->id;
        west_ = add(changes, Locality{.code = "W", .name = "Westfield"}, app_.now())->id;
        acorns_ = add(changes, Organisation{.code = "acorns", .name = "Acorns", .sector = "early_years", .kind = "nursery"}, app_.now())->id;
        brook_ = add(changes, Organisation{.code = "brook", .name = "Brook", .sector = "education", .kind = "school",
                                           .contact = {ContactName{"Kay Dell"}, "Clerk", ContactPhone{"01632 960111"}, ContactEmail{}}}, app_.now())->id;
        workforce::apply(changes, {.organisation = acorns_, .new_records = {someone("A1", "Ana", "Reyes", east_, "A2", {speaks("serbian", "professional")}), someone("A2", "Max", "Lund", west_, "", {{.kind = FactKind::professional_status, .list = "professional_statuses", .code = "qts", .until = day(2020, 1, 1)}})}}, app_.now(), {});
        workforce::apply(changes, {.organisation = brook_, .new_records = {someone("B1", "Bel", "Mistry", west_, "A2", {speaks("croatian")})}}, app_.now(), {});
        writer.commit();
    }

    static workforce::NewStaffRecord someone(std::string reference, std::string given, std::string family, access::LocalityId locality, std::string manager, std::vector<workforce::Fact> facts)
    {
        workforce::EngagementTerms terms{.from_on = day(2024, 1, 8), .locality = locality, .role_list = "roles", .role_code = "teacher", .sector = "education", .manager = std::move(manager)};
        return {.record = {.reference = std::move(reference), .given_name = workforce::PersonName{std::move(given)}, .family_name = workforce::PersonName{std::move(family)}},
                .engagements = {{.engagement = {.reference = "1", .started_on = day(2024, 1, 8)}, .terms = {terms}}}, .facts = std::move(facts)};
    }

    kit::TestApp app_{[](web::Routes& routes) {
        auto packs = std::make_shared<const packs::Packs>(packs::built_in());
        auto feed = std::make_shared<workforce::TallyFeed>(workforce::role_mapping(packs));
        workforce::add_routes(routes, {.packs = packs, .feed = feed, .return_link = {}, .account_name = {}});
        add_routes(routes, {.packs = packs, .feed = feed});
    }};
    access::LocalityId east_, west_;
    access::OrganisationId acorns_, brook_;
};

TEST_F(WhoCan, ListsWhoHasItWithTheirManagerOrWhomToRing)
{
    app_.sign_in(Role::workforce_lead, Scope::area());
    const auto page = app_.get("/who-can?for=serbo-croatian");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.shows("Serbo-Croatian may mean Serbian, Croatian"));
    EXPECT_TRUE(page.shows("2 staff."));
    EXPECT_TRUE(page.shows("Serbian: Can work in it with families"));
    EXPECT_TRUE(page.shows("Max Lund , manager") || page.shows("Max Lund, manager"));
    EXPECT_TRUE(page.shows("Kay Dell, main contact")) << "A2 is nobody's reference at Brook";
    EXPECT_TRUE(page.shows("tel:01632960111"));
    const auto managed = page.body.substr(page.body.find("Max Lund"));
    EXPECT_NE(managed.substr(0, managed.find("</td>")).find("Who to ring"), std::string::npos) << "a manager has no number here, so whom to ring stands beside the name";
    EXPECT_LE(app_.get("/who-can?for=serbo-croatian").statements, 12);
}

TEST_F(WhoCan, IsJsonTooForTheSameViewerAndInTheAudit)
{
    app_.sign_in(Role::workforce_lead, Scope::area());
    const auto answer = app_.get("/api/who-can?for=serbo-croatian");
    ASSERT_EQ(answer.status, 200);
    const auto json = boost::json::parse(answer.body);
    EXPECT_TRUE(json.at("looked_for").at("why").as_string().starts_with("Serbo-Croatian may mean Serbian"));
    const auto& people = json.at("staff").at("people").as_array();
    ASSERT_EQ(people.size(), 2U);
    EXPECT_EQ(people[0].at("name").as_string(), "Bel Mistry");
    EXPECT_EQ(people[0].at("ring").at("telephone").as_string(), "01632 960111");
    EXPECT_FALSE(people[0].as_object().contains("manager")) << "A2 is nobody's reference at Brook";
    EXPECT_EQ(people[1].at("holds").as_string(), "Serbian: Can work in it with families");
    EXPECT_EQ(people[1].at("manager").at("name").as_string(), "Max Lund");
    EXPECT_LE(app_.get("/api/who-can?for=serbo-croatian").statements, 12);
    app_.reads().flush();
    EXPECT_EQ(app_.reads().list({}, 1, 0).front().entry.staff_records.size(), 3U) << "the manager is in it too";
    EXPECT_EQ(boost::json::parse(app_.get("/api/who-can?for=serbain").body).at("looked_for").at("nearest").as_array().front().as_string(), "Serbian");
    app_.sign_in(Role::locality_lead, Scope::locality(east_));
    EXPECT_EQ(app_.get("/api/who-can?for=serbo-croatian").body.find("Mistry"), std::string::npos);
    EXPECT_EQ(app_.get("/api/who-can?for=serbo-croatian").body.find("Max Lund"), std::string::npos);
}

TEST_F(WhoCan, NamesNoManagerBeyondTheViewersReach)
{
    app_.sign_in(Role::locality_lead, Scope::locality(east_));
    const auto page = app_.get("/who-can?for=serbian");
    EXPECT_TRUE(page.shows("Ana Reyes"));
    EXPECT_FALSE(page.shows("Max Lund"));
    EXPECT_TRUE(page.shows("Who to ring"));
    EXPECT_FALSE(app_.get("/who-can?for=croatian").shows("Mistry"));
}

TEST_F(WhoCan, PutsWhoIsShownIntoTheAuditManagersToo)
{
    app_.sign_in(Role::workforce_lead, Scope::area());
    app_.get("/who-can?for=serbian");
    app_.reads().flush();
    const auto entries = app_.reads().list({}, 10, 0);
    ASSERT_FALSE(entries.empty());
    EXPECT_EQ(entries.front().entry.staff_records.size(), 2U);
}

TEST_F(WhoCan, FiltersNarrowAndKeepTheWord)
{
    app_.sign_in(Role::workforce_lead, Scope::area());
    const auto page = app_.get("/who-can?for=serbo-croatian&locality=W");
    EXPECT_TRUE(page.shows("1 member of staff."));
    EXPECT_FALSE(page.shows("Reyes"));
    EXPECT_TRUE(page.shows("href=\"/who-can?for=serbo-croatian\"")) << "the filter comes off and the word stays";
    EXPECT_TRUE(app_.get("/who-can?for=QTS").shows("Nobody among the staff asked about")) << "it had run out";
    EXPECT_TRUE(app_.get("/who-can?for=serbian&on-day=1&on-month=1&on-year=2020").shows("Nobody among the staff asked about"));
}

TEST_F(WhoCan, SaysTheNearestWordAndWhatSilenceMayMean)
{
    app_.sign_in(Role::workforce_lead, Scope::area());
    const auto page = app_.get("/who-can?for=serbain");
    EXPECT_TRUE(page.shows("Nothing is called"));
    EXPECT_TRUE(page.shows("href=\"/who-can?for=Serbian\""));
    EXPECT_TRUE(app_.get("/who-can?for=polish").shows("Of 1 of 3 staff nothing of the kind is reported"));
    EXPECT_TRUE(app_.get("/who-can").shows("Finds who is reported to have it"));
    EXPECT_TRUE(app_.get("/profile/skills").shows("href=\"/who-can\""));
    EXPECT_TRUE(app_.get("/profile").shows("href=\"/who-can\""));
}

TEST_F(WhoCan, AViewIsSavedListedOpenedAndDeleted)
{
    app_.sign_in(Role::workforce_lead, Scope::area());
    EXPECT_FALSE(app_.get("/profile").shows("Your views"));
    for (const auto* path : {"/profile", "/profile/skills?locality=E", "/measures/staff", "/compare?by=organisation", "/locality-sheet?locality=E", "/who-can?for=serbian"}) {
        const auto page = app_.get(path);
        EXPECT_TRUE(page.shows("Save this view")) << path;
        const auto saved = app_.post("/saved-views", {{"name", path}, {"path", page.value("path")}, {"query", page.value("query")}});
        EXPECT_EQ(saved.status, 303) << path;
        EXPECT_EQ(saved.location(), path);
    }
    const auto listed = app_.get("/profile");
    EXPECT_TRUE(listed.shows("Your views"));
    EXPECT_TRUE(listed.shows("href=\"/compare?by=organisation\""));
    const auto first = listed.body.find("/saved-views/");
    const auto id = listed.body.substr(first + 13, 26);
    EXPECT_EQ(app_.post("/saved-views/" + id + "/delete", {}).location(), "/profile");
    EXPECT_TRUE(app_.get("/profile").shows("You can save it again"));
    EXPECT_EQ(app_.post("/saved-views/" + id + "/delete", {}).status, 404);
    app_.sign_in(Role::workforce_lead, Scope::area());
    EXPECT_FALSE(app_.get("/profile").shows("Your views")) << "another account has none of them";
}

TEST_F(WhoCan, AViewThatCannotBeSavedSaysWhy)
{
    app_.sign_in(Role::workforce_lead, Scope::area());
    const auto nameless = app_.post("/saved-views", {{"name", " "}, {"path", "/profile"}, {"query", "locality=E"}}, {.stay = true});
    EXPECT_EQ(nameless.status, 422);
    EXPECT_TRUE(nameless.shows("Enter a name for the view"));
    EXPECT_EQ(nameless.value("query"), "locality=E");
    EXPECT_EQ(app_.post("/saved-views", {{"name", "A"}, {"path", "/staff"}, {"query", ""}}, {.stay = true}).status, 422);
    EXPECT_EQ(app_.post("/saved-views", {{"name", "A"}, {"path", "//example.org"}, {"query", ""}}, {.stay = true}).status, 422);
    EXPECT_EQ(app_.post("/saved-views", {{"name", "A"}, {"path", "/profile"}, {"query", ""}}, {.without_token = true, .stay = true}).status, 403);
    EXPECT_FALSE(app_.get("/profile").shows("Your views"));
}

}  // namespace
}  // namespace kith::profile
