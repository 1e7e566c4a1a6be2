#pragma once
// What someone is told once something of theirs is over, until they have read it. Shown on the home page; no mail.
#include "base/id.hpp"
#include "base/instant.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::db {
class Reader;
class Writer;
}  // namespace kith::db

namespace kith::jobs {

using MessageId = Id<struct MessageTag>;

struct Message {
    MessageId id;
    Instant at;
    std::string words;  ///< no personal data
    std::string path;   ///< page it is about
};

/// Tells `account` something, with the page it is about.
void notify(db::Writer& writer, std::int64_t account, std::string_view words, std::string_view path, Instant now);
/// What `account` has not read yet, newest first, at most 20.
std::vector<Message> unread(db::Reader& reader, std::int64_t account);
/// `account` has read everything that is about `path`.
void mark_read(db::Writer& writer, std::int64_t account, std::string_view path, Instant now);
/// `account` has read everything it was told up to `last`.
void mark_all_read(db::Writer& writer, std::int64_t account, MessageId last, Instant now);

}  // namespace kith::jobs
