#include "questionnaire/campaign_views.hpp"

#include "base/quantity.hpp"
#include "base/text.hpp"
#include "ui/choices.hpp"
#include "ui/pieces.hpp"
#include "ui/qr_code.hpp"
#include "ui/notices.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "web/form_fields.hpp"

#include <algorithm>

namespace kith::questionnaire {
namespace {

std::string said_plainly(const Instrument& instrument, const Wording& wording)
{
    return std::string{instrument.say(wording, {.language = instrument.languages.front().code})};
}

constexpr std::ptrdiff_t links_shown_at_once = 10;

/// "1 of 2", "1 of 1 and 1 more", "1 unasked".
std::string formal_words(const Rate& rate)
{
    const auto more = rate.formal - rate.formal_of_asked;
    if (rate.asked_formal == 0) return rate.formal == 0 ? "not asked" : with_commas(rate.formal) + " unasked";
    return with_commas(rate.formal_of_asked) + " of " + with_commas(rate.asked_formal) + (more > 0 ? " and " + with_commas(more) + " more" : "");
}

ui::Html rate_table(std::string caption, const std::vector<RateRow>& rows, bool formal)
{
    const bool handed_out = std::ranges::any_of(rows, [](const RateRow& row) { return row.rate.handed_out > 0; });
    ui::Table table{.head = {{.text = caption}}, .caption = "Answers by " + lower_ascii(caption), .caption_classes = "govuk-visually-hidden", .first_cell_is_header = true};
    if (handed_out)
        for (const auto* column : {"Handed a link", "Of those answered"}) table.head.push_back({.text = column, .format = "numeric"});
    table.head.push_back({.text = handed_out ? "Answers in all" : "Answers", .format = "numeric"});
    if (formal) table.head.push_back({.text = "Formal responses", .format = "numeric"});
    for (const auto& [name, rate] : rows) {
        const auto share = rate.handed_out == 0 ? std::string{"none"} : with_commas(rate.used) + (rate.handed_out < 50 ? std::string{} : " (" + std::to_string((200 * rate.used + rate.handed_out) / (2 * rate.handed_out)) + "%)");
        ui::TableRow row{{.text = name}};
        if (handed_out)
            for (const auto& value : {with_commas(rate.handed_out), share}) row.push_back({.text = value, .format = "numeric"});
        row.push_back({.text = with_commas(rate.came), .format = "numeric"});
        if (formal) row.push_back({.text = formal_words(rate), .format = "numeric"});
        table.rows.push_back(std::move(row));
    }
    return ui::scrollable_table(table);
}

std::string words_of(LinkWay way)
{
    switch (way) {
    case LinkWay::one_use: return "For one person";
    case LinkWay::open: return "Open";
    case LinkWay::paper: return "Answers from paper";
    case LinkWay::group: return "Interviews and groups";
    case LinkWay::account: return "Signed in";
    }
    return {};
}

std::string words_of(LinkState state)
{
    return state == LinkState::open ? "Open" : state == LinkState::used ? "Used" : "Withdrawn";
}

std::string whom_words(const CampaignLink& link, const Instrument& instrument, const Names& names)
{
    std::vector<std::string> parts;
    if (const auto* viewpoint = instrument.viewpoint(link.for_whom.viewpoint)) parts.push_back(said_plainly(instrument, viewpoint->name));
    if (link.for_whom.organisation)
        if (const auto* partner = names.partner(*link.for_whom.organisation)) parts.push_back(partner->name);
    if (link.for_whom.locality)
        if (const auto* locality = names.locality(*link.for_whom.locality)) parts.push_back(locality->name);
    if (link.for_whom.formal) parts.emplace_back("formal response");
    return parts.empty() ? "Anyone" : joined(parts, ", ");
}

}  // namespace

const Partner* Names::partner(access::OrganisationId id) const
{
    const auto found = std::ranges::find_if(partners, [&](const Partner& partner) { return partner.id == id; });
    return found == partners.end() ? nullptr : &*found;
}

const Locality* Names::locality(access::LocalityId id) const
{
    const auto found = std::ranges::find_if(localities, [&](const Locality& locality) { return locality.id == id; });
    return found == localities.end() ? nullptr : &*found;
}

const Partner* Names::partner_with(std::string_view public_id) const
{
    const auto found = std::ranges::find_if(partners, [&](const Partner& partner) { return partner.public_id.text() == public_id; });
    return found == partners.end() ? nullptr : &*found;
}

std::vector<Partner> open_partners(const Names& names, Date today)
{
    auto open = names.partners;
    std::erase_if(open, [&](const Partner& partner) { return !partner.is_open(today); });
    return open;
}

std::string state_words(const Campaign& campaign, Date today)
{
    switch (campaign.state(today)) {
    case CampaignState::draft: return "Being prepared";
    case CampaignState::waiting: return "Opens on " + campaign.opens_on.in_words();
    case CampaignState::open: return "Open until " + campaign.closes_on.in_words();
    case CampaignState::ended: return "Ended on " + campaign.closes_on.in_words() + ", to be closed";
    case CampaignState::closed: return "Closed";
    }
    return {};
}

ui::Html campaign_list(const std::vector<Campaign>& campaigns, const Instruments& instruments, Date today, bool may_manage)
{
    const auto start = may_manage ? ui::not_in_print(ui::button({.text = "Prepare a campaign", .href = "/campaigns/new"})) : ui::Html{};
    if (campaigns.empty()) return ui::empty_state({.text = "No questionnaire has been put to anyone yet."}) + start;
    ui::Table table{.head = {{.text = "Campaign"}, {.text = "Questionnaire"}, {.text = "State"}}, .caption = "Campaigns, newest first", .caption_classes = "govuk-visually-hidden", .first_cell_is_header = true};
    for (const auto& campaign : campaigns) {
        const auto* instrument = instruments.find(campaign.instrument, campaign.version);
        table.rows.push_back({{.text = ui::link(campaign.name, campaign.href())}, {.text = instrument == nullptr ? campaign.instrument : said_plainly(*instrument, instrument->name)}, {.text = state_words(campaign, today)}});
    }
    return start + ui::scrollable_table(table);
}

ui::Html campaign_fields(const web::Form& form, const Instruments& instruments, const std::vector<PossibleReader>& readers, const std::vector<Campaign>& earlier, bool is_new)
{
    ui::Html fields;
    if (is_new) {
        std::vector<ui::RadioItem> items;
        for (const auto& instrument : instruments.all())
            if (instruments.latest(instrument.id) == &instrument) items.push_back({.text = said_plainly(instrument, instrument.name), .value = instrument.id, .hint = {.text = said_plainly(instrument, instrument.purpose)}});
        fields += ui::radios({.fieldset = {.legend = {.text = "Questionnaire", .classes = "govuk-fieldset__legend--s"}}, .error_message = {.text = form.error("instrument").value_or("")}, .name = "instrument",
                              .items = std::move(items), .value = form.text("instrument")});
    }
    fields += ui::input({.id = "name", .name = "name", .value = form.as_given("name"), .label = {.text = "Name of the campaign", .classes = "govuk-label--s"}, .hint = {.text = "As your partners know it, with the year"},
                         .error_message = {.text = form.error("name").value_or("")}});
    fields += web::day_field(form, "opens_on", "First day for answers") + web::day_field(form, "closes_on", "Last day for answers") + web::day_field(form, "report_due", "Report due on", "Leave empty where there is no date");
    std::vector<ui::SelectItem> people{{.value = "", .text = "Nobody: children are asked for no words of their own"}};
    for (const auto& reader : readers) people.push_back({.value = std::to_string(reader.account.value()), .text = reader.name});
    fields += ui::select({.id = "reader", .name = "reader", .items = std::move(people), .value = form.text("reader"), .label = {.text = "Who reads what children write", .classes = "govuk-label--s"},
                          .hint = {.text = "Only where the questionnaire asks children. The page tells them the name. What a child writes comes to this person at once"}, .error_message = {.text = form.error("reader").value_or("")}});
    fields += ui::input({.id = "reader_days", .name = "reader_days", .inputmode = "numeric", .value = form.as_given("reader_days"), .label = {.text = "Read within how many days", .classes = "govuk-label--s"},
                         .error_message = {.text = form.error("reader_days").value_or("")}, .classes = "govuk-input--width-2"});
    if (!earlier.empty()) {
        std::vector<ui::SelectItem> before{{.value = "", .text = "None"}};
        for (const auto& campaign : earlier) before.push_back({.value = campaign.public_id.text(), .text = campaign.name});
        fields += ui::select({.id = "before", .name = "before", .items = std::move(before), .value = form.text("before"), .label = {.text = "Compare with", .classes = "govuk-label--s"}, .hint = {.text = "An earlier campaign with the same questionnaire"},
                              .error_message = {.text = form.error("before").value_or("")}});
    }
    return fields;
}

std::string rates_sentence(const Rates& rates)
{
    const auto& whole = rates.whole;
    if (whole.came == 0 && whole.handed_out == 0) return "Nobody has been handed a link yet.";
    auto words = counted(whole.came, "answer has", "answers have") + " come in.";
    if (whole.handed_out > 0) words += " Of " + counted(whole.handed_out, "person", "people") + " handed a link of their own, " + with_commas(whole.used) + (whole.used == 1 ? " has" : " have") + " answered.";
    if (whole.asked_formal > 0) words += " " + with_commas(whole.formal_of_asked) + " of " + counted(whole.asked_formal, "formal response asked is", "formal responses asked are") + " there" +
                                         (whole.formal > whole.formal_of_asked ? ", and " + with_commas(whole.formal - whole.formal_of_asked) + " that nobody asked for." : ".");
    return words;
}

RateRows rate_rows(const Rates& rates, const Instrument& instrument, const Names& names)
{
    RateRows rows;
    for (const auto& viewpoint : instrument.viewpoints) {
        const auto found = rates.by_viewpoint.find(viewpoint.id);
        rows.viewpoints.push_back({said_plainly(instrument, viewpoint.name), found == rates.by_viewpoint.end() ? Rate{} : found->second});
    }
    for (const auto& partner : names.partners)
        if (const auto found = rates.by_organisation.find(partner.id); found != rates.by_organisation.end()) rows.organisations.push_back({partner.name, found->second});
    for (const auto& locality : names.localities)
        if (const auto found = rates.by_locality.find(locality.id); found != rates.by_locality.end()) rows.localities.push_back({locality.name, found->second});
    return rows;
}

ui::Html rates_tables(const Rates& rates, const Instrument& instrument, const Names& names)
{
    const auto rows = rate_rows(rates, instrument, names);
    auto html = ui::heading(2, "Who has answered", "m") + rate_table("Viewpoint", rows.viewpoints, false);
    if (!rows.organisations.empty()) html += rate_table("Organisation", rows.organisations, true);
    if (!rows.localities.empty()) html += rate_table("Locality", rows.localities, false);
    return html;
}

ui::Html links_table(const Campaign& campaign, const std::vector<CampaignLink>& links, const Instrument& instrument, const Names& names, Date today)
{
    ui::Table table{.head = {{.text = "Link"}, {.text = "For"}, {.text = "State"}, {.text = ui::visually_hidden("What can be done")}}, .caption = "Links that are not for one person", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    for (const auto& link : links) {
        if (is_for_one(link.way) || (is_for_others(link.way) && (link.state != LinkState::open || link.made_on != today))) continue;
        const auto action = link.state == LinkState::open ? ui::link_about("Change or print", (link.words.empty() ? words_of(link.way) : link.words) + ", " + lower_first(whom_words(link, instrument, names)), campaign.href() + "/links/" + link.public_id.text()) : ui::Html{};
        table.rows.push_back({{.text = link.words.empty() ? words_of(link.way) : link.words}, {.text = whom_words(link, instrument, names)}, {.text = words_of(link.state)}, {.text = action}});
    }
    if (table.rows.empty()) return {};
    const auto number = std::ssize(table.rows);
    if (number <= links_shown_at_once) return ui::scrollable_table(table);
    table.caption_classes = "govuk-visually-hidden";
    return ui::details({.summary_text = counted(number, "link that is not for one person", "links that are not for one person"), .text = ui::scrollable_table(table)});
}

ui::Html link_fields(const web::Form& form, const Instrument& instrument, const Names& names, bool mails)
{
    std::vector<ui::RadioItem> ways{{.text = "An open link", .value = "open", .hint = {.text = "For as many as have it: on a poster, in a newsletter, as a QR sheet in one setting"}},
                                    {.text = "Links for one person each", .value = "one_use", .hint = {.text = "Each works once, so that you see how many have answered, and remind those who have not"}}};
    auto fields = ui::radios({.fieldset = {.legend = {.text = "What kind of link", .classes = "govuk-fieldset__legend--s"}}, .error_message = {.text = form.error("way").value_or("")}, .name = "way", .items = std::move(ways), .value = form.text("way")});
    fields += ui::input({.id = "words", .name = "words", .value = form.as_given("words"), .label = {.text = "What you call it", .classes = "govuk-label--s"}, .hint = {.text = "Such as \"Poster in the staff room\". Only those who run the campaign see it"},
                         .error_message = {.text = form.error("words").value_or("")}});
    std::vector<ui::SelectItem> viewpoints{{.value = "", .text = "Each says for themselves"}}, partners{{.value = "", .text = "Not kept"}}, localities{{.value = "", .text = "Not kept"}};
    for (const auto& viewpoint : instrument.viewpoints) viewpoints.push_back({.value = viewpoint.id, .text = said_plainly(instrument, viewpoint.name)});
    for (const auto& partner : names.partners) partners.push_back({.value = partner.public_id.text(), .text = partner.name});
    for (const auto& locality : names.localities) localities.push_back({.value = locality.code, .text = locality.name});
    fields += ui::select({.id = "viewpoint", .name = "viewpoint", .items = std::move(viewpoints), .value = form.text("viewpoint"), .label = {.text = "Viewpoint", .classes = "govuk-label--s"}, .error_message = {.text = form.error("viewpoint").value_or("")}});
    fields += ui::select({.id = "organisation", .name = "organisation", .items = std::move(partners), .value = form.text("organisation"), .label = {.text = "Organisation kept with the answers", .classes = "govuk-label--s"}, .error_message = {.text = form.error("organisation").value_or("")}});
    fields += ui::select({.id = "locality", .name = "locality", .items = std::move(localities), .value = form.text("locality"), .label = {.text = "Locality kept with the answers", .classes = "govuk-label--s"}, .error_message = {.text = form.error("locality").value_or("")}});
    fields += ui::checkboxes({.fieldset = {.legend = {.text = ui::visually_hidden("Formal response")}}, .name = "formal", .items = {{.text = "These are formal responses of the organisation", .value = "yes"}}, .values = form.all("formal")});
    fields += ui::input({.id = "how_many", .name = "how_many", .inputmode = "numeric", .value = form.as_given("how_many"), .label = {.text = "How many links for one person", .classes = "govuk-label--s"}, .hint = {.text = "To print or copy, up to 500. Leave empty for an open link or for addresses"},
                         .error_message = {.text = form.error("how_many").value_or("")}, .classes = "govuk-input--width-4"});
    fields += ui::textarea({.id = "addresses", .name = "addresses", .rows = 4, .value = form.as_given("addresses"), .label = {.text = "Or email addresses of those to be asked", .classes = "govuk-label--s"},
                            .hint = {.text = mails ? "One a line. Each is sent a link of their own. Addresses are forgotten when the campaign closes" : "Mail is not set up: hand links out on paper, or copy them into a mail of your own"}, .error_message = {.text = form.error("addresses").value_or("")}});
    return fields;
}

ui::Html links_to_hand_over(const Campaign& campaign, const Instrument& instrument, const std::vector<MadeLink>& links, const Names& names, const std::string& partnership)
{
    auto html = ui::not_in_print(ui::paragraph("These are shown once. Print them, or copy the addresses now: each begins on a page of its own when printed."));
    for (const auto& [link, address] : links)
        html += ui::element("section", {{"class", "kith-letter"}},
                            ui::heading(2, said_plainly(instrument, instrument.name), "l") + ui::paragraph(said_plainly(instrument, instrument.purpose), "govuk-body-l") +
                                ui::paragraph("Asked by " + partnership + ". Answer until " + campaign.closes_on.in_words() + ".") + ui::qr_code(address, "QR code with the address below it") +
                                ui::paragraph(ui::element("span", {{"class", "kith-break"}}, address)) +
                                ui::paragraph((link.way == LinkWay::one_use ? "This link is for one person and works once. " : "This link may be used by everyone who is given it. ") + std::string{"No name is asked for."}) +
                                ui::paragraph(whom_words(link, instrument, names), "govuk-body-s"));
    return html;
}

ui::Html quota_fields(const web::Form& form, const Quotas& quotas, const Names& names)
{
    ui::Table table{.head = {{.text = "Organisation"}, {.text = "Formal responses asked"}}, .caption = "Formal responses asked of each organisation", .caption_classes = "govuk-visually-hidden", .first_cell_is_header = true};
    for (const auto& partner : names.partners) {
        const auto name = "responses." + partner.public_id.text();
        const auto held = quotas.find(partner.id);
        table.rows.push_back({{.text = partner.name}, {.text = ui::input({.id = name, .name = name, .inputmode = "numeric", .value = form.has(name) ? form.as_given(name) : held == quotas.end() ? "" : std::to_string(held->second),
                                                                          .label = {.text = "Formal responses asked of " + partner.name, .classes = "govuk-visually-hidden"}, .error_message = {.text = form.error(name).value_or("")}, .classes = "govuk-input--width-3"})}});
    }
    return ui::scrollable_table(table);
}

}  // namespace kith::questionnaire
