// Pages of links, numbers, teams, clusters, named links, mergers, splits and undoing, through their routes.
#include "kit/test_app.hpp"
#include "partnership/dated_register.hpp"
#include "partnership/organisation_register.hpp"
#include "partnership/routes.hpp"

#include <gtest/gtest.h>

namespace kith::partnership {
namespace {

using access::Role;
using access::Scope;

class NetworkPages : public testing::Test {
protected:
    void SetUp() override
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "test", 1};
        east_ = add(changes, Locality{.code = "E", .name = "Eastfield"}, app_.now()).value();
        oak_ = add(changes, Organisation{.code = "oak", .name = "Oak School", .sector = "education", .kind = "school",
                                         .contact = {ContactName{"Robin Vale"}, "Business manager", ContactPhone{"01632 960001"}, ContactEmail{"office@oak.example"}}}, app_.now()).value();
        elm_ = add(changes, Organisation{.code = "elm", .name = "Elm School", .sector = "education", .kind = "school"}, app_.now()).value();
        trust_ = add(changes, Organisation{.code = "trust", .name = "Greenfield Trust", .sector = "education", .kind = "academy"}, app_.now()).value();
        site_ = add(changes, Setting{.organisation = oak_.id, .code = "main", .name = "Oak lower site", .kind = "school", .locality = east_.id, .tier = "universal", .places = 210}, app_.now()).value();
        writer.commit();
    }
    void sign_in_lead() { app_.sign_in(Role::workforce_lead, Scope::area()); }
    static std::string path(const Organisation& organisation) { return "/organisations/" + organisation.public_id.text(); }
    template <class T>
    T first(std::vector<T> (*all)(db::Reader&))
    {
        db::Reader reader{app_.database()};
        return all(reader).at(0);
    }
    web::Fields day(web::Fields fields, std::string name, int on, int month, int year)
    {
        fields.emplace_back(name + "-day", std::to_string(on));
        fields.emplace_back(name + "-month", std::to_string(month));
        fields.emplace_back(name + "-year", std::to_string(year));
        return fields;
    }
    kit::Answer add_link(std::string query, std::string name, std::string phone, std::string kind = "caf_link")
    {
        return app_.post("/named-links/new?" + query, {{"kind", kind}, {"contact_name", name}, {"contact_phone", phone}});
    }

    kit::TestApp app_{[this](web::Routes& routes) {
        add_routes(routes, {.staff_names = [](web::Visit&, const std::vector<StaffRecordId>& records) {
                                std::unordered_map<StaffRecordId, StaffName> names;
                                for (auto record : records) names.emplace(record, StaffName{"Jo Marsh", "Health visitor", "/staff/x"});
                                return names;
                            },
                            .find_staff = [this](db::Reader&, OrganisationId organisation, std::string_view reference) {
                                return organisation == elm_.id && reference == "E-1" ? std::optional{StaffRecordId{7}} : std::nullopt;
                            }});
    }};
    Locality east_;
    Organisation oak_, elm_, trust_;
    Setting site_;
};

TEST_F(NetworkPages, TheFirstThingOnAnOrganisationsPageIsWhomToRing)
{
    sign_in_lead();
    const auto page = app_.get(path(oak_));
    EXPECT_TRUE(page.shows("href=\"tel:01632960001\""));
    EXPECT_TRUE(page.shows("href=\"mailto:office@oak.example\""));
    EXPECT_LT(page.body.find("tel:01632960001"), page.body.find("Expected staff"));
    EXPECT_TRUE(page.shows("Every term, as is usual for its kind"));
    EXPECT_TRUE(page.shows("No other organisation"));
    EXPECT_LE(page.statements, 11);
    EXPECT_TRUE(app_.get(path(elm_)).shows("Nobody is named yet."));
}

