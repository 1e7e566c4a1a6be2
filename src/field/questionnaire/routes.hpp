#pragma once
// Campaigns: their part of the route table, what they tell the home page, and the mails they write.
#include "questionnaire/campaign_desk.hpp"
#include "web/home.hpp"
#include "web/routes.hpp"

namespace kith::questionnaire {

/// `desk` must live as long as the table.
void add_routes(web::Routes& routes, const CampaignDesk& desk);
/// Questions that wait for whoever is signed in, and what children wrote for whoever is named to read it.
void add_home(web::Home& home, const CampaignDesk& desk);

}  // namespace kith::questionnaire
