#pragma once
// Background work as a list. Private to this room.
#include "access/ids.hpp"
#include "jobs/mail.hpp"
#include "ui/html.hpp"

#include <map>
#include <vector>

namespace kith::reception {

/// Work that comes round.
ui::Html round_list(const std::vector<jobs::Round>& rounds);
/// How mail fares; nothing where it is not set up.
ui::Html mail_counts(const jobs::MailCounts& counts, bool mails);
/// `names` of those who asked.
ui::Html job_list(const std::vector<jobs::Job>& jobs, const std::map<access::AccountId, std::string>& names, std::int64_t all);

}  // namespace kith::reception
