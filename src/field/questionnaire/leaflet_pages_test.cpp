// The leaflet: the same that the first page says, on paper.
#include "questionnaire/answering_views.hpp"
#include "questionnaire/test_campaigns.hpp"

namespace kith::questionnaire {
namespace {

class LeafletPages : public Campaigns {
protected:
    void SetUp() override { app().sign_in(Role::workforce_lead, Scope::area()); }
};
KITH_ON_EACH_ENGINE(LeafletPages);

TEST_P(LeafletPages, WhoeverHasALinkReadsItWithoutSigningInAndAsTheFirstPageSaysIt)
{
    const auto campaign = opened();
    const auto path = link(campaign, LinkWay::open, {.organisation = acorns});
    app().sign_out();
    const auto first = app().get(path);
    const auto leaflet = app().get(path + "/leaflet");
    EXPECT_NE(first.body.find(path + "/leaflet"), std::string::npos);
    const CampaignLink open{.campaign = campaign.id, .way = LinkWay::open, .for_whom = {.organisation = acorns}};
    const auto known = what_is_known(campaign, open, {instrument(), {.voice = {.language = "en"}}}, viewpoints_at(instrument(), open));
    EXPECT_EQ(known.size(), 6U);
    for (const auto& sentence : known) {
        EXPECT_NE(first.body.find(sentence.html().str()), std::string::npos) << sentence.html().str();
        EXPECT_NE(leaflet.body.find(sentence.html().str()), std::string::npos) << sentence.html().str();
    }
    EXPECT_TRUE(leaflet.shows("You can answer until " + campaign.closes_on.in_words()));
    EXPECT_TRUE(leaflet.shows("There are about 3 to 4 questions. They take about 2 minutes at most.")) << leaflet.text();
    EXPECT_TRUE(leaflet.shows("Ask the workforce team."));
    EXPECT_TRUE(leaflet.shows("We tell someone who can help."));
    EXPECT_TRUE(leaflet.shows("Sam Okoro. They read it within a day."));
    EXPECT_TRUE(leaflet.shows("Children under 13 ask a parent or carer first."));
    EXPECT_NE(leaflet.body.find("<svg"), std::string::npos);
    EXPECT_EQ(app().get("/answer/nosuchlink/leaflet").status, 404);
}

TEST_P(LeafletPages, ALinkOfOnesOwnIsNotPrintedOnIt)
{
    const auto page = app().get(link(opened(), LinkWay::one_use, {.viewpoint = "team"}) + "/leaflet");
    EXPECT_TRUE(page.shows("This link was made for one person"));
    EXPECT_EQ(page.body.find("kith-qr"), std::string::npos);
    EXPECT_FALSE(page.shows("If someone is being hurt")) << "no child is asked by this link";
}

TEST_P(LeafletPages, FromTheCampaignItGoesOutBesideALinkOrWithTheCodeOfAnOpenOne)
{
    const auto campaign = opened();
    const auto poster = link(campaign, LinkWay::open);
    EXPECT_TRUE(app().get(campaign.href()).shows("Print the leaflet"));
    const auto page = app().get(campaign.href() + "/leaflet");
    EXPECT_TRUE(page.shows("choose “Change or print” beside the link"));
    EXPECT_TRUE(page.shows("This link was made for one person"));
    EXPECT_TRUE(page.shows("it is kept which organisation")) << "said where no link tells otherwise";
    link(campaign, LinkWay::one_use);
    EXPECT_TRUE(app().get(campaign.href() + "/leaflet").shows("from which viewpoint they were given, and no organisation"));
    link(campaign, LinkWay::one_use, {.organisation = acorns});
    EXPECT_TRUE(app().get(campaign.href() + "/leaflet").shows("it is kept which organisation"));
    const auto watched = app().get(campaign.href());
    const auto at = watched.body.find(campaign.href() + "/links/0");
    ASSERT_NE(at, std::string::npos);
    const auto own = watched.body.substr(at, watched.body.find('"', at) - at);
    EXPECT_TRUE(app().get(own).shows("Show the leaflet with its QR code"));
    const auto printed = app().follow(app().post(own + "/leaflet", {}));
    const auto address = printed.body.find("/answer/");
    ASSERT_NE(address, std::string::npos) << printed.text();
    const auto another = printed.body.substr(address, printed.body.find_first_of("\"<", address) - address);
    EXPECT_NE(another, poster);
    EXPECT_EQ(app().get(another).status, 200);
    EXPECT_EQ(app().get(poster).status, 200) << "what was handed out goes on working";
    app().sign_in(Role::manager, Scope::organisation(acorns));
    EXPECT_EQ(app().get(campaign.href() + "/leaflet").status, 200);
    EXPECT_FALSE(app().get(campaign.href() + "/leaflet").shows("Change or print"));
}

}  // namespace
}  // namespace kith::questionnaire
