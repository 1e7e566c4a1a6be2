#pragma once
// For tests only: campaigns of the small instrument in the house's way: an organisation, a locality, a lead, and whoever has a link.
#include "kit/test_app.hpp"
#include "questionnaire/campaign_link_register.hpp"
#include "questionnaire/campaign_register.hpp"
#include "questionnaire/routes.hpp"
#include "questionnaire/sheet_register.hpp"
#include "questionnaire/test_instrument.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace kith::questionnaire {

using access::Role;
using access::Scope;

inline std::shared_ptr<const Instruments> small_instruments(std::string text = small_pack)
{
    return std::make_shared<const Instruments>(Instruments::load({{"small.toml", std::move(text)}}).value());
}

class Campaigns : public testing::TestWithParam<db::Engine> {
protected:
    static constexpr access::OrganisationId acorns{7};
    static constexpr access::LocalityId east{3};

    /// `more` adds the routes of rooms above this one; `text` is the instrument, whose id must be "small".
    explicit Campaigns(std::function<void(web::Routes&, const CampaignDesk&)> more = {}, std::string text = small_pack) : more_(std::move(more)), instruments_(small_instruments(std::move(text))) {}

    const Instrument& instrument() const { return *instruments_->latest("small"); }
    kit::TestApp& app() { return app_; }

    /// Open from yesterday for a month, with someone to read what children write.
    Campaign opened(Stage stage = Stage::running)
    {
        db::Writer writer{app_.database()};
        db::ChangeSet changes{writer, app_.now(), {}, "campaign"};
        auto campaign = add(changes, {.name = "Autumn", .instrument = "small", .version = 1, .digest = instrument().digest, .opens_on = app_.today().plus_days(-1), .closes_on = app_.today().plus_days(30),
                                      .stage = stage, .reader = NamedReader{reader_, "Sam Okoro", 1}}, app_.now());
        writer.commit();
        return campaign;
    }
    /// The path of a new link.
    std::string link(const Campaign& campaign, LinkWay way, LinkFor for_whom = {})
    {
        db::Writer writer{app_.database()};
        auto made = make_link(writer, {.campaign = campaign.id, .way = way, .for_whom = std::move(for_whom), .words = "A poster"}, app_.chance(), app_.now());
        writer.commit();
        return "/answer/" + made.second;
    }
    /// Answers every part of the small instrument as a member of a team and sends it; the page that follows.
    kit::Answer answer_as_team(const std::string& path, const web::Fields& fields)
    {
        app_.post(path, {{"viewpoint", "team"}, {"leader", "no"}});
        for (const auto& section : instrument().sections)  // twice: an answer may bring on a question
            for (int times = 0; times < 2; ++times) app_.post(path + "/part/" + section.id, fields);
        return app_.post(path + "/send", {});
    }
    std::int64_t count(std::string_view sql)
    {
        db::Reader reader{app_.database()};
        return reader.one(sql).value().at<std::int64_t>(0);
    }

    /// The same each time it is asked for.
    PublicId acorns_public_id()
    {
        if (!acorns_public_id_) acorns_public_id_ = app_.database().make_public_id(app_.now());
        return *acorns_public_id_;
    }

    std::optional<PublicId> acorns_public_id_;
    std::function<void(web::Routes&, const CampaignDesk&)> more_;
    std::shared_ptr<const Instruments> instruments_;
    access::AccountId reader_{99};
    CampaignDesk desk_{.instruments = instruments_,
                       .places = {.organisations = [this](db::Reader&) { return std::vector<Partner>{{acorns, acorns_public_id(), "Acorns", "acorns", "early_years"}}; },
                                  .localities = [](db::Reader&) { return std::vector<Locality>{{east, "E", "Eastfield"}}; }},
                       .readers = [this](db::Reader&, Date) { return std::vector<PossibleReader>{{reader_, "Sam Okoro"}}; },
                       .organisation_of = [](db::Reader&, const access::Viewer&) { return std::optional{acorns}; }, .contact = "the workforce team"};
    kit::TestApp app_{[this](web::Routes& routes) {
                          add_routes(routes, desk_);
                          if (more_) more_(routes, desk_);
                      }, {.engine = GetParam()}};
};

}  // namespace kith::questionnaire
