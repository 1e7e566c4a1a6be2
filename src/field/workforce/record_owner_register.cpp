#include "workforce/record_owner_register.hpp"

namespace kith::workforce {

std::optional<access::OrganisationId> owner_of_record(db::Reader& reader, access::StaffRecordId record)
{
    const auto row = reader.one("SELECT organisation_id FROM staff_record WHERE id = $1 AND ended_by IS NULL", record);
    return row ? std::optional{row->get<access::OrganisationId>("organisation_id")} : std::nullopt;
}

}  // namespace kith::workforce
