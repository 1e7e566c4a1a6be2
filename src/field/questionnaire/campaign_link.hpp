#pragma once
// A way to the questions of a campaign: a link with a secret of which only the hash is kept. That a link was used is known, and neither when nor
// which answers came by it.
#include "access/ids.hpp"
#include "base/email_address.hpp"
#include "base/id.hpp"
#include "questionnaire/campaign.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kith::questionnaire {

using CampaignLinkId = Id<struct CampaignLinkTag>;

enum class LinkWay {
    one_use,  ///< for one person, once
    open,     ///< for as many as have it: on a poster in one setting, say
    paper,    ///< for whoever types in answers given on paper
    group,    ///< for a facilitator who asks a group
    account,  ///< for someone who is signed in, once
};
std::string_view name_of(LinkWay way);
std::optional<LinkWay> link_way_named(std::string_view name);
/// True for those that one person may answer by, once.
constexpr bool is_for_one(LinkWay way) { return way == LinkWay::one_use || way == LinkWay::account; }
/// True for those by which answers still come in after the last day: they were given before it.
constexpr bool is_for_others(LinkWay way) { return way == LinkWay::paper || way == LinkWay::group; }

enum class LinkState { open, used, withdrawn };
std::string_view name_of(LinkState state);
std::optional<LinkState> link_state_named(std::string_view name);

/// From which viewpoint, for which organisation and locality, whoever has the link answers; what is empty they are asked, or is not known.
struct LinkFor {
    std::string viewpoint;
    std::optional<bool> leader;
    std::optional<access::OrganisationId> organisation;
    std::optional<access::LocalityId> locality;
    bool formal = false;  ///< the formal response of the organisation
    bool operator==(const LinkFor&) const = default;
};

struct CampaignLink {
    CampaignLinkId id{};
    PublicId public_id{};
    CampaignId campaign;
    LinkWay way = LinkWay::open;
    LinkFor for_whom;
    std::string words;                         ///< what the lead calls it: "Poster in the staff room"
    std::optional<EmailAddress> email;         ///< of one-use links that go out by mail; forgotten when the campaign closes
    std::optional<access::AccountId> account;  ///< of those for someone signed in
    LinkState state = LinkState::open;
    Date made_on{};
    std::optional<Date> sent_on;
    std::optional<Date> reminded_on;
};

/// Those by which answers of others are entered work on the day they were opened alone: whoever finds the address later enters nothing.
/// Whether a link lets somebody answer on the day, and if not why, in words for whoever followed it.
Result<void> lets_in(const Campaign& campaign, const CampaignLink& link, Date today);

}  // namespace kith::questionnaire
