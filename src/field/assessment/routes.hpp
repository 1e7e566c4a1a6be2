#pragma once
// Assessment: its part of the route table, and what its pages are given by the house.
#include "questionnaire/campaign_desk.hpp"
#include "web/home.hpp"
#include "web/references.hpp"
#include "web/routes.hpp"

namespace kith::assessment {

/// What the pages of results are given by the house.
struct Sources {
    const questionnaire::CampaignDesk& desk;  ///< instruments, organisations and localities by name; lives as long as the table
};

void add_routes(web::Routes& routes, const Sources& sources);
/// Reports that are due and support to follow up, for those who run campaigns.
void add_home(web::Home& home);
/// How References to themes, gaps, priorities and recommendations, and evidence are followed.
void add_references(web::References& references, const Sources& sources);

}  // namespace kith::assessment
