#pragma once
// Rows of read_entry, in the log's own database. Private to this room.
#include "access/read_log.hpp"
#include "db/transaction.hpp"

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

void create_read_table(db::Writer& writer);
/// The last entry's number and hash; 0 and chain_start where there is none.
ChainedRead last_read(db::Reader& reader);
void insert_reads(db::Writer& writer, std::span<const ChainedRead> reads);
std::vector<LoggedRead> list_reads(db::Reader& reader, const ReadLog::Filter& filter, int limit, int offset);
std::int64_t count_reads(db::Reader& reader, const ReadLog::Filter& filter);
/// Up to `limit` entries after `number`, in order.
std::vector<ChainedRead> reads_after(db::Reader& reader, std::int64_t number, int limit);

}  // namespace kith::access
