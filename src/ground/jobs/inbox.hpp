#pragma once
// The one way to tell someone something: it stands in their inbox until they have read it, and goes out by mail where they want that and
// mail is set up (mail.hpp). Nothing waits for the mail.
#include "base/id.hpp"
#include "base/instant.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::db {
class Reader;
class Writer;
}  // namespace kith::db

namespace kith::jobs {

using MessageId = Id<struct MessageTag>;

/// What someone is told.
struct Message {
    std::string title;  ///< short, "The September return has been checked": the inbox's line and the mail's subject; no personal data
    std::string words;  ///< what happened and what to do, a sentence or two; no personal data; may be empty
    std::string link;   ///< path of the page it is about: "/returns/01h..."
    std::string kind = {};     ///< empty: the mail says title and words; else the composer of this kind writes it (mail.hpp)
    std::int64_t subject = 0;  ///< what that composer needs to know: a key
};

/// How far the mail of a message has come.
enum class MailState { none, waiting, sent, failed };
std::string_view name_of(MailState state);

/// A message as it is kept.
struct HeldMessage {
    MessageId id;
    Instant at;
    Message message;
    std::optional<Instant> read_at;
    MailState mail = MailState::none;
};

/// In an account's place: the mail goes to someone without one, whom its composer knows (mail.hpp).
inline constexpr std::int64_t nobody = 0;

/// Tells `account` something. The mail goes out after ten minutes unless it was read by then; one with a composer goes at once.
MessageId tell(db::Writer& writer, std::int64_t account, const Message& message, Instant now);
/// What `account` has not read yet, newest first, at most 20.
std::vector<HeldMessage> unread(db::Reader& reader, std::int64_t account);
/// All that `account` was told, newest first.
std::vector<HeldMessage> list_messages(db::Reader& reader, std::int64_t account, int limit, int offset);
std::int64_t count_messages(db::Reader& reader, std::int64_t account);
/// `account` has read everything that is about `link`.
void mark_read(db::Writer& writer, std::int64_t account, std::string_view link, Instant now);
/// `account` has read everything it was told up to `last`.
void mark_all_read(db::Writer& writer, std::int64_t account, MessageId last, Instant now);

/// True where `account` wants what it is told by mail too; so it is until its holder says otherwise.
bool wants_mail(db::Reader& reader, std::int64_t account);
void choose_mail(db::Writer& writer, std::int64_t account, bool by_mail);

}  // namespace kith::jobs