TEST_F(NetworkPages, WhoToRingShowsEveryoneSignedInWhomToRing)
{
    sign_in_lead();
    EXPECT_EQ(add_link("setting=" + site_.public_id.text(), "Ash Lane", "01632 960002").status, 303);
    EXPECT_EQ(add_link("organisation=" + elm_.public_id.text(), "Sam Brook", "01632 960003", "send").status, 303);
    app_.sign_in(Role::practitioner, Scope::own_record(StaffRecordId{1}));
    const auto page = app_.get("/who-to-ring");
    EXPECT_TRUE(page.shows("Oak School: Oak lower site"));
    EXPECT_TRUE(page.shows("Ash Lane"));
    EXPECT_TRUE(page.shows("Robin Vale"));
    EXPECT_FALSE(page.shows("Change")) << "a practitioner reads";
    EXPECT_FALSE(page.shows("href=\"" + path(oak_) + "\"")) << "and is led to no page that is not theirs";
    EXPECT_LE(page.statements, 8);
    const auto narrow = app_.get("/who-to-ring?about=caf_link&locality=E&search=lower");
    EXPECT_TRUE(narrow.shows("1 place fits what you ask for."));
    EXPECT_FALSE(narrow.shows("Sam Brook"));
    EXPECT_TRUE(app_.get("/who-to-ring?search=nowhere").shows("Nobody is named for this."));
    EXPECT_EQ(app_.get("/named-links/new?organisation=" + elm_.public_id.text()).status, 403);
}

TEST_F(NetworkPages, ASchoolAndItsSettingOfTheSameNameAreOnePlaceToRing)
{
    sign_in_lead();
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "test", 2};
        site_ = add(changes, Setting{.organisation = oak_.id, .code = "same", .name = "Oak School", .kind = "school", .locality = east_.id}, app_.now()).value();
        writer.commit();
    }
    EXPECT_EQ(add_link("setting=" + site_.public_id.text(), "Ash Lane", "01632 960002").status, 303);
    const auto page = app_.get("/who-to-ring");
    EXPECT_TRUE(page.shows("1 organisation, setting or cluster has somebody to ring."));
    EXPECT_TRUE(page.shows("Robin Vale"));
    EXPECT_TRUE(page.shows("Ash Lane"));
    EXPECT_TRUE(app_.get("/who-to-ring?about=caf_link&locality=E").shows("Ash Lane"));
    db::Writer writer{app_.database()};
    db::ChangeSet changes{writer, app_.now(), {}, "test", 3};
    oak_.closed_on = app_.today().plus_days(-1);
    ASSERT_TRUE(change(changes, oak_));
    writer.commit();
    EXPECT_TRUE(app_.get("/who-to-ring").shows("Ash Lane")) << "a setting still open stands for itself";
}

TEST_F(NetworkPages, TheButtonThatAddsStandsAboveTheList)
{
    sign_in_lead();
    db::Writer writer{app_.database()};
    db::ChangeSet changes{writer, app_.now(), {}, "test", 2};
    ASSERT_TRUE(add(changes, Team{.code = "T", .name = "Family team", .kind = "other"}, app_.now()));
    ASSERT_TRUE(add(changes, Cluster{.code = "C", .name = "North schools"}, app_.now()));
    writer.commit();
    for (const auto& [list, add] : {std::pair{"/teams", "/teams/new"}, {"/clusters", "/clusters/new"}, {"/localities", "/localities/new"}}) {
        const auto body = app_.get(list).body;
        EXPECT_LT(body.find(add), body.find("<table")) << list;
    }
}

TEST_F(NetworkPages, ANamedLinkIsChangedAndEnded)
{
    sign_in_lead();
    add_link("setting=" + site_.public_id.text(), "Ash Lane", "01632 960002");
    const auto link = first(all_named_links);
    const auto edit = "/named-links/" + link.public_id.text() + "/edit";
    EXPECT_EQ(app_.get(edit).value("contact_name"), "Ash Lane");
    auto fields = day({{"kind", "caf_link"}, {"contact_name", "Ash Lane"}, {"contact_phone", "01632 960002"}, {"works_for", elm_.public_id.text()}, {"reference", "E-1"},
                       {"seen", app_.get(edit).value("seen")}}, "until", 31, 8, 2020);
    EXPECT_EQ(app_.post(edit, fields).location(), "/settings/" + site_.public_id.text());
    EXPECT_EQ(first(all_named_links).record, StaffRecordId{7});
    EXPECT_FALSE(app_.get("/settings/" + site_.public_id.text()).shows("Early help link"));
    EXPECT_EQ(add_link("setting=" + site_.public_id.text(), "", "").errors.size(), 1u);
    EXPECT_EQ(app_.get("/named-links/new").status, 404);
}

