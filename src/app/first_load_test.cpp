// The first files of an empty partnership, handed in through the pages of the whole house; and whose return a file is.
#include "kit/whole_house.hpp"

#include <gtest/gtest.h>

namespace kith::app {
namespace {
using access::Role;
using access::Scope;

constexpr const char* organisations = "organisation_code,name,kind,ownership,sector,expected_headcount,opened_on\r\n"
                                      "OAK,Oak Primary,school,public,education,4,\r\nELM,Elm Council,council,public,social_family_community,3,\r\n";
constexpr const char* settings = "organisation,setting_code,name,kind,locality_code,locality_name,postcode\r\n"
                                 "OAK,OAK-1,Oak Primary,day_nursery,N,North,\r\n";

std::string staff(std::string_view organisation)
{
    return "organisation,staff_reference,given_name,family_name,date_of_birth,engagement_reference,role,contract,fte,start_date\r\n" + std::string{organisation} +
           ",A1,Ana,Reyes,1980-05-17,1,teacher,permanent,1,2019-04-01\r\n";
}
constexpr const char* without = "staff_reference,given_name,family_name,date_of_birth,engagement_reference,role,contract,fte,start_date\r\n"
                                "A1,Ana,Reyes,1980-05-17,1,teacher,permanent,1,2019-04-01\r\n";
constexpr const char* extract = "Pay No,Post,Started\r\n1,Cook,01/02/2020\r\n";

class FirstLoad : public testing::Test {
protected:
    kit::TestApp& app() { return house_.app(); }
    kit::Answer hand_in(std::string_view name, std::string_view bytes, const web::Fields& fields = {}) { return app().upload("/returns", "file", name, bytes, fields); }
    /// Handed in without a word on whose it is, and accepted.
    void take(std::string_view name, std::string_view bytes)
    {
        const auto answer = hand_in(name, bytes);
        ASSERT_EQ(answer.status, 303) << name << answer.text();
        app().queue().run_all();
        const auto page = app().get(answer.location());
        ASSERT_EQ(app().post(answer.location() + "/accept", {{"seen", page.value("seen")}}).status, 303) << page.text();
        app().queue().run_all();
        EXPECT_TRUE(app().get(answer.location()).shows("taken into the register")) << app().get(answer.location()).text();
    }
    void load_places() { ASSERT_EQ(house_.import({{"organisations.csv", organisations}}).exit_code, 0); }
    std::string id_of(std::string_view code) { return house_.organisation(code).public_id.text(); }

    kit::WholeHouse house_;
};
}  // namespace

TEST_F(FirstLoad, TakesOrganisationsSettingsAndStaffOneAfterAnother)
{
    app().sign_in(Role::workforce_lead, Scope::area());
    const auto early = hand_in("staff.csv", staff("OAK"));
    EXPECT_EQ(early.status, 422);
    EXPECT_EQ(early.errors, (std::vector<std::string>{"There is no organisation yet. Hand in the file of organisations first, then this one"}));
    take("organisations.csv", organisations);
    take("settings.csv", settings);
    take("staff.csv", staff("OAK"));
}

TEST_F(FirstLoad, AsksWhoseAFileIsOnItsOwnPageAndKeepsIt)
{
    load_places();
    app().sign_in(Role::workforce_lead, Scope::area());
    const auto sent = hand_in("one-school.csv", without);
    ASSERT_EQ(sent.status, 303) << sent.text();
    EXPECT_TRUE(sent.location().ends_with("/whose")) << sent.location();
    const auto path = sent.location().substr(0, sent.location().rfind('/'));
    EXPECT_TRUE(app().get(sent.location()).shows("one-school.csv has arrived safely, and does not say whose it is"));
    EXPECT_TRUE(app().get(path).shows("Say whose return it is"));
    EXPECT_EQ(app().post(sent.location(), {}).errors, (std::vector<std::string>{"Choose whose return it is"}));
    EXPECT_EQ(app().post(sent.location(), {{"organisation", id_of("OAK")}}).location(), path);
    app().queue().run_all();
    EXPECT_TRUE(app().get(path).shows("1 row read: it can be taken")) << app().get(path).text();
    EXPECT_TRUE(app().get(path).shows("Oak Primary"));
    EXPECT_EQ(app().get(sent.location()).location(), path) << "nothing left to ask";
}

TEST_F(FirstLoad, AsksWhoseAnExtractIsBeforeWhatItsColumnsMean)
{
    load_places();
    app().sign_in(Role::workforce_lead, Scope::area());
    const auto sent = hand_in("payroll.csv", extract);
    ASSERT_TRUE(sent.location().ends_with("/whose")) << sent.text();
    const auto path = sent.location().substr(0, sent.location().rfind('/'));
    app().post(sent.location(), {{"organisation", id_of("OAK")}});
    app().queue().run_all();
    const auto page = app().get(path);
    EXPECT_TRUE(page.shows("Say what the columns mean")) << page.text();
    EXPECT_FALSE(page.shows("Download your file")) << "nothing is to mend";
    const auto words = page.text();
    const auto once = words.find("does not know this layout yet");
    ASSERT_NE(once, std::string::npos);
    EXPECT_EQ(words.find("does not know this layout yet", once + 1), std::string::npos) << words;
    app().post(path + "/withdraw", {});
    EXPECT_FALSE(app().get(path).shows("does not know this layout yet")) << "nothing is asked of it any more";
}

TEST_F(FirstLoad, AsksAStewardOfTwoOnlyWhereTheFileDoesNotSay)
{
    load_places();
    const auto oak = house_.organisation("OAK").id, elm = house_.organisation("ELM").id;
    app().sign_in({{Role::data_steward, Scope::organisation(oak)}, {Role::data_steward, Scope::organisation(elm)}});
    EXPECT_FALSE(hand_in("staff.csv", staff("OAK")).location().ends_with("/whose"));
    const auto sent = hand_in("staff.csv", without);
    ASSERT_TRUE(sent.location().ends_with("/whose")) << sent.text();
    EXPECT_TRUE(app().get("/returns").shows("2 returns")) << "what waits to be told whose it is stands in the list of whoever handed it in";
    EXPECT_EQ(app().get(sent.location()).status, 200);
    EXPECT_EQ(app().post(sent.location(), {{"organisation", id_of("ELM")}}).status, 303);
    app().sign_in({{Role::data_steward, Scope::organisation(oak)}});
    EXPECT_EQ(app().get(sent.location()).status, 404);
}

TEST_F(FirstLoad, OffersTheSocialWorkCensusToCouncilsAlone)
{
    load_places();
    app().sign_in(Role::data_steward, Scope::organisation(house_.organisation("OAK").id));
    EXPECT_FALSE(app().get("/returns/new").shows("Social work census"));
    EXPECT_FALSE(app().get("/returns/social-work-census").shows("Oak Primary"));
    app().sign_in(Role::data_steward, Scope::organisation(house_.organisation("ELM").id));
    EXPECT_TRUE(app().get("/returns/new").shows("Social work census"));
    EXPECT_TRUE(app().get("/returns/social-work-census").shows("Elm Council"));
}

}  // namespace kith::app
