#pragma once
// Mail: what people are told leaves the house from a job, never while a page waits. What stays is in the inbox (inbox.hpp); without a mail
// server configured nothing here runs, and the inbox is all there is.
#include "jobs/inbox.hpp"
#include "jobs/queue.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace kith::jobs {

/// A mail as it leaves.
struct Letter {
    std::string to;       ///< address
    std::string subject;  ///< one line
    std::string text;     ///< plain text
};

/// What became of a letter.
struct Delivery {
    enum class Outcome {
        sent,     ///< the mail server took it; whether it arrives nobody knows
        refused,  ///< the server will never take it
        later,    ///< the server would not take this one now
        away,     ///< no server could be spoken to: the rest need not be tried now
    };
    Outcome outcome = Outcome::sent;
    std::string words;  ///< why not, without addresses
};

class Mailer {
public:
    virtual ~Mailer() = default;
    virtual Delivery send(const Letter& letter) = 0;
};

/// Subject and text. To whom is the account's affair, unless the room that writes it knows an address of its own: of someone without an account.
struct Composed {
    std::string subject;
    std::string text;
    std::optional<std::string> to = {};
};
/// Writes the mail about `subject` at the moment it is sent; nothing where it need not go out any more. May write: it is committed before the
/// mail leaves. Called again where the mail is tried again.
using Composer = std::function<std::optional<Composed>(db::Writer& writer, std::int64_t subject, Instant now)>;

/// What sending mail rests on; put together by the app.
struct MailDesk {
    std::shared_ptr<Mailer> mailer;  ///< none: mail is not set up
    std::string site;                ///< goes before a path: "https://kith.example.org"
    std::string partnership;         ///< signs
    std::function<std::optional<std::string>(db::Reader&, std::int64_t account)> address_of;  ///< nothing for a closed account and for none (0)
    std::map<std::string, Composer> composers = {};  ///< by Message::kind
    std::function<Instant()> now;
};

/// Registers the sending of mail; before the queue starts. `desk` is kept. Without a mailer it registers nothing.
void add_mail(Queue& queue, std::shared_ptr<const MailDesk> desk);
/// Sends what is due, at most `limit` letters; answers how many were taken by the server.
int send_due_mail(db::Database& database, const MailDesk& desk, int limit, const std::function<bool()>& stop = {});

/// The mails about `subject` that still wait do not go out: it was handed over otherwise, or is over.
void keep_back(db::Writer& writer, std::string_view kind, std::int64_t subject);

/// How far the newest mail about a subject has come.
struct MailProgress {
    MailState state = MailState::none;
    Instant at;         ///< when it was written for
    int tries = 0;
    std::string words;  ///< why it did not go out
};
/// By subject, of those of `kind` that were ever written for.
std::map<std::int64_t, MailProgress> mail_progress(db::Reader& reader, std::string_view kind);

/// How many mails wait, went out in the last week, and were given up in the last week.
struct MailCounts {
    std::int64_t waiting = 0;
    std::int64_t sent = 0;
    std::int64_t failed = 0;
};
MailCounts count_mails(db::Reader& reader, Instant now);

}  // namespace kith::jobs
