#include "questionnaire/campaign_pages.hpp"

#include "base/text.hpp"
#include "questionnaire/campaign_register.hpp"
#include "questionnaire/campaign_views.hpp"
#include "questionnaire/heard_register.hpp"
#include "questionnaire/sheet_register.hpp"
#include "ui/choices.hpp"
#include "ui/notices.hpp"
#include "ui/words.hpp"
#include "web/form_fields.hpp"

#include <algorithm>
#include <charconv>

namespace kith::questionnaire {
namespace {

using access::Permission;

constexpr std::string_view list_path = "/campaigns";

std::vector<web::Crumb> crumbs(const Campaign* campaign = nullptr)
{
    std::vector<web::Crumb> trail{{"Campaigns", std::string{list_path}}};
    if (campaign != nullptr) trail.push_back({campaign->name, campaign->href()});
    return trail;
}

std::optional<std::int64_t> number_in(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && !text.empty() ? std::optional{number} : std::nullopt;
}

/// The campaigns that this one may be set beside: others with the same questionnaire.
std::vector<Campaign> earlier_than(web::Visit& visit, const Campaign* campaign)
{
    auto all = list_campaigns(visit.reader());
    std::erase_if(all, [&](const Campaign& one) { return one.stage == Stage::draft || (campaign != nullptr && (one.id == campaign->id || one.instrument != campaign->instrument)); });
    return all;
}

/// What the form says of reader, dates and name, with its faults put on the form.
void read_into(web::Visit& visit, const CampaignDesk& desk, Campaign& campaign)
{
    auto& form = visit.form();
    campaign.name = form.text("name");
    const auto date = [&](const char* name, const char* label, Date& into) {
        if (auto read = form.date(name, label)) into = *read;
        else form.add(read.error());
    };
    date("opens_on", "First day for answers", campaign.opens_on);
    date("closes_on", "Last day for answers", campaign.closes_on);
    if (auto due = form.optional_date("report_due", "Report due on")) campaign.report_due = *due;
    else form.add(due.error());
    campaign.reader.reset();
    if (const auto wanted = form.text("reader"); !wanted.empty()) {
        const auto readers = desk.readers(visit.reader(), visit.today());
        const auto found = std::ranges::find_if(readers, [&](const PossibleReader& reader) { return std::to_string(reader.account.value()) == wanted; });
        if (found == readers.end()) form.add({.field = "reader", .message = "Choose someone from the list"});
        else campaign.reader = NamedReader{found->account, found->name, static_cast<int>(number_in(form.text("reader_days")).value_or(0))};
    }
    campaign.before.reset();
    if (const auto wanted = form.text("before"); !wanted.empty()) {
        for (const auto& one : earlier_than(visit, nullptr))
            if (one.public_id.text() == wanted && one.instrument == campaign.instrument && one.id != campaign.id) campaign.before = one.id;
        if (!campaign.before) form.add({.field = "before", .message = "Choose a campaign with the same questionnaire"});
    }
    if (!form.has_problems())
        for (auto& problem : problems_of(campaign)) form.add(std::move(problem));
}

web::Response new_page(web::Visit& visit, const CampaignDesk& desk)
{
    const auto fields = campaign_fields(visit.form(), *desk.instruments, desk.readers(visit.reader(), visit.today()), earlier_than(visit, nullptr), true);
    const auto content = ui::two_thirds(visit.in_form({.action = std::string{list_path}}, fields + ui::button({.text = "Prepare the campaign", .prevent_double_click = true})));
    const web::PageParts parts{.title = "Prepare a campaign", .breadcrumbs = crumbs(), .nav = std::string{list_path}};
    return visit.form().has_problems() ? visit.try_again(parts, content) : visit.page(parts, content);
}

web::Response change_page(web::Visit& visit, const CampaignDesk& desk, const Campaign& campaign)
{
    const auto fields = campaign_fields(visit.form(), *desk.instruments, desk.readers(visit.reader(), visit.today()), earlier_than(visit, &campaign), false);
    const auto content = ui::two_thirds(visit.in_form({.action = campaign.href() + "/change"}, fields + ui::button({.text = "Save"})));
    const web::PageParts parts{.title = "Change the campaign", .breadcrumbs = crumbs(&campaign), .nav = std::string{list_path}};
    return visit.form().has_problems() ? visit.try_again(parts, content) : visit.page(parts, content);
}

/// Whether it stands in the writer's turn as it was read before it: of two changes at once the second is refused.
bool is_still(web::Visit& visit, const Campaign& read)
{
    const auto now = find_campaign(visit.writer(), read.id);
    return now && *now == read;
}

/// What can be done now, by those who may: buttons for what is done from day to day, links below them for the rest.
ui::Html actions_for(web::Visit& visit, const Campaign& campaign)
{
    const auto state = campaign.state(visit.today());
    const bool manages = visit.may(Permission::manage_campaigns);
    const bool takes = state == CampaignState::open || state == CampaignState::ended;
    std::vector<ui::Html> buttons;
    if (manages && state == CampaignState::draft) buttons.push_back(visit.in_form({.action = campaign.href() + "/open", .id = "open"}, ui::button({.text = "Open it", .prevent_double_click = true})));
    if (manages && state != CampaignState::closed) buttons.push_back(ui::button({.text = "Hand out links", .href = campaign.href() + "/links/new", .classes = state == CampaignState::draft ? "govuk-button--secondary" : ""}));
    if (takes && visit.may(Permission::collect_answers))
        for (const auto& [way, text] : {std::pair{"paper", "Type in answers from paper"}, std::pair{"group", "Ask someone, or a group"}})
            buttons.push_back(visit.in_form({.action = campaign.href() + "/" + way, .id = way}, ui::button({.text = text, .classes = "govuk-button--secondary"})));
    if (manages && state == CampaignState::open && visit.house.settings.mails)
        buttons.push_back(visit.in_form({.action = campaign.href() + "/remind", .id = "remind"}, ui::button({.text = "Remind those whose link is unused", .classes = "govuk-button--secondary", .prevent_double_click = true})));
    std::vector<ui::Content> links;
    const auto add = [&](bool offered, const char* text, const char* page) {
        if (offered) links.emplace_back(ui::link(text, campaign.href() + page));
    };
    add(state != CampaignState::closed, "Print the leaflet", "/leaflet");
    add(takes && visit.may(Permission::collect_answers), "Take answers from a file", "/file");
    add(state != CampaignState::draft, "Who has answered, as a file (CSV)", "/rates.csv");
    add(state != CampaignState::draft, "Results", "/results");
    add(state != CampaignState::draft, "Workshop: where we agree to stand", "/workshop");
    add(state != CampaignState::draft, "Report", "/report");
    add(manages && state != CampaignState::closed, "Change dates, name or reader", "/change");
    add(manages && state != CampaignState::closed, "Formal responses asked of organisations", "/responses");
    add(manages && (takes || state == CampaignState::waiting), "Close it and see the results in full", "/close");
    return ui::not_in_print((buttons.empty() ? ui::Html{} : ui::button_group(buttons)) + (links.empty() ? ui::Html{} : ui::bullets(links)));
}

/// Why it cannot be closed yet: once it is, no other reader can be named, and what a child wrote must not lie where nobody may open it.
std::optional<std::string> words_in_the_way(web::Visit& visit, const Campaign& campaign)
{
    const auto waiting = count_words_waiting(visit.reader(), campaign.id);
    if (waiting == 0) return std::nullopt;
    return counted(waiting, "text that a child wrote waits", "texts that children wrote wait") + " to be read and closed by " + (campaign.reader ? campaign.reader->name : "its reader") + ". Have that done first, or name another reader";
}

}  // namespace

Result<Campaign> campaign_in_path(web::Visit& visit)
{
    const auto id = visit.public_id("campaign");
    if (!id) return std::unexpected(id.error());
    return find_campaign(visit.reader(), *id);
}

Result<Campaign> taking_campaign_in_path(web::Visit& visit)
{
    auto campaign = campaign_in_path(visit);
    if (!campaign) return campaign;
    const auto state = campaign->state(visit.today());
    if (state != CampaignState::open && state != CampaignState::ended) return conflict("Answers are taken from " + campaign->opens_on.in_words() + " until the campaign is closed");
    return campaign;
}

Names names_for(web::Visit& visit, const CampaignDesk& desk, const access::Reach& reach)
{
    Names names{desk.places.organisations(visit.reader()), desk.places.localities(visit.reader())};
    std::erase_if(names.partners, [&](const Partner& partner) { return !reach.covers(partner.id); });
    return names;
}

web::Response list_all_campaigns(web::Visit& visit, const CampaignDesk& desk)
{
    const auto campaigns = list_campaigns(visit.reader());
    const auto open = std::ranges::count_if(campaigns, [&](const Campaign& campaign) { return campaign.state(visit.today()) == CampaignState::open; });
    const auto heading = campaigns.empty() ? std::string{"Campaigns"} : open == 0 ? std::string{"No campaign is open"} : counted(open, "campaign is", "campaigns are") + " open";
    return visit.page({.title = "Campaigns", .heading = heading, .nav = std::string{list_path}}, campaign_list(campaigns, *desk.instruments, visit.today(), visit.may(Permission::manage_campaigns)));
}

web::Response show_new_campaign(web::Visit& visit, const CampaignDesk& desk)
{
    visit.form().fill("reader_days", "1");
    return new_page(visit, desk);
}

web::Response add_campaign(web::Visit& visit, const CampaignDesk& desk)
{
    Campaign campaign;
    const auto* instrument = desk.instruments->latest(visit.form().text("instrument"));
    if (instrument == nullptr) visit.form().add({.field = "instrument", .message = "Choose a questionnaire"});
    else {
        campaign.instrument = instrument->id;
        campaign.version = instrument->version;
        campaign.digest = instrument->digest;
    }
    read_into(visit, desk, campaign);
    if (visit.form().has_problems()) return new_page(visit, desk);
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Campaign prepared"};
    campaign = add(changes, campaign, visit.now());
    visit.writer().commit();
    return visit.redirect(campaign.href(), "Campaign prepared. Hand out links, then open it");
}

web::Response show_campaign(web::Visit& visit, const CampaignDesk& desk)
{
    const auto campaign = campaign_in_path(visit);
    if (!campaign) return visit.problem(campaign.error());
    const auto instrument = instrument_of(*desk.instruments, *campaign);
    if (!instrument) return visit.problem(instrument.error());
    const auto names = names_for(visit, desk, visit.reach());
    const auto rates = rates_of(handed_out(visit.reader(), campaign->id), came(visit.reader(), campaign->id), quotas_of(visit.reader(), campaign->id));
    auto content = ui::paragraph(state_words(*campaign, visit.today()) + ". " + rates_sentence(rates), "govuk-body-l") + actions_for(visit, *campaign) + rates_tables(rates, **instrument, names);
    if (visit.may(Permission::manage_campaigns)) content += links_table(*campaign, links_of(visit.reader(), campaign->id), **instrument, names, visit.today());
    return visit.page({.title = campaign->name, .caption = std::string{(*instrument)->say((*instrument)->name, {.language = (*instrument)->languages.front().code})},
                       .breadcrumbs = crumbs(), .nav = std::string{list_path}, .wide = true}, content);
}

web::Response rates_file(web::Visit& visit, const CampaignDesk& desk)
{
    const auto campaign = campaign_in_path(visit);
    if (!campaign) return visit.problem(campaign.error());
    const auto instrument = instrument_of(*desk.instruments, *campaign);
    if (!instrument) return visit.problem(instrument.error());
    const auto rates = rates_of(handed_out(visit.reader(), campaign->id), came(visit.reader(), campaign->id), quotas_of(visit.reader(), campaign->id));
    return web::Response::file("rates.csv", "text/csv; charset=utf-8", rates_csv(*campaign, rates, **instrument, names_for(visit, desk, visit.reach()), visit.today()));
}

web::Response show_change_campaign(web::Visit& visit, const CampaignDesk& desk)
{
    const auto campaign = campaign_in_path(visit);
    if (!campaign) return visit.problem(campaign.error());
    auto& form = visit.form();
    form.fill("name", campaign->name);
    web::fill_day(form, "opens_on", campaign->opens_on);
    web::fill_day(form, "closes_on", campaign->closes_on);
    if (campaign->report_due) web::fill_day(form, "report_due", *campaign->report_due);
    form.fill("reader", campaign->reader ? std::to_string(campaign->reader->account.value()) : "").fill("reader_days", std::to_string(campaign->reader ? campaign->reader->days : 1));
    if (campaign->before)
        if (const auto before = find_campaign(visit.reader(), *campaign->before)) form.fill("before", before->public_id.text());
    return change_page(visit, desk, *campaign);
}

web::Response change_campaign(web::Visit& visit, const CampaignDesk& desk)
{
    const auto held = campaign_in_path(visit);
    if (!held) return visit.problem(held.error());
    if (held->stage == Stage::closed) return visit.problem(conflict("This campaign is closed").error());
    auto campaign = *held;
    read_into(visit, desk, campaign);
    // Whoever was told who reads what they write must be able to rely on it; another reader in their place may be named at any time.
    if (held->stage == Stage::running && held->reader && !campaign.reader) visit.form().add({.field = "reader", .message = "Children were told that someone reads what they write: name somebody"});
    if (visit.form().has_problems()) return change_page(visit, desk, *held);
    if (campaign == *held) return visit.redirect(held->href());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Campaign changed"};
    if (!is_still(visit, *held)) return visit.problem(conflict("Somebody changed this campaign meanwhile. Look at it again").error());
    replace(changes, campaign);
    visit.writer().commit();
    return visit.redirect(campaign.href(), "Campaign changed");
}

web::Response open_campaign(web::Visit& visit, const CampaignDesk& desk)
{
    auto campaign = campaign_in_path(visit);
    if (!campaign) return visit.problem(campaign.error());
    if (campaign->stage != Stage::draft) return visit.redirect(campaign->href());
    if (const auto instrument = instrument_of(*desk.instruments, *campaign); !instrument) return visit.problem(instrument.error());
    const auto held = *campaign;
    campaign->stage = Stage::running;
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Campaign opened"};
    if (!is_still(visit, held)) return visit.problem(conflict("Somebody changed this campaign meanwhile. Look at it again").error());
    replace(changes, *campaign);
    visit.writer().commit();
    return visit.redirect(campaign->href(), visit.today() < campaign->opens_on ? "Links work from " + campaign->opens_on.in_words() : "The campaign is open");
}

web::Response show_close_campaign(web::Visit& visit, const CampaignDesk&)
{
    const auto campaign = campaign_in_path(visit);
    if (!campaign) return visit.problem(campaign.error());
    if (campaign->stage != Stage::running) return visit.redirect(campaign->href());
    const web::PageParts parts{.title = "Close the campaign", .breadcrumbs = crumbs(&*campaign), .nav = std::string{list_path}};
    if (const auto unread = words_in_the_way(visit, *campaign))
        return visit.page(parts, ui::two_thirds(ui::inset_text({.text = *unread + "."}) + ui::paragraph(ui::link("Name another reader", campaign->href() + "/change"))));
    std::vector<ui::Content> what{"Links work no more, answers that were begun and not sent are deleted, and email addresses are forgotten.",
                                  "No answer can be added later, not from paper either: type in what is left first.",
                                  "Results are shown by organisation, locality and sector too, in groups large enough to hide anyone.", "A closed campaign is not opened again: results that changed by a few answers would tell what those few said."};
    const auto form = visit.in_form({.action = campaign->href() + "/close"}, ui::button({.text = "Close the campaign", .classes = "govuk-button--warning", .prevent_double_click = true}));
    return visit.page(parts, ui::two_thirds(ui::bullets(what) + form));
}

web::Response close_campaign(web::Visit& visit, const CampaignDesk& desk)
{
    auto campaign = campaign_in_path(visit);
    if (!campaign) return visit.problem(campaign.error());
    if (campaign->stage != Stage::running) return visit.redirect(campaign->href());
    const auto instrument = instrument_of(*desk.instruments, *campaign);
    if (!instrument) return visit.problem(instrument.error());
    if (const auto unread = words_in_the_way(visit, *campaign)) return visit.problem(conflict(*unread).error());
    const auto held = *campaign;
    campaign->stage = Stage::closed;
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Campaign closed"};
    if (!is_still(visit, held)) return visit.problem(conflict("Somebody changed this campaign meanwhile. Look at it again").error());
    replace(changes, *campaign);
    count_waiting(visit.writer(), campaign->id, static_cast<std::int64_t>((*instrument)->threshold), true);
    delete_drafts(visit.writer(), campaign->id);
    forget_addresses(visit.writer(), campaign->id);
    visit.writer().commit();
    return visit.redirect(campaign->href(), "The campaign is closed");
}

web::Response show_quotas(web::Visit& visit, const CampaignDesk& desk)
{
    const auto campaign = campaign_in_path(visit);
    if (!campaign) return visit.problem(campaign.error());
    if (campaign->stage == Stage::closed) return visit.problem(conflict("This campaign is closed, and what was asked of whom stands as it was").error());
    const auto fields = quota_fields(visit.form(), quotas_of(visit.reader(), campaign->id), names_for(visit, desk, visit.reach()));
    const auto content = ui::paragraph("How many formal responses each organisation is to send. Leave empty where none is asked.") +
                         visit.in_form({.action = campaign->href() + "/responses"}, fields + ui::button({.text = "Save"}));
    const web::PageParts parts{.title = "Formal responses", .breadcrumbs = crumbs(&*campaign), .nav = std::string{list_path}};
    return visit.form().has_problems() ? visit.try_again(parts, content) : visit.page(parts, content);
}

web::Response save_quotas(web::Visit& visit, const CampaignDesk& desk)
{
    const auto campaign = campaign_in_path(visit);
    if (!campaign) return visit.problem(campaign.error());
    if (campaign->stage == Stage::closed) return visit.problem(conflict("This campaign is closed, and what was asked of whom stands as it was").error());
    Quotas quotas;
    for (const auto& partner : open_partners(names_for(visit, desk, visit.reach()), visit.today())) {
        const auto field = "responses." + partner.public_id.text();
        const auto text = visit.form().text(field);
        const auto number = number_in(text);
        if (text.empty()) continue;
        if (!number || *number < 0 || *number > 1000) visit.form().add({.field = field, .message = "Enter a whole number from 0 to 1,000 for " + partner.name});
        else if (*number > 0) quotas.emplace(partner.id, *number);
    }
    if (visit.form().has_problems()) return show_quotas(visit, desk);
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Formal responses asked of organisations"};
    if (set_quotas(changes, campaign->id, quotas)) visit.writer().commit();
    return visit.redirect(campaign->href(), "Saved");
}

}  // namespace kith::questionnaire
