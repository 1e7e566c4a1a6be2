#include "db/transaction.hpp"
#include "jobs/housekeeping.hpp"
#include "jobs/inbox.hpp"

#include <array>

namespace kith::jobs {

namespace {

/// Long enough that whoever sits at the page reads it there and is not written to as well.
constexpr std::int64_t mail_after_seconds = 10 * 60;

constexpr std::string_view message_columns = "id, at, title, words, path, kind, subject, read_at, mail";

MailState mail_state_named(std::string_view name)
{
    for (auto state : {MailState::waiting, MailState::sent, MailState::failed}) {
        if (name_of(state) == name) return state;
    }
    return MailState::none;
}

HeldMessage message_of(const db::Row& row)
{
    HeldMessage held;
    held.id = row.get<MessageId>("id");
    held.at = row.get<Instant>("at");
    held.message = {.title = row.get<std::string>("title"),
                    .words = row.get<std::string>("words"),
                    .link = row.get<std::string>("path"),
                    .kind = row.get<std::string>("kind"),
                    .subject = row.get<std::int64_t>("subject")};
    held.read_at = row.get<std::optional<Instant>>("read_at");
    held.mail = mail_state_named(row.get<std::string>("mail"));
    return held;
}

std::string select(std::string_view rest)
{
    return "SELECT " + std::string{message_columns} + " FROM inbox_message WHERE " + std::string{rest};
}

}  // namespace

std::string_view name_of(MailState state)
{
    static constexpr std::array<std::string_view, 4> names{"none", "waiting", "sent", "failed"};
    return names[static_cast<std::size_t>(state)];
}

MessageId tell(db::Writer& writer, std::int64_t account, const Message& message, Instant now)
{
    const auto mail = wants_mail(writer, account) || !message.kind.empty() ? MailState::waiting : MailState::none;
    const auto due = message.kind.empty() ? now.plus_seconds(mail_after_seconds) : now;
    return MessageId{writer.insert("INSERT INTO inbox_message (account_id, at, title, words, path, kind, subject, mail, mail_due_at) "
                                   "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id",
                                   account, now, message.title, message.words, message.link, message.kind, message.subject, name_of(mail), due)};
}

std::vector<HeldMessage> unread(db::Reader& reader, std::int64_t account)
{
    std::vector<HeldMessage> messages;
    reader.each(select("account_id = $1 AND read_at IS NULL ORDER BY id DESC LIMIT 20"),
                [&](const db::Row& row) { messages.push_back(message_of(row)); }, account);
    return messages;
}

std::vector<HeldMessage> list_messages(db::Reader& reader, std::int64_t account, int limit, int offset)
{
    std::vector<HeldMessage> messages;
    reader.each(select("account_id = $1 ORDER BY id DESC LIMIT $2 OFFSET $3"),
                [&](const db::Row& row) { messages.push_back(message_of(row)); }, account, limit, offset);
    return messages;
}

std::int64_t count_messages(db::Reader& reader, std::int64_t account)
{
    return reader.one("SELECT COUNT(*) AS number FROM inbox_message WHERE account_id = $1", account)->get<std::int64_t>("number");
}

void mark_read(db::Writer& writer, std::int64_t account, std::string_view link, Instant now)
{
    writer.run("UPDATE inbox_message SET read_at = $1 WHERE account_id = $2 AND path = $3 AND read_at IS NULL", now, account, link);
}

void mark_all_read(db::Writer& writer, std::int64_t account, MessageId last, Instant now)
{
    writer.run("UPDATE inbox_message SET read_at = $1 WHERE account_id = $2 AND id <= $3 AND read_at IS NULL", now, account, last);
}

bool wants_mail(db::Reader& reader, std::int64_t account)
{
    const auto row = reader.one("SELECT by_mail FROM mail_choice WHERE account_id = $1", account);
    return !row || row->get<bool>("by_mail");
}

void choose_mail(db::Writer& writer, std::int64_t account, bool by_mail)
{
    writer.run("INSERT INTO mail_choice (account_id, by_mail) VALUES ($1, $2) ON CONFLICT (account_id) DO UPDATE SET by_mail = $2", account, by_mail);
}

std::int64_t forget_messages(db::Writer& writer, Instant before)
{
    return writer.run("DELETE FROM inbox_message WHERE at < $1 AND mail <> 'waiting'", before);
}

}  // namespace kith::jobs
