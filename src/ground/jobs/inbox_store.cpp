#include "db/transaction.hpp"
#include "jobs/inbox.hpp"

namespace kith::jobs {

void notify(db::Writer& writer, std::int64_t account, std::string_view words, std::string_view path, Instant now)
{
    writer.run("INSERT INTO inbox_message (account_id, at, words, path) VALUES ($1, $2, $3, $4)", account, now, words, path);
}

std::vector<Message> unread(db::Reader& reader, std::int64_t account)
{
    std::vector<Message> messages;
    reader.each("SELECT id, at, words, path FROM inbox_message WHERE account_id = $1 AND read_at IS NULL ORDER BY id DESC LIMIT 20",
                [&](const db::Row& row) {
                    messages.push_back({row.get<MessageId>("id"), row.get<Instant>("at"), row.get<std::string>("words"),
                                        row.get<std::string>("path")});
                },
                account);
    return messages;
}

void mark_read(db::Writer& writer, std::int64_t account, std::string_view path, Instant now)
{
    writer.run("UPDATE inbox_message SET read_at = $1 WHERE account_id = $2 AND path = $3 AND read_at IS NULL", now, account, path);
}

void mark_all_read(db::Writer& writer, std::int64_t account, MessageId last, Instant now)
{
    writer.run("UPDATE inbox_message SET read_at = $1 WHERE account_id = $2 AND id <= $3 AND read_at IS NULL", now, account, last);
}

}  // namespace kith::jobs
