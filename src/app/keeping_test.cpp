// Subject access, correction, erasure and retention through the whole house: real files in, real routes, on both engines, and the chain
// verified at the end.
#include "access/invitations.hpp"
#include "db/verify.hpp"
#include "files/xlsx_writer.hpp"
#include "jobs/inbox.hpp"
#include "kit/whole_house.hpp"
#include "retention/retention_register.hpp"
#include "workforce/staff_register.hpp"
#include "workforce/subject_register.hpp"

#include <gtest/gtest.h>

namespace kith::app {
namespace {

using access::Role;
using access::Scope;

constexpr const char* organisations = "organisation_code,name,kind,ownership,sector,expected_headcount,opened_on\r\n"
                                      "OAK,Oak Trust,nursery,pvi,early_years,40,\r\nELM,Elm Trust,nursery,pvi,early_years,,\r\n";
constexpr const char* header = "organisation,staff_reference,family_name,given_name,date_of_birth,role,contract,fte,start_date,end_date\r\n";
constexpr const char* staff = "OAK,A1,Reyes,Ana,03/04/1990,nursery_worker,permanent,1,01/09/2010,31/08/2015\r\n"
                              "OAK,A2,Lund,Mo,05/06/1991,nursery_worker,permanent,0.5,01/09/2020,\r\n";
constexpr const char* changed = "OAK,A1,Reyes-Hart,Ana,03/04/1990,nursery_worker,permanent,1,01/09/2010,31/08/2015\r\n";
constexpr const char* elsewhere = "ELM,A1,Mistry,Bel,03/04/1990,nursery_worker,permanent,1,01/09/2010,31/08/2012\r\n";

class Keeping : public testing::TestWithParam<db::Engine> {
protected:
    void SetUp() override
    {
        ASSERT_EQ(house_.import({{"organisations.csv", organisations}}).exit_code, 0);
        ASSERT_TRUE(house_.import({{"first.csv", std::string{header} + staff}}).files.at(0).taken);
        ASSERT_TRUE(house_.import({{"second.csv", std::string{header} + changed}}).files.at(0).taken);
        ASSERT_TRUE(house_.import({{"elm.csv", std::string{header} + elsewhere}}).files.at(0).taken);
    }

    kit::TestApp& app() { return house_.app(); }
    access::OrganisationId organisation(std::string_view code) { return house_.organisation(code).id; }
    access::StaffRecordId record(std::string_view code, std::string_view reference)
    {
        db::Reader reader{house_.database()};
        return workforce::find_staff_record(reader, organisation(code), reference).value();
    }
    std::string path(std::string_view code, std::string_view reference)
    {
        db::Reader reader{house_.database()};
        return "/staff/" + workforce::find_subject(reader, record(code, reference), app().today())->public_id.text();
    }
    void sign_in_steward() { app().sign_in(Role::data_steward, Scope::organisation(organisation("OAK")), "Sam Steward"); }
    std::int64_t scalar(const std::string& sql)
    {
        db::Reader reader{house_.database()};
        return reader.one(sql)->at<std::int64_t>(0);
    }
    bool chain_holds()
    {
        db::Reader reader{house_.database()};
        return db::verify(reader).holds();
    }
    /// True where `words` stand in any text of a table, superseded versions and deleted files included.
    bool held_anywhere(const std::string& words)
    {
        return scalar("SELECT COUNT(*) FROM staff_record WHERE family_name LIKE '%" + words + "%' OR name_key LIKE '%" + words + "%' OR reference LIKE '%" + words + "%'") > 0;
    }
    std::int64_t kept_files(const std::string& name) { return scalar("SELECT COUNT(*) FROM handed_in_piece p JOIN handed_in h ON h.id = p.handed_in_id WHERE h.file_name = '" + name + "'"); }

    web::Fields erasing(std::string depth = "person") const { return {{"depth", std::move(depth)}, {"ground", "asked"}, {"words", "Decided by the head on 3 November"}, {"sure", "yes"}}; }

