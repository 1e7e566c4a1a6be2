#pragma once
// Writes down that sessions are in use, off the page's path: a page must not wait for the one writer to stay signed in.
#include "access/session.hpp"
#include "base/instant.hpp"

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace kith::web {

class SessionTouches {
public:
    explicit SessionTouches(db::Database& database);
    ~SessionTouches();  ///< writes what waits
    SessionTouches(const SessionTouches&) = delete;
    SessionTouches& operator=(const SessionTouches&) = delete;

    void note(access::SessionId session, Instant now);
    /// Waits until all that was noted is written.
    void settle();

private:
    void work();
    void write(const std::map<access::SessionId, Instant>& used);

    db::Database* database_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::map<access::SessionId, Instant> waiting_;
    bool writing_ = false;
    bool stopping_ = false;
    std::jthread thread_;
};

}  // namespace kith::web
