#pragma once
// Proof of reach as pages: what is to be sent, who has sent it, and saying so. Private to the room.
#include "questionnaire/campaign_desk.hpp"
#include "web/visit.hpp"

namespace kith::questionnaire {

web::Response list_reach(web::Visit& visit, const CampaignDesk& desk);
web::Response show_new_reach_message(web::Visit& visit, const CampaignDesk& desk);
web::Response add_reach_message(web::Visit& visit, const CampaignDesk& desk);
web::Response show_reach(web::Visit& visit, const CampaignDesk& desk);
web::Response reach_file(web::Visit& visit, const CampaignDesk& desk);
web::Response show_change_reach_message(web::Visit& visit, const CampaignDesk& desk);
web::Response change_reach_message(web::Visit& visit, const CampaignDesk& desk);
web::Response take_reach_message_away(web::Visit& visit, const CampaignDesk& desk);
/// For those who may say so of the organisation: whoever runs campaigns, and who hands in its returns.
web::Response show_telling(web::Visit& visit, const CampaignDesk& desk);
web::Response save_telling(web::Visit& visit, const CampaignDesk& desk);
web::Response take_telling_back(web::Visit& visit, const CampaignDesk& desk);

}  // namespace kith::questionnaire
