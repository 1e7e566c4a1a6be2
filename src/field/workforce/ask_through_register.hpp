#pragma once
// The public door to who manages whom: the manager that terms name by staff reference, where that record is held.
#include "db/transaction.hpp"
#include "workforce/sight.hpp"
#include "workforce/staff_record.hpp"

#include <span>
#include <string>
#include <unordered_map>

namespace kith::workforce {

/// Through whom somebody is asked for.
struct AskThrough {
    StaffRecordId id;
    PublicId public_id;
    OrganisationId organisation;
    std::string name;  ///< never empty: a manager without a name is none to ask for
};

/// The managers of `records` by the terms in force on `on`, with their names: those that the same organisation holds a record of and `whose` covers today. Of
/// several engagements the one that began last. One statement. Whoever shows a name puts it into the audit of reads.
std::unordered_map<StaffRecordId, AskThrough> managers_of(db::Reader& reader, const Whose& whose, std::span<const StaffRecordId> records, Date on, Date today);

}  // namespace kith::workforce
