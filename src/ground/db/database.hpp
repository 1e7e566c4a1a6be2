#pragma once
// One database, SQLite or PostgreSQL, and its pool of connections. Statements run through a Reader or a Writer
// (transaction.hpp); nothing here knows a table.
#include "base/id.hpp"
#include "base/instant.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>

namespace kith::db {

class Connection;
class Pool;

enum class Engine { sqlite, postgresql };

/// Fills the span with bytes nobody can foresee; tests may give a seeded one.
using RandomBytes = std::function<void(std::span<unsigned char>)>;
/// Bytes of the system's cryptographic generator, by libsodium.
void secure_random(std::span<unsigned char> bytes);

/// PostgreSQL's advisory lock that makes one writer of many: "Kith" in letters. Writers under another number do not wait for these.
constexpr std::int64_t house_writer_lock = 0x4B697468;

struct Options {
    std::string url;                                 ///< "sqlite:PATH" or "postgresql://user@host:port/database"
    int readers = 8;                                 ///< connections at most, beside the writer's one
    std::chrono::milliseconds patience{30'000};      ///< how long to wait for the writer's turn or a free connection
    bool durable = true;                             ///< false: no fsync, for tests on throw-away files
    std::int64_t writer_lock = house_writer_lock;    ///< PostgreSQL: the writer's turn between programs. A log that has its own never waits
    bool must_exist = false;                         ///< SQLite: refuse to create the file
    RandomBytes random = secure_random;              ///< for salts and public ids
};

class Database {
public:
    /// Opens the database, making the file where there is none (SQLite). Throws DatabaseError: `lost` where it cannot be reached
    /// or is not a database; `other` for a URL that is neither form or a PostgreSQL database whose collation is not "C".
    static Database open(Options options);
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    Engine engine() const;
    const Options& options() const;
    /// SQLite: the path of the file; PostgreSQL: empty.
    std::string path() const;
    /// A new public id, from `now` and the database's source of random bytes; `order` (0 to 999) sorts ids of one second.
    PublicId make_public_id(Instant now, int order = 0) const;

private:
    friend class Reader;
    friend class Writer;
    friend Pool& pool_of(Database& database);
    explicit Database(std::unique_ptr<Pool> pool);
    std::unique_ptr<Pool> pool_;
};

/// One statement on a server, outside any transaction, as CREATE DATABASE wants it; for tests and set-up on PostgreSQL only.
void run_outside_transaction(const std::string& url, const std::string& statement);

}  // namespace kith::db
