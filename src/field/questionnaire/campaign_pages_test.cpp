// Those who run campaigns: from preparing one to closing it, and who else sees what.
#include "questionnaire/test_campaigns.hpp"

#include "questionnaire/campaign_mail_register.hpp"

namespace kith::questionnaire {
namespace {

class CampaignPages : public Campaigns {
protected:
    void SetUp() override { app().sign_in(Role::workforce_lead, Scope::area()); }
    static web::Fields form(std::string name = "Autumn 2026")
    {
        return {{"instrument", "small"}, {"name", std::move(name)}, {"opens_on-day", "1"}, {"opens_on-month", "11"}, {"opens_on-year", "2026"},
                {"closes_on-day", "30"}, {"closes_on-month", "11"}, {"closes_on-year", "2099"}, {"reader", "99"}, {"reader_days", "2"}};
    }
};
KITH_ON_EACH_ENGINE(CampaignPages);

TEST_P(CampaignPages, ACampaignIsPreparedOpenedWatchedAndClosed)
{
    EXPECT_TRUE(app().get("/campaigns").shows("No questionnaire has been put to anyone yet."));
    const auto made = app().post("/campaigns", form());
    ASSERT_EQ(made.status, 303) << made.text();
    const auto href = made.location();
    EXPECT_TRUE(app().get(href).shows("Being prepared"));
    app().post(href + "/open", {});
    EXPECT_TRUE(app().get(href).shows("Nobody has been handed a link yet."));
    const auto links = app().follow(app().post(href + "/links", {{"way", "one_use"}, {"how_many", "3"}, {"viewpoint", "team"}, {"words", "Team meeting"}}));
    EXPECT_TRUE(links.shows("3 links to hand over"));
    EXPECT_TRUE(links.shows("This link is for one person and works once."));
    const auto watched = app().get(href);
    EXPECT_TRUE(watched.shows("Of 3 people handed a link of their own, 0 have answered."));
    EXPECT_TRUE(app().get(href + "/close").shows("A closed campaign is not opened again"));
    EXPECT_EQ(app().post(href + "/close", {}).status, 303);
    EXPECT_TRUE(app().get(href).shows("Closed"));
    EXPECT_EQ(app().post(href + "/links", {{"way", "open"}}).status, 409);
}

TEST_P(CampaignPages, FaultsAreNamed)
{
    const auto nothing = app().post("/campaigns", {});
    EXPECT_EQ(nothing.status, 422);
    EXPECT_EQ(nothing.errors.front(), "Choose a questionnaire");
    auto fields = form();
    fields[7].second = "2020";
    EXPECT_EQ(app().post("/campaigns", fields).errors, (std::vector<std::string>{"The last day must be the first day or after it"}));
    const auto href = opened().href();
    EXPECT_EQ(app().post(href + "/links", {{"way", "one_use"}, {"formal", "yes"}}).errors,
              (std::vector<std::string>{"A formal response is an organisation's: choose which", "Enter how many links, from 1 to 500, or give addresses"}));
    EXPECT_EQ(app().post(href + "/links", {{"way", "one_use"}, {"addresses", "a@example.org\nnot an address"}}).errors.front(), "Line 2 is not an email address, such as name@example.org");
}

TEST_P(CampaignPages, AReaderThatChildrenWereToldOfCannotJustGo)
{
    const auto href = opened().href();
    auto fields = form();
    fields[8].second = "";
    EXPECT_EQ(app().post(href + "/change", fields).errors, (std::vector<std::string>{"Children were told that someone reads what they write: name somebody"}));
}

TEST_P(CampaignPages, ALinkIsShownOnceAndReplacedOrWithdrawn)
{
    const auto campaign = opened();
    const auto path = link(campaign, LinkWay::open);
    const auto page = app().get(campaign.href());
    const auto at = page.body.find(campaign.href() + "/links/0");
    ASSERT_NE(at, std::string::npos);
    const auto own = page.body.substr(at, page.body.find('"', at) - at);
    EXPECT_EQ(page.body.find(path), std::string::npos);
    const auto renewed = app().follow(app().post(own + "/print", {}));
    EXPECT_TRUE(renewed.shows("A link to hand over"));
    EXPECT_EQ(app().get(path).status, 404) << "the former secret";
    app().post(own + "/withdraw", {});
    EXPECT_TRUE(app().get(campaign.href()).shows("Withdrawn"));
}

TEST_P(CampaignPages, FormalResponsesAreCountedAgainstWhatWasAsked)
{
    const auto campaign = opened();
    db::Writer writer{app().database()};
    db::ChangeSet changes{writer, app().now(), {}, "quotas"};
    EXPECT_TRUE(set_quotas(changes, campaign.id, {{acorns, 2}}));
    EXPECT_FALSE(set_quotas(changes, campaign.id, {{acorns, 2}}));
    writer.commit();
    answer_as_team(link(campaign, LinkWay::one_use, {.organisation = acorns, .formal = true}), {{"aims", "3"}, {"meets", "no"}});
    app().sign_in(Role::workforce_lead, Scope::area());
    EXPECT_TRUE(app().get(campaign.href()).shows("1 of 2 formal responses asked are there."));
}

TEST_P(CampaignPages, OthersSeeTheRatesOfTheirOwnAndMayNotManage)
{
    const auto campaign = opened();
    link(campaign, LinkWay::one_use, {.organisation = acorns});
    app().sign_in(Role::manager, Scope::organisation(acorns));
    EXPECT_TRUE(app().get(campaign.href()).shows("Acorns"));
    EXPECT_FALSE(app().get(campaign.href()).shows("Hand out links"));
    EXPECT_EQ(app().get("/campaigns/new").status, 403);
    EXPECT_EQ(app().post(campaign.href() + "/close", {}).status, 403);
    app().sign_in(Role::manager, Scope::organisation(access::OrganisationId{8}));
    EXPECT_FALSE(app().get(campaign.href()).shows("Acorns"));
    app().sign_in(Role::practitioner, Scope::own_record(access::StaffRecordId{1}));
    EXPECT_EQ(app().get("/campaigns").status, 403);
}

TEST_P(CampaignPages, AChangedFileUnderARunningCampaignIsARefusalToStart)
{
    const auto campaign = opened();
    db::Reader reader{app().database()};
    EXPECT_TRUE(campaigns_without_instrument(reader, *instruments_).empty());
    const auto changed = small_instruments(small_with("We have the same aims.", "We have other aims."));
    ASSERT_EQ(campaigns_without_instrument(reader, *changed).size(), 1U);
    EXPECT_NE(campaigns_without_instrument(reader, *changed).front().find("was changed after the campaign was opened with it"), std::string::npos);
    EXPECT_EQ(campaigns_without_instrument(reader, Instruments{}).size(), 1U);
}

TEST_P(CampaignPages, RemindersGoToUnusedLinksOnlyAndOnceADay)
{
    const auto campaign = opened();
    db::Writer writer{app().database()};
    const auto add_one = [&](const char* address) {
        return make_link(writer, {.campaign = campaign.id, .way = LinkWay::one_use, .words = "", .email = EmailAddress::parse(address).value(), .sent_on = app().today().plus_days(-3)}, app().chance(), app().now()).first;
    };
    const auto used = add_one("used@example.org"), unused = add_one("unused@example.org");
    EXPECT_TRUE(use_link(writer, used.id));
    EXPECT_FALSE(use_link(writer, used.id));
    EXPECT_EQ(remind_unused(writer, campaign.id, app().now()), 1);
    EXPECT_EQ(remind_unused(writer, campaign.id, app().now()), 0);
    jobs::MailDesk mail{.site = "https://kith.example.org", .partnership = "Westmere", .address_of = {}, .now = {}};
    add_composers(mail, instruments_, mail.site, mail.partnership, app().chance());
    const auto composed = mail.composers.at("campaign_link")(writer, unused.id.value(), app().now());
    ASSERT_TRUE(composed);
    EXPECT_EQ(composed->to, "unused@example.org");
    EXPECT_NE(composed->text.find("https://kith.example.org/answer/"), std::string::npos);
    EXPECT_FALSE(mail.composers.at("campaign_link")(writer, used.id.value(), app().now()));
    forget_addresses(writer, campaign.id);
    EXPECT_FALSE(mail.composers.at("campaign_link")(writer, unused.id.value(), app().now()));
}

}  // namespace
}  // namespace kith::questionnaire