    kit::WholeHouse house_{{.engine = GetParam()}, db::SealingKey::from_bytes(std::vector<unsigned char>(32, 7)).value()};
};

TEST_P(Keeping, ShowsEverythingThatIsHeldWithItsHistoryAndWhoLooked)
{
    const auto record_page = path("OAK", "A1");
    sign_in_steward();
    EXPECT_TRUE(app().get(record_page).shows("Everything held about this person"));
    app().reads().flush();
    const auto page = app().get(record_page + "/held");
    EXPECT_EQ(page.status, 200);
    for (const auto* words : {"Reyes-Hart", "Reyes", "3 April 1990", "1 September 2010", "first.csv", "second.csv", "Sam Steward", "Day nursery worker", "Oak Trust"}) EXPECT_TRUE(page.shows(words)) << words;
    EXPECT_FALSE(page.shows("elm.csv"));
    EXPECT_EQ(page.title().find("Reyes"), std::string::npos);
    EXPECT_LE(page.statements, 60);
    EXPECT_FALSE(page.shows("No longer listed")) << "what belongs to the person is named wherever another thing points to it";
    EXPECT_TRUE(app().get(record_page + "/held.csv").shows("Reyes-Hart"));
    EXPECT_TRUE(app().get(record_page + "/held.json").shows("\"before\""));
    EXPECT_EQ(app().get(path("ELM", "A1") + "/held").status, 404);
    app().reads().flush();
    EXPECT_EQ(app().reads().list({}, 1, 0).at(0).entry.purpose, "everything held");
    app().get(record_page + "/erase");
    app().reads().flush();
    EXPECT_EQ(app().reads().list({}, 1, 0).at(0).entry.route, "/staff/{record}/erase");
}

TEST_P(Keeping, LooksThroughLargeFilesOnlyWhenAsked)
{
    {
        db::Writer writer{house_.database()};
        writer.run("UPDATE handed_in SET file_size = 50000000");
        writer.commit();
    }
    const auto held = path("OAK", "A1") + "/held";
    sign_in_steward();
    EXPECT_TRUE(app().get(held).shows("Look through the files now"));
    EXPECT_FALSE(app().get(held).shows("first.csv"));
    EXPECT_TRUE(app().get(held + "?files=look").shows("first.csv"));
    EXPECT_TRUE(app().get(held + ".csv").shows("first.csv")) << "what someone takes away is whole";
    EXPECT_TRUE(app().get(held + ".json").shows("first.csv"));
}

TEST_P(Keeping, KeepsWhatHasAPermissionOfItsOwnFromThoseWithoutIt)
{
    {
        db::Writer writer{house_.database()};
        db::ChangeSet changes{writer, app().now(), {}, "ethnicity"};
        const auto view = workforce::load_view(writer, organisation("OAK"), {});
        auto record = view.records.at(1).record;
        record.ethnicity = "a-code-of-its-own";
        workforce::apply(changes, {.organisation = organisation("OAK"), .changed_records = {{view.records.at(1).id, record}}}, app().now(), {});
        writer.commit();
    }
    const auto held = path("OAK", "A2") + "/held";
    sign_in_steward();
    EXPECT_TRUE(app().get(held).shows("a-code-of-its-own"));
    app().sign_in(Role::workforce_lead, Scope::area());
    EXPECT_FALSE(app().get(held).shows("a-code-of-its-own"));
    EXPECT_FALSE(app().get(held + ".json").shows("a-code-of-its-own"));
    EXPECT_TRUE(app().get(held).shows("You may not see it"));
}

TEST_P(Keeping, FindsThePersonByOrganisationAndReference)
{
    sign_in_steward();
    const auto oak = house_.organisation("OAK").public_id.text();
    EXPECT_TRUE(app().get("/subject-access").shows("Oak Trust"));
    EXPECT_FALSE(app().get("/subject-access").shows("Elm Trust"));
    EXPECT_EQ(app().post("/subject-access", {{"organisation", oak}, {"reference", "A2"}}).location(), path("OAK", "A2") + "/held");
    EXPECT_EQ(app().post("/subject-access", {{"organisation", oak}, {"reference", "A9"}}).errors, std::vector<std::string>{"This organisation has reported nobody under that staff reference. Check both"});
    EXPECT_EQ(app().post("/subject-access", {{"organisation", house_.organisation("ELM").public_id.text()}, {"reference", "A1"}}).errors, std::vector<std::string>{"Choose an organisation"});
}

TEST_P(Keeping, ShowsPeopleTheirOwnWithoutNamingWhoLooked)
{
    const auto id = record("OAK", "A2");
    sign_in_steward();
    app().get(path("OAK", "A2"));
    app().reads().flush();
    const auto own = "/my-record/" + path("OAK", "A2").substr(7);
    const auto other = "/my-record/" + path("OAK", "A1").substr(7);
    app().sign_in(Role::practitioner, Scope::own_record(id), "Mo Lund");
    const auto page = app().get(own + "/held");
    EXPECT_TRUE(page.shows("This is everything that Oak Trust holds about you"));
    EXPECT_TRUE(page.shows("Who has looked at your record"));
    EXPECT_FALSE(page.shows("Sam Steward"));
    EXPECT_EQ(app().get(other + "/held").status, 404);
    EXPECT_EQ(app().get(other + "/correction").status, 404);
}

TEST_P(Keeping, ErasesWhoSomeoneWasAndTheChainStillVerifies)
{
    const auto record_page = path("OAK", "A1");
    const auto counted_before = [&] { return app().get("/who-works-here?on-day=1&on-month=1&on-year=2012").text(); };
    sign_in_steward();
    EXPECT_NE(counted_before().find("1 member of staff worked here on 1 January 2012."), std::string::npos);
    const auto form = app().get(record_page + "/erase");
    EXPECT_TRUE(form.shows("2 handed-in files will be deleted whole"));
    EXPECT_EQ(app().post(record_page + "/erase", {}).errors.size(), 4U);
    const auto erased = app().post(record_page + "/erase", erasing());
    ASSERT_EQ(erased.location(), "/erasures") << erased.text();
    EXPECT_FALSE(held_anywhere("reyes"));
    EXPECT_FALSE(held_anywhere("Reyes"));
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM staff_record WHERE reference = 'A1'"), 1) << "only ELM's";
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM staff_record WHERE birth_date IS NOT NULL AND reference = 'erased'"), 0);
    EXPECT_EQ(kept_files("first.csv"), 0);
    EXPECT_EQ(kept_files("second.csv"), 0);
    EXPECT_EQ(kept_files("elm.csv"), 1);
    EXPECT_TRUE(chain_holds());
    EXPECT_NE(counted_before().find("1 member of staff worked here on 1 January 2012."), std::string::npos) << "still counted";
    EXPECT_TRUE(app().get("/staff").shows("Name not held, reference erased"));
    EXPECT_TRUE(app().get("/erasures").shows("The person asked for it. Decided by the head on 3 November"));
    EXPECT_TRUE(app().get(record_page).status == 200);
    EXPECT_FALSE(app().get(record_page).shows("Reyes"));
    EXPECT_FALSE(app().get(record_page + "/held").shows("Reyes"));
    EXPECT_TRUE(app().get(record_page + "/held").shows("Erased"));
    EXPECT_EQ(app().post(record_page + "/erase", erasing()).status, 409);
    const auto again = house_.import({{"again.csv", std::string{header} + staff}});
    EXPECT_TRUE(again.files.at(0).taken) << "and a return that names the reference makes a record of its own";
    EXPECT_TRUE(chain_holds());
}

TEST_P(Keeping, ErasesNobodyWhoseJobRuns)
{
    const auto record_page = path("OAK", "A2");
    sign_in_steward();
    EXPECT_TRUE(app().get(record_page + "/erase").shows("This person&#39;s job has not ended"));
    const auto refused = app().post(record_page + "/erase", erasing());
    EXPECT_EQ(refused.status, 422);
    EXPECT_TRUE(refused.shows("End the job first")) << refused.text();
    EXPECT_TRUE(held_anywhere("Lund"));
    EXPECT_EQ(app().post(record_page + "/erase", erasing("everything")).location(), "/erasures") << "a record that should never have been";
}

TEST_P(Keeping, TakesThePersonOutOfTeamsLinksAndTheTermsOfThoseTheyManaged)
{
    const std::string teams = "team_code,name,team_kind,led_by\r\nT1,Early help,multi_agency_team,OAK\r\n";
    const std::string members = "team_code,standing,organisation,staff_reference,from\r\nT1,core,OAK,A1,01/09/2012\r\nT1,core,OAK,A2,01/09/2021\r\n";
    ASSERT_TRUE(house_.import({{"teams.csv", teams}}).files.at(0).taken);
    ASSERT_TRUE(house_.import({{"team-members.csv", members}}).files.at(0).taken);
    const std::string managed = "organisation,staff_reference,family_name,given_name,role,start_date,manager\r\nOAK,A2,Lund,Mo,nursery_worker,01/09/2020,A1\r\n";
    ASSERT_TRUE(house_.import({{"managed.csv", managed}}).files.at(0).taken);
    ASSERT_EQ(scalar("SELECT COUNT(*) FROM team_member WHERE ended_by IS NULL"), 2);
    ASSERT_GT(scalar("SELECT COUNT(*) FROM engagement_terms WHERE manager = 'A1'"), 0);
    const auto record_page = path("OAK", "A1");
    sign_in_steward();
    ASSERT_EQ(app().post(record_page + "/erase", erasing()).location(), "/erasures");
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM engagement_terms WHERE manager = 'A1'"), 0);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM team_member WHERE ended_by IS NULL"), 1) << "the other stays";
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM team_member WHERE public_id = 'erased'"), 0);
    EXPECT_TRUE(chain_holds());
    app().sign_in(Role::workforce_lead, Scope::area());
    for (const auto* page : {"/teams", "/who-to-ring", "/organisations", "/staff"}) EXPECT_EQ(app().get(page).status, 200) << page;
    EXPECT_TRUE(house_.import({{"again.csv", members}}, false).files.at(0).checked.refusal.empty());
}

