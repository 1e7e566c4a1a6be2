#include "jobs/mail_store.hpp"

#include "db/transaction.hpp"
#include "jobs/mail.hpp"

namespace kith::jobs {

bool has_due_mail(db::Reader& reader, Instant now)
{
    return reader.one("SELECT id FROM inbox_message WHERE mail = 'waiting' AND mail_due_at <= $1 LIMIT 1", now).has_value();
}

std::vector<DueMail> due_mail(db::Reader& reader, Instant now, int limit)
{
    std::vector<DueMail> due;
    reader.each("SELECT id, account_id, at, title, words, path, kind, subject, mail_tries, CASE WHEN read_at IS NULL THEN 0 ELSE 1 END AS was_read "
                "FROM inbox_message WHERE mail = 'waiting' AND mail_due_at <= $1 ORDER BY mail_due_at, id LIMIT $2",
                [&](const db::Row& row) {
                    DueMail mail;
                    mail.id = row.get<MessageId>("id");
                    mail.account = row.get<std::int64_t>("account_id");
                    mail.message = {.title = row.get<std::string>("title"),
                                    .words = row.get<std::string>("words"),
                                    .link = row.get<std::string>("path"),
                                    .kind = row.get<std::string>("kind"),
                                    .subject = row.get<std::int64_t>("subject")};
                    mail.at = row.get<Instant>("at");
                    mail.read = row.get<bool>("was_read");
                    mail.tries = row.get<int>("mail_tries");
                    due.push_back(std::move(mail));
                },
                now, limit);
    return due;
}

void store_try(db::Writer& writer, MessageId message, int tries, Instant due)
{
    writer.run("UPDATE inbox_message SET mail_tries = $1, mail_due_at = $2 WHERE id = $3", tries, due, message);
}

void store_mail_state(db::Writer& writer, MessageId message, MailState state, std::string_view words)
{
    writer.run("UPDATE inbox_message SET mail = $1, mail_words = $2 WHERE id = $3 AND mail = 'waiting'", name_of(state), words, message);
}

void keep_back(db::Writer& writer, std::string_view kind, std::int64_t subject)
{
    writer.run("UPDATE inbox_message SET mail = 'none' WHERE kind = $1 AND subject = $2 AND mail = 'waiting'", kind, subject);
}

std::map<std::int64_t, MailProgress> mail_progress(db::Reader& reader, std::string_view kind)
{
    std::map<std::int64_t, MailProgress> progress;
    reader.each("SELECT subject, at, mail, mail_tries, mail_words FROM inbox_message WHERE kind = $1 ORDER BY id",
                [&](const db::Row& row) {
                    auto& one = progress[row.get<std::int64_t>("subject")];
                    one = {.state = MailState::none, .at = row.get<Instant>("at"), .tries = row.get<int>("mail_tries"), .words = row.get<std::string>("mail_words")};
                    for (auto state : {MailState::waiting, MailState::sent, MailState::failed}) {
                        if (name_of(state) == row.get<std::string>("mail")) one.state = state;
                    }
                },
                kind);
    return progress;
}

MailCounts count_mails(db::Reader& reader, Instant now)
{
    MailCounts counts;
    reader.each("SELECT mail, COUNT(*) AS number FROM inbox_message WHERE mail = 'waiting' OR (mail <> 'none' AND at > $1) GROUP BY mail",
                [&](const db::Row& row) {
                    const auto mail = row.get<std::string>("mail");
                    auto& count = mail == "waiting" ? counts.waiting : mail == "sent" ? counts.sent : counts.failed;
                    count = row.get<std::int64_t>("number");
                },
                now.plus_seconds(-7 * 86400));
    return counts;
}

}  // namespace kith::jobs
