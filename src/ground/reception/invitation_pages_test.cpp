#include "access/invitations.hpp"
#include "jobs/mail.hpp"
#include "reception/invitation_check.hpp"
#include "reception/invitation_pages.hpp"
#include "reception/test_front.hpp"

namespace kith::reception {
namespace {

using access::Role;
using access::Scope;

const std::vector<Place> organisations{{3, "Elm Nursery", "ELM"}, {4, "Oak School", "OAK"}};
const std::vector<Place> localities{{5, "Westfield", "WEST"}};

std::vector<std::string> findings_of(const std::string& rows)
{
    std::vector<std::string> words;
    const auto list = read_invitation_list("email,name,organisation,role\n" + rows, organisations, localities).value();
    for (const auto& finding : list.findings) words.push_back(finding.words);
    return words;
}

TEST(InvitationCheck, PutsTheRowsOfOnePersonTogether)
{
    const auto list = read_invitation_list("Email address;Name;Organisation code;Role\nRobin@Example.org;Robin Example;elm;\nrobin@example.org;Robin Example;OAK;Manager\n"
                                           "sam@example.org;Sam Example;WEST;locality_lead\n",
                                           organisations, localities)
                          .value();
    EXPECT_TRUE(list.findings.empty());
    ASSERT_EQ(list.people.size(), 2U);
    EXPECT_EQ(list.people[0].wanted.grants, (std::vector<access::Grant>{{Role::data_steward, Scope::organisation(access::OrganisationId{3})},
                                                                        {Role::manager, Scope::organisation(access::OrganisationId{4})}}));
    EXPECT_EQ(list.people[1].wanted.grants.at(0).scope, Scope::locality(access::LocalityId{5}));
}

TEST(InvitationCheck, SaysOfEachRowWhatToDo)
{
    EXPECT_EQ(findings_of("robin,Robin,ELM,\n").at(0), "There is no email address, or it lacks an @ or a full stop. Correct it");
    EXPECT_EQ(findings_of("r@example.org,,ELM,\n").at(0), "There is no name. Enter the name of whom you invite");
    EXPECT_EQ(findings_of("r@example.org,Robin,ASH,\n").at(0), "No organisation has this code. Look it up under Organisations");
    EXPECT_EQ(findings_of("r@example.org,Robin,,\n").at(0), "There is no organisation. Enter its code");
    EXPECT_TRUE(findings_of("r@example.org,Robin,ELM,emperor\n").at(0).starts_with("The role is none of: administrator, workforce lead"));
    EXPECT_FALSE(findings_of("r@example.org,Robin,ELM,practitioner\n").empty());
    EXPECT_EQ(findings_of("r@example.org,Robin,ELM,\nr@example.org,Robin,ELM,\n").at(0), "The same stands on line 2. Take one of them out");
    EXPECT_EQ(findings_of("r@example.org,Robin,ELM,\nr@example.org,Sam,OAK,\n").at(0), "This email address stands with another name on line 2. Each person needs their own");
    EXPECT_FALSE(read_invitation_list("who,what\na,b\n", organisations, localities));
    EXPECT_FALSE(read_invitation_list("email,name,organisation\n", organisations, localities));
}

TEST(InvitationCheck, KnowsJobsWhoseRoleIsCertainAndAsksForARoleOtherwise)
{
    const std::vector<RoleTitle> titles{{"headteacher", Role::manager}};
    const auto list = read_invitation_list("email,name,organisation,role\nr@example.org,Robin,ELM,Headteacher\ns@example.org,Sam,ELM,Bursar\n", organisations, localities, titles).value();
    ASSERT_EQ(list.people.size(), 1U);
    EXPECT_EQ(list.people[0].wanted.grants, (std::vector<access::Grant>{{Role::manager, Scope::organisation(access::OrganisationId{3})}}));
    ASSERT_EQ(list.findings.size(), 1U);
    EXPECT_EQ(list.findings[0].stood, "Sam, ELM, Bursar");
    EXPECT_TRUE(list.findings[0].words.ends_with("data steward, manager, board member. Enter one of these: it says what they may do here, whatever their job is called"));
}

class InvitationPages : public testing::Test, public Front {
protected:
    explicit InvitationPages(web::Settings settings = {}) : Front{std::move(settings)} { app.sign_in(Role::workforce_lead, Scope::area(), "Lee Lead"); }
    const std::string list = "email,name,organisation,role\nrobin@example.org,Robin Example,ELM,\nrobin@example.org,Robin Example,OAK,manager\nsam@example.org,Sam Example,ASH,\n";
    void sent() { EXPECT_EQ(app.post("/invitations/send", {{"people", list}}).location(), "/invitations"); }
    std::string invitation()
    {
        db::Reader reader{app.database()};
        return "/invitations/" + access::list_invitations(reader, {}, 1, 0, app.now()).at(0).public_id.text();
    }
    std::string link() { return "/invitation/" + app.post(invitation() + "/link", {}).between("/invitation/", "<"); }
};

TEST_F(InvitationPages, ShowFindingsAndWhatSendingDoesBeforeAnythingIsDone)
{
    const auto page = app.post("/invitations/check", {{"people", list}});
    EXPECT_EQ(page.status, 200);
    EXPECT_TRUE(page.shows("1 person can be invited"));
    EXPECT_TRUE(page.shows("No organisation has this code"));
    EXPECT_TRUE(page.shows("Sam Example, ASH")) << "what stands on the line";
    EXPECT_EQ(page.text().find("sam@example.org"), std::string::npos);
    EXPECT_TRUE(page.shows("Is invited"));
    EXPECT_EQ(count("SELECT COUNT(*) FROM invitation"), 0);
    EXPECT_EQ(count("SELECT COUNT(*) FROM account WHERE email = 'robin@example.org'"), 0);
    EXPECT_EQ(app.post("/invitations/check", {{"people", " "}}).errors, std::vector<std::string>{"Paste a list, or choose a file"});
}

TEST_F(InvitationPages, SayThatAManagerAloneCannotHandIn)
{
    const std::string manager = "email,name,organisation,role\nrobin@example.org,Robin Example,ELM,manager\n";
    EXPECT_TRUE(app.post("/invitations/check", {{"people", manager}}).shows("1 manager is invited for an organisation for which the list has no data steward"));
    const auto both = app.post("/invitations/check", {{"people", manager + "robin@example.org,Robin Example,ELM,data steward\n"}});
    EXPECT_TRUE(both.shows("Everyone on the list can be invited"));
    EXPECT_FALSE(both.shows("cannot hand in"));
}

TEST_F(InvitationPages, LetSomeoneInByALinkThatIsShownOnce)
{
    sent();
    EXPECT_TRUE(app.get("/invitations").shows("1 not in yet"));
    EXPECT_TRUE(app.get("/invitations").shows("Not sent: hand over a letter or a link"));
    const auto path = link();
    EXPECT_EQ(app.get(invitation()).body.find(path), std::string::npos) << "shown once";
    app.sign_out();
    const auto door = app.get(path);
    EXPECT_EQ(door.status, 200);
    EXPECT_TRUE(door.shows("Lee Lead invites you, Robin Example"));
    EXPECT_TRUE(door.shows("Data steward: Elm Nursery"));
    EXPECT_EQ(app.post(path, {{"password", "short"}}).status, 422);
    EXPECT_EQ(app.post(path, {{"password", "pony lamp river"}}).location(), "/welcome");
    EXPECT_TRUE(app.get("/welcome").shows("You may hand in, accept and undo returns"));
    app.sign_out();
    EXPECT_EQ(app.get(path).status, 404);
    EXPECT_EQ(app.get(path).text(), app.get("/invitation/made-up").text()) << "nobody learns whether a link once worked";
    EXPECT_EQ(app.post(path, {{"password", "another lamp river"}}).status, 404);
    EXPECT_EQ(app.log().find(path.substr(12)), std::string::npos) << "no link in the log";
}

TEST_F(InvitationPages, AreForLeadsAndAdministratorsAndNoWayAroundRoles)
{
    EXPECT_TRUE(app.post("/invitations/check", {{"people", "email,name,organisation,role\nkim@example.org,Kim,,administrator\n"}}).shows("You may not invite anyone to this role"));
    app.sign_in(Role::administrator, Scope::area(), "Ada Minder");
    app.post("/invitations/send", {{"people", "email,name,organisation,role\nkim@example.org,Kim Example,,administrator\n"}});
    const auto path = invitation();
    EXPECT_EQ(app.get(path).status, 200);
    app.sign_in(Role::workforce_lead, Scope::area());
    EXPECT_EQ(app.get(path).status, 404);
    EXPECT_EQ(app.post(path + "/link", {}).status, 404) << "a link would be a way into the role";
    EXPECT_FALSE(app.get("/invitations").shows("Kim Example"));
    EXPECT_FALSE(app.post("/invitations/letters", {}).shows("Kim Example"));
    app.sign_in(Role::data_steward, Scope::organisation(access::OrganisationId{3}));
    EXPECT_EQ(app.get("/invitations").status, 403);
}

TEST_F(InvitationPages, NeedTheFormsToken)
{
    sent();
    EXPECT_EQ(app.post("/invitations/send", {{"people", list}}, {.without_token = true}).status, 403);
    EXPECT_EQ(app.post(invitation() + "/withdraw", {}, {.without_token = true}).status, 403);
    const auto path = link();
    EXPECT_EQ(app.post(path, {{"password", "pony lamp river"}}, {.without_token = true}).status, 403);
}

TEST_F(InvitationPages, PrintALetterForEachWhoIsNotInYetAndWithdraw)
{
    sent();
    const auto page = app.post("/invitations/letters", {});
    EXPECT_TRUE(page.shows("1 letter"));
    EXPECT_TRUE(page.shows("You are invited to look after the workforce records"));
    EXPECT_TRUE(app.get(invitation()).shows("Link made for a printed letter"));
    const auto path = link();
    EXPECT_EQ(app.post(invitation() + "/withdraw", {}).location(), invitation());
    EXPECT_EQ(app.get(path).status, 404);
    EXPECT_TRUE(app.get("/invitations?state=withdrawn").shows("Robin Example"));
    EXPECT_EQ(app.post(invitation() + "/link", {}).status, 409);
}

TEST_F(InvitationPages, InviteThreeHundredInFewSecondsAndListThemInFewStatements)
{
    std::string many = "email,name,organisation\n";
    for (int n = 0; n < 300; ++n) many += fmt::format("steward{}@example.org,Steward {},ELM\n", n, n);
    EXPECT_TRUE(app.post("/invitations/check", {{"people", many}}).shows("Everyone on the list can be invited"));
    app.post("/invitations/send", {{"people", many}});
    const auto page = app.get("/invitations");
    EXPECT_TRUE(page.shows("300 not in yet"));
    EXPECT_LE(page.statements, 8);
}

TEST_F(InvitationPages, TellWhoIsInAlreadyOfTheirNewRole)
{
    const auto robin = given("robin@example.org", {});
    sent();
    EXPECT_EQ(count("SELECT COUNT(*) FROM invitation"), 0);
    db::Reader reader{app.database()};
    EXPECT_EQ(jobs::unread(reader, robin.id.value()).at(0).message.title, "You were given a role");
}

class MailedInvitation : public InvitationPages {
protected:
    MailedInvitation() : InvitationPages{{.site = "https://kith.example.org", .mails = true}}
    {
        mail.mailer = kept;
        mail.address_of = [](db::Reader& reader, std::int64_t account) { return std::optional{access::find_account(reader, access::AccountId{account})->email.reveal()}; };
        mail.now = [this] { return app.now(); };
        add_composers(mail, desk, "https://kith.example.org", "Westmere", app.chance());
    }
    struct Kept final : jobs::Mailer {
        std::vector<jobs::Letter> letters;
        jobs::Delivery send(const jobs::Letter& letter) override
        {
            letters.push_back(letter);
            return {};
        }
    };
    std::shared_ptr<Kept> kept = std::make_shared<Kept>();
    jobs::MailDesk mail;
};

TEST_F(MailedInvitation, GoesOutWithALinkMadeForItAndAgainOnAReminder)
{
    sent();
    EXPECT_EQ(jobs::send_due_mail(app.database(), mail, 100), 1);
    EXPECT_EQ(kept->letters.at(0).to, "robin@example.org");
    EXPECT_TRUE(app.get("/invitations").shows("Sent on"));
    EXPECT_EQ(app.post("/invitations/remind", {}).location(), "/invitations");
    EXPECT_EQ(jobs::send_due_mail(app.database(), mail, 100), 1);
    const auto& text = kept->letters.at(0).text;
    const auto at = text.find("https://kith.example.org/invitation/");
    ASSERT_NE(at, std::string::npos);
    const auto path = text.substr(at + 24, text.find('\n', at) - at - 24);
    app.sign_out();
    EXPECT_EQ(app.post(path, {{"password", "pony lamp river"}}).location(), "/welcome") << "the first mail's link still works";
    app.sign_in(Role::workforce_lead, Scope::area());
    EXPECT_TRUE(app.get("/invitations").shows("1 accepted"));
    EXPECT_EQ(app.post(invitation() + "/remind", {}).status, 409);
    EXPECT_EQ(jobs::send_due_mail(app.database(), mail, 100), 0);
}

TEST_F(MailedInvitation, IsNotSentOnceItWasWithdrawn)
{
    sent();
    app.post(invitation() + "/withdraw", {});
    EXPECT_EQ(jobs::send_due_mail(app.database(), mail, 100), 0);
}

}  // namespace
}  // namespace kith::reception
