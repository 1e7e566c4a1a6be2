#pragma once
// Whose a staff record is.
#include "access/ids.hpp"
#include "db/transaction.hpp"

#include <optional>

namespace kith::workforce {

/// The organisation that owns the current record of that id; nothing where there is none.
std::optional<access::OrganisationId> owner_of_record(db::Reader& reader, access::StaffRecordId record);

}  // namespace kith::workforce
