#pragma once
// Evidence in the register. Each change is part of a change set.
#include "assessment/evidence.hpp"
#include "db/change_set.hpp"

namespace kith::assessment {

const db::RegisterTable& evidence_table();

/// Of a campaign, in the order in which it was added, confidential ones among them.
std::vector<Evidence> evidence_of(db::Reader& reader, CampaignId campaign);
kith::Result<Evidence> find_evidence(db::Reader& reader, CampaignId campaign, const PublicId& id);
/// Of any campaign, as it stood after the change set (db/known_at.hpp).
std::optional<Evidence> evidence_on(db::Reader& reader, const PublicId& id, std::int64_t change_set);

/// Gives it its ids. It has passed problems_of().
Evidence add(db::ChangeSet& changes, Evidence evidence, Instant now);
void replace(db::ChangeSet& changes, const Evidence& evidence);
void take_away(db::ChangeSet& changes, const Evidence& evidence);

}  // namespace kith::assessment
