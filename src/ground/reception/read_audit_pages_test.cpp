#include "access/read_log.hpp"
#include "reception/test_front.hpp"

namespace kith::reception {
namespace {

using access::Role;
using access::Scope;

class ReadAuditPages : public testing::Test, public Front {
protected:
    ReadAuditPages()
    {
        const auto robin = given("robin@example.org", {});
        robin_path = robin.public_id.text();
        app.reads().record({.account = robin.id, .at = app.now(), .kind = access::ReadKind::export_file, .route = "/staff/export.csv",
                            .organisations = {access::OrganisationId{4}}, .staff_records = std::vector<std::string>(1, "01haaaaaaaaaaaaaaaaaaaaaaa"), .count = 41});
        app.reads().record({.account = robin.id, .at = app.now(), .route = "/staff/{record}", .organisations = {access::OrganisationId{3}},
                            .staff_records = {std::string{record_of_elm}}, .count = 1});
        app.reads().flush();
        app.sign_in(Role::administrator, Scope::area());
    }
    std::string robin_path;
};

TEST_F(ReadAuditPages, SayWhoLookedAtWhatInWordsToAdministratorsOnly)
{
    const auto page = app.get("/read-audit");
    EXPECT_TRUE(page.shows("2 reads, by 1 person."));
    EXPECT_TRUE(page.shows("Robin Example"));
    EXPECT_TRUE(page.shows("41 staff records of Oak School"));
    EXPECT_TRUE(page.shows("Opened a page: a staff record"));
    EXPECT_TRUE(page.shows("Downloaded a file: another page (/staff/export.csv)"));
    EXPECT_FALSE(page.shows("/staff/{record}"));
    EXPECT_LE(page.statements, 5);
    EXPECT_TRUE(app.get("/read-audit?account=" + robin_path).shows("Who: Robin Example"));
    EXPECT_TRUE(app.post("/read-audit/check", {}).shows("2 entries, none changed or missing"));
    app.sign_in(Role::workforce_lead, Scope::area());
    EXPECT_EQ(app.get("/read-audit").status, 403);
}

TEST_F(ReadAuditPages, AnswerWhoLookedAtOnePersonsRecord)
{
    const auto page = app.get("/read-audit?organisation=3&reference=A1");
    EXPECT_TRUE(page.shows("1 read, by 1 person."));
    EXPECT_TRUE(page.shows("Record: A1, Elm Nursery"));
    EXPECT_EQ(app.get("/read-audit?organisation=3&reference=B2").errors,
              std::vector<std::string>{"This organisation has had no staff record with this reference. Check it with its data steward"});
    EXPECT_EQ(app.get("/read-audit?reference=A1").errors, std::vector<std::string>{"Choose the organisation whose reference this is"});
    EXPECT_EQ(app.get("/read-audit?organisation=3").errors, std::vector<std::string>{"Enter the staff reference at this organisation"});
    const auto file = app.get("/read-audit.csv?organisation=3&reference=A1");
    EXPECT_EQ(file.status, 200);
    EXPECT_NE(file.body.find("Robin Example,Opened a page: a staff record,1 staff record of Elm Nursery,2"), std::string::npos) << file.body;
}

TEST_F(ReadAuditPages, CoverTheDaysAskedFor)
{
    const auto today = app.today().uk();
    EXPECT_TRUE(app.get("/read-audit?from=" + app.today().plus_days(1).uk()).shows("Nobody has looked at anything"));
    EXPECT_TRUE(app.get("/read-audit?from=" + today + "&to=" + today).shows("Robin Example"));
    EXPECT_EQ(app.get("/read-audit?from=31/2/2026").errors, std::vector<std::string>{"Date from must be a real date, for example 27/3/2026"});
}

}  // namespace
}  // namespace kith::reception