TEST_F(NetworkPages, ATeamHasMembersOfSeveralEmployers)
{
    sign_in_lead();
    EXPECT_TRUE(app_.get("/teams").shows("No teams yet."));
    auto team = app_.post("/teams/new", {{"name", "Early help east"}, {"code", "early-east"}, {"kind", "early_help_team"}, {"led_by", oak_.public_id.text()}, {"locality", "E"}});
    EXPECT_EQ(team.status, 303);
    const auto path = team.location();
    EXPECT_EQ(app_.post(path + "/members/new", {{"standing", "core"}, {"organisation", oak_.public_id.text()}, {"contact_name", "Ash Lane"}}).status, 303);
    EXPECT_EQ(app_.post(path + "/members/new", {{"standing", "virtual"}, {"organisation", elm_.public_id.text()}, {"reference", "E-1"}}).status, 303);
    EXPECT_EQ(app_.post(path + "/members/new", {{"standing", "virtual"}, {"organisation", elm_.public_id.text()}, {"reference", "E-9"}}).errors.size(), 1u);
    EXPECT_EQ(app_.post(path + "/members/new", {{"standing", "core"}, {"organisation", oak_.public_id.text()}, {"contact_name", "ash lane"}}).status, 422) << "once is enough";
    const auto page = app_.get(path);
    EXPECT_TRUE(page.shows("2 people work in this team today."));
    EXPECT_TRUE(page.shows("Core members"));
    EXPECT_TRUE(page.shows("Jo Marsh"));
    EXPECT_LE(page.statements, 7);
    EXPECT_TRUE(app_.get("/teams").shows("Early help east"));
    EXPECT_LE(app_.get("/teams").statements, 7);

    const auto member = first(all_team_members);
    const auto edit = "/team-members/" + member.public_id.text() + "/edit";
    EXPECT_EQ(app_.get(edit).value("contact_name"), "Ash Lane");
    EXPECT_EQ(app_.post(edit, day({{"standing", "core"}, {"organisation", oak_.public_id.text()}, {"contact_name", "Ash Lane"}, {"seen", app_.get(edit).value("seen")}}, "until", 1, 1, 2020)).status, 303);
    EXPECT_TRUE(app_.get(path).shows("1 person has left the team."));
    EXPECT_EQ(app_.get(path + "/edit").value("name"), "Early help east");
    EXPECT_EQ(app_.post(path + "/edit", {{"name", "Early help"}, {"code", "early-east"}, {"kind", "panel"}, {"seen", app_.get(path + "/edit").value("seen")}}).status, 303);

    app_.sign_in(Role::manager, Scope::organisation(elm_.id));
    EXPECT_EQ(app_.get(path).status, 200) << "somebody of theirs is in it";
    app_.sign_in(Role::manager, Scope::organisation(trust_.id));
    EXPECT_EQ(app_.get(path).status, 404);
    EXPECT_FALSE(app_.get("/teams").shows("Early help"));
}

TEST_F(NetworkPages, AClusterHasSettingsAndSomebodyToRing)
{
    sign_in_lead();
    EXPECT_TRUE(app_.get("/clusters").shows("No clusters yet."));
    const auto path = app_.post("/clusters/new", {{"name", "East cluster"}, {"code", "east"}, {"locality", "E"}}).location();
    EXPECT_EQ(app_.post("/clusters/new", {{"name", "Again"}, {"code", "east"}}).errors, std::vector<std::string>{"Another cluster has this code"});
    EXPECT_EQ(app_.post(path + "/settings/new", {{"setting", site_.public_id.text()}}).status, 303);
    EXPECT_EQ(app_.post(path + "/settings/new", {{"setting", site_.public_id.text()}}).status, 422);
    EXPECT_EQ(app_.post(path + "/settings/new", {}).errors, std::vector<std::string>{"Choose a setting"});
    add_link("cluster=" + first(all_clusters).public_id.text(), "Ash Lane", "01632 960002", "cluster_coordinator");
    const auto page = app_.get(path);
    EXPECT_TRUE(page.shows("1 setting works together") || page.shows("1 setting works"));
    EXPECT_TRUE(page.shows("Oak School: Oak lower site"));
    EXPECT_TRUE(page.shows("Cluster coordinator"));
    EXPECT_LE(page.statements, 8);
    EXPECT_TRUE(app_.get("/settings/" + site_.public_id.text()).shows("East cluster"));
    const auto edit = "/cluster-settings/" + first(all_cluster_settings).public_id.text() + "/edit";
    EXPECT_EQ(app_.post(edit, day({{"seen", app_.get(edit).value("seen")}}, "until", 1, 1, 2020)).status, 303);
    EXPECT_TRUE(app_.get(path).shows("No setting is in this cluster yet."));
    EXPECT_EQ(app_.post(path + "/edit", {{"name", "The east"}, {"code", "east"}, {"seen", app_.get(path + "/edit").value("seen")}}).status, 303);
    app_.sign_in(Role::manager, Scope::organisation(trust_.id));
    EXPECT_EQ(app_.get(path).status, 404);
}

