#pragma once
// Handlers of the leaflet: for those who run a campaign, and for whoever has a link. Private to the room.
#include "questionnaire/campaign_desk.hpp"
#include "web/visit.hpp"

namespace kith::questionnaire {

web::Response show_leaflet(web::Visit& visit, const CampaignDesk& desk);
web::Response print_leaflet(web::Visit& visit, const CampaignDesk& desk);
web::Response show_leaflet_of_link(web::Visit& visit, const CampaignDesk& desk);

}  // namespace kith::questionnaire
