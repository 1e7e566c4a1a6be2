#include "access/read_log_store.hpp"

#include "access/token.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace kith::access {

namespace {

std::string ids_text(const std::vector<OrganisationId>& ids)
{
    std::string text;
    for (auto id : ids) text += fmt::format("{}{}", text.empty() ? "" : " ", id.value());
    return text;
}

std::vector<OrganisationId> ids_of(const std::string& text)
{
    std::vector<OrganisationId> ids;
    for (auto part : split(text, ' ')) {
        std::int64_t id = 0;
        if (std::from_chars(part.data(), part.data() + part.size(), id).ec == std::errc{} && id != 0) ids.emplace_back(id);
    }
    return ids;
}

std::vector<std::string> words_of(const std::string& text)
{
    std::vector<std::string> words;
    for (auto part : split(text, ' ')) {
        if (!part.empty()) words.emplace_back(part);
    }
    return words;
}

ReadKind kind_named(std::string_view name)
{
    for (auto kind : {ReadKind::page, ReadKind::export_file, ReadKind::search, ReadKind::count, ReadKind::api}) {
        if (name_of(kind) == name) return kind;
    }
    return ReadKind::page;
}

LoggedRead read_of(const db::Row& row)
{
    LoggedRead read;
    read.number = row.get<std::int64_t>("number");
    read.entry = {.account = row.get<AccountId>("account_id"),
                  .at = row.get<Instant>("at"),
                  .kind = kind_named(row.get<std::string>("kind")),
                  .route = row.get<std::string>("route"),
                  .organisations = ids_of(row.get<std::string>("organisations")),
                  .staff_records = words_of(row.get<std::string>("staff_records")),
                  .count = row.get<std::int64_t>("covered"),
                  .purpose = row.get<std::string>("purpose")};
    return read;
}

/// The filter as a condition with its arguments, from $1 on.
struct Condition {
    std::string sql = "1 = 1";
    std::vector<db::Argument> arguments;
    void add(std::string_view condition, db::Argument argument, std::string_view rest = "")
    {
        arguments.push_back(std::move(argument));
        sql += fmt::format(" AND {} ${}{}", condition, arguments.size(), rest);
    }
};

Condition condition_of(const ReadLog::Filter& filter)
{
    Condition condition;
    if (filter.account.is_set()) condition.add("account_id =", filter.account);
    if (!filter.staff_record.empty()) condition.add("number IN (SELECT number FROM read_record WHERE staff_record =", filter.staff_record, ")");
    if (filter.from) condition.add("at >=", *filter.from);
    if (filter.before) condition.add("at <", *filter.before);
    return condition;
}

/// Stands before the hash that stands for many records.
const std::string summary_mark = "hash:";

std::vector<std::string> each_once(std::vector<std::string> records)
{
    std::ranges::sort(records);
    const auto rest = std::ranges::unique(records);
    records.erase(rest.begin(), rest.end());
    return records;
}

/// A log from before the index was kept: what its entries name goes into it.
void fill_index(db::Writer& writer)
{
    if (writer.one("SELECT number FROM read_record LIMIT 1")) return;
    std::vector<ReadRecords> entries;
    writer.each("SELECT number, staff_records FROM read_entry WHERE staff_records <> '' ORDER BY number",
                [&](const db::Row& row) { entries.push_back({row.get<std::int64_t>("number"), words_of(row.get<std::string>("staff_records"))}); });
    insert_read_records(writer, entries);
}

}  // namespace

std::string hash_of(const LoggedRead& read, std::string_view previous_hash)
{
    const auto& entry = read.entry;
    std::string text{previous_hash};
    const auto add = [&](std::string_view field) { text += fmt::format(":{}:{}", field.size(), field); };
    add(std::to_string(read.number));
    add(std::to_string(entry.account.value()));
    add(entry.at.iso());
    add(name_of(entry.kind));
    add(entry.route);
    add(ids_text(entry.organisations));
    add(joined(entry.staff_records, " "));
    add(std::to_string(entry.count));
    add(entry.purpose);
    return hash_of("read", text);
}

ReadEntry summarised(const ReadEntry& entry)
{
    auto short_one = entry;
    const auto records = each_once(entry.staff_records);
    short_one.staff_records = records.size() > few_records ? std::vector{summary_mark + hash_of("read records", joined(records, " "))} : records;
    return short_one;
}

bool agrees(const ReadEntry& entry, std::vector<std::string> indexed)
{
    return summarised({.staff_records = std::move(indexed)}).staff_records == each_once(entry.staff_records);
}

void create_read_table(db::Writer& writer)
{
    writer.run("CREATE TABLE IF NOT EXISTS read_entry (number BIGINT PRIMARY KEY, account_id BIGINT NOT NULL, at TEXT NOT NULL, "
               "kind TEXT NOT NULL, route TEXT NOT NULL, organisations TEXT NOT NULL, staff_records TEXT NOT NULL, "
               "covered BIGINT NOT NULL, purpose TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL)");
    writer.run("CREATE INDEX IF NOT EXISTS read_entry_account ON read_entry (account_id, number)");
    writer.run("CREATE TABLE IF NOT EXISTS read_record (staff_record TEXT NOT NULL, number BIGINT NOT NULL, PRIMARY KEY (staff_record, number))");
    writer.run("CREATE INDEX IF NOT EXISTS read_record_number ON read_record (number)");
    fill_index(writer);
}