TEST_F(NetworkPages, RegisterNumbersAreHeldToTheirShapeAndToOneOrganisation)
{
    sign_in_lead();
    EXPECT_EQ(app_.post(path(oak_) + "/numbers/new", {{"kind", "urn"}, {"number", "12"}}).errors, std::vector<std::string>{"School URN must look like six digits, such as 100001. Look it up in the register"});
    EXPECT_EQ(app_.post(path(oak_) + "/numbers/new", {{"kind", "urn"}, {"number", "100001"}, {"setting", site_.public_id.text()}}).status, 303);
    EXPECT_EQ(app_.post(path(elm_) + "/numbers/new", {{"kind", "urn"}, {"number", "100001"}}).status, 422);
    EXPECT_TRUE(app_.get(path(oak_)).shows("School URN, Oak lower site"));
    const auto edit = "/register-numbers/" + first(all_register_numbers).public_id.text() + "/edit";
    EXPECT_EQ(app_.get(edit).value("number"), "100001");
    EXPECT_EQ(app_.post(edit, {{"kind", "urn"}, {"number", "100002"}, {"setting", site_.public_id.text()}, {"seen", app_.get(edit).value("seen")}}).status, 303);
    EXPECT_TRUE(app_.get("/settings/" + site_.public_id.text()).shows("100002"));
}

TEST_F(NetworkPages, AnOrganisationComesToAParentAndGoesToAnother)
{
    sign_in_lead();
    const auto address = path(oak_) + "/parent";
    EXPECT_TRUE(app_.get(address).shows("belongs to no other organisation now"));
    EXPECT_EQ(app_.post(address, day({{"other", trust_.public_id.text()}}, "from", 1, 9, 2020)).status, 303);
    EXPECT_TRUE(app_.get(path(oak_)).shows("Greenfield Trust"));
    EXPECT_TRUE(app_.get(path(trust_)).shows("Organisations that belong to it"));
    EXPECT_EQ(app_.post(path(trust_) + "/parent", day({{"other", oak_.public_id.text()}}, "from", 1, 9, 2021)).status, 422) << "a circle";
    EXPECT_EQ(app_.post(address, {{"other", elm_.public_id.text()}}).errors, std::vector<std::string>{"Enter the day from which this holds"});
    EXPECT_EQ(app_.post(address, day({{"other", elm_.public_id.text()}}, "from", 1, 9, 2024)).status, 303);
    const auto page = app_.get(path(oak_));
    EXPECT_TRUE(page.shows("1 September 2024: No longer belongs to Greenfield Trust"));
    EXPECT_TRUE(page.shows("1 September 2020: Came to Greenfield Trust"));
}

