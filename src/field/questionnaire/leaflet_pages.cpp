#include "questionnaire/leaflet_pages.hpp"

#include "questionnaire/answering_door_pages.hpp"
#include "questionnaire/answering_pages.hpp"
#include "questionnaire/campaign_link_register.hpp"
#include "questionnaire/campaign_pages.hpp"
#include "questionnaire/leaflet_views.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::questionnaire {
namespace {

ui::Html leaflet_for(web::Visit& visit, const CampaignDesk& desk, const Campaign& campaign, const Instrument& instrument, const CampaignLink& link, const std::string& address)
{
    return leaflet({.campaign = campaign, .link = link, .reading = {instrument, shown_asked_for(visit.request, instrument)}, .viewpoints = viewpoints_at(instrument, link),
                    .partnership = visit.house.settings.partnership, .contact = desk.contact, .address = address});
}

web::PageParts parts_for(web::Visit& visit, const Instrument& instrument) { return {.title = "Leaflet", .heading = std::string{instrument.say(instrument.name, shown_asked_for(visit.request, instrument).voice)}, .handed_out = true}; }

/// What holds of every link for one person. Where some keep an organisation, or none was handed out yet, it is said that it is kept: nobody is to be told of less than is.
CampaignLink own_link(web::Visit& visit, const Campaign& campaign)
{
    auto out = handed_out(visit.reader(), campaign.id);
    std::erase_if(out, [](const HandedOut& one) { return one.links == 0; });
    const bool kept = out.empty() || std::ranges::any_of(out, [](const HandedOut& one) { return one.for_whom.organisation || one.for_whom.locality; });
    return {.campaign = campaign.id, .way = LinkWay::one_use, .for_whom = {.organisation = kept ? std::optional{access::OrganisationId{}} : std::nullopt}};
}

}  // namespace

web::Response show_leaflet(web::Visit& visit, const CampaignDesk& desk)
{
    const auto campaign = campaign_in_path(visit);
    if (!campaign) return visit.problem(campaign.error());
    const auto instrument = instrument_of(*desk.instruments, *campaign);
    if (!instrument) return visit.problem(instrument.error());
    auto parts = parts_for(visit, **instrument);
    parts.breadcrumbs = {{"Campaigns", "/campaigns"}, {campaign->name, campaign->href()}};
    parts.nav = "/campaigns";
    auto above = ui::paragraph("For those who are given a link of their own: hand it out beside the link, and print it with your browser. It fits one side of paper.");
    if (visit.may(access::Permission::manage_campaigns) && campaign->stage != Stage::closed)
        above += ui::paragraph(ui::text("For everyone who is given an open link it has the link's QR code: choose “Change or print” beside the link on ") + ui::link("the campaign's page", campaign->href()) + ui::text("."));
    return visit.page(parts, ui::two_thirds(ui::not_in_print(above) + leaflet_for(visit, desk, *campaign, **instrument, own_link(visit, *campaign), {})));
}

web::Response print_leaflet(web::Visit& visit, const CampaignDesk& desk)
{
    const auto campaign = campaign_in_path(visit);
    if (!campaign) return visit.problem(campaign.error());
    const auto instrument = instrument_of(*desk.instruments, *campaign);
    if (!instrument) return visit.problem(instrument.error());
    const auto link = link_in_path(visit, *campaign);
    if (!link) return visit.problem(link.error());
    if (campaign->stage == Stage::closed || link->way != LinkWay::open || link->state != LinkState::open) return visit.problem(conflict("This link does not work any more").error());
    const auto secret = another_secret(visit.writer(), link->id, visit.house.chance);
    visit.writer().commit();
    auto parts = parts_for(visit, **instrument);
    parts.back = campaign->href() + "/leaflet";
    parts.nav = "/campaigns";
    return visit.shown_once(parts, ui::two_thirds(leaflet_for(visit, desk, *campaign, **instrument, *link, visit.house.settings.site + "/answer/" + secret)),
                            {.words = "The address of a link is shown once. Show the leaflet again for another one; those that were printed go on working.", .href = campaign->href() + "/leaflet", .way_on = "Go to the leaflet"});
}

web::Response show_leaflet_of_link(web::Visit& visit, const CampaignDesk& desk)
{
    const auto door = door_of(visit, desk);
    if (!door) return shut(visit, desk, door.error());
    const auto address = door->link.way == LinkWay::open ? visit.house.settings.site + door->path : std::string{};
    auto parts = parts_for(visit, *door->instrument);
    parts.back = door->path;
    return visit.page(parts, ui::two_thirds(leaflet_for(visit, desk, door->campaign, *door->instrument, door->link, address)));
}

}  // namespace kith::questionnaire
