#pragma once
// How many of an organisation's staff in post report each thing that is asked of every record: the counts behind scorecards. Counts only,
// so that nobody's ethnicity or checks are told by them to someone who may not see the rows.
#include "base/date.hpp"
#include "workforce/staff_record.hpp"

#include <cstdint>
#include <map>

namespace kith::db {
class Reader;
}

namespace kith::workforce {

/// Staff in post on a day, and of them those whose record, or an engagement in force, reports each.
struct KnownCounts {
    std::int64_t in_post = 0;
    std::int64_t name = 0;
    std::int64_t birth_date = 0;
    std::int64_t role = 0;           ///< any role, in a list of the reporter's choosing
    std::int64_t fte = 0;            ///< FTE or contracted hours
    std::int64_t contract = 0;
    std::int64_t place = 0;          ///< setting or locality
    std::int64_t qualification = 0;  ///< at least one
    std::int64_t ethnicity = 0;
    std::int64_t checks = 0;         ///< at least one
    std::int64_t training = 0;       ///< at least one
    bool operator==(const KnownCounts&) const = default;
};

/// By organisation, those without staff in post left out. One statement over every current record: ask once a change set, not once a page.
std::map<OrganisationId, KnownCounts> known_counts(db::Reader& reader, Date on);

}  // namespace kith::workforce
