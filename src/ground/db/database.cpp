#include "db/database.hpp"

#include "base/text.hpp"
#include "db/error.hpp"
#include "db/pool.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <utility>

namespace kith::db {
namespace {

Engine engine_named_by(const std::string& url)
{
    if (url.starts_with("sqlite:")) return Engine::sqlite;
    if (url.starts_with("postgresql://") || url.starts_with("postgres://")) return Engine::postgresql;
    throw DatabaseError(Failure::other, "a database URL starts with \"sqlite:\" or \"postgresql://\"");
}

}  // namespace

void secure_random(std::span<unsigned char> bytes)
{
    if (sodium_init() < 0) throw DatabaseError(Failure::other, "libsodium cannot be initialised");
    randombytes_buf(bytes.data(), bytes.size());
}

void check_text(std::string_view text)
{
    if (text.find('\0') != text.npos || !is_utf8(text)) throw DatabaseError(Failure::other, "text for the database is not UTF-8 without NUL");
}

Pool::Pool(Options options) : options_(std::move(options)), engine_(engine_named_by(options_.url))
{
    idle_.push_back(open());
}

std::unique_ptr<Connection> Pool::open() const
{
    return engine_ == Engine::sqlite ? open_sqlite(options_) : open_postgresql(options_);
}

/// The writer never waits for readers: its one connection comes on top of theirs.
std::unique_ptr<Connection> Pool::idle_or_new(Mode mode)
{
    std::unique_lock lock{mutex_};
    if (mode == Mode::read && !freed_.wait_for(lock, options_.patience, [this] { return out_ < options_.readers; })) {
        throw DatabaseError(Failure::busy, "every database connection is in use");
    }
    ++out_;
    if (!idle_.empty()) {
        auto connection = std::move(idle_.back());
        idle_.pop_back();
        return connection;
    }
    return nullptr;
}

void Pool::leave() noexcept
{
    {
        std::lock_guard lock{mutex_};
        --out_;
    }
    freed_.notify_one();
}

std::unique_ptr<Connection> Pool::take(Mode mode)
{
    auto connection = idle_or_new(mode);
    try {
        if (connection) {
            try {
                connection->begin(mode);
                return connection;
            } catch (const DatabaseError& error) {
                // An idle connection may have died with its server; a new one may do. Anything else is the caller's to hear.
                if (error.kind() != Failure::lost) throw;
            }
        }
        connection = open();
        connection->begin(mode);
        return connection;
    } catch (...) {
        leave();
        throw;
    }
}

void Pool::give_back(std::unique_ptr<Connection> connection) noexcept
{
    if (connection && connection->is_usable()) {
        std::lock_guard lock{mutex_};
        idle_.push_back(std::move(connection));
    }
    leave();
}

void Pool::forget_idle()
{
    std::lock_guard lock{mutex_};
    idle_.clear();
}

Pool& pool_of(Database& database)
{
    return *database.pool_;
}

Database::Database(std::unique_ptr<Pool> pool) : pool_(std::move(pool)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Database Database::open(Options options)
{
    return Database{std::make_unique<Pool>(std::move(options))};
}

Engine Database::engine() const
{
    return pool_->engine();
}

const Options& Database::options() const
{
    return pool_->options();
}

std::string Database::path() const
{
    return engine() == Engine::sqlite ? options().url.substr(7) : std::string{};
}

PublicId Database::make_public_id(Instant now, int order) const
{
    std::array<std::uint8_t, 10> random{};
    options().random(random);
    return PublicId::make(now, order, random);
}

}  // namespace kith::db
