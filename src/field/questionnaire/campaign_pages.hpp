#pragma once
// Handlers for those who run campaigns: the list, preparing, opening, closing, links, formal responses. Private to the room.
#include "questionnaire/campaign.hpp"
#include "questionnaire/campaign_desk.hpp"
#include "questionnaire/campaign_link.hpp"
#include "web/visit.hpp"

namespace kith::questionnaire {

web::Response list_all_campaigns(web::Visit& visit, const CampaignDesk& desk);
web::Response show_new_campaign(web::Visit& visit, const CampaignDesk& desk);
web::Response add_campaign(web::Visit& visit, const CampaignDesk& desk);
web::Response show_campaign(web::Visit& visit, const CampaignDesk& desk);
web::Response rates_file(web::Visit& visit, const CampaignDesk& desk);
web::Response show_change_campaign(web::Visit& visit, const CampaignDesk& desk);
web::Response change_campaign(web::Visit& visit, const CampaignDesk& desk);
web::Response open_campaign(web::Visit& visit, const CampaignDesk& desk);
web::Response show_close_campaign(web::Visit& visit, const CampaignDesk& desk);
web::Response close_campaign(web::Visit& visit, const CampaignDesk& desk);
web::Response show_quotas(web::Visit& visit, const CampaignDesk& desk);
web::Response save_quotas(web::Visit& visit, const CampaignDesk& desk);

// campaign_link_pages.cpp
web::Response show_new_links(web::Visit& visit, const CampaignDesk& desk);
web::Response make_links(web::Visit& visit, const CampaignDesk& desk);
web::Response show_link(web::Visit& visit, const CampaignDesk& desk);
web::Response print_link(web::Visit& visit, const CampaignDesk& desk);
web::Response remind(web::Visit& visit, const CampaignDesk& desk);
web::Response withdraw(web::Visit& visit, const CampaignDesk& desk);
web::Response enter_for_others(web::Visit& visit, const CampaignDesk& desk);

// answer_file_pages.cpp
web::Response show_answer_file(web::Visit& visit, const CampaignDesk& desk);
web::Response answer_file_to_fill_in(web::Visit& visit, const CampaignDesk& desk);
web::Response check_answer_file(web::Visit& visit, const CampaignDesk& desk);
web::Response take_answer_file(web::Visit& visit, const CampaignDesk& desk);

/// The campaign in the path, or not found.
Result<Campaign> campaign_in_path(web::Visit& visit);
/// The same where answers that others gave may be entered today, or a conflict.
Result<Campaign> taking_campaign_in_path(web::Visit& visit);
/// The link in the path, of that campaign, or not found.
Result<CampaignLink> link_in_path(web::Visit& visit, const Campaign& campaign);
/// Organisations within reach, and all localities.
struct Names names_for(web::Visit& visit, const CampaignDesk& desk, const access::Reach& reach);

}  // namespace kith::questionnaire
