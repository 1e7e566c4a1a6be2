// Subject access, correction and retention through the whole house: real files in, real routes, on both engines.
#include "app/test_keeping.hpp"

namespace kith::app {
namespace {

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
        const workforce::Fact absence{.kind = workforce::FactKind::absence, .list = "absence_reasons", .code = "sickness", .detail = "17.25", .on = *Date::of(2026, 1, 5), .until = *Date::of(2026, 3, 6)};
        workforce::apply(changes, {.organisation = organisation("OAK"), .changed_records = {{view.records.at(1).id, record}}, .added_facts = {{view.records.at(1).id, absence}}}, app().now(), {});
        writer.commit();
    }
    const auto held = path("OAK", "A2") + "/held";
    sign_in_steward();
    EXPECT_TRUE(app().get(held).shows("a-code-of-its-own"));
    EXPECT_TRUE(app().get(held).shows("17.25"));
    app().sign_in(Role::workforce_lead, Scope::area());
    EXPECT_FALSE(app().get(held).shows("a-code-of-its-own"));
    EXPECT_FALSE(app().get(held + ".json").shows("a-code-of-its-own"));
    EXPECT_FALSE(app().get(held).shows("17.25") || app().get(held).shows("Sickness") || app().get(held).shows("6 March 2026"));
    EXPECT_FALSE(app().get(held + ".json").shows("17.25"));
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
    // What a steward prints or saves is given to the person.
    EXPECT_EQ(app().get(path("OAK", "A2") + "/held.csv").body.find("Sam Steward, Data"), std::string::npos);
    app().reads().flush();
    const auto own = "/my-record/" + path("OAK", "A2").substr(7);
    const auto other = "/my-record/" + path("OAK", "A1").substr(7);
    app().sign_in(Role::practitioner, Scope::own_record(id), "Mo Lund");
    const auto page = app().get(own + "/held");
    EXPECT_TRUE(page.shows("This is everything that Oak Trust holds about you"));
    EXPECT_TRUE(page.shows("Who has looked at your record"));
    EXPECT_FALSE(page.shows("Sam Steward"));
    EXPECT_TRUE(page.shows("Data steward of Oak Trust"));
    EXPECT_TRUE(page.shows("and not their name"));
    app().reads().flush();
    EXPECT_TRUE(app().get(own + "/held").shows(">You<")) << "looking oneself is in it";
    EXPECT_TRUE(app().get(own + "/held.csv").body.find("Data steward of Oak Trust") != std::string::npos);
    EXPECT_EQ(app().get(other + "/held").status, 404);
    EXPECT_EQ(app().get(other + "/correction").status, 404);
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