TEST_P(Keeping, LetsAConfirmedListNotStandInTheWay)
{
    const returns::File file{"same.csv", std::string{header} + changed};
    db::Writer writer{house_.database()};
    const auto received = returns::receive(writer, {.file = file, .kind = "staff", .organisation = organisation("OAK"), .by = {.account = {}, .words = "A test", .kind = "command line"}, .now = app().now()});
    writer.run("UPDATE handed_in SET state = 'agreed' WHERE id = $1", received.id);
    writer.commit();
    sign_in_steward();
    const auto record_page = path("OAK", "A1");
    EXPECT_FALSE(app().get(record_page + "/erase").shows("Accept or withdraw these returns first"));
    EXPECT_EQ(app().post(record_page + "/erase", erasing()).location(), "/erasures");
    EXPECT_EQ(kept_files("same.csv"), 0);
}

TEST_P(Keeping, OpensTheNumberForThoseWhoMayReadIt)
{
    ASSERT_TRUE(house_.import({{"numbers.csv", "organisation,staff_reference,family_name,given_name,role,start_date,national_insurance_number\r\nOAK,A2,Lund,Mo,nursery_worker,01/09/2020,AB123456C\r\n"}}).files.at(0).taken);
    const auto record_page = path("OAK", "A2");
    sign_in_steward();
    EXPECT_TRUE(app().get(record_page + "/held").shows("AB123456C"));
    app().sign_in(Role::workforce_lead, Scope::area());
    const auto seen = app().get(record_page + "/held");
    EXPECT_FALSE(seen.shows("AB123456C"));
    EXPECT_FALSE(seen.shows("AB 12 34 56 C"));
}

