#pragma once
// The audit of reads: who looked at what, when, chained so that a changed or missing line shows. A log of its own (its own SQLite file,
// or its own table and lock on PostgreSQL), so that a long write elsewhere never holds up a page. Holds keys, never names.
#include "access/ids.hpp"
#include "base/instant.hpp"
#include "db/verify.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace kith::db {
class Database;
}  // namespace kith::db

namespace kith::access {

enum class ReadKind { page, export_file, search, count, api };
std::string_view name_of(ReadKind kind);

/// Up to so many records are named in the entry itself; all are in the index that finds them.
constexpr std::size_t few_records = 50;

/// One act of reading.
struct ReadEntry {
    AccountId account;
    Instant at;
    ReadKind kind = ReadKind::page;
    std::string route;                           ///< its pattern: "/staff/{record}", never the path itself
    std::vector<OrganisationId> organisations;   ///< whose records it covered
    std::vector<std::string> staff_records;      ///< the public ids of all it covered, a thousand or ten thousand in an export; when it is
                                                 ///< read back one hash stands for more than few_records, and the filter finds each
    std::int64_t count = 0;                      ///< how many records it covered
    std::string purpose;                         ///< why, where the page asked; fixed words, not free text
};

/// An entry with its place in the chain.
struct LoggedRead {
    std::int64_t number = 0;
    ReadEntry entry;
};

/// The log cannot take the entry: what was to be shown must not be shown.
class ReadNotRecorded : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

class ReadLog {
public:
    struct Options {
        std::size_t queue_limit = 4096;             ///< entries waiting; beyond it record() waits its turn
        std::chrono::milliseconds patience{2000};   ///< how long record() waits before it throws ReadNotRecorded
    };

    /// `database` is the log's own file, or on PostgreSQL the house's; the table is made where it is missing. Starts the writing thread.
    explicit ReadLog(db::Database& database);
    ReadLog(db::Database& database, Options options);
    ~ReadLog();  ///< writes what waits, then stops
    ReadLog(const ReadLog&) = delete;
    ReadLog& operator=(const ReadLog&) = delete;

    /// Takes the entry into the queue; it is on disk within some milliseconds, together with its neighbours. Call it before the page is
    /// sent. Throws ReadNotRecorded where the log is full or broken: the page then shows an error instead.
    void record(ReadEntry entry);
    /// The same, and waits until the entry is on disk: for exports, which leave the house.
    void record_at_once(ReadEntry entry);
    /// Waits until all that was recorded so far is on disk.
    void flush();

    struct Filter {
        AccountId account{};                       ///< unset = everyone
        std::string staff_record{};                ///< public id; empty = any
        std::optional<Instant> from{};
        std::optional<Instant> before{};
    };
    /// Newest first.
    std::vector<LoggedRead> list(const Filter& filter, int limit, int offset);
    std::int64_t count(const Filter& filter);

    /// Deletes the entries from the beginning up to the first that is not before `before`, and puts an entry on the end that says up to
    /// which number; answers how many. By it verify() knows that the beginning was deleted by rule and not cut off.
    std::int64_t forget_before(Instant before, Instant now);

    struct Verified {
        bool whole = true;
        std::int64_t entries = 0;
        std::int64_t forgotten = 0;    ///< entries before the first, deleted by a retention rule
        std::int64_t first_fault = 0;  ///< number of the entry where the chain breaks; 0 where it is whole
        std::string words;             ///< "4,211 entries, none changed or missing"
        db::ChainHead head;            ///< number and hash of the last entry: kept elsewhere, it shows a log cut short
    };
    /// Reads the whole chain. `expected`: a head noted earlier, which must still be in the log or have been deleted by a retention rule.
    Verified verify(const std::optional<db::ChainHead>& expected = {});

private:
    class Works;
    std::unique_ptr<Works> works_;
};

}  // namespace kith::access
