#pragma once
// The public door to sharing agreements: functions that take a transaction and values. Who may make or end one is decided before.
#include "db/change_set.hpp"
#include "workforce/sharing_agreement.hpp"

#include <span>
#include <vector>

namespace kith::workforce {

const db::RegisterTable& sharing_agreement_table();

/// Adds it after its check; its id and public id are made here.
Result<SharingAgreement> add(db::ChangeSet& changes, SharingAgreement agreement, Instant now);
/// Ends it: `last_day` is the last on which it holds. A conflict where it has ended by then already.
Result<void> end_agreement(db::ChangeSet& changes, const SharingAgreement& agreement, Date last_day);

/// Agreements whose owner or partner lies within `reach`, the newest first.
std::vector<SharingAgreement> list_agreements(db::Reader& reader, const access::Reach& reach);
/// One of them by its public id; not found where none is within `reach`.
Result<SharingAgreement> find_agreement(db::Reader& reader, const access::Reach& reach, const PublicId& id);
/// What other organisations share with these on that day, in one statement; no statement where there are none.
std::vector<SharedRecords> shared_with(db::Reader& reader, std::span<const OrganisationId> organisations, Date day);

}  // namespace kith::workforce