/// A workbook of one member of OAK's staff.
std::string workbook_of(std::string_view reference, std::string_view family)
{
    files::XlsxWriter writer;
    writer.sheet("Staff");
    for (const auto* column : {"organisation", "staff_reference", "family_name", "given_name", "role", "start_date", "end_date"}) writer.text(column);
    writer.end_row();
    for (const auto cell : {std::string_view{"OAK"}, reference, family, std::string_view{"Kit"}, std::string_view{"nursery_worker"}, std::string_view{"01/09/2021"}, std::string_view{"31/08/2022"}}) writer.text(cell);
    writer.end_row();
    return std::move(writer).bytes();
}

TEST_P(Keeping, ForgetsOldMessagesAndInvitationsByThePacksLimits)
{
    const auto months_ago = [&](int months) { return app().now().plus_seconds(-std::int64_t{86400} * 31 * months); };
    db::Writer writer{house_.database()};
    const access::Viewer keeper{access::AccountId{1}, "Kim Example", {{Role::administrator, Scope::area()}}};
    const auto invite = [&](const std::string& address, int months) {
        return access::invite(writer, {.email = address, .name = "Kim Example", .grants = {{Role::data_steward, Scope::organisation(organisation("OAK"))}}}, keeper, months_ago(months)).value();
    };
    const auto old = invite("old@example.org", 9);
    invite("new@example.org", 1);
    jobs::tell(writer, old.account.value(), {.title = "Long ago", .words = {}, .link = "/"}, months_ago(14));
    jobs::tell(writer, old.account.value(), {.title = "Lately", .words = {}, .link = "/"}, months_ago(2));
    writer.run("UPDATE inbox_message SET mail = 'sent'");
    EXPECT_EQ(retention::forget_what_is_spent(writer, kit::packs_of_the_program()->limits("retention"), app().now()), 2);
    writer.commit();
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM inbox_message"), 1);
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM invitation"), 1);
    db::Reader reader{house_.database()};
    EXPECT_FALSE(access::find_account(reader, old.account)->is_open()) << "nobody came into it";
}