TEST_F(NetworkPages, AMergerIsRecordedSeenAndUndone)
{
    sign_in_lead();
    EXPECT_TRUE(app_.get(path(oak_) + "/merge").shows("Staff records stay with the organisation that handed them in."));
    EXPECT_EQ(app_.post(path(oak_) + "/merge", {}).errors.size(), 2u);
    EXPECT_EQ(app_.post(path(oak_) + "/merge", day({{"other", elm_.public_id.text()}}, "day", 1, 9, 2025)).location(), path(oak_));
    EXPECT_TRUE(app_.get(path(oak_)).shows("Oak School closed; its last day was 31 August 2025."));
    EXPECT_TRUE(app_.get(path(oak_)).shows("1 September 2025: Merged into Elm School"));
    const auto elm = app_.get(path(elm_));
    EXPECT_TRUE(elm.shows("Oak School merged into it"));
    EXPECT_TRUE(elm.shows("Oak lower site"));
    EXPECT_EQ(app_.post(path(oak_) + "/merge", day({{"other", trust_.public_id.text()}}, "day", 1, 9, 2025)).status, 422);

    const auto changes = app_.get("/organisations/changes");
    EXPECT_TRUE(changes.shows("Merger: Oak School into Elm School"));
    EXPECT_TRUE(changes.shows("An account that is no longer held"));
    const auto at = changes.body.find("/organisations/changes/");
    const auto undo = changes.body.substr(at, changes.body.find('"', at) - at);
    EXPECT_TRUE(app_.get(undo).shows("Undo this change"));
    EXPECT_EQ(app_.post(undo, {}).location(), "/organisations/changes");
    EXPECT_FALSE(app_.get(path(oak_)).shows("closed; its last day"));
    EXPECT_FALSE(app_.get(path(elm_)).shows("Oak lower site"));
    EXPECT_TRUE(app_.get(undo).shows("This has been undone already."));
    EXPECT_EQ(app_.post(undo, {}).status, 409);
}

TEST_F(NetworkPages, ALaterChangeStandsInTheWayOfUndoingAndIsNamed)
{
    sign_in_lead();
    const auto locality = "/localities/" + east_.public_id.text() + "/edit";
    for (const auto* name : {"East one", "East two"}) EXPECT_EQ(app_.post(locality, {{"name", name}, {"code", "E"}, {"seen", app_.get(locality).value("seen")}}).status, 303);
    const auto changes = app_.get("/organisations/changes");
    const auto at = changes.body.rfind("/organisations/changes/");
    const auto undo = changes.body.substr(at, changes.body.find('"', at) - at);
    const auto page = app_.get(undo);
    EXPECT_TRUE(page.shows("This cannot be undone now"));
    EXPECT_TRUE(page.shows("Locality changed: East two"));
    EXPECT_EQ(app_.post(undo, {}).status, 409);
}

TEST_F(NetworkPages, ChangesMadeByHandHavePages)
{
    sign_in_lead();
    const auto locality = "/localities/" + east_.public_id.text() + "/edit";
    for (int number = 1; number <= 51; ++number) {
        EXPECT_EQ(app_.post(locality, {{"name", "East " + std::to_string(number) + "."}, {"code", "E"}, {"seen", app_.get(locality).value("seen")}}).status, 303);
    }
    const auto newest = app_.get("/organisations/changes");
    EXPECT_TRUE(newest.shows("51 changes made on pages"));
    EXPECT_TRUE(newest.shows("Locality changed: East 51."));
    EXPECT_FALSE(newest.shows("Locality changed: East 1."));
    const auto oldest = app_.get("/organisations/changes?page=2");
    EXPECT_TRUE(oldest.shows("Locality changed: East 1."));
    EXPECT_FALSE(oldest.shows("Locality changed: East 2."));
}

TEST_F(NetworkPages, ASplitMakesANewOrganisationOfTheChosenSettings)
{
    sign_in_lead();
    const auto address = path(oak_) + "/split";
    EXPECT_TRUE(app_.get(address).shows("Oak lower site"));
    web::Fields fields{{"settings", site_.public_id.text()}, {"name", "Ash School"}, {"code", "ash"}, {"sector", "education"}, {"kind", "school"}, {"ownership", "public"}};
    EXPECT_EQ(app_.post(address, fields).errors, std::vector<std::string>{"Enter the first day"});
    EXPECT_EQ(app_.post(address, day(fields, "day", 1, 9, 2025)).status, 303);
    const auto page = app_.get(path(oak_));
    EXPECT_TRUE(page.shows("Ash School split from it"));
    EXPECT_TRUE(page.shows("Oak lower site, closed"));
    fields[0].second = "";
    fields[2].second = "ash-two";
    EXPECT_EQ(app_.post(address, day(fields, "day", 1, 9, 2025)).errors, std::vector<std::string>{"Choose the settings that go to the new organisation"});
}

}  // namespace
}  // namespace kith::partnership
