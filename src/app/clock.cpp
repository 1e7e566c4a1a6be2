#include "app/clock.hpp"

#include <chrono>
#include <cstdlib>

namespace kith::app {

Instant now()
{
    auto seconds = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
    const char* today = std::getenv("KITH_TODAY");
    if (today == nullptr) return Instant{seconds};
    auto date = Date::parse_iso(today);
    return date ? Instant{std::int64_t{date->days_since_epoch()} * 86400 + seconds % 86400} : Instant{seconds};
}

}  // namespace kith::app