TEST_P(Keeping, DeletesOnlyTheWorkbooksThatHoldThePerson)
{
    ASSERT_TRUE(house_.import({{"others.xlsx", workbook_of("A3", "Stone")}}).files.at(0).taken);
    ASSERT_TRUE(house_.import({{"theirs.xlsx", workbook_of("A1", "Reyes-Hart")}}).files.at(0).taken);
    sign_in_steward();
    const auto form = app().get(path("OAK", "A1") + "/erase");
    EXPECT_TRUE(form.shows("theirs.xlsx")) << form.text();
    EXPECT_FALSE(form.shows("others.xlsx"));
    ASSERT_EQ(app().post(path("OAK", "A1") + "/erase", erasing()).location(), "/erasures");
    EXPECT_EQ(kept_files("theirs.xlsx"), 0);
    EXPECT_EQ(kept_files("others.xlsx"), 1);
}

TEST_P(Keeping, ErasesEverythingSoThatNoFigureCountsThem)
{
    const auto record_page = path("OAK", "A1");
    sign_in_steward();
    ASSERT_EQ(app().post(record_page + "/erase", erasing("everything")).location(), "/erasures");
    EXPECT_EQ(app().get(record_page).status, 404);
    EXPECT_TRUE(app().get("/who-works-here?on-day=1&on-month=1&on-year=2012").shows("No staff worked here on 1 January 2012."));
    EXPECT_TRUE(chain_holds());
}

TEST_P(Keeping, WaitsForReturnsThatMayBringThePersonBack)
{
    const returns::File file{"waiting.csv", std::string{header} + "OAK,A1,Reyes-Hall,Ana,03/04/1990,nursery_worker,permanent,1,01/09/2010,31/08/2015\r\n"};
    db::Writer writer{house_.database()};
    const auto received = returns::receive(writer, {.file = file, .kind = "staff", .organisation = organisation("OAK"), .by = {.account = {}, .words = "A test", .kind = "command line"}, .now = app().now()});
    writer.commit();
    ASSERT_TRUE(returns::check_return(house_.database(), house_.desk(), received.id, [this] { return app().now(); }));
    const auto record_page = path("OAK", "A1");
    sign_in_steward();
    EXPECT_TRUE(app().get(record_page + "/erase").shows("Accept or withdraw these returns first"));
    const auto refused = app().post(record_page + "/erase", erasing());
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(refused.shows("waiting.csv waits for a decision"));
    EXPECT_TRUE(held_anywhere("Reyes"));
}

TEST_P(Keeping, CarriesOutTheRetentionRulesWithinReach)
{
    sign_in_steward();
    const auto page = app().get("/retention");
    EXPECT_TRUE(page.shows("Staff who have left"));
    EXPECT_FALSE(page.shows("Audit of reads")) << "that is the whole area's";
    EXPECT_TRUE(app().get("/retention/leavers").shows("A1"));
    EXPECT_FALSE(app().get("/retention/leavers").shows("Elm Trust"));
    const auto started = app().post("/retention/leavers", {});
    EXPECT_EQ(started.status, 303);
    app().queue().run_all();
    EXPECT_EQ(scalar("SELECT COUNT(*) FROM staff_record WHERE ended_by IS NULL AND reference = 'erased'"), 1);
    EXPECT_FALSE(held_anywhere("Reyes"));
    EXPECT_TRUE(held_anywhere("Mistry")) << "ELM's is not the steward's to erase";
    EXPECT_TRUE(held_anywhere("Lund")) << "works here";
    EXPECT_TRUE(app().get("/retention").shows("Nothing is due to be deleted today."));
    EXPECT_TRUE(app().get("/erasures").shows("A retention rule"));
    EXPECT_TRUE(chain_holds());
}

