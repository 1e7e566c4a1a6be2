#include "web/session_touch.hpp"

#include "db/error.hpp"
#include "db/transaction.hpp"

namespace kith::web {

SessionTouches::SessionTouches(db::Database& database) : database_(&database), thread_([this] { work(); }) {}

SessionTouches::~SessionTouches()
{
    {
        std::lock_guard lock{mutex_};
        stopping_ = true;
    }
    changed_.notify_all();
}

void SessionTouches::note(access::SessionId session, Instant now)
{
    {
        std::lock_guard lock{mutex_};
        waiting_[session] = now;
    }
    changed_.notify_all();
}

void SessionTouches::settle()
{
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [this] { return waiting_.empty() && !writing_; });
}

void SessionTouches::work()
{
    std::unique_lock lock{mutex_};
    for (;;) {
        changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        auto used = std::move(waiting_);
        waiting_.clear();
        writing_ = true;
        lock.unlock();
        write(used);
        lock.lock();
        writing_ = false;
        changed_.notify_all();
    }
}

void SessionTouches::write(const std::map<access::SessionId, Instant>& used)
{
    try {
        db::Writer writer{*database_};
        for (const auto& [session, at] : used) access::touch(writer, session, at);
        writer.commit();
    } catch (const db::DatabaseError&) {
        // A session not written down may die of idleness too early; the page that used it has its own error to show where the database is gone.
    }
}

}  // namespace kith::web
