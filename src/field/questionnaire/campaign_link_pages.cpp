#include "questionnaire/campaign_pages.hpp"

#include "base/text.hpp"
#include "jobs/mail.hpp"
#include "questionnaire/answering.hpp"
#include "questionnaire/campaign_mail_register.hpp"
#include "questionnaire/campaign_register.hpp"
#include "questionnaire/campaign_views.hpp"
#include "ui/choices.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <charconv>

namespace kith::questionnaire {
namespace {

constexpr std::int64_t most_links = 500;

std::vector<web::Crumb> crumbs(const Campaign& campaign) { return {{"Campaigns", "/campaigns"}, {campaign.name, campaign.href()}}; }

web::Response links_page(web::Visit& visit, const CampaignDesk& desk, const Campaign& campaign)
{
    const auto instrument = instrument_of(*desk.instruments, campaign);
    if (!instrument) return visit.problem(instrument.error());
    const auto fields = link_fields(visit.form(), **instrument, names_for(visit, desk, visit.reach()), visit.house.settings.mails);
    const auto content = ui::two_thirds(visit.in_form({.action = campaign.href() + "/links"}, fields + ui::button({.text = "Make the links", .prevent_double_click = true})));
    const web::PageParts parts{.title = "Hand out links", .breadcrumbs = crumbs(campaign), .nav = "/campaigns"};
    return visit.form().has_problems() ? visit.try_again(parts, content) : visit.page(parts, content);
}

struct Wanted {
    CampaignLink link;
    std::int64_t how_many = 1;
    std::vector<EmailAddress> addresses;
};

void read_addresses(web::Form& form, bool mails, Wanted& wanted)
{
    const auto text = form.as_given("addresses");
    std::size_t line = 0;
    for (const auto part : split(text, '\n')) {
        ++line;
        if (trimmed(part).empty()) continue;
        auto address = EmailAddress::parse(trimmed(part));
        if (address) wanted.addresses.push_back(*address);
        else return void(form.add({.field = "addresses", .message = "Line " + std::to_string(line) + " is not an email address, such as name@example.org"}));
    }
    std::ranges::sort(wanted.addresses);
    const auto twice = std::ranges::unique(wanted.addresses);
    wanted.addresses.erase(twice.begin(), twice.end());
    if (!wanted.addresses.empty() && !mails) form.add({.field = "addresses", .message = "Mail is not set up, so links cannot be sent: make them to print or copy"});
    if (static_cast<std::int64_t>(wanted.addresses.size()) > most_links) form.add({.field = "addresses", .message = "Give " + std::to_string(most_links) + " addresses at most at a time"});
}

/// No link is handed out for what a named interviewer asks.
void refuse_interviews(web::Form& form, const Instrument& instrument, const CampaignLink& wanted)
{
    const auto fit = viewpoints_for(instrument, wanted.way);
    const bool fits = wanted.for_whom.viewpoint.empty() ? !fit.empty() : std::ranges::any_of(fit, [&](const Viewpoint* viewpoint) { return viewpoint->id == wanted.for_whom.viewpoint; });
    if (!fits && (wanted.for_whom.viewpoint.empty() || instrument.viewpoint(wanted.for_whom.viewpoint) != nullptr))
        form.add({.field = "viewpoint", .message = "This is asked by an interviewer or a facilitator: choose \"Ask someone, or a group\" on the campaign's page"});
}

/// What the form asks for, with its faults put on the form.
Wanted read_wanted(web::Visit& visit, const CampaignDesk& desk, const Campaign& campaign, const Instrument& instrument)
{
    auto& form = visit.form();
    const auto names = names_for(visit, desk, visit.reach());
    Wanted wanted{.link = {.campaign = campaign.id, .words = std::string{clipped(form.text("words"), 100)}}, .how_many = 1, .addresses = {}};
    const auto way = link_way_named(form.text("way"));
    if (way != LinkWay::open && way != LinkWay::one_use) form.add({.field = "way", .message = "Choose what kind of link"});
    else wanted.link.way = *way;
    auto& whom = wanted.link.for_whom;
    whom.viewpoint = form.text("viewpoint");
    if (!whom.viewpoint.empty() && instrument.viewpoint(whom.viewpoint) == nullptr) form.add({.field = "viewpoint", .message = "Choose a viewpoint of the questionnaire"});
    refuse_interviews(form, instrument, wanted.link);
    if (const auto id = form.text("organisation"); !id.empty()) {
        const auto* partner = names.partner_with(id);
        if (partner == nullptr) form.add({.field = "organisation", .message = "Choose an organisation from the list"});
        else whom.organisation = partner->id;
    }
    if (const auto code = form.text("locality"); !code.empty()) {
        const auto found = std::ranges::find(names.localities, code, &Locality::code);
        if (found == names.localities.end()) form.add({.field = "locality", .message = "Choose a locality from the list"});
        else whom.locality = found->id;
    }
    whom.formal = form.has("formal");
    if (whom.formal && !whom.organisation) form.add({.field = "organisation", .message = "A formal response is an organisation's: choose which"});
    read_addresses(form, visit.house.settings.mails, wanted);
    const auto number = form.text("how_many");
    if (way == LinkWay::one_use && wanted.addresses.empty()) {
        const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), wanted.how_many);
        if (number.empty() || error != std::errc{} || end != number.data() + number.size() || wanted.how_many < 1 || wanted.how_many > most_links)
            form.add({.field = "how_many", .message = "Enter how many links, from 1 to " + std::to_string(most_links) + ", or give addresses"});
    }
    return wanted;
}

