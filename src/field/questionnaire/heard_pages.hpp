#pragma once
// Handlers for whoever is named to read what children write, and for anyone signed in whom questions wait for. Private to the room.
#include "questionnaire/campaign_desk.hpp"
#include "web/home.hpp"
#include "web/visit.hpp"

namespace kith::questionnaire {

web::Response list_words(web::Visit& visit, const CampaignDesk& desk);
web::Response read_words(web::Visit& visit, const CampaignDesk& desk);
web::Response finish_words(web::Visit& visit, const CampaignDesk& desk);
/// What waits for the viewer, for the home page.
std::vector<web::HomeItem> words_to_read(web::Visit& visit);

web::Response list_own_questions(web::Visit& visit, const CampaignDesk& desk);
web::Response answer_own(web::Visit& visit, const CampaignDesk& desk);
std::vector<web::HomeItem> questions_waiting(web::Visit& visit, const CampaignDesk& desk);

}  // namespace kith::questionnaire
