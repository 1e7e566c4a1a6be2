// Erasing a person through the whole house: what goes, what stays, what stands in the way, and the chain verified.
#include "app/test_keeping.hpp"

namespace kith::app {
namespace {

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

}  // namespace
}  // namespace kith::app
