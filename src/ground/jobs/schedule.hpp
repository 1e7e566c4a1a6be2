#pragma once
// Work that comes round: every so often, or daily at a time of day in England. Registered with the queue before it starts; since only
// the server that holds the database's lock runs a queue, each round runs once.
#include "jobs/job.hpp"

#include <functional>
#include <optional>

namespace kith::db {
class Reader;
}

namespace kith::jobs {

/// A time of day in England: 6:30 in the morning is {6, 30}.
struct TimeOfDay {
    int hour = 0;
    int minute = 0;
    std::string in_words() const;  ///< "6:30am"
};

/// When a job without an asker is due again. A round that was missed while no server ran is caught up once, when one starts.
struct Schedule {
    NewJob job;                          ///< its kind names the schedule: one schedule a kind
    std::int64_t every_seconds = 86400;  ///< after it was last queued; not asked where `daily_at` is given
    std::optional<TimeOfDay> daily_at = {};
    /// Asked when a round is due, so that rounds with nothing to do leave no trace in the list of jobs; empty: always. Must be quick.
    std::function<bool(db::Reader&, Instant now)> wanted = {};

    /// True where a round is due at `now`, `last` being when one was last queued.
    bool is_due(std::optional<Instant> last, Instant now) const;
    /// "Daily at 6:30am", "Every hour".
    std::string in_words() const;
};

/// A schedule with when a round was last queued.
struct Round {
    std::string kind;
    std::string title;
    std::string when;  ///< in words
    std::optional<Instant> last;
};

}  // namespace kith::jobs
