#pragma once
// The one place where the program asks what time it is. Everything else is told.
#include "base/instant.hpp"

namespace kith::app {

/// Now, to the second. Where the environment variable KITH_TODAY holds a date ("2028-02-29"), the same time of day on that date:
/// for rehearsals and calendar tests, never for real use.
Instant now();

}  // namespace kith::app
