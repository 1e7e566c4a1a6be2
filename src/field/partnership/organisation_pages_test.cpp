#include "kit/test_app.hpp"
#include "partnership/organisation_register.hpp"
#include "partnership/routes.hpp"

#include <gtest/gtest.h>

namespace kith::partnership {
namespace {

using access::Role;
using access::Scope;

class OrganisationPages : public testing::Test {
protected:
    void SetUp() override
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "test"};
        east_ = add(changes, Locality{.code = "E", .name = "Eastfield"}, app_.now()).value();
        west_ = add(changes, Locality{.code = "W", .name = "Westfield"}, app_.now()).value();
        acorns_ = add(changes, Organisation{.code = "acorns", .name = "Acorns Nursery", .sector = "early_years", .kind = "nursery",
                                            .ownership = Ownership::pvi, .expected_headcount = 12}, app_.now()).value();
        brook_ = add(changes, Organisation{.code = "brook", .name = "Brook <School>", .sector = "education", .kind = "school"}, app_.now()).value();
        site_ = add(changes, Setting{.organisation = acorns_.id, .code = "main", .name = "Acorns main site", .kind = "nursery", .locality = east_.id}, app_.now()).value();
        ASSERT_TRUE(add(changes, Setting{.organisation = brook_.id, .code = "main", .name = "Brook main site", .kind = "school", .locality = west_.id}, app_.now()));
        writer.commit();
    }

    void sign_in_lead() { app_.sign_in(Role::workforce_lead, Scope::area()); }
    static std::string path(const Organisation& organisation) { return "/organisations/" + organisation.public_id.text(); }

    web::Fields good_organisation()
    {
        return {{"name", "Care Trust"}, {"code", "care"}, {"sector", "health"}, {"kind", "school"}, {"ownership", "public"}, {"expected_headcount", "1,200"},
                {"opened_on-day", "27"}, {"opened_on-month", "3"}, {"opened_on-year", "2019"}};
    }

    std::string postcode_of(std::string_view code)
    {
        db::Reader reader{app_.database()};
        for (const auto& setting : settings_of(reader, acorns_.id))
            if (setting.code == code) return setting.postcode;
        return {};
    }

    std::unordered_map<OrganisationId, Recorded> recorded_;
    kit::TestApp app_{[this](web::Routes& routes) { add_routes(routes, {.recorded = [this](db::Reader&, Date) { return recorded_; }}); }};
    Locality east_, west_;
    Organisation acorns_, brook_;
    Setting site_;
};

TEST_F(OrganisationPages, ListShowsWhatIsInReachWithWhatHasBeenHandedIn)
{
    recorded_[acorns_.id] = {.records = 11, .in_post = 9, .last_at = Instant::parse("2026-10-03T09:00:00Z").value()};
    sign_in_lead();
    auto page = app_.get("/organisations");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.shows("2 organisations in your reach. 1 has handed in their staff."));
    EXPECT_TRUE(page.shows("9 of 12"));
    EXPECT_TRUE(page.shows("3 Oct 2026"));
    EXPECT_TRUE(page.shows("Not yet"));
    EXPECT_TRUE(page.shows("Brook &lt;School&gt;"));
    EXPECT_LE(page.statements, 6);
}

TEST_F(OrganisationPages, ListIsNarrowedByTheAddressAndEachFilterCanBeTakenOff)
{
    sign_in_lead();
    auto page = app_.get("/organisations?sector=education&locality=W&unknown=1&sector=astronomy");
    EXPECT_TRUE(page.shows("1 organisation matches your filters."));
    EXPECT_TRUE(page.shows("Brook <School>"));
    EXPECT_FALSE(page.shows("Acorns"));
    EXPECT_TRUE(page.shows("Sector: Education"));
    EXPECT_TRUE(page.shows("href=\"/organisations?locality=W\""));
    EXPECT_TRUE(app_.get("/organisations?search=nobody").shows("No organisation matches these filters"));
}

