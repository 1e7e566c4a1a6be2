#pragma once
// Where a campaign's themes stand, measured and agreed, for the pages of its workshop. Private to the room.
#include "assessment/routes.hpp"
#include "assessment/workshop.hpp"
#include "web/visit.hpp"

namespace kith::assessment {

/// A campaign with where its themes stand, in the order of its instrument.
struct CampaignStand {
    questionnaire::Campaign campaign;
    const questionnaire::Instrument* instrument = nullptr;
    std::vector<ThemeStand> themes;
    std::optional<Confirmation> confirmation;
    std::string before_name;    ///< of the campaign it is set beside; empty where it is set beside none
    std::int64_t answers = 0;   ///< sheets that are counted
    const ThemeStand* theme(std::string_view id) const;
    std::string say(const questionnaire::Wording& wording) const { return std::string{instrument->say(wording, {.language = instrument->languages.front().code})}; }
};
/// Of the campaign in the path.
kith::Result<CampaignStand> stand_of(web::Visit& visit, const Sources& sources);
/// Of one that is held already.
kith::Result<CampaignStand> stand_of(web::Visit& visit, const Sources& sources, const questionnaire::Campaign& campaign);
/// Where a page of the workshop stands: under the campaign, and under its workshop where it is below that.
std::vector<web::Crumb> workshop_crumbs(const questionnaire::Campaign& campaign, bool below = false);
/// The campaign in the path alone.
kith::Result<questionnaire::Campaign> campaign_of(web::Visit& visit);

}  // namespace kith::assessment
