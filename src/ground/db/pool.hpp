#pragma once
// The connections of one database, and the writer's turn; private to db.
#include "db/connection.hpp"

#include <condition_variable>
#include <mutex>
#include <vector>

namespace kith::db {

class Pool {
public:
    explicit Pool(Options options);
    const Options& options() const { return options_; }
    Engine engine() const { return engine_; }
    /// A connection inside a transaction of `mode`; waits for a free one.
    std::unique_ptr<Connection> take(Mode mode);
    void give_back(std::unique_ptr<Connection> connection) noexcept;
    /// Closes idle connections: what they prepared is of before a migration.
    void forget_idle();
    std::timed_mutex& turn() { return turn_; }

private:
    std::unique_ptr<Connection> idle_or_new(Mode mode);
    std::unique_ptr<Connection> open() const;
    void leave() noexcept;

    Options options_;
    Engine engine_;
    std::mutex mutex_;
    std::condition_variable freed_;
    std::vector<std::unique_ptr<Connection>> idle_;
    int out_ = 0;
    std::timed_mutex turn_;
};

Pool& pool_of(Database& database);

}  // namespace kith::db
