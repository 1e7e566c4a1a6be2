#pragma once
// Assessment: its part of the route table, and what its pages are given by the house.
#include "questionnaire/campaign_desk.hpp"
#include "web/home.hpp"
#include "web/references.hpp"
#include "web/routes.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kith::assessment {

/// What the pages of results are given by the house.
struct Sources {
    const questionnaire::CampaignDesk& desk;  ///< instruments, organisations and localities by name; lives as long as the table
};

void add_routes(web::Routes& routes, const Sources& sources);

/// Where a theme of a campaign stands, from 1 to 5: agreed in its workshop, else by the answers; and last time.
struct ThemePosition {
    std::string theme, name;
    std::optional<double> position, before;
    bool is_agreed = false;
    std::int64_t answers = 0;
};
struct CampaignPositions {
    std::string id, name, href, before_name;  ///< `before_name`: of the campaign it is set beside; empty where it is set beside none
    Date closed;
    std::vector<ThemePosition> themes;
};
/// Of the newest campaign with a result that was closed by that day; none where there is none that the viewer may see.
std::optional<CampaignPositions> newest_positions(web::Visit& visit, const Sources& sources, Date as_of);

/// Reports that are due and support to follow up, for those who run campaigns.
void add_home(web::Home& home);
/// How References to themes, gaps, priorities and recommendations, and evidence are followed.
void add_references(web::References& references, const Sources& sources);

}  // namespace kith::assessment
