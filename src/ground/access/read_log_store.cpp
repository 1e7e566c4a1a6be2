#include "access/read_log_store.hpp"

#include "access/token.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

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
    void add(std::string_view condition, db::Argument argument)
    {
        arguments.push_back(std::move(argument));
        sql += fmt::format(" AND {} ${}", condition, arguments.size());
    }
};

Condition condition_of(const ReadLog::Filter& filter)
{
    Condition condition;
    if (filter.account.is_set()) condition.add("account_id =", filter.account);
    if (!filter.staff_record.empty()) condition.add("staff_records LIKE", "%" + filter.staff_record + "%");
    if (filter.from) condition.add("at >=", *filter.from);
    if (filter.before) condition.add("at <", *filter.before);
    return condition;
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

void create_read_table(db::Writer& writer)
{
    writer.run("CREATE TABLE IF NOT EXISTS read_entry (number BIGINT PRIMARY KEY, account_id BIGINT NOT NULL, at TEXT NOT NULL, "
               "kind TEXT NOT NULL, route TEXT NOT NULL, organisations TEXT NOT NULL, staff_records TEXT NOT NULL, "
               "covered BIGINT NOT NULL, purpose TEXT NOT NULL, previous_hash TEXT NOT NULL, hash TEXT NOT NULL)");
    writer.run("CREATE INDEX IF NOT EXISTS read_entry_account ON read_entry (account_id, number)");
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
