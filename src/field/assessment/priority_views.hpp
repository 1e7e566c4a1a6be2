#pragma once
// Priorities and support as pages. Private to the room.
#include "assessment/campaign_stand_pages.hpp"
#include "assessment/priority.hpp"
#include "ui/html.hpp"

namespace kith::assessment {

/// In their order, each with its theme and why; names lead to their pages. Empty where there are none of the kind.
ui::Html priorities_list(const CampaignStand& stand, const std::vector<Priority>& all, PriorityKind kind);
/// Support of one priority where one is given, else all.
ui::Html support_table_of(const questionnaire::Campaign& campaign, const std::vector<Support>& all, const std::vector<Priority>& priorities, Date today, const Priority* only = nullptr);
ui::Html priority_fields(const web::Form& form, const CampaignStand& stand);
ui::Html support_fields(const web::Form& form, const std::vector<Priority>& priorities);
ui::Html sending_fields(const web::Form& form);

}  // namespace kith::assessment