std::string address_of(const web::Visit& visit, const std::string& secret) { return visit.house.settings.site + "/answer/" + secret; }

web::Response handed_over(web::Visit& visit, const CampaignDesk& desk, const Campaign& campaign, const std::vector<MadeLink>& made)
{
    const auto instrument = instrument_of(*desk.instruments, campaign);
    if (!instrument) return visit.problem(instrument.error());
    const auto content = ui::two_thirds(links_to_hand_over(campaign, **instrument, made, names_for(visit, desk, visit.reach()), visit.house.settings.partnership));
    visit.writer().commit();
    return visit.shown_once({.title = made.size() == 1 ? "A link to hand over" : counted(static_cast<std::int64_t>(made.size()), "link") + " to hand over", .back = campaign.href(), .handed_out = true}, content,
                            {.words = "Links are shown once and cannot be shown again. Make others where these were not kept; what was handed out already goes on working.", .href = campaign.href(), .way_on = "Go to the campaign"});
}

}  // namespace

Result<CampaignLink> link_in_path(web::Visit& visit, const Campaign& campaign)
{
    const auto id = visit.public_id("link");
    if (!id) return std::unexpected(id.error());
    auto link = find_link(visit.reader(), *id);
    if (link && link->campaign != campaign.id) return not_found("Link");
    return link;
}

web::Response show_new_links(web::Visit& visit, const CampaignDesk& desk)
{
    const auto campaign = campaign_in_path(visit);
    if (!campaign) return visit.problem(campaign.error());
    return links_page(visit, desk, *campaign);
}

web::Response make_links(web::Visit& visit, const CampaignDesk& desk)
{
    const auto campaign = campaign_in_path(visit);
    if (!campaign) return visit.problem(campaign.error());
    if (campaign->stage == Stage::closed) return visit.problem(conflict("This campaign is closed").error());
    const auto instrument = instrument_of(*desk.instruments, *campaign);
    if (!instrument) return visit.problem(instrument.error());
    const auto wanted = read_wanted(visit, desk, *campaign, **instrument);
    if (visit.form().has_problems()) return links_page(visit, desk, *campaign);
    if (!wanted.addresses.empty()) {
        for (const auto& address : wanted.addresses) {
            auto link = wanted.link;
            link.way = LinkWay::one_use;
            link.email = address;
            send_by_mail(visit.writer(), make_link(visit.writer(), link, visit.house.chance, visit.now()).first, visit.now());
        }
        visit.writer().commit();
        return visit.redirect(campaign->href(), counted(static_cast<std::int64_t>(wanted.addresses.size()), "link goes", "links go") + " out by mail");
    }
    std::vector<MadeLink> made;
    for (std::int64_t n = 0; n < (wanted.link.way == LinkWay::open ? 1 : wanted.how_many); ++n) {
        auto [link, secret] = make_link(visit.writer(), wanted.link, visit.house.chance, visit.now());
        made.push_back({std::move(link), address_of(visit, secret)});
    }
    return handed_over(visit, desk, *campaign, made);
}

