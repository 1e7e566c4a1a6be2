#pragma once
// Campaigns in the register, and how many formal responses each asks of an organisation. Each change is part of a change set.
#include "db/change_set.hpp"
#include "questionnaire/campaign.hpp"

#include <map>
#include <optional>
#include <vector>

namespace kith::questionnaire {

const db::RegisterTable& campaign_table();
const db::RegisterTable& campaign_quota_table();

/// Newest first day first.
std::vector<Campaign> list_campaigns(db::Reader& reader);
std::optional<Campaign> find_campaign(db::Reader& reader, CampaignId id);
Result<Campaign> find_campaign(db::Reader& reader, const PublicId& id);

/// Gives it its ids. `campaign` has passed problems_of().
Campaign add(db::ChangeSet& changes, Campaign campaign, Instant now);
void replace(db::ChangeSet& changes, const Campaign& campaign);

/// How many formal responses are asked of each organisation.
using Quotas = std::map<access::OrganisationId, std::int64_t>;
Quotas quotas_of(db::Reader& reader, CampaignId campaign);
/// From now on these: those not named any more are ended. True where that changed anything.
bool set_quotas(db::ChangeSet& changes, CampaignId campaign, const Quotas& wanted);

/// The campaigns whose instrument's file is not there any more or is not what it was when they were opened, in words: a reason not to start.
std::vector<std::string> campaigns_without_instrument(db::Reader& reader, const Instruments& instruments);

}  // namespace kith::questionnaire
