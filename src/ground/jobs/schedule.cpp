#include "jobs/schedule.hpp"

#include "base/london.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace kith::jobs {

namespace {

/// The last moment, not after `now`, at which it was `time` in England.
Instant last_round(TimeOfDay time, Instant now)
{
    const auto today = now.date_in_london();
    const auto moment = in_london(today, time.hour, time.minute);
    return moment <= now ? moment : in_london(today.plus_days(-1), time.hour, time.minute);
}

}  // namespace

std::string TimeOfDay::in_words() const
{
    return fmt::format("{}:{:02}{}", hour % 12 == 0 ? 12 : hour % 12, minute, hour < 12 ? "am" : "pm");
}

bool Schedule::is_due(std::optional<Instant> last, Instant now) const
{
    if (!last) return true;
    if (daily_at) return *last < last_round(*daily_at, now);
    return last->seconds_until(now) >= every_seconds;
}

std::string Schedule::in_words() const
{
    if (daily_at) return "Daily at " + daily_at->in_words();
    if (every_seconds == 86400) return "Daily";
    if (every_seconds % 3600 == 0) return "Every " + (every_seconds == 3600 ? std::string{"hour"} : counted(every_seconds / 3600, "hour"));
    if (every_seconds % 60 == 0) return "Every " + (every_seconds == 60 ? std::string{"minute"} : counted(every_seconds / 60, "minute"));
    return "Every " + counted(every_seconds, "second");
}

}  // namespace kith::jobs
