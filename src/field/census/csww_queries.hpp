#pragma once
// What the social work census asks of a worker: which findings a person can answer, and what makes two of them the same question. An answer stands
// for one census day, worker and start, while the elements that the rule looks at stay as they are.
#include "census/csww_rules.hpp"
#include "workforce/staff_register.hpp"

namespace kith::census {

/// Gives each finding about something that the register holds its query, keyed where the house has a key; and of whom it asks and which held values it looks at, so that a later return which
/// changes one of them closes it. `view` and `numbers` must outlive it.
CswwAsks census_queries(const workforce::RegisterView& view, Date census_day, const workforce::NumberKeeper& numbers);

}  // namespace kith::census
