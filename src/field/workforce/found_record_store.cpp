// One record or all ids of an organisation, for rooms that keep records up by hand.
#include "workforce/staff_register.hpp"
#include "workforce/sight.hpp"
#include "workforce/staff_store.hpp"

#include <algorithm>

namespace kith::workforce {

Result<FoundRecord> find_record_within(db::Reader& reader, const access::Reach& reach, const PublicId& id, Date today)
{
    auto full = find_full_record(reader, Whose{reach}, id, today);
    if (!full) return std::unexpected(full.error());
    FoundRecord found{.organisation = full->organisation, .public_id = full->public_id,
                      .held = {.id = full->id, .record = std::move(full->record), .engagements = std::move(full->engagements), .facts = std::move(full->facts)}};
    std::ranges::reverse(found.held.engagements);
    return found;
}

std::unordered_map<StaffRecordId, PublicId> public_ids_of(db::Reader& reader, OrganisationId organisation)
{
    std::unordered_map<StaffRecordId, PublicId> ids;
    reader.each("SELECT id, public_id FROM staff_record WHERE ended_by IS NULL AND organisation_id = $1",
                [&ids](const db::Row& row) { ids.emplace(row.get<StaffRecordId>("id"), row.get<PublicId>("public_id")); }, organisation);
    return ids;
}

}  // namespace kith::workforce
