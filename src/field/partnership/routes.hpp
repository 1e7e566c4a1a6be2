#pragma once
// This room's part of the route table, and what it asks of rooms above it, which `app` fills in.
#include "base/quantity.hpp"
#include "packs/packs.hpp"
#include "partnership/organisation.hpp"
#include "partnership/team.hpp"
#include "web/routes.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace kith::db {
class Reader;
}

namespace kith::partnership {

/// What an organisation has recorded of its staff.
struct Recorded {
    std::int64_t records = 0;  ///< staff records ever reported and still held; none: it has not handed in
    std::int64_t in_post = 0;  ///< people with an engagement in force today: what expected staff are held against
    std::optional<Instant> last_at;  ///< when its records last changed
};

/// A headcount for those entitled to it.
struct StaffCount {
    std::int64_t people = 0;
    Fte fte;
    std::string href;  ///< the figures page, narrowed to the organisation
};

/// A line about an organisation's newest return, for those who may see returns.
struct LastReturn {
    std::string words;  ///< "Accepted on 3 October 2026"
    std::string href;
};

/// A member of staff as this viewer may see them.
struct StaffName {
    std::string name;
    std::string job;   ///< what they do today; empty where nothing is known
    std::string href;  ///< the record's page
};

/// What rooms above this one know. Left empty, the pages do without.
struct Sources {
    std::shared_ptr<const packs::Packs> packs;
    std::function<std::unordered_map<OrganisationId, Recorded>(db::Reader&, Date today)> recorded;
    /// Nothing where the viewer may not see figures of the organisation.
    std::function<std::optional<StaffCount>(web::Visit&, const Organisation&)> staff;
    std::function<std::optional<LastReturn>(web::Visit&, OrganisationId)> last_return;
    /// Those of the records that the viewer may see; whoever answers puts them into the audit of reads first.
    std::function<std::unordered_map<access::StaffRecordId, StaffName>(web::Visit&, const std::vector<access::StaffRecordId>&)> staff_names;
    /// The record of that organisation's own reference, whoever asks.
    std::function<std::optional<access::StaffRecordId>(db::Reader&, OrganisationId, std::string_view reference)> find_staff;
    /// Who made a change; nothing where the account is not known.
    std::function<std::optional<std::string>(db::Reader&, std::int64_t account)> account_name;
    /// Register tables of those rooms whose changes by hand stand, and are undone, under "Changes made by hand" too: nothing else takes them back.
    std::vector<std::string> changed_by_hand;
};

void add_routes(web::Routes& routes, Sources sources);

}  // namespace kith::partnership