TEST_P(Keeping, LetsGoOfOldFilesAndReadings)
{
    app().sign_in(Role::workforce_lead, Scope::area());
    app().get("/staff");
    app().reads().flush();
    app().advance(std::int64_t{86400} * 366 * 7);
    app().sign_in(Role::workforce_lead, Scope::area());
    EXPECT_TRUE(app().get("/retention").shows("Audit of reads"));
    for (const auto* rule : {"files", "read-audit"}) EXPECT_EQ(app().post(std::string{"/retention/"} + rule, {}).status, 303) << rule;
    EXPECT_EQ(app().post("/retention/moon", {}).status, 404);
    const auto before = app().reads().count({});
    EXPECT_GT(before, 0);
}

TEST_P(Keeping, LeavesARecordThatACorrectionIsAbout)
{
    const auto taken = scalar("SELECT change_set_id FROM handed_in WHERE file_name = 'elm.csv'");
    const auto blocker = [&] {
        db::Reader reader{house_.database()};
        return db::undo_blocker(reader, taken);
    };
    EXPECT_EQ(blocker(), 0);
    app().sign_in(Role::practitioner, Scope::own_record(record("ELM", "A1")), "Bel Mistry");
    app().post("/my-record/" + path("ELM", "A1").substr(7) + "/correction", {{"about", "hours"}, {"words", "I work 0.6"}});
    EXPECT_NE(blocker(), 0) << "undoing the return would leave the correction about nobody";
}

TEST_P(Keeping, TakesACorrectionFromTheWorkerToTheStewardAndBack)
{
    const auto id = record("OAK", "A2");
    const auto own = "/my-record/" + path("OAK", "A2").substr(7);
    app().sign_in(Role::practitioner, Scope::own_record(id), "Mo Lund");
    auto& browser = app().cookies();
    EXPECT_TRUE(app().get("/my-record").shows("Ask for a correction"));
    EXPECT_EQ(app().post(own + "/correction", {}).errors, (std::vector<std::string>{"Choose what is wrong", "Enter what it should say"}));
    EXPECT_EQ(app().post(own + "/correction", {{"about", "hours"}, {"words", "I work 0.6"}}).location(), own);
    EXPECT_TRUE(app().get(own).shows("Hours, pay or contract, asked on"));
    const auto worker = browser;
    app().sign_in(Role::data_steward, Scope::organisation(organisation("ELM")));
    EXPECT_FALSE(app().get("/").shows("waits for an answer"));
    EXPECT_TRUE(app().get("/corrections").shows("Nobody has asked for a correction"));
    sign_in_steward();
    EXPECT_TRUE(app().get("/").shows("1 correction waits for an answer"));
    const auto list = app().get("/corrections");
    const auto at = list.body.find("/corrections/0");
    ASSERT_NE(at, std::string::npos);
    const auto address = list.body.substr(at, list.body.find('"', at) - at);
    EXPECT_TRUE(app().get(address).shows("I work 0.6"));
    EXPECT_EQ(app().post(address, {{"state", "declined"}}).errors, std::vector<std::string>{"Enter why the record stays as it is"});
    EXPECT_EQ(app().post(address, {{"state", "declined"}, {"answer", "Your contract says 0.5"}}).location(), "/corrections");
    EXPECT_EQ(app().post(address, {{"state", "done"}}).status, 409);
    EXPECT_FALSE(app().get("/").shows("waits for an answer"));
    app().cookies() = worker;
    EXPECT_TRUE(app().get("/").shows("The correction that you asked for was answered"));
    EXPECT_TRUE(app().get(own).shows("Your contract says 0.5"));
    EXPECT_TRUE(app().get(own + "/held").shows("I work 0.6")) << "it is held about them too";
    EXPECT_TRUE(chain_holds());
}

INSTANTIATE_TEST_SUITE_P(Engines, Keeping, testing::ValuesIn(kit::engines_at_hand()), kit::engine_name);

}  // namespace
}  // namespace kith::app