void insert_read_records(db::Writer& writer, std::span<const ReadRecords> entries)
{
    static const std::vector<std::string> columns{"staff_record", "number"};
    std::vector<std::vector<db::Value>> rows;
    for (const auto& [number, records] : entries) {
        for (auto& record : each_once(records)) rows.push_back({std::move(record), number});
    }
    if (rows.empty()) return;
    // Where the log was cut short, its numbers come again; what the index holds of the lost entries must not stand in their way.
    writer.run("DELETE FROM read_record WHERE number >= $1", entries.front().number);
    writer.add_rows("read_record", columns, rows);
}

std::vector<ReadRecords> read_records_between(db::Reader& reader, std::int64_t from, std::int64_t to)
{
    std::vector<ReadRecords> entries;
    reader.each("SELECT number, staff_record FROM read_record WHERE number >= $1 AND number <= $2 ORDER BY number",
                [&](const db::Row& row) {
                    const auto number = row.get<std::int64_t>("number");
                    if (entries.empty() || entries.back().number != number) entries.push_back({number, {}});
                    entries.back().staff_records.push_back(row.get<std::string>("staff_record"));
                },
                from, to);
    return entries;
}

ChainedRead last_read(db::Reader& reader)
{
    ChainedRead last;
    last.hash = chain_start;
    if (const auto row = reader.one("SELECT number, hash FROM read_entry ORDER BY number DESC LIMIT 1")) {
        last.read.number = row->get<std::int64_t>("number");
        last.hash = row->get<std::string>("hash");
    }
    return last;
}

void insert_reads(db::Writer& writer, std::span<const ChainedRead> reads)
{
    for (const auto& [read, previous_hash, hash] : reads) {
        const auto& entry = read.entry;
        writer.run("INSERT INTO read_entry (number, account_id, at, kind, route, organisations, staff_records, covered, purpose, "
                   "previous_hash, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                   read.number, entry.account, entry.at, name_of(entry.kind), entry.route, ids_text(entry.organisations),
                   joined(entry.staff_records, " "), entry.count, entry.purpose, previous_hash, hash);
    }
}

std::vector<LoggedRead> list_reads(db::Reader& reader, const ReadLog::Filter& filter, int limit, int offset)
{
    auto condition = condition_of(filter);
    std::vector<LoggedRead> reads;
    reader.each_of(fmt::format("SELECT number, account_id, at, kind, route, organisations, staff_records, covered, purpose FROM read_entry "
                               "WHERE {} ORDER BY number DESC LIMIT {} OFFSET {}",
                               condition.sql, limit, offset),
                   [&](const db::Row& row) { reads.push_back(read_of(row)); }, condition.arguments);
    return reads;
}

std::int64_t count_reads(db::Reader& reader, const ReadLog::Filter& filter)
{
    const auto condition = condition_of(filter);
    std::int64_t number = 0;
    reader.each_of("SELECT COUNT(*) AS number FROM read_entry WHERE " + condition.sql,
                   [&](const db::Row& row) { number = row.get<std::int64_t>("number"); }, condition.arguments);
    return number;
}

std::int64_t last_before(db::Reader& reader, Instant before)
{
    // Entries stand in the order in which they were written; one that came in late keeps those behind it.
    const auto kept = reader.one("SELECT COALESCE(MIN(number), 0) AS number FROM read_entry WHERE at >= $1", before)->get<std::int64_t>("number");
    return kept == 0 ? last_read(reader).read.number : kept - 1;
}

void delete_reads_to(db::Writer& writer, std::int64_t number)
{
    writer.run("DELETE FROM read_record WHERE number <= $1", number);
    writer.run("DELETE FROM read_entry WHERE number <= $1", number);
}

std::optional<ChainedRead> first_read(db::Reader& reader)
{
    const auto number = reader.one("SELECT COALESCE(MIN(number), 0) AS number FROM read_entry")->get<std::int64_t>("number");
    auto some = reads_after(reader, number - 1, 1);
    return some.empty() ? std::nullopt : std::optional{std::move(some.front())};
}

std::vector<ChainedRead> reads_after(db::Reader& reader, std::int64_t number, int limit)
{
    std::vector<ChainedRead> reads;
    reader.each("SELECT number, account_id, at, kind, route, organisations, staff_records, covered, purpose, previous_hash, hash "
                "FROM read_entry WHERE number > $1 ORDER BY number LIMIT $2",
                [&](const db::Row& row) {
                    reads.push_back({read_of(row), row.get<std::string>("previous_hash"), row.get<std::string>("hash")});
                },
                number, limit);
    return reads;
}

}  // namespace kith::access
