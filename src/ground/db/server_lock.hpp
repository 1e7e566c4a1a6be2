#pragma once
// One server is active per database; others stand by and take over. Command-line verbs need no such lock: they are Writers.
#include "db/database.hpp"

#include <memory>
#include <optional>

namespace kith::db {

class ServerLock {
public:
    /// The lock, or none where another server, in this program or elsewhere, holds it. Never waits: ask again to stand by.
    /// SQLite: a lock on the file PATH.lock, which goes with the process however it ends. PostgreSQL: an advisory lock on a
    /// connection of its own.
    static std::optional<ServerLock> try_take(Database& database);
    ServerLock(ServerLock&&) noexcept;
    ServerLock& operator=(ServerLock&&) noexcept;
    ~ServerLock();
    /// False once PostgreSQL has dropped the connection: another server may have taken over, and this one must stop writing.
    bool is_held();

private:
    struct Held;
    explicit ServerLock(std::unique_ptr<Held> held);
    std::unique_ptr<Held> held_;
};

}  // namespace kith::db
