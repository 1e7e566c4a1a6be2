#pragma once
// The workshop of a campaign as pages. Private to the room.
#include "assessment/campaign_stand_pages.hpp"
#include "ui/html.hpp"

#include <string>
#include <vector>

namespace kith::assessment {

/// The rainbow, filled to the agreed position and where none is agreed to the measured one, with last time's marked.
ui::Html rainbow_of(const CampaignStand& stand, const std::string& csv_href);
/// Each theme with where it is measured and agreed; names lead to their pages.
ui::Html themes_table(const CampaignStand& stand);
ui::Html workshop_details(const std::optional<Workshop>& workshop);
/// "Confirmed by ... on ...", or that it is not.
std::string confirmation_words(const std::optional<Confirmation>& confirmation);

ui::Html workshop_fields(const web::Form& form);
ui::Html confirmation_fields(const web::Form& form);
ui::Html withdrawal_fields(const web::Form& form);
/// `fixed`: a board has confirmed, so that the position and its reason stand.
ui::Html finding_fields(const web::Form& form, const CampaignStand& stand, const ThemeStand& theme, bool fixed);
/// What is agreed of one theme, to read.
ui::Html finding_view(const CampaignStand& stand, const ThemeStand& theme);

}  // namespace kith::assessment
