#pragma once
// Proof of reach in the register. Each change is part of a change set.
#include "db/change_set.hpp"
#include "questionnaire/reach.hpp"

#include <map>
#include <vector>

namespace kith::questionnaire {

const db::RegisterTable& reach_message_table();
const db::RegisterTable& reach_telling_table();

/// The latest due first.
std::vector<ReachMessage> reach_messages(db::Reader& reader);
Result<ReachMessage> find_reach_message(db::Reader& reader, const PublicId& id);
/// Keeps it: a new one where it has no id yet. It has passed problems_of().
ReachMessage keep(db::ChangeSet& changes, ReachMessage message, Instant now);
/// With all that organisations said of it.
void take_away(db::ChangeSet& changes, const ReachMessage& message);

using Tellings = std::map<access::OrganisationId, Telling>;
Tellings tellings_of(db::Reader& reader, ReachMessageId message);
/// In the place of what the organisation said before. It has passed problems_of().
void keep(db::ChangeSet& changes, const Telling& telling);
void take_back(db::ChangeSet& changes, const Telling& telling);

}  // namespace kith::questionnaire
