#include "db/server_lock.hpp"

#include "db/connection.hpp"
#include "db/error.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace kith::db {

struct ServerLock::Held {
    int file = -1;
    std::unique_ptr<Connection> connection;
    Held() = default;
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;
    ~Held()
    {
        if (file >= 0) close(file);
    }
};

ServerLock::ServerLock(std::unique_ptr<Held> held) : held_(std::move(held)) {}
ServerLock::ServerLock(ServerLock&&) noexcept = default;
ServerLock& ServerLock::operator=(ServerLock&&) noexcept = default;
ServerLock::~ServerLock() = default;

namespace {

bool lock_file(int& file, const std::string& path)
{
    file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) throw DatabaseError(Failure::lost, "the lock file " + path + " cannot be opened");
    while (flock(file, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EINTR) return false;
    }
    return true;
}

bool lock_session(Connection& connection)
{
    bool taken = false;
    connection.run("SELECT pg_try_advisory_lock(1265202284) AS taken", {}, [&](const Row& row) { taken = row.get<bool>("taken"); });
    return taken;
}

}  // namespace

std::optional<ServerLock> ServerLock::try_take(Database& database)
{
    auto held = std::make_unique<Held>();
    bool taken = false;
    if (database.engine() == Engine::sqlite) {
        taken = lock_file(held->file, database.path() + ".lock");
    } else {
        held->connection = open_postgresql(database.options());
        taken = lock_session(*held->connection);
    }
    if (!taken) return std::nullopt;
    return ServerLock{std::move(held)};
}

bool ServerLock::is_held()
{
    if (!held_->connection) return held_->file >= 0;
    try {
        held_->connection->run("SELECT 1", {}, {});
        return true;
    } catch (const DatabaseError&) {
        return false;
    }
}

}  // namespace kith::db
