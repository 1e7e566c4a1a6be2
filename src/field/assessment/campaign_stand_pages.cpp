#include "assessment/campaign_stand_pages.hpp"

#include "assessment/workshop_register.hpp"
#include "db/transaction.hpp"
#include "questionnaire/campaign_register.hpp"
#include "questionnaire/sheet_register.hpp"

#include <algorithm>
#include <map>

namespace kith::assessment {
namespace {

namespace q = questionnaire;

/// The results of one campaign; of a whole, sectors do not matter.
Results results_of_campaign(web::Visit& visit, const q::Instrument& instrument, const q::Campaign& campaign, std::int64_t* answers = nullptr)
{
    const auto sheets = sheets_for_results(q::sheets_of(visit.reader(), instrument, campaign.id), {});
    if (answers != nullptr) *answers = counted_of(sheets);
    return results_at(instrument, sheets, campaign.stage);
}

/// The campaign that this one is set beside, where both ask the same.
struct Before {
    q::Campaign campaign;
    Results results;
    std::map<std::string, ThemeFinding> findings;
};
std::optional<Before> before_of(web::Visit& visit, const Sources& sources, const q::Campaign& campaign, const q::Instrument& instrument)
{
    if (!campaign.before) return std::nullopt;
    const auto before = q::find_campaign(visit.reader(), *campaign.before);
    if (!before || before->stage != q::Stage::closed) return std::nullopt;
    const auto theirs = q::instrument_of(*sources.desk.instruments, *before);
    if (!theirs || (*theirs != &instrument && !instrument.is_compatible_with(**theirs))) return std::nullopt;
    return Before{*before, results_of_campaign(visit, **theirs, *before), findings_of(visit.reader(), before->id)};
}

}  // namespace

const ThemeStand* CampaignStand::theme(std::string_view id) const
{
    const auto found = std::ranges::find(themes, id, &ThemeStand::theme);
    return found == themes.end() ? nullptr : &*found;
}

kith::Result<questionnaire::Campaign> campaign_of(web::Visit& visit)
{
    const auto id = visit.public_id("campaign");
    if (!id) return std::unexpected(id.error());
    return q::find_campaign(visit.reader(), *id);
}

kith::Result<CampaignStand> stand_of(web::Visit& visit, const Sources& sources)
{
    const auto campaign = campaign_of(visit);
    if (!campaign) return std::unexpected(campaign.error());
    return stand_of(visit, sources, *campaign);
}

kith::Result<CampaignStand> stand_of(web::Visit& visit, const Sources& sources, const q::Campaign& campaign)
{
    const auto instrument = q::instrument_of(*sources.desk.instruments, campaign);
    if (!instrument) return std::unexpected(instrument.error());
    CampaignStand stand{.campaign = campaign, .instrument = *instrument, .themes = {}, .confirmation = confirmation_of(visit.reader(), campaign.id), .before_name = {}, .answers = 0};
    const auto results = results_of_campaign(visit, **instrument, campaign, &stand.answers);
    const auto before = before_of(visit, sources, campaign, **instrument);
    if (before) stand.before_name = before->campaign.name;
    const auto findings = findings_of(visit.reader(), campaign.id);
    const auto measured = measured_positions(**instrument, results, before ? &before->results : nullptr);
    for (const auto& theme : (*instrument)->themes) {
        ThemeStand one{.theme = theme.id, .name = stand.say(theme.name), .measured = {}, .answers = 0, .finding = {}, .before = {}};
        if (const auto at = std::ranges::find(measured, theme.id, &Position::theme); at != measured.end()) one.measured = at->now, one.before = at->before, one.answers = at->answers;
        if (const auto found = findings.find(theme.id); found != findings.end()) one.finding = found->second;
        if (before)
            if (const auto found = before->findings.find(theme.id); found != before->findings.end() && found->second.agreed) one.before = found->second.agreed->value();
        stand.themes.push_back(std::move(one));
    }
    return stand;
}

std::vector<web::Crumb> workshop_crumbs(const questionnaire::Campaign& campaign, bool below)
{
    std::vector<web::Crumb> trail{{"Campaigns", "/campaigns"}, {campaign.name, campaign.href()}};
    if (below) trail.push_back({"Workshop", campaign.href() + "/workshop"});
    return trail;
}

std::optional<CampaignPositions> newest_positions(web::Visit& visit, const Sources& sources, Date as_of)
{
    if (!visit.may(access::Permission::see_campaigns)) return std::nullopt;
    for (const auto& campaign : q::list_campaigns(visit.reader())) {  // newest first
        if (campaign.stage != q::Stage::closed || as_of < campaign.closes_on) continue;
        const auto stand = stand_of(visit, sources, campaign);
        if (!stand) continue;
        CampaignPositions positions{.id = campaign.public_id.text(), .name = campaign.name, .href = campaign.href() + "/results", .before_name = stand->before_name, .closed = campaign.closes_on, .themes = {}};
        bool any = false;
        for (const auto& theme : stand->themes) {
            positions.themes.push_back({.theme = theme.theme, .name = theme.name, .position = theme.position(), .before = theme.before, .is_agreed = theme.agreed().has_value(), .answers = theme.answers});
            any = any || theme.position().has_value();
        }
        if (any) return positions;
    }
    return std::nullopt;
}

}  // namespace kith::assessment
