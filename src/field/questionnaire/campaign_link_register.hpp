#pragma once
// Links of campaigns as rows, outside the register: made, found by their secret, used, withdrawn. Also what stood in them for who was reached.
#include "base/chance.hpp"
#include "db/transaction.hpp"
#include "questionnaire/campaign_link.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kith::questionnaire {

/// Keeps the link under a new secret; answers the link with its ids and the secret: what stands after "/answer/".
std::pair<CampaignLink, std::string> make_link(db::Writer& writer, CampaignLink link, const Chance& chance, Instant now);
/// One more secret for a link: those handed out before work on, so that answers begun with one are not lost.
std::string another_secret(db::Writer& writer, CampaignLinkId link, const Chance& chance);
/// A new secret in the place of all former ones, which work no more.
std::string renew_link(db::Writer& writer, CampaignLinkId link, const Chance& chance);

/// The link of that secret, whatever its state; not found where there is none.
Result<CampaignLink> link_with_secret(db::Reader& reader, std::string_view secret);
Result<CampaignLink> find_link(db::Reader& reader, const PublicId& id);
std::optional<CampaignLink> find_link(db::Reader& reader, CampaignLinkId id);
/// The link of an account in a campaign.
std::optional<CampaignLink> link_of_account(db::Reader& reader, CampaignId campaign, access::AccountId account);
/// In the order in which they were made.
std::vector<CampaignLink> links_of(db::Reader& reader, CampaignId campaign);

/// It has been used; false where it was used or withdrawn already, so that of two sendings at once one counts.
bool use_link(db::Writer& writer, CampaignLinkId link);
void withdraw_link(db::Writer& writer, CampaignLinkId link);
void mark_sent(db::Writer& writer, CampaignLinkId link, Date today, bool reminder);
/// The campaign is closed: who was written to is forgotten.
void forget_addresses(db::Writer& writer, CampaignId campaign);

/// Of those for one person: how many were handed out and how many were used.
struct HandedOut {
    LinkFor for_whom;
    std::int64_t links = 0;
    std::int64_t used = 0;
};
std::vector<HandedOut> handed_out(db::Reader& reader, CampaignId campaign);

}  // namespace kith::questionnaire
