#include "questionnaire/heard_pages.hpp"

#include "base/text.hpp"
#include "questionnaire/answering.hpp"
#include "questionnaire/campaign_link_register.hpp"
#include "questionnaire/campaign_pages.hpp"
#include "questionnaire/campaign_register.hpp"
#include "questionnaire/campaign_views.hpp"
#include "questionnaire/heard_register.hpp"
#include "ui/choices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"

#include <map>

namespace kith::questionnaire {
namespace {

constexpr std::size_t longest_outcome = 2000;

std::string path_of(const ChildWords& words) { return "/heard/" + words.public_id.text(); }

std::string from_where(const ChildWords& words, const Names& names)
{
    std::vector<std::string> parts;
    if (!words.link_words.empty()) parts.push_back(words.link_words);
    if (words.organisation)
        if (const auto* partner = names.partner(*words.organisation)) parts.push_back(partner->name);
    if (words.locality)
        if (const auto* locality = names.locality(*words.locality)) parts.push_back(locality->name);
    return parts.empty() ? "An open link of the whole area" : joined(parts, ", ");
}

/// By when each is to be read, as its child was told; nothing where its campaign names no reader any more.
std::string due_words(const std::optional<NamedReader>& reader, const ChildWords& words, Date today)
{
    if (words.closed_at || !reader) return {};
    const auto due = words.due(*reader);
    return due.in_words() + (due < today ? ", overdue" : "");
}

ui::Html words_table(web::Visit& visit, const std::vector<ChildWords>& all, const Names& names, std::string caption)
{
    ui::Table table{.head = {{.text = "Came"}, {.text = "By the link"}, {.text = "To be read by"}, {.text = "State"}}, .caption = std::move(caption), .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    std::map<CampaignId, std::optional<NamedReader>> readers;
    for (const auto& words : all) {
        if (const auto [reader, is_new] = readers.try_emplace(words.campaign); is_new)
            if (const auto campaign = find_campaign(visit.reader(), words.campaign)) reader->second = campaign->reader;
        table.rows.push_back({{.text = ui::link_about(words.received_at.in_words(), "by the link " + from_where(words, names), path_of(words))}, {.text = from_where(words, names)}, {.text = due_words(readers.at(words.campaign), words, visit.today())},
                              {.text = words.closed_at ? (words.concern ? "Closed, a worry" : "Closed") : words.seen_at ? "Seen, to be closed" : "Not read yet"}});
    }
    return ui::scrollable_table(table);
}

web::Response words_page(web::Visit& visit, const CampaignDesk& desk, const ChildWords& words)
{
    const auto campaign = find_campaign(visit.reader(), words.campaign);
    const auto instrument = campaign ? instrument_of(*desk.instruments, *campaign) : not_found("Campaign");
    const auto* item = instrument ? (*instrument)->item(words.item) : nullptr;
    const auto names = names_for(visit, desk, access::Reach::everything());
    ui::SummaryList facts{.rows = {{.key = {.text = "Came"}, .value = {.text = words.received_at.in_words()}}, {.key = {.text = "By the link"}, .value = {.text = from_where(words, names)}},
                                   {.key = {.text = "Asked"}, .value = {.text = item == nullptr ? words.item : std::string{(*instrument)->say(item->words, {.language = (*instrument)->languages.front().code})}}}}};
    if (words.seen_at) facts.rows.push_back({.key = {.text = "First read"}, .value = {.text = words.seen_at->in_words()}});
    if (words.closed_at) facts.rows.push_back({.key = {.text = "Closed"}, .value = {.text = words.closed_at->in_words() + (words.concern ? ", as a worry about somebody's safety: " : ": ") + words.outcome}});
    auto content = ui::element("blockquote", {{"class", "kith-said"}, {"dir", "auto"}}, words.words) + ui::summary_list(facts);
    if (!words.closed_at) {
        auto& form = visit.form();
        content += visit.in_form({.action = path_of(words)},
                                 ui::radios({.fieldset = {.legend = {.text = "Is somebody's safety in question?", .classes = "govuk-fieldset__legend--s"}}, .error_message = {.text = form.error("concern").value_or("")}, .name = "concern",
                                             .items = {{.text = "Yes: it was passed on as your safeguarding procedures say", .value = "yes"}, {.text = "No", .value = "no"}}, .value = form.text("concern")}) +
                                     ui::textarea({.id = "outcome", .name = "outcome", .rows = 4, .value = form.as_given("outcome"), .label = {.text = "What was done, and by whom", .classes = "govuk-label--s"},
                                                   .hint = {.text = "Kept with your name and the time. Leave out the names of children"}, .error_message = {.text = form.error("outcome").value_or("")}}) +
                                     ui::button({.text = "Close", .prevent_double_click = true}));
    }
    const web::PageParts parts{.title = "What a child wrote", .breadcrumbs = {{"What children wrote", "/heard"}}};
    return visit.form().has_problems() ? visit.try_again(parts, ui::two_thirds(content)) : visit.page(parts, ui::two_thirds(content));
}

/// The campaigns that are open for whoever is signed in and that they have not answered.
std::vector<Campaign> open_for_viewer(web::Visit& visit, const CampaignDesk& desk)
{
    std::vector<Campaign> open;
    for (const auto& campaign : list_campaigns(visit.reader())) {
        if (campaign.state(visit.today()) != CampaignState::open) continue;
        const auto instrument = instrument_of(*desk.instruments, campaign);
        if (!instrument) continue;
        const auto viewpoints = viewpoints_for(**instrument, LinkWay::account);
        const auto link = link_of_account(visit.reader(), campaign.id, visit.viewer.account);
        if (!viewpoints.empty() && (!link || link->state == LinkState::open)) open.push_back(campaign);
    }
    return open;
}

}  // namespace

web::Response list_words(web::Visit& visit, const CampaignDesk& desk)
{
    const auto waiting = words_for_reader(visit.reader(), visit.viewer.account, false), closed = words_for_reader(visit.reader(), visit.viewer.account, true);
    const auto names = names_for(visit, desk, access::Reach::everything());
    auto content = waiting.empty() ? ui::empty_state({.text = "Nothing waits to be read. What a child writes in a campaign that names you comes here at once."}) : words_table(visit, waiting, names, "To read and close");
    if (!closed.empty()) content += words_table(visit, closed, names, "Closed");
    return visit.page({.title = "What children wrote", .heading = waiting.empty() ? "Nothing waits to be read" : counted(static_cast<std::int64_t>(waiting.size()), "text waits", "texts wait") + " to be read or closed",
                       .breadcrumbs = {{"Home", "/"}}}, content);
}

web::Response read_words(web::Visit& visit, const CampaignDesk& desk)
{
    const auto id = visit.public_id("words");
    if (!id) return visit.problem(id.error());
    const auto words = find_words(visit.reader(), visit.viewer.account, *id);
    if (!words) return visit.problem(words.error());
    if (!words->seen_at) {
        mark_seen(visit.writer(), words->id, visit.viewer.account, visit.now());
        visit.writer().commit();
    }
    return words_page(visit, desk, *words);
}

web::Response finish_words(web::Visit& visit, const CampaignDesk& desk)
{
    const auto id = visit.public_id("words");
    if (!id) return visit.problem(id.error());
    const auto words = find_words(visit.reader(), visit.viewer.account, *id);
    if (!words) return visit.problem(words.error());
    auto& form = visit.form();
    const auto outcome = form.text("outcome"), concern = form.text("concern");
    if (concern != "yes" && concern != "no") form.add({.field = "concern", .message = "Choose whether somebody's safety is in question"});
    if (outcome.empty()) form.add({.field = "outcome", .message = "Write what was done, if only \"Read, nothing to do\""});
    if (length_in_characters(outcome) > longest_outcome) form.add({.field = "outcome", .message = "What was done must be 2,000 characters or fewer"});
    if (form.has_problems()) return words_page(visit, desk, *words);
    if (!close_words(visit.writer(), words->id, visit.viewer.account, concern == "yes", outcome, visit.now())) return visit.problem(conflict("This was closed already").error());
    visit.writer().commit();
    return visit.redirect("/heard", "Closed");
}

std::vector<web::HomeItem> words_to_read(web::Visit& visit)
{
    if (!visit.may(access::Permission::hear_children)) return {};
    const auto waiting = words_for_reader(visit.reader(), visit.viewer.account, false);
    if (waiting.empty()) return {};
    return {{.title = counted(static_cast<std::int64_t>(waiting.size()), "text that a child wrote waits", "texts that children wrote wait") + " for you", .words = "Someone may need help. Read and close each",
             .href = "/heard", .urgency = web::Urgency::at_once}};
}

web::Response list_own_questions(web::Visit& visit, const CampaignDesk& desk)
{
    const auto open = open_for_viewer(visit, desk);
    ui::Html content;
    for (const auto& campaign : open) {
        const auto instrument = instrument_of(*desk.instruments, campaign).value();
        const Voice voice{.language = instrument->languages.front().code};
        content += ui::heading(2, campaign.name, "m") + ui::paragraph(std::string{instrument->say(instrument->purpose, voice)}) + ui::paragraph("Open until " + campaign.closes_on.in_words() + ".") +
                   visit.in_form({.action = "/questions/" + campaign.public_id.text(), .id = "c-" + campaign.public_id.text()}, ui::button({.text = "Answer " + campaign.name}));
    }
    if (open.empty()) content = ui::empty_state({.text = "Nothing is asked of you just now."});
    return visit.page({.title = "Questions for you", .breadcrumbs = {{"Home", "/"}}}, ui::two_thirds(content));
}

web::Response answer_own(web::Visit& visit, const CampaignDesk& desk)
{
    const auto campaign = campaign_in_path(visit);
    if (!campaign) return visit.problem(campaign.error());
    if (campaign->state(visit.today()) != CampaignState::open) return visit.problem(conflict("These questions are not open").error());
    // Read in the writer's turn: two browsers of one person at once must not make two links.
    auto& writer = visit.writer();
    const auto held = link_of_account(writer, campaign->id, visit.viewer.account);
    if (held && held->state != LinkState::open) return visit.problem(conflict("You have answered these questions already").error());
    std::string secret;
    if (held) secret = another_secret(writer, held->id, visit.house.chance);
    else secret = make_link(writer, {.campaign = campaign->id, .way = LinkWay::account, .for_whom = {.organisation = desk.organisation_of(visit.reader(), visit.viewer)}, .words = "Signed in", .account = visit.viewer.account}, visit.house.chance, visit.now()).second;
    writer.commit();
    return visit.redirect("/answer/" + secret);
}

std::vector<web::HomeItem> questions_waiting(web::Visit& visit, const CampaignDesk& desk)
{
    std::vector<web::HomeItem> items;
    for (const auto& campaign : open_for_viewer(visit, desk))
        items.push_back({.title = campaign.name, .words = "Questions for you, until " + campaign.closes_on.in_words(), .href = "/questions", .urgency = web::Urgency::soon});
    return items;
}

}  // namespace kith::questionnaire
