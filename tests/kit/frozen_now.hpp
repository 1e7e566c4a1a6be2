#pragma once
// The moment at which tests stand still.
#include "base/instant.hpp"

#include <cstdlib>

namespace kith::kit {

/// The moment at which the whole suite stands: a Wednesday in term time. The calendar runs set KITH_TEST_NOW.
inline Instant frozen_now()
{
    const char* given = std::getenv("KITH_TEST_NOW");
    return Instant::parse(given != nullptr ? given : "2026-11-18T10:30:00Z").value();
}

}  // namespace kith::kit
