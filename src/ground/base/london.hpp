#pragma once
// From the clocks of Europe/London to moments; instant.hpp goes the other way.
#include "base/instant.hpp"

namespace kith {

/// The moment at which clocks in Europe/London show `hour`:`minute` on `day`: the earlier where they show it twice, and where they skip
/// it the moment at which they do.
Instant in_london(Date day, int hour = 0, int minute = 0);

}  // namespace kith