TEST_F(OrganisationPages, StewardOfOneNeverSeesTheOther)
{
    recorded_[brook_.id] = {.records = 70'707, .in_post = 70'707};  // "77" may stand in a random token
    app_.sign_in(Role::data_steward, Scope::organisation(acorns_.id));
    for (const auto& address : {std::string{"/organisations"}, std::string{"/organisations?search=brook"}, std::string{"/organisations?locality=W"},
                                std::string{"/localities"}, "/localities/" + east_.public_id.text()}) {
        auto page = app_.get(address);
        EXPECT_EQ(page.status, 200) << address;
        EXPECT_FALSE(page.shows("School")) << address;
        EXPECT_FALSE(page.shows("70,707")) << address;
    }
    EXPECT_EQ(app_.get(path(acorns_)).status, 200);
    EXPECT_EQ(app_.get(path(brook_)).status, 404);
    EXPECT_EQ(app_.get("/localities/" + west_.public_id.text()).status, 404);
}

TEST_F(OrganisationPages, LocalityLeadSeesWhoWorksInTheLocality)
{
    app_.sign_in(Role::locality_lead, Scope::locality(west_.id));
    EXPECT_TRUE(app_.get("/organisations").shows("Brook <School>"));
    EXPECT_FALSE(app_.get("/organisations").shows("Acorns"));
    EXPECT_EQ(app_.get(path(acorns_)).status, 404);
    EXPECT_TRUE(app_.get("/localities/" + west_.public_id.text()).shows("1 organisation works in Westfield."));
}

TEST_F(OrganisationPages, BoardMemberSeesOrganisationsButNoCounts)
{
    recorded_[acorns_.id] = {.records = 9, .in_post = 9, .last_at = app_.now()};
    app_.sign_in(Role::board_member, Scope::area());
    auto page = app_.get("/organisations");
    EXPECT_TRUE(page.shows("Not shown to you"));
    EXPECT_FALSE(page.shows("9 of 12"));
    EXPECT_FALSE(app_.get(path(acorns_)).shows("Staff recorded"));
    EXPECT_FALSE(app_.get(path(acorns_)).shows("Change these details"));
    EXPECT_NE(app_.get("/organisations/new").status, 200);
    EXPECT_NE(app_.post("/organisations/new", good_organisation()).status, 303);
}

TEST_F(OrganisationPages, OrganisationPageShowsItsSettings)
{
    sign_in_lead();
    auto page = app_.get(path(acorns_));
    EXPECT_TRUE(page.shows("Acorns Nursery has not handed in its staff yet."));
    EXPECT_TRUE(page.shows("Acorns main site"));
    EXPECT_TRUE(page.shows("Eastfield"));
    EXPECT_TRUE(page.shows("Early years and childcare"));
    EXPECT_LE(page.statements, 10);
    EXPECT_EQ(app_.get("/organisations/nonsense").status, 404);
}

TEST_F(OrganisationPages, OrganisationIsAddedAndShown)
{
    sign_in_lead();
    EXPECT_EQ(app_.get("/organisations/new").status, 200);
    auto answer = app_.post("/organisations/new", good_organisation());
    EXPECT_EQ(answer.status, 303);
    auto page = app_.follow(answer);
    EXPECT_TRUE(page.shows("Organisation added"));
    EXPECT_TRUE(page.shows("1,200"));
    EXPECT_TRUE(page.shows("27 March 2019"));
}

TEST_F(OrganisationPages, FormKeepsItsAnswersAndSaysWhatStandsInTheWay)
{
    sign_in_lead();
    auto page = app_.post("/organisations/new", {{"name", "Care <Trust>"}, {"code", "two words"}, {"sector", ""}, {"kind", "school"}, {"ownership", "public"},
                                                 {"expected_headcount", "many"}, {"opened_on-day", "31"}, {"opened_on-month", "2"}, {"opened_on-year", "2019"}});
    EXPECT_EQ(page.status, 422);
    EXPECT_EQ(page.errors.size(), 3u);
    EXPECT_EQ(page.value("name"), "Care <Trust>");
    EXPECT_EQ(page.value("expected_headcount"), "many");
    EXPECT_EQ(page.value("opened_on-day"), "31");
    EXPECT_TRUE(page.title().starts_with("Error: "));

    auto taken = app_.post("/organisations/new", {{"name", "Other"}, {"code", "acorns"}, {"sector", "health"}, {"kind", "school"}, {"ownership", "pvi"}});
    EXPECT_EQ(taken.status, 422);
    EXPECT_EQ(taken.errors, std::vector<std::string>{"Another organisation has this code"});
}

