#pragma once
// The sessions of the running house: who holds a token now, with their use kept in memory and written down in batches, so that showing
// a page never waits for the writer.
#include "access/session.hpp"

#include <map>
#include <mutex>

namespace kith::access {

class Sessions {
public:
    Sessions(db::Database& database, SessionLimits limits);
    /// Writes down what use is still in memory; a failure is left, since it only shortens idleness.
    ~Sessions();
    Sessions(const Sessions&) = delete;
    Sessions& operator=(const Sessions&) = delete;

    /// Whoever holds `token` now, and notes the use; nobody (a viewer who is not signed in) where it is unknown or has run out.
    Viewer viewer_of(db::Reader& reader, std::string_view token, Instant now);
    /// The same with the session.
    std::optional<Visitor> visitor_of(db::Reader& reader, std::string_view token, Instant now);
    /// Writes down the uses kept in memory. To be called every half minute or so, away from pages.
    void write_down();
    const SessionLimits& limits() const { return limits_; }

private:
    db::Database& database_;
    SessionLimits limits_;
    std::mutex mutex_;
    std::map<SessionId, Instant> used_;  ///< uses not yet written down
};

}  // namespace kith::access
