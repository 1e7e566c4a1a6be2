// The pages of returns, by real routes and SQL in process, with a toy kind. Each page's number of SQL statements is declared.
#include "returns/test_return_pages.hpp"

namespace kith::returns {
namespace {

TEST_F(ReturnPages, AMonthInTheFilesNameSaysNothingForTheReturn)
{
    sign_in_steward();
    for (const auto* name : {"May Fields toys.csv", "toys-may-2023.csv"}) EXPECT_EQ(app_.upload("/returns", "file", name, three, {{"act", "full"}}).status, 303);
    db::Reader reader{app_.database()};
    for (const auto& row : reader.all("SELECT about_from, last_day FROM handed_in")) {
        EXPECT_FALSE(row.get<std::optional<Date>>("about_from"));
        EXPECT_EQ(row.get<Date>("last_day"), app_.today()) << "nobody said another day";
    }
}

TEST_F(ReturnPages, LeadFromHandingInToTheRegisterAndBack)
{
    sign_in_steward();
    const auto handed_in = hand_in(three);
    ASSERT_EQ(handed_in.status, 303) << handed_in.text();
    const auto path = handed_in.location();
    EXPECT_TRUE(app_.get(path).shows("The file has arrived safely and waits to be checked"));
    app_.queue().run_all();
    const auto page = app_.get(path);
    EXPECT_TRUE(page.shows("3 rows read: 2 can be taken, 1 needs mending")) << page.text();
    EXPECT_TRUE(page.shows("Amount must be a whole number"));
    EXPECT_TRUE(page.shows("New toys"));
    EXPECT_EQ(toys(), 0U);

    accept(path);
    EXPECT_EQ(toys(), 2U);
    EXPECT_TRUE(app_.get(path).shows("2 rows of 3 taken into the register"));

    EXPECT_TRUE(app_.get(path + "/undo").shows("Why are you undoing it?"));
    const auto undone = app_.post(path + "/undo", {{"reason", "Last year's file"}});
    EXPECT_EQ(undone.location(), path) << undone.text();
    EXPECT_EQ(toys(), 0U);
    const auto after = app_.get(path);
    EXPECT_TRUE(after.shows("The return is undone"));
    EXPECT_TRUE(after.shows("Last year's file"));
    EXPECT_TRUE(after.shows("Robin Hale"));
}

TEST_F(ReturnPages, RunNoMoreStatementsThanDeclared)
{
    app_.sign_in(Role::workforce_lead, Scope::area());
    std::string path;
    for (int number = 0; number < 30; ++number) path = checked(three, {{"organisation", public_id_of("ACORN")}});
    constexpr int session = 2;  // and one for queries, where there are any
    EXPECT_LE(app_.get("/returns").statements, session + 2);
    EXPECT_LE(app_.get("/returns/new").statements, session + 1);
    EXPECT_LE(app_.get(path).statements, session + 6);
    EXPECT_LE(app_.get(path + "/findings").statements, session + 3);
    EXPECT_LE(app_.get(path + "/findings.csv").statements, session + 2);
}

TEST_F(ReturnPages, OfferNothingToAcceptWhereNothingWouldChange)
{
    sign_in_steward();
    accepted("reference,amount\nbear,1\n");
    const auto page = app_.get(checked("reference,amount\nbear,1\n"));
    EXPECT_TRUE(page.shows("Nothing to change")) << page.text();
    EXPECT_TRUE(page.shows("Compared with the register"));
    EXPECT_FALSE(page.shows("Accept 1 row"));
    EXPECT_FALSE(page.shows("Withdraw this return"));
    EXPECT_TRUE(app_.get("/returns?state=checked").shows("No returns match these filters."));
    EXPECT_TRUE(app_.get("/returns").shows("toys.csv")) << "a list shows the file's name";
}

TEST_F(ReturnPages, ShowAKindSentenceWhereThereIsNothingYet)
{
    sign_in_steward();
    const auto page = app_.get("/returns");
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.shows("No returns have been handed in yet."));
    EXPECT_TRUE(page.shows("Hand in a return"));
}

TEST_F(ReturnPages, ListAndFilterWhatIsWithinReach)
{
    app_.sign_in(Role::workforce_lead, Scope::area());
    checked(three, {{"organisation", public_id_of("ACORN")}});
    accept(checked("reference,amount\nbear,1\n", {{"organisation", "several"}}));
    const auto all = app_.get("/returns");
    EXPECT_TRUE(all.shows("2 returns"));
    EXPECT_TRUE(all.shows("Several organisations"));
    const auto filtered = app_.get("/returns?state=checked&organisation=" + public_id_of("ACORN"));
    EXPECT_TRUE(filtered.shows("1 return"));
    EXPECT_TRUE(filtered.shows("Where it stands: Decision needed"));
    EXPECT_TRUE(app_.get("/returns?state=undone").shows("No returns match these filters."));
    EXPECT_EQ(app_.get("/returns?page=99&state=nonsense").status, 200);
}

TEST_F(ReturnPages, AreSharedOutOverPages)
{
    sign_in_steward();
    for (int number = 0; number < 26; ++number) hand_in(three);
    EXPECT_TRUE(app_.get("/returns").shows("26 returns"));
    EXPECT_NE(app_.get("/returns?page=2").body.find("govuk-pagination"), std::string::npos);
}

TEST_F(ReturnPages, OfAnotherOrganisationAreNotFound)
{
    sign_in_steward(beech);
    const auto path = checked(three);
    sign_in_steward(acorn);
    for (const auto* below : {"", "/findings", "/findings.csv", "/to-mend", "/undo"}) EXPECT_EQ(app_.get(path + below).status, 404) << below;
    for (const auto* below : {"/accept", "/withdraw", "/check", "/undo"}) EXPECT_EQ(app_.post(path + below, {}).status, 404) << below;
    EXPECT_TRUE(app_.get("/returns").shows("No returns have been handed in yet."));
    EXPECT_EQ(app_.get("/returns/nonsense").status, 404);
}

TEST_F(ReturnPages, AreNotForThoseWithoutThePermission)
{
    app_.sign_in(Role::board_member, Scope::area());
    EXPECT_NE(app_.get("/returns").status, 200);
    EXPECT_NE(hand_in(three).status, 303);
    EXPECT_EQ(toys(), 0U);
}

TEST_F(ReturnPages, AskWhoseReturnItIsWhereThereIsAChoice)
{
    app_.sign_in(Role::workforce_lead, Scope::area());
    const auto asked = hand_in(three).location();
    EXPECT_TRUE(asked.ends_with("/whose")) << asked;
    EXPECT_EQ(app_.post(asked, {{"organisation", "several"}}).status, 303) << "toys never say whose they are";
    EXPECT_EQ(app_.post(asked, {{"organisation", "several"}}).status, 409);
    EXPECT_EQ(hand_in(three, {{"organisation", "00000000000000000000000000"}}).errors.at(0), "Choose whose return it is");
    EXPECT_EQ(hand_in(three, {{"organisation", public_id_of("BEECH")}}).status, 303);
    EXPECT_EQ(hand_in(three, {{"organisation", "several"}}).status, 303);
}

TEST_F(ReturnPages, AskForATickBeforeManyEnd)
{
    sign_in_steward();
    accepted("reference,amount\nbear,1\nball,2\n");
    const auto path = checked("reference,amount\nbear,end\n");
    EXPECT_TRUE(app_.get(path).shows("This return ends 1 of the 2 jobs held"));
    const auto without = app_.post(path + "/accept", {{"seen", app_.get(path).value("seen")}});
    EXPECT_EQ(without.status, 422);
    EXPECT_EQ(without.errors.size(), 1U) << without.text();
    EXPECT_EQ(toys(), 2U);
    accept(path, {{"confirm_ends", "yes"}});
    EXPECT_EQ(toys(), 1U);
}

TEST_F(ReturnPages, AskBeforePeopleComeInWhoSeemToBeHeldAlready)
{
    sign_in_steward();
    const auto path = checked("reference,amount\ntwin-bear,1\n");
    EXPECT_EQ(app_.post(path + "/accept", {{"seen", app_.get(path).value("seen")}}).errors.size(), 1U);
    accept(path, {{"confirm_others", "yes"}});
    EXPECT_TRUE(app_.get(path).shows("Confirmed that 1 new person is not those held under other references"));
}

TEST_F(ReturnPages, DoNotAcceptADifferenceThatChangedMeanwhile)
{
    sign_in_steward();
    const auto path = checked("reference,amount\nbear,1\n");
    const auto seen = app_.get(path).value("seen");
    accepted("reference,amount\nbear,9\n");
    EXPECT_EQ(app_.post(path + "/accept", {{"seen", seen}}).status, 303);
    app_.queue().run_all();
    const auto page = app_.get(path);
    EXPECT_TRUE(page.shows("The register has changed since this return was accepted, so nothing was taken")) << page.text();
    EXPECT_NE(page.value("seen"), seen);
    EXPECT_EQ(app_.post(path + "/accept", {{"seen", seen}}).status, 409) << "the old page's button";
    accept(path);
    EXPECT_TRUE(app_.get(path).shows("1 row of 1 taken into the register"));
}

TEST_F(ReturnPages, NameTheLaterReturnThatStandsInTheWayOfUndoingBeforeAnyReasonIsAsked)
{
    sign_in_steward();
    const auto first = accepted("reference,amount\nbear,1\n");
    const auto later = accepted("reference,amount\nbear,2\n");
    const auto page = app_.get(first + "/undo");
    EXPECT_TRUE(page.shows("A later return has changed the same records, or builds on them: toys.csv, handed in on")) << page.text();
    EXPECT_FALSE(page.shows("Why are you undoing it?"));
    EXPECT_NE(page.body.find("href=\"" + later + "\""), std::string::npos) << "the way to the one to undo first";
    const auto refused = app_.post(first + "/undo", {{"reason", "Wrong file"}});
    EXPECT_EQ(refused.status, 409);
    EXPECT_NE(refused.body.find("href=\"" + later + "\""), std::string::npos);
    EXPECT_EQ(app_.post(later + "/undo", {{"reason", " "}}).errors, (std::vector<std::string>{"Enter why you are undoing this return"}));
}

TEST_F(ReturnPages, WithdrawWhatIsNotAccepted)
{
    sign_in_steward();
    const auto path = checked(three);
    EXPECT_EQ(app_.post(path + "/withdraw", {}).status, 303);
    EXPECT_TRUE(app_.get(path).shows("This return was withdrawn, and nothing was changed"));
    EXPECT_EQ(app_.post(path + "/withdraw", {}).status, 409);
}

TEST_F(ReturnPages, StartAgainWhatTheServerLeftLying)
{
    sign_in_steward();
    const auto check = desk_->kinds[0].check;
    desk_->kinds[0].check = [](const Handed&) -> Checked { throw jobs::Hopeless{"the lights went out"}; };
    const auto path = checked("reference,amount\nbear,1\n");
    const auto stuck = app_.get(path);
    EXPECT_TRUE(stuck.shows("Kith stopped before it had finished, and nothing was changed")) << stuck.text();
    desk_->kinds[0].check = check;
    EXPECT_EQ(app_.post(path + "/check", {}).status, 303);
    app_.queue().run_all();
    EXPECT_TRUE(app_.get(path).shows("1 row read: it can be taken")) << app_.get(path).text();
}

TEST_F(ReturnPages, OfferTheFindingsAsATableAndAsFiles)
{
    sign_in_steward();
    std::string bytes = "reference,amount\n";
    for (int row = 0; row < 60; ++row) bytes += "toy" + std::to_string(row) + (row < 55 ? ",x\n" : ",500\n");
    const auto path = checked(bytes);
    EXPECT_TRUE(app_.get(path + "/findings").shows("60 findings"));
    const auto warnings = app_.get(path + "/findings?severity=warning");
    EXPECT_TRUE(warnings.shows("5 findings"));
    EXPECT_FALSE(warnings.shows("Amount must be a whole number"));
    EXPECT_TRUE(app_.get(path + "/findings?severity=error&page=2").shows("55 findings"));
    const auto csv = app_.get(path + "/findings.csv");
    EXPECT_EQ(csv.header("Content-Type"), "text/csv; charset=utf-8");
    EXPECT_NE(csv.body.find("toys.csv,2,amount,T-1,error"), std::string::npos) << csv.body.substr(0, 200);
    EXPECT_NE(app_.get(path + "/to-mend").body.find("What to mend: 60"), std::string::npos);
}

TEST_F(ReturnPages, AreReadUnderTheAuditWhereTheyShowRows)
{
    sign_in_steward();
    const auto path = checked(three);
    app_.get(path);
    app_.get(path + "/to-mend");
    app_.reads().flush();
    const auto entries = app_.reads().list({}, 10, 0);
    ASSERT_EQ(entries.size(), 2U);
    EXPECT_EQ(entries[0].entry.kind, access::ReadKind::export_file);
    EXPECT_EQ(entries[0].entry.route, "/returns/{return}/to-mend");
    EXPECT_EQ(entries[1].entry.organisations, (std::vector<access::OrganisationId>{acorn}));
}

TEST_F(ReturnPages, HandOutTemplates)
{
    sign_in_steward();
    EXPECT_TRUE(app_.get("/returns/new").shows("Toy return template (CSV)"));
    EXPECT_EQ(app_.get("/returns/templates/toys.csv").body, "reference,amount\r\n");
    EXPECT_EQ(app_.get("/returns/templates/other.csv").status, 404);
}

TEST_F(ReturnPages, EscapeWhatAFileSays)
{
    sign_in_steward();
    const auto path = app_.upload("/returns", "file", "<script>.csv", "reference,amount\n<b>bear</b>,1\n").location();
    app_.queue().run_all();
    const auto page = app_.get(path);
    EXPECT_EQ(page.body.find("<b>bear"), std::string::npos);
    EXPECT_EQ(page.body.find("<script>.csv"), std::string::npos);
}

TEST_F(ReturnPages, TellTheHomePageWhatWaits)
{
    sign_in_steward();
    checked(three);
    web::Home home;
    add_to_home(home);
    std::vector<web::HomeItem> items;
    app_.routes().get("/test-home", access::Permission::signed_in, [&](web::Visit& visit) {
        items = home.providers().front()(visit);
        return visit.page({.title = "Home"}, {});
    });
    app_.get("/test-home");
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(items[0].title, "1 return waits for your decision");
    EXPECT_EQ(items[0].href, "/returns?state=checked");
}

}  // namespace
}  // namespace kith::returns
