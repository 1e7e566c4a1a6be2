#pragma once
// Workshops, what they found of themes, and confirmations in the register. Each change is part of a change set.
#include "assessment/workshop.hpp"
#include "db/change_set.hpp"
#include "db/known_at.hpp"

#include <map>
#include <optional>
#include <string>

namespace kith::assessment {

const db::RegisterTable& workshop_table();
const db::RegisterTable& theme_finding_table();
const db::RegisterTable& position_confirmation_table();

std::optional<Workshop> workshop_of(db::Reader& reader, CampaignId campaign);
/// By theme, as they stood after the change set.
std::map<std::string, ThemeFinding> findings_of(db::Reader& reader, CampaignId campaign, std::int64_t change_set = db::as_it_stands);
std::optional<Confirmation> confirmation_of(db::Reader& reader, CampaignId campaign);

/// Keeps it in the place of what is held of the campaign, or of the campaign's theme. They have passed problems_of().
void keep(db::ChangeSet& changes, Workshop workshop, Instant now);
void keep(db::ChangeSet& changes, ThemeFinding finding, Instant now);
void confirm(db::ChangeSet& changes, const Confirmation& confirmation);
/// The reason is the change set's.
void withdraw(db::ChangeSet& changes, const Confirmation& confirmation);

}  // namespace kith::assessment