web::Response show_link(web::Visit& visit, const CampaignDesk&)
{
    const auto campaign = campaign_in_path(visit);
    if (!campaign) return visit.problem(campaign.error());
    const auto link = link_in_path(visit, *campaign);
    if (!link) return visit.problem(link.error());
    const auto path = campaign->href() + "/links/" + link->public_id.text();
    auto content = ui::paragraph("Of a link only a trace is kept by which it is known again, so it cannot be shown a second time. The leaflet is given one more address, beside those that were handed out. A new link takes its place: what was handed out before then works no more.") +
                   visit.in_form({.action = path + "/leaflet", .id = "leaflet"}, ui::button({.text = "Show the leaflet with its QR code"})) +
                   visit.in_form({.action = path + "/print", .id = "print"}, ui::button({.text = "Make a new link in its place", .classes = "govuk-button--secondary"})) +
                   visit.in_form({.action = path + "/withdraw", .id = "withdraw"}, ui::button({.text = "Withdraw it", .classes = "govuk-button--warning"}));
    return visit.page({.title = "Link", .heading = link->words.empty() ? "Open link" : link->words, .breadcrumbs = crumbs(*campaign), .nav = "/campaigns"}, ui::two_thirds(content));
}

web::Response print_link(web::Visit& visit, const CampaignDesk& desk)
{
    const auto campaign = campaign_in_path(visit);
    if (!campaign) return visit.problem(campaign.error());
    const auto link = link_in_path(visit, *campaign);
    if (!link) return visit.problem(link.error());
    if (link->state != LinkState::open || is_for_others(link->way)) return visit.problem(conflict("This link was used or withdrawn, or is not one to hand out").error());
    const auto secret = renew_link(visit.writer(), link->id, visit.house.chance);
    return handed_over(visit, desk, *campaign, {{*link, address_of(visit, secret)}});
}

web::Response withdraw(web::Visit& visit, const CampaignDesk&)
{
    const auto campaign = campaign_in_path(visit);
    if (!campaign) return visit.problem(campaign.error());
    const auto link = link_in_path(visit, *campaign);
    if (!link) return visit.problem(link.error());
    withdraw_link(visit.writer(), link->id);
    visit.writer().commit();
    return visit.redirect(campaign->href(), "Link withdrawn");
}

web::Response remind(web::Visit& visit, const CampaignDesk&)
{
    const auto campaign = campaign_in_path(visit);
    if (!campaign) return visit.problem(campaign.error());
    if (campaign->state(visit.today()) != CampaignState::open) return visit.problem(conflict("Reminders go out while the campaign is open").error());
    const auto reminded = remind_unused(visit.writer(), campaign->id, visit.now());
    if (reminded > 0) visit.writer().commit();
    return visit.redirect(campaign->href(), reminded == 0 ? std::string{"Everyone with an unused link was written to today already"} : counted(reminded, "reminder goes", "reminders go") + " out by mail");
}

web::Response enter_for_others(web::Visit& visit, const CampaignDesk&)
{
    const auto campaign = taking_campaign_in_path(visit);
    if (!campaign) return visit.problem(campaign.error());
    const bool group = visit.request.target.path().ends_with("/group");
    // Whoever asks others is named to them. The name stands at the link and never with the answers.
    const auto made = make_link(visit.writer(), {.campaign = campaign->id, .way = group ? LinkWay::group : LinkWay::paper, .words = group ? visit.viewer.name : "Paper"}, visit.house.chance, visit.now());
    visit.writer().commit();
    return visit.redirect("/answer/" + made.second);
}

}  // namespace kith::questionnaire
