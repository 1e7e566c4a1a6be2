#pragma once
// Priorities, support and the sending of reports in the register. Each change is part of a change set.
#include "assessment/priority.hpp"
#include "db/change_set.hpp"

namespace kith::assessment {

const db::RegisterTable& campaign_priority_table();
const db::RegisterTable& support_table();
const db::RegisterTable& report_sending_table();

/// Of a campaign, in their order.
std::vector<Priority> priorities_of(db::Reader& reader, CampaignId campaign);
kith::Result<Priority> find_priority(db::Reader& reader, CampaignId campaign, const PublicId& id);
/// Of any campaign, as it stood after the change set (db/known_at.hpp).
std::optional<Priority> priority_on(db::Reader& reader, const PublicId& id, std::int64_t change_set);
/// By the key under which other rows know it; none where it was taken away.
std::optional<Priority> find_priority(db::Reader& reader, PriorityId id);
/// Keeps it: a new one where it has no id yet. It has passed problems_of().
Priority keep(db::ChangeSet& changes, Priority priority, Instant now);
/// With who had it; support that was asked for it stays, for the whole.
void take_away(db::ChangeSet& changes, const Priority& priority);

/// Of a campaign, the earliest wanted first.
std::vector<Support> support_of(db::Reader& reader, CampaignId campaign);
kith::Result<Support> find_support(db::Reader& reader, CampaignId campaign, const PublicId& id);
Support keep(db::ChangeSet& changes, Support support, Instant now);
void take_away(db::ChangeSet& changes, const Support& support);
/// Of all campaigns: asked or promised, and wanted before this day.
std::vector<Support> support_overdue(db::Reader& reader, Date today);

std::optional<ReportSending> sending_of(db::Reader& reader, CampaignId campaign);
/// In the place of what was kept of the campaign.
void keep(db::ChangeSet& changes, const ReportSending& sending);

}  // namespace kith::assessment
