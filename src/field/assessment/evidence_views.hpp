#pragma once
// Evidence as pages. Private to the room.
#include "assessment/campaign_stand_pages.hpp"
#include "assessment/evidence.hpp"
#include "ui/html.hpp"

namespace kith::assessment {

/// One piece in lines: what it shows, on what it rests.
ui::Html evidence_view(const Evidence& evidence);
/// By theme, in the order of the instrument. With links to change them where `may_change`.
ui::Html evidence_by_theme(const CampaignStand& stand, const std::vector<Evidence>& all, bool may_change);
/// That of one theme, each piece under a heading of that level; empty where there is none.
ui::Html evidence_on(const questionnaire::Campaign& campaign, const std::vector<Evidence>& all, std::string_view theme, int heading_level, bool may_change);
ui::Html evidence_fields(const web::Form& form, const CampaignStand& stand);

}  // namespace kith::assessment
