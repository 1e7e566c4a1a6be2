#pragma once
// Mails with a link for one person, and the reminders to those whose link is unused. The link is made as the mail leaves, so that it lies nowhere.
#include "base/chance.hpp"
#include "jobs/mail.hpp"
#include "questionnaire/campaign_link.hpp"
#include "questionnaire/instruments.hpp"

#include <memory>
#include <string>

namespace kith::questionnaire {

/// The mail goes out now, where the link has an address.
void send_by_mail(db::Writer& writer, const CampaignLink& link, Instant now);
/// Everyone whose link is unused is sent a new one in its place: how many. Nobody a second time on one day.
std::int64_t remind_unused(db::Writer& writer, CampaignId campaign, Instant now);
/// Registers what writes these mails. `site` goes before a path.
void add_composers(jobs::MailDesk& mail, std::shared_ptr<const Instruments> instruments, std::string site, std::string partnership, Chance chance);

}  // namespace kith::questionnaire
