#include "base/london.hpp"

#include <date/tz.h>

namespace kith {

Instant in_london(Date day, int hour, int minute)
{
    static const date::time_zone* zone = date::locate_zone("Europe/London");
    const std::chrono::seconds local{std::int64_t{day.days_since_epoch()} * 86400 + hour * 3600 + minute * 60};
    return Instant{zone->to_sys(date::local_seconds{local}, date::choose::earliest).time_since_epoch().count()};
}

}  // namespace kith
