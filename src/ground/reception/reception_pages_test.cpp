#include "access/invitations.hpp"
#include "jobs/inbox.hpp"
#include "kit/route_matrix.hpp"
#include "reception/test_front.hpp"

#include <gtest/gtest.h>

namespace kith::reception {
namespace {

using access::Role;
using access::Scope;

class Reception : public testing::Test, public Front {};
class SampleReception : public testing::Test, public Front {
protected:
    SampleReception() : Front{{.sample = true}} {}
};

TEST_F(Reception, AsksForASignInAndComesBackToThePageWanted)
{
    given("robin@example.org", {});
    const auto turned = app.get("/account");
    EXPECT_EQ(turned.location(), "/sign-in?return=%2Faccount");
    const auto page = app.get(turned.location());
    EXPECT_EQ(page.status, 200);
    EXPECT_EQ(page.value("return"), "/account");
    const auto signed_in = sign_in();
    EXPECT_EQ(signed_in.location(), "/account");
    EXPECT_TRUE(app.follow(signed_in).shows("robin@example.org"));
    EXPECT_EQ(app.get("/sign-in").location(), "/") << "signed in already";
}

TEST_F(Reception, ShowsTheFormAgainWithoutThePasswordWhereItIsNotRight)
{
    given("robin@example.org", {});
    const auto page = sign_in("robin@example.org", "three quiet worms");
    EXPECT_EQ(page.status, 422);
    EXPECT_EQ(page.errors, std::vector<std::string>{"The email address or password is not right. Check both and try again"});
    EXPECT_EQ(page.value("email"), "robin@example.org");
    EXPECT_FALSE(page.shows("three quiet worms"));
    EXPECT_TRUE(page.title().starts_with("Error: "));
    const auto unknown = sign_in("nobody@example.org", "three quiet worms");
    EXPECT_EQ(unknown.status, page.status);
    EXPECT_EQ(unknown.errors, page.errors);
}

TEST_F(Reception, NeverSendsAnyoneToAnotherSite)
{
    given("robin@example.org", {});
    for (const auto* wanted : {"//evil.example", "https://evil.example", "/\\evil.example", ""}) {
        EXPECT_EQ(sign_in("robin@example.org", password, wanted).location(), "/") << wanted;
        app.sign_out();
    }
}

TEST_F(Reception, EndsASessionOnSignOutAndOnIdleness)
{
    given("robin@example.org", {});
    sign_in();
    const auto kept = app.cookies();
    EXPECT_EQ(app.get("/sign-out").status, 200);
    EXPECT_EQ(app.post("/sign-out", {}).location(), "/sign-in");
    app.cookies() = kept;
    EXPECT_EQ(app.get("/account").status, 303) << "the old cookie opens nothing";
    app.sign_out();
    sign_in();
    app.advance(29 * 60);
    EXPECT_EQ(app.get("/account").status, 200);
    app.advance(30 * 60);
    EXPECT_EQ(app.get("/account").status, 303);
}

TEST_F(Reception, EndsTheSessionThatABrowserHeldBeforeItsNextSignIn)
{
    given("robin@example.org", {});
    sign_in();
    const auto first = app.cookies();
    sign_in();
    EXPECT_EQ(count("SELECT COUNT(*) FROM account_session"), 1);
    EXPECT_NE(app.cookies(), first);
}

TEST_F(Reception, SlowsDownGuessing)
{
    given("robin@example.org", {});
    for (int tries = 0; tries < 5; ++tries) EXPECT_EQ(sign_in("robin@example.org", "three quiet worms").status, 422);
    EXPECT_EQ(sign_in().errors, std::vector<std::string>{"There were too many tries to sign in. Wait 1 minute, then try again"});
    app.advance(30);
    EXPECT_EQ(sign_in().status, 303);
}

TEST_F(Reception, OffersNoRolesOutsideTheSample)
{
    given("robin@example.org", {{Role::workforce_lead, Scope::area()}});
    EXPECT_FALSE(app.get("/sign-in").shows("Look round as"));
    EXPECT_EQ(app.post("/sign-in/as", {{"role", "workforce_lead"}}).status, 404);
}

TEST_F(SampleReception, LetsAnyoneInAsAnyRoleThatSomeoneHolds)
{
    given("robin@example.org", {{Role::workforce_lead, Scope::area()}});
    const auto page = app.get("/sign-in");
    EXPECT_TRUE(page.shows("Look round as"));
    EXPECT_TRUE(page.shows("Workforce lead"));
    EXPECT_FALSE(page.shows("Board member"));
    EXPECT_EQ(app.post("/sign-in/as", {{"role", "board_member"}}).status, 404);
    EXPECT_EQ(app.post("/sign-in/as", {{"role", "workforce_lead"}}).location(), "/");
    EXPECT_TRUE(app.get("/account").shows("Workforce lead: the whole area"));
}

TEST_F(SampleReception, LetsNobodyInAsSomeoneWhoCanReceiveMail)
{
    given("robin@westmere.gov.uk", {{Role::administrator, Scope::area()}});
    EXPECT_FALSE(app.get("/sign-in").shows("Administrator"));
    EXPECT_EQ(app.post("/sign-in/as", {{"role", "administrator"}}).status, 404);
}

TEST_F(Reception, ChangesAPassword)
{
    given("robin@example.org", {});
    sign_in();
    const auto refused = app.post("/account/password", {{"present", "not this one at all"}, {"password", "four quite new words"}});
    EXPECT_EQ(refused.errors, std::vector<std::string>{"Current password is not right"});
    const auto changed = app.post("/account/password", {{"present", std::string{password}}, {"password", "four quite new words"}});
    EXPECT_EQ(changed.location(), "/account");
    app.sign_out();
    EXPECT_EQ(sign_in().status, 422);
    EXPECT_EQ(sign_in("robin@example.org", "four quite new words").status, 303);
}

TEST_F(Reception, OpensAnAccountWhoseHolderSignsInWithTheCode)
{
    app.sign_in(Role::administrator, Scope::area());
    const auto opened = app.post("/accounts/new", {{"name", "Sam Example"}, {"email", "sam@example.org"}});
    EXPECT_EQ(opened.status, 200);
    const auto code = opened.between("The sign-in code is<br><strong>", "</strong>");
    ASSERT_EQ(code.size(), 19U) << opened.text();
    app.sign_out();
    const auto short_one = app.post("/sign-in/code", {{"email", "sam@example.org"}, {"code", code}, {"password", "short"}});
    EXPECT_EQ(short_one.status, 422);
    EXPECT_EQ(app.post("/sign-in/code", {{"email", "sam@example.org"}, {"code", code}, {"password", "pony lamp river"}}).location(), "/");
    EXPECT_TRUE(app.get("/").shows("Your account has no role yet"));
    app.sign_out();
    EXPECT_EQ(sign_in("sam@example.org", "pony lamp river").status, 303);
}

TEST_F(Reception, OpensOneAccountHoweverOftenTheFormIsSent)
{
    app.sign_in(Role::administrator, Scope::area());
    const auto before = count("SELECT COUNT(*) FROM account");
    const auto key = app.new_key();
    app.post("/accounts/new", {{"name", "Sam Example"}, {"email", "sam@example.org"}}, {.key = key});
    app.post("/accounts/new", {{"name", "Sam Example"}, {"email", "sam@example.org"}}, {.key = key});
    EXPECT_EQ(count("SELECT COUNT(*) FROM account"), before + 1);
}

TEST_F(Reception, GivesAndEndsARole)
{
    app.sign_in(Role::administrator, Scope::area(), "Ada Minder");
    const auto account = given("robin@example.org", {});
    const auto path = "/accounts/" + account.public_id.text();
    EXPECT_TRUE(app.get(path + "/roles/new").shows("Data steward"));
    EXPECT_TRUE(app.get(path + "/roles/new/data_steward").shows("Elm Nursery"));
    const auto day = app.today();
    const web::Fields today{{"from-day", std::to_string(day.day())}, {"from-month", std::to_string(day.month())}, {"from-year", std::to_string(day.year())}};
    auto nowhere = today;
    nowhere.emplace_back("place", "99");
    EXPECT_EQ(app.post(path + "/roles/new/data_steward", nowhere).errors, std::vector<std::string>{"Choose an organisation"});
    auto elm = today;
    elm.emplace_back("place", "3");
    EXPECT_EQ(app.post(path + "/roles/new/data_steward", elm).location(), path);
    EXPECT_EQ(app.post(path + "/roles/new/data_steward", elm).errors, std::vector<std::string>{"This account holds this role there already"});
    const auto page = app.get(path);
    EXPECT_TRUE(page.shows("Elm Nursery"));
    EXPECT_TRUE(page.shows("Ada Minder"));
    EXPECT_TRUE(page.shows("Data steward: Elm Nursery")) << "in the journal too";
    const auto grant = std::to_string(count("SELECT MAX(id) FROM account_grant"));
    EXPECT_TRUE(app.get(path + "/roles/" + grant + "/end").shows("Data steward: Elm Nursery"));
    EXPECT_EQ(app.post(path + "/roles/" + grant + "/end", {}).location(), path);
    EXPECT_EQ(app.post(path + "/roles/" + grant + "/end", {}).status, 409);
    EXPECT_TRUE(app.get(path).shows("Ended on the day it was given"));
}

TEST_F(Reception, GivesSomeoneTheirOwnRecordByTheirEmployersReference)
{
    app.sign_in(Role::administrator, Scope::area());
    const auto path = "/accounts/" + given("robin@example.org", {}).public_id.text() + "/roles/new/practitioner";
    EXPECT_TRUE(app.get(path).shows("Organisation that employs them"));
    const auto day = app.today();
    auto with = [&](std::string place, std::string reference) {
        return app.post(path, {{"place", std::move(place)}, {"reference", std::move(reference)}, {"from-day", std::to_string(day.day())},
                               {"from-month", std::to_string(day.month())}, {"from-year", std::to_string(day.year())}});
    };
    EXPECT_EQ(with("", "A1").errors, std::vector<std::string>{"Choose an organisation"});
    EXPECT_EQ(with("4", "").errors, std::vector<std::string>{"Enter the staff reference that the organisation uses"});
    EXPECT_EQ(with("3", "A1").errors, std::vector<std::string>{"This organisation has reported nobody under that staff reference. Check both"});
    EXPECT_EQ(with("4", "A1").status, 303);
    EXPECT_EQ(count("SELECT scope_key FROM account_grant ORDER BY id DESC LIMIT 1"), 9);
}

TEST_F(Reception, PutsFirstWhatARoleComesFor)
{
    using enum access::Permission;
    home.add_links([](web::Visit&) {
        return std::vector<web::HomeLink>{{"Figures", "", "/figures", see_workforce_figures}, {"People", "", "/people", see_staff}, {"Hand in", "", "/hand-in", hand_in_returns}};
    });
    app.sign_in(Role::data_steward, Scope::organisation(access::OrganisationId{3}));
    auto page = app.get("/");
    EXPECT_LT(page.body.find("/hand-in"), page.body.find("/people"));
    EXPECT_LT(page.body.find("/people"), page.body.find("/figures"));
    EXPECT_LT(page.body.find("/figures"), page.body.rfind("/account"));
    app.sign_in(Role::workforce_lead, Scope::area());
    page = app.get("/");
    EXPECT_LT(page.body.find("/figures"), page.body.find("/hand-in"));
}

TEST_F(Reception, ResetsClosesAndOpensAnAccount)
{
    app.sign_in(Role::administrator, Scope::area());
    const auto path = "/accounts/" + given("robin@example.org", {}).public_id.text();
    EXPECT_TRUE(app.post(path + "/reset", {}).shows("Account reset"));
    EXPECT_EQ(app.post(path + "/name", {{"name", " "}}).errors, std::vector<std::string>{"Enter a name"});
    EXPECT_EQ(app.post(path + "/close", {}).location(), path);
    EXPECT_TRUE(app.get(path).shows("Open account again"));
    EXPECT_EQ(app.post(path + "/open", {}).location(), path);
    EXPECT_EQ(app.get("/accounts/00000000000000000000000000").status, 404);
}

TEST_F(Reception, KeepsTheLastAdministrator)
{
    const auto own = app.sign_in(Role::administrator, Scope::area());
    db::Reader reader{app.database()};
    const auto path = "/accounts/" + access::find_account(reader, own)->public_id.text();
    EXPECT_TRUE(app.post(path + "/close", {}).shows("This is the last administrator"));
}

TEST_F(Reception, KeepsWhyARoleWasGivenAndShowsTheChangesOfAllAccounts)
{
    app.sign_in(Role::administrator, Scope::area(), "Ada Minder");
    const auto path = "/accounts/" + given("robin@example.org", {{Role::board_member, Scope::area()}}).public_id.text();
    const auto grant = std::to_string(count("SELECT MAX(id) FROM account_grant"));
    app.post(path + "/roles/" + grant + "/end", {{"why", "Left the board"}});
    EXPECT_TRUE(app.get(path).shows("Why: Left the board"));
    const auto page = app.get("/accounts/changes");
    EXPECT_TRUE(page.shows("Left the board"));
    EXPECT_TRUE(page.shows("No reason was given"));
    EXPECT_TRUE(page.shows("3 changes"));
    EXPECT_TRUE(app.get("/accounts/changes?from=" + app.today().plus_days(1).uk()).shows("No role was given or ended in these days"));
    const auto file = app.get("/accounts/changes.csv");
    EXPECT_NE(file.body.find("Role ended,Board member: the whole area,Ada Minder,Left the board"), std::string::npos) << file.body;
}

TEST_F(Reception, TellsPeopleByMailOnlyWhereTheyWantIt)
{
    const auto account = app.sign_in(Role::board_member, Scope::area());
    EXPECT_EQ(app.post("/account/messages", {{"mail", "no"}}).location(), "/account");
    db::Writer writer{app.database()};
    EXPECT_FALSE(jobs::wants_mail(writer, account.value()));
    jobs::tell(writer, account.value(), {.title = "A return is late", .words = "Hand it in.", .link = "/returns"}, app.now());
    writer.commit();
    EXPECT_TRUE(app.get("/messages").shows("A return is late"));
    EXPECT_TRUE(app.get("/account/messages").shows("Only in my inbox here"));
}

TEST_F(Reception, ListsAccountsInFewStatements)
{
    for (int n = 0; n < 60; ++n) given("robin" + std::to_string(n) + "@example.org", {{Role::data_steward, Scope::organisation(access::OrganisationId{3})}});
    app.sign_in(Role::administrator, Scope::area());
    const auto page = app.get("/accounts");
    EXPECT_TRUE(page.shows("61 accounts"));
    EXPECT_TRUE(page.shows("Data steward: Elm Nursery"));
    EXPECT_LE(page.statements, 5);
    EXPECT_TRUE(app.get("/accounts?page=2").shows("61 accounts"));
    EXPECT_TRUE(app.get("/accounts?page=7").shows("61 accounts")) << "a page that is not there is the first";
}

TEST_F(Reception, SaysWhatNeedsTheViewerMostPressingFirst)
{
    app.sign_in(Role::board_member, Scope::area());
    EXPECT_TRUE(app.get("/").shows("Nothing needs you today"));
    home.add_provider([](web::Visit&) { return std::vector<web::HomeItem>{{"Look at a return", "Handed in yesterday", "/returns/1", web::Urgency::soon}}; });
    home.add_provider([](web::Visit&) { return std::vector<web::HomeItem>{{"Mend 14 rows", "Due last week", "/returns/2", web::Urgency::overdue}}; });
    const auto page = app.get("/");
    EXPECT_TRUE(page.shows("2 things need you, 1 of them overdue"));
    EXPECT_LT(page.body.find("Mend 14 rows"), page.body.find("Look at a return"));
    EXPECT_LE(page.statements, 3);
    EXPECT_FALSE(page.title().empty());
}

TEST_F(Reception, TellsWhatIsOverUntilItIsPutAway)
{
    const auto account = app.sign_in(Role::board_member, Scope::area());
    db::Writer writer{app.database()};
    jobs::tell(writer, account.value(), {.title = "The September return has been checked", .words = "", .link = "/returns/1"}, app.now());
    writer.commit();
    const auto page = app.get("/");
    EXPECT_TRUE(page.shows("The September return has been checked"));
    const auto last = std::to_string(count("SELECT MAX(id) FROM inbox_message"));
    EXPECT_EQ(app.post("/messages/read", {{"last", last}}).location(), "/");
    EXPECT_FALSE(app.get("/").shows("The September return"));
}

TEST_F(Reception, ListsBackgroundWork)
{
    app.sign_in(Role::administrator, Scope::area());
    EXPECT_TRUE(app.get("/jobs").shows("Nothing has been worked off"));
    EXPECT_TRUE(app.get("/jobs").shows("Mail is not set up"));
    app.queue().handle("break", [](jobs::JobRun&) { throw jobs::Hopeless{"The file is not there any more"}; });
    PublicId id;
    {
        db::Writer writer{app.database()};
        id = app.queue().enqueue(writer, {.kind = "break", .title = "Check the September return", .payload = ""});
        writer.commit();
    }
    EXPECT_TRUE(app.get("/jobs").shows("Waiting"));
    app.queue().run_all();
    EXPECT_TRUE(app.get("/jobs").shows("The file is not there any more"));
    EXPECT_EQ(app.post("/jobs/" + id.text() + "/retry", {}).location(), "/jobs/" + id.text());
    EXPECT_EQ(app.post("/jobs/" + id.text() + "/retry", {}).status, 409);
}

TEST_F(Reception, ShowsItsWordsToAnyone)
{
    for (const auto* path : {"/help", "/accessibility", "/privacy", "/design", "/sign-in", "/sign-in/code"}) {
        EXPECT_EQ(app.get(path).status, 200) << path;
    }
    EXPECT_TRUE(app.get("/privacy").shows("after 30 minutes without use, or after 12 hours in any case"));
}

class ReceptionWorld final : public kit::MatrixWorld {
public:
    ReceptionWorld()
    {
        front_.given("keeper@example.org", {{Role::administrator, Scope::area()}});
        account_ = front_.given("robin@example.org", {{Role::data_steward, Scope::organisation(access::OrganisationId{3})}});
        db::Writer writer{front_.app.database()};
        job_ = front_.app.queue().enqueue(writer, {.kind = "any", .title = "Any work", .payload = ""});
        writer.run("UPDATE job SET state = 'failed'");
        const access::Viewer keeper{access::AccountId{1}, "Robin Example", {{Role::administrator, Scope::area()}}};
        const access::Grant steward{Role::data_steward, Scope::organisation(access::OrganisationId{3})};
        const auto invited = access::invite(writer, {"sam@example.org", "Sam Example", {steward}}, keeper, front_.app.now()).value().invitation.value();
        link_ = access::make_link(writer, invited, access::LinkWay::copied, front_.app.chance(), front_.app.now()).value();
        invitation_ = access::find_invitation(writer, invited)->public_id;
        writer.commit();
    }
    kit::TestApp& app() override { return front_.app; }
    Scope scope_of(Role role) override { return {access::row_of(role).scope, access::row_of(role).scope == access::ScopeKind::area ? 0 : 3}; }
    std::string parameter(std::string_view, std::string_view name, bool inside) override
    {
        if (!inside) return name == "role" ? "emperor" : name == "grant" ? "999" : "00000000000000000000000000";
        if (name == "account") return account_.public_id.text();
        if (name == "job") return job_.text();
        if (name == "role") return "workforce_lead";
        if (name == "invitation") return invitation_.text();
        if (name == "link") return link_;
        return std::to_string(front_.count("SELECT MAX(id) FROM account_grant WHERE role = 'data_steward' AND account_id = 2"));
    }

private:
    Front front_;
    access::Account account_;
    PublicId job_;
    PublicId invitation_;
    std::string link_;
};

TEST(ReceptionRoutes, LetEachRoleDoWhatTheTableSays)
{
    kit::expect_route_access([] { return std::make_unique<ReceptionWorld>(); },
                             std::filesystem::path{KITH_SOURCE_DIR} / "tests/golden/route_access_reception.txt");
}

}  // namespace
}  // namespace kith::reception
