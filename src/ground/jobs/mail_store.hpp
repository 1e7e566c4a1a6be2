#pragma once
// The mail side of inbox_message's rows. Private to this room: see mail.hpp for what others call.
#include "jobs/inbox.hpp"

#include <optional>
#include <vector>

namespace kith::jobs {

/// A message whose mail is due.
struct DueMail {
    MessageId id;
    std::int64_t account = 0;
    Message message;
    Instant at;
    bool read = false;
    int tries = 0;
};

bool has_due_mail(db::Reader& reader, Instant now);
std::vector<DueMail> due_mail(db::Reader& reader, Instant now, int limit);
/// Counts a try and puts the next one off until `due`.
void store_try(db::Writer& writer, MessageId message, int tries, Instant due);
void store_mail_state(db::Writer& writer, MessageId message, MailState state, std::string_view words);

}  // namespace kith::jobs
