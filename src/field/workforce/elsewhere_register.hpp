#pragma once
// The public door to what other organisations hold under the same National Insurance numbers: asked by blind index, answered without saying whose.
// For rules alone: nothing of the answer is shown as it is.
#include "db/transaction.hpp"
#include "workforce/held_elsewhere.hpp"

#include <map>
#include <vector>

namespace kith::workforce {

/// Who is held under each of these blind indexes (NumberKeeper::blind_index) by organisations other than `asking`. One statement where nobody else
/// holds any number; else one for each 500 indexes, and four for each thousand records found. What two indexes tell apart, one answer does.
std::map<db::Bytes, std::vector<HeldElsewhere>> held_elsewhere(db::Reader& reader, OrganisationId asking, const std::vector<db::Bytes>& indexes);

}  // namespace kith::workforce
