#pragma once
// Rows of read_entry, in the log's own database. Private to this room.
#include "access/read_log.hpp"
#include "db/transaction.hpp"

#include <optional>
#include <span>

namespace kith::access {

/// An entry as it lies in the log.
struct ChainedRead {
    LoggedRead read;
    std::string previous_hash;
    std::string hash;
};

/// Hash of the chain before its first entry.
inline constexpr std::string_view chain_start = "0000000000000000000000000000000000000000000000000000000000000000";

/// The hash of `read` in the chain after `previous_hash`: BLAKE2b over every field with its length, so that no two entries read alike.
std::string hash_of(const LoggedRead& read, std::string_view previous_hash);

/// The entry as it lies in the chain: one hash in the place of more than few_records.
ReadEntry summarised(const ReadEntry& entry);

/// The log's tables where they are missing; an index that is missing is filled from what is there.
void create_read_table(db::Writer& writer);
/// The index: whose records entry `number` covered.
struct ReadRecords {
    std::int64_t number = 0;
    std::vector<std::string> staff_records;
};
void insert_read_records(db::Writer& writer, std::span<const ReadRecords> entries);
/// What the index holds of the entries `from` to `to`, in order of number.
std::vector<ReadRecords> read_records_between(db::Reader& reader, std::int64_t from, std::int64_t to);
/// True where `indexed` is what `entry`, as it lies in the chain, says it covered.
bool agrees(const ReadEntry& entry, std::vector<std::string> indexed);
/// The last entry's number and hash; 0 and chain_start where there is none.
ChainedRead last_read(db::Reader& reader);
void insert_reads(db::Writer& writer, std::span<const ChainedRead> reads);
std::vector<LoggedRead> list_reads(db::Reader& reader, const ReadLog::Filter& filter, int limit, int offset);
std::int64_t count_reads(db::Reader& reader, const ReadLog::Filter& filter);
/// The number of the last entry, from the beginning on, that was made before that moment; 0 where there is none.
std::int64_t last_before(db::Reader& reader, Instant before);
/// Deletes entries up to that number.
void delete_reads_to(db::Writer& writer, std::int64_t number);
/// The first entry there is; none where the log is empty.
std::optional<ChainedRead> first_read(db::Reader& reader);
/// Up to `limit` entries after `number`, in order.
std::vector<ChainedRead> reads_after(db::Reader& reader, std::int64_t number, int limit);

}  // namespace kith::access
