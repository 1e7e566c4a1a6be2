#include "questionnaire/campaign_link.hpp"

#include <array>

namespace kith::questionnaire {
namespace {
constexpr std::array<std::string_view, 5> way_names{"one_use", "open", "paper", "group", "account"};
constexpr std::array<std::string_view, 3> state_names{"open", "used", "withdrawn"};
}  // namespace

std::string_view name_of(LinkWay way) { return way_names[static_cast<std::size_t>(way)]; }

std::optional<LinkWay> link_way_named(std::string_view name)
{
    for (auto way : {LinkWay::one_use, LinkWay::open, LinkWay::paper, LinkWay::group, LinkWay::account})
        if (name_of(way) == name) return way;
    return std::nullopt;
}

std::string_view name_of(LinkState state) { return state_names[static_cast<std::size_t>(state)]; }

std::optional<LinkState> link_state_named(std::string_view name)
{
    for (auto state : {LinkState::open, LinkState::used, LinkState::withdrawn})
        if (name_of(state) == name) return state;
    return std::nullopt;
}

Result<void> lets_in(const Campaign& campaign, const CampaignLink& link, Date today)
{
    if (link.state == LinkState::used) return conflict("Answers were sent with this link already, and it works once. Nothing more is asked of you.");
    if (link.state == LinkState::withdrawn) return conflict("Whoever asked you has taken this link back. Ask them for another.");
    if (is_for_others(link.way) && link.made_on != today) return conflict("Answers of others are entered on the day this page was opened. Open it anew from the campaign's page.");
    switch (campaign.state(today)) {
    case CampaignState::draft: return conflict("The questions are not open yet.");
    case CampaignState::waiting: return conflict("The questions open on " + campaign.opens_on.in_words() + ". The link works from then on.");
    case CampaignState::open: return {};
    case CampaignState::ended:
        if (is_for_others(link.way)) return {};
        return conflict("The last day for answers was " + campaign.closes_on.in_words() + ".");
    case CampaignState::closed: return conflict("The questions are closed: the last day for answers was " + campaign.closes_on.in_words() + ".");
    }
    return {};
}

}  // namespace kith::questionnaire
