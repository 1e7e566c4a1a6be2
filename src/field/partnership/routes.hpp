#pragma once
// This room's part of the route table, and what it asks of rooms above it, which `app` fills in.
#include "base/quantity.hpp"
#include "packs/packs.hpp"
#include "partnership/organisation.hpp"
#include "web/routes.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

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

/// What rooms above this one know. Left empty, the pages do without.
struct Sources {
    std::shared_ptr<const packs::Packs> packs;
    std::function<std::unordered_map<OrganisationId, Recorded>(db::Reader&, Date today)> recorded;
    /// Nothing where the viewer may not see figures of the organisation.
    std::function<std::optional<StaffCount>(web::Visit&, const Organisation&)> staff;
    std::function<std::optional<LastReturn>(web::Visit&, OrganisationId)> last_return;
};

void add_routes(web::Routes& routes, Sources sources);

}  // namespace kith::partnership