TEST_F(OrganisationPages, OrganisationIsChangedAndKeepsItsAddress)
{
    sign_in_lead();
    auto form = app_.get(path(acorns_) + "/edit");
    EXPECT_EQ(form.value("name"), "Acorns Nursery");
    EXPECT_EQ(form.value("expected_headcount"), "12");
    auto answer = app_.post(path(acorns_) + "/edit", {{"name", "Acorns and Oaks"}, {"code", "acorns"}, {"sector", "early_years"}, {"kind", "nursery"}, {"ownership", "pvi"}, {"seen", form.value("seen")}});
    EXPECT_EQ(answer.location(), path(acorns_));
    EXPECT_TRUE(app_.follow(answer).shows("Acorns and Oaks"));
}

TEST_F(OrganisationPages, TheSecondToSaveIsToldThatSomeoneElseWasFirst)
{
    sign_in_lead();
    auto seen = app_.get(path(acorns_) + "/edit").value("seen");
    web::Fields fields{{"name", "First"}, {"code", "acorns"}, {"sector", "early_years"}, {"kind", "nursery"}, {"ownership", "pvi"}, {"seen", seen}};
    EXPECT_EQ(app_.post(path(acorns_) + "/edit", fields).status, 303);
    fields[0].second = "Second";
    auto late = app_.post(path(acorns_) + "/edit", fields);
    EXPECT_EQ(late.status, 409);
    EXPECT_TRUE(late.shows("nothing was saved"));
    EXPECT_TRUE(app_.get(path(acorns_)).shows("First"));
    fields[5].second = app_.get(path(acorns_) + "/edit").value("seen");
    EXPECT_EQ(app_.post(path(acorns_) + "/edit", fields).status, 303) << "and may save over it once it was looked at";
}

TEST_F(OrganisationPages, SettingsAndLocalitiesAreAddedAndChanged)
{
    sign_in_lead();
    auto added = app_.post(path(acorns_) + "/settings/new", {{"name", "Second site"}, {"code", "two"}, {"kind", "nursery"}, {"locality", "W"}, {"postcode", "sy12ab"}});
    EXPECT_TRUE(app_.follow(added).shows("Second site"));
    EXPECT_EQ(postcode_of("two"), "SY1 2AB");
    auto form = app_.get("/settings/" + site_.public_id.text() + "/edit");
    EXPECT_EQ(form.value("name"), "Acorns main site");
    auto changed = app_.post("/settings/" + site_.public_id.text() + "/edit",
                             {{"name", "The barn"}, {"code", "main"}, {"kind", "nursery"}, {"locality", "E"}, {"seen", form.value("seen")}});
    EXPECT_TRUE(app_.follow(changed).shows("The barn"));
    EXPECT_EQ(app_.post("/settings/" + site_.public_id.text() + "/edit", {{"name", "The barn"}, {"code", "main"}, {"kind", "nursery"}, {"locality", "Q"}}).status, 422);

    auto locality = app_.post("/localities/new", {{"name", "Northfield"}, {"code", "N"}});
    EXPECT_TRUE(app_.follow(locality).shows("Northfield"));
    EXPECT_EQ(app_.post("/localities/new", {{"name", "Again"}, {"code", "N"}}).errors, std::vector<std::string>{"Another locality has this code"});
    auto east = "/localities/" + east_.public_id.text() + "/edit";
    auto renamed = app_.post(east, {{"name", "East and Marsh"}, {"code", "E"}, {"seen", app_.get(east).value("seen")}});
    EXPECT_TRUE(app_.follow(renamed).shows("East and Marsh"));
}

TEST(OrganisationPagesOfAnEmptyArea, SayWhatToDoFirst)
{
    kit::TestApp app{[](web::Routes& routes) { add_routes(routes, {}); }};
    app.sign_in(Role::workforce_lead, Scope::area());
    EXPECT_TRUE(app.get("/organisations").shows("No organisations yet."));
    EXPECT_TRUE(app.get("/localities").shows("No localities yet."));
}

}  // namespace
}  // namespace kith::partnership
