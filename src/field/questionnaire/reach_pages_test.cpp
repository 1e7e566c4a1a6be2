// Proof of reach through the real routes: what is to be sent, who says that it was, and who may not.
#include "questionnaire/reach_register.hpp"
#include "questionnaire/test_campaigns.hpp"

namespace kith::questionnaire {
namespace {

class Reach : public Campaigns {
protected:
    Reach() : Campaigns({}) { app().sign_in(Role::workforce_lead, Scope::area()); }
    static web::Fields day(const std::string& name, Date date) { return {{name + "-day", std::to_string(date.day())}, {name + "-month", std::to_string(date.month())}, {name + "-year", std::to_string(date.year())}}; }
    static web::Fields with(web::Fields fields, const web::Fields& more)
    {
        fields.insert(fields.end(), more.begin(), more.end());
        return fields;
    }
    std::string added() { return app().post("/reach", with(day("due_on", app().today().plus_days(14)), {{"title", "The plan's summary"}, {"link", "https://example.org/plan"}})).location(); }
    /// The path of the form of the one organisation that there is.
    std::string form_of(const std::string& message)
    {
        const auto page = app().get(message).body;
        const auto at = page.find(message + "/organisations/0");
        return page.substr(at, page.find('"', at) - at);
    }
    web::Fields sent(Date on) { return with(day("told_on", on), {{"way", "email"}, {"staff", "31"}, {"evidence", "Email of Monday"}}); }
};
KITH_ON_EACH_ENGINE(Reach);

TEST_P(Reach, SaysWhichOrganisationsHaveSentIt)
{
    EXPECT_TRUE(app().get("/reach").shows("Nothing is to be sent"));
    EXPECT_EQ(app().post("/reach", {{"link", "http://example.org"}}).errors,
              (std::vector<std::string>{"Enter what is to reach staff", "The address must begin with https:// and have no spaces", "Enter the day by which staff are to be sent it"}));
    const auto message = added();
    EXPECT_TRUE(app().get(message).shows("0 of 1 organisation has sent it to their staff, 0 people in all."));
    const auto form = form_of(message);
    EXPECT_EQ(app().post(form, sent(app().today().plus_days(1))).errors, (std::vector<std::string>{"The day on which staff were sent it must be today or before"}));
    EXPECT_EQ(app().post(form, with(day("told_on", app().today()), {{"staff", "many"}})).errors,
              (std::vector<std::string>{"Choose how staff were sent it", "Enter how many staff were sent it, from 1 to 100,000", "Enter what shows it"}));
    EXPECT_EQ(app().post(form, sent(app().today())).status, 303);
    EXPECT_TRUE(app().get("/reach").shows("1 of 1 organisation has sent it to their staff, 31 people in all."));
    EXPECT_TRUE(app().get(message + "/organisations.csv").shows("acorns,Acorns," + app().today().iso() + ",email,31,Email of Monday"));
    EXPECT_EQ(app().post(form, sent(app().today().plus_days(-1))).status, 303) << "said again, it is corrected";
    EXPECT_EQ(count("SELECT COUNT(*) FROM reach_telling WHERE ended_by IS NULL"), 1);
    EXPECT_EQ(app().post(form + "/away", {}).status, 303);
    EXPECT_EQ(app().post(form + "/away", {}).status, 409);
    EXPECT_TRUE(app().get(message).shows("Not yet"));
}

TEST_P(Reach, ItsOwnStewardSaysSoAndNobodyElse)
{
    const auto message = added();
    const auto form = form_of(message);
    app().sign_in(Role::data_steward, Scope::organisation(acorns));
    EXPECT_EQ(app().post(form, sent(app().today())).status, 303);
    EXPECT_EQ(app().get(message + "/change").status, 403);
    app().sign_in(Role::data_steward, Scope::organisation(access::OrganisationId{8}));
    EXPECT_EQ(app().post(form, sent(app().today())).status, 404) << "another organisation's";
    EXPECT_FALSE(app().get(message).shows("Acorns"));
    app().sign_in(Role::board_member, Scope::area());
    EXPECT_TRUE(app().get(message).shows("Acorns"));
    EXPECT_EQ(app().get(form).status, 404) << "who may see it need not be able to say it";
}

TEST_P(Reach, WhatIsTakenAwayTakesWhatWasSaidOfItAlong)
{
    const auto message = added();
    app().post(form_of(message), sent(app().today()));
    EXPECT_EQ(app().post(message + "/change", with(day("due_on", app().today()), {{"title", "The plan on two pages"}})).status, 303);
    EXPECT_TRUE(app().get(message).shows("The plan on two pages"));
    EXPECT_EQ(app().post(message + "/away", {}).status, 303);
    EXPECT_EQ(app().get(message).status, 404);
    EXPECT_EQ(count("SELECT COUNT(*) FROM reach_telling WHERE ended_by IS NULL"), 0);
}

TEST_P(Reach, WhoHandsInForOneOrganisationSaysNothingForAnotherThatTheySee)
{
    const auto message = added();
    app().sign_in(std::vector<access::Grant>{{Role::data_steward, Scope::organisation(access::OrganisationId{8})}, {Role::manager, Scope::organisation(acorns)}});
    EXPECT_TRUE(app().get(message).shows("Of the organisations that you may see: 0 of 1"));
    EXPECT_EQ(app().get(message).body.find(message + "/organisations/0"), std::string::npos) << "a manager of Acorns, and steward of another";
    EXPECT_EQ(app().post(message + "/organisations/" + acorns_public_id().text(), sent(app().today())).status, 404);
    app().sign_in(Role::manager, Scope::organisation(access::OrganisationId{8}));
    EXPECT_TRUE(app().get(message).shows("None of the organisations that are to send it is yours to see."));
}

}  // namespace
}  // namespace kith::questionnaire
