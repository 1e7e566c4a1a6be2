#pragma once
// Handlers for whoever has a link: the first page, the parts, the answers to check, sending, coming back with a code. Private to the room.
#include "questionnaire/campaign_desk.hpp"
#include "web/visit.hpp"

namespace kith::questionnaire {

web::Response show_first_page(web::Visit& visit, const CampaignDesk& desk);
web::Response begin(web::Visit& visit, const CampaignDesk& desk);
web::Response go_on(web::Visit& visit, const CampaignDesk& desk);
web::Response show_part(web::Visit& visit, const CampaignDesk& desk);
web::Response save_part(web::Visit& visit, const CampaignDesk& desk);
web::Response show_check(web::Visit& visit, const CampaignDesk& desk);
web::Response send_answers(web::Visit& visit, const CampaignDesk& desk);
web::Response show_thanks(web::Visit& visit, const CampaignDesk& desk);
web::Response show_come_back(web::Visit& visit, const CampaignDesk& desk);
web::Response come_back(web::Visit& visit, const CampaignDesk& desk);

}  // namespace kith::questionnaire
