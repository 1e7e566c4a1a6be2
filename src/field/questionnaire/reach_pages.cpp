#include "questionnaire/reach_pages.hpp"

#include "db/transaction.hpp"
#include "questionnaire/campaign_pages.hpp"
#include "questionnaire/campaign_views.hpp"
#include "questionnaire/reach_views.hpp"
#include "ui/choices.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/words.hpp"
#include "web/form_fields.hpp"

#include <algorithm>
#include <charconv>

namespace kith::questionnaire {
namespace {

using access::Permission;

/// Who may say that an organisation's staff were sent something: whoever runs campaigns, and who hands in the organisation's returns.
bool may_say(web::Visit& visit, access::OrganisationId organisation)
{
    return visit.reach(Permission::manage_campaigns).covers(organisation) || visit.reach(Permission::hand_in_returns).covers(organisation);
}

Result<ReachMessage> message_in_path(web::Visit& visit)
{
    const auto id = visit.public_id("message");
    if (!id) return std::unexpected(id.error());
    return find_reach_message(visit.reader(), *id);
}

/// Those that are open, within reach.
std::vector<Partner> partners_of(web::Visit& visit, const CampaignDesk& desk) { return open_partners(names_for(visit, desk, visit.reach()), visit.today()); }

/// False where somebody changed it since it was read: asked of the writer, when nobody else writes.
bool is_still(web::Visit& visit, const ReachMessage& read)
{
    const auto now = find_reach_message(visit.writer(), read.public_id);
    return now && *now == read;
}
web::Response changed_meanwhile(web::Visit& visit) { return visit.problem(conflict("Somebody changed this meanwhile. Look at it again").error()); }

/// How far it has reached, of those whom the viewer may see.
std::string reached_of(web::Visit& visit, const Reached& reached)
{
    if (reached.partners.empty()) return "None of the organisations that are to send it is yours to see.";
    return (visit.reach().is_everything() ? std::string{} : std::string{"Of the organisations that you may see: "}) + reached_words(reached);
}

web::PageParts parts_of(std::string title, const ReachMessage* message = nullptr)
{
    web::PageParts parts{.title = std::move(title), .breadcrumbs = {{"Campaigns", "/campaigns"}, {"Proof of reach", "/reach"}}, .nav = "/campaigns"};
    if (message != nullptr) parts.breadcrumbs.push_back({message->title, message->href()});
    return parts;
}

web::Response shown(web::Visit& visit, const web::PageParts& parts, const ui::Html& content)
{
    return visit.form().has_problems() ? visit.try_again(parts, ui::two_thirds(content)) : visit.page(parts, ui::two_thirds(content));
}

/// What the form says, with its faults put on the form.
void read_into(web::Visit& visit, ReachMessage& message)
{
    auto& form = visit.form();
    message.title = form.text("title");
    message.words = form.text("words");
    message.link = form.text("link");
    for (auto& problem : problems_of(message)) form.add(std::move(problem));
    if (const auto day = form.date("due_on", "The day by which staff are to be sent it")) message.due_on = *day;
    else form.add(day.error());
}

ui::Html message_form(web::Visit& visit, const std::string& action)
{
    return visit.in_form({.action = action}, reach_message_fields(visit.form()) + ui::button({.text = "Save", .prevent_double_click = true}));
}

web::Response change_page(web::Visit& visit, const ReachMessage& message)
{
    const auto away = visit.in_form({.action = message.href() + "/away", .id = "away"}, ui::button({.text = "Take it away, with what organisations said", .classes = "govuk-button--warning"}));
    return shown(visit, parts_of("Change it", &message), message_form(visit, message.href() + "/change") + away);
}

/// The message and the organisation in the path, for whoever may say something of it.
struct Place {
    ReachMessage message;
    Partner partner;
    std::optional<Telling> held;
    std::string href() const { return message.href() + "/organisations/" + partner.public_id.text(); }
};
/// False where somebody changed it since it was read: asked of the writer, when nobody else writes.
bool is_still(web::Visit& visit, const Place& place)
{
    if (!is_still(visit, place.message)) return false;
    const auto tellings = tellings_of(visit.writer(), place.message.id);
    const auto now = tellings.find(place.partner.id);
    return (now == tellings.end() ? std::nullopt : std::optional{now->second}) == place.held;
}

Result<Place> place_in_path(web::Visit& visit, const CampaignDesk& desk)
{
    const auto message = message_in_path(visit);
    if (!message) return std::unexpected(message.error());
    const auto partners = partners_of(visit, desk);
    const auto found = std::ranges::find_if(partners, [&](const Partner& partner) { return partner.public_id.text() == visit.parameter("organisation"); });
    if (found == partners.end() || !may_say(visit, found->id)) return not_found("Organisation");
    const auto tellings = tellings_of(visit.reader(), message->id);
    const auto held = tellings.find(found->id);
    return Place{*message, *found, held == tellings.end() ? std::nullopt : std::optional{held->second}};
}

web::Response telling_page(web::Visit& visit, const Place& place)
{
    auto parts = parts_of("Say when staff were sent it", &place.message);
    parts.caption = place.partner.name;
    auto content = ui::paragraph(place.message.title, "govuk-body-l") + visit.in_form({.action = place.href()}, telling_fields(visit.form()) + ui::button({.text = "Save", .prevent_double_click = true}));
    if (place.held) content += visit.in_form({.action = place.href() + "/away", .id = "away"}, ui::button({.text = "Take this back", .classes = "govuk-button--secondary"}));
    return shown(visit, parts, content);
}

}  // namespace

web::Response list_reach(web::Visit& visit, const CampaignDesk& desk)
{
    const auto partners = partners_of(visit, desk);
    ui::Html content;
    if (visit.may(Permission::manage_campaigns)) content += ui::not_in_print(ui::button({.text = "Add what is to reach staff", .href = "/reach/new"}));
    const auto messages = reach_messages(visit.reader());
    if (messages.empty()) content += ui::empty_state({.text = "Nothing is to be sent to every organisation's staff yet."});
    for (const auto& message : messages) {
        const auto tellings = tellings_of(visit.reader(), message.id);
        content += ui::heading(2, ui::link(message.title, message.href()), "m") + ui::paragraph(reached_of(visit, {message, partners, tellings}) + " To be sent by " + message.due_on.in_words() + ".");
    }
    return visit.page({.title = "Proof of reach", .breadcrumbs = {{"Campaigns", "/campaigns"}}, .nav = "/campaigns"}, ui::two_thirds(content));
}

web::Response show_new_reach_message(web::Visit& visit, const CampaignDesk&) { return shown(visit, parts_of("Add what is to reach staff"), message_form(visit, "/reach")); }

web::Response add_reach_message(web::Visit& visit, const CampaignDesk&)
{
    ReachMessage message;
    read_into(visit, message);
    if (visit.form().has_problems()) return shown(visit, parts_of("Add what is to reach staff"), message_form(visit, "/reach"));
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Message for all staff added"};
    message = keep(changes, message, visit.now());
    visit.writer().commit();
    return visit.redirect(message.href(), "Added");
}

web::Response show_reach(web::Visit& visit, const CampaignDesk& desk)
{
    const auto message = message_in_path(visit);
    if (!message) return visit.problem(message.error());
    const auto partners = partners_of(visit, desk);
    const auto tellings = tellings_of(visit.reader(), message->id);
    const Reached reached{*message, partners, tellings};
    auto content = ui::paragraph(reached_of(visit, reached) + " To be sent by " + message->due_on.in_words() + ".", "govuk-body-l");
    if (!message->words.empty()) content += ui::paragraph(message->words);
    if (!message->link.empty()) content += ui::paragraph(ui::link("Read it", message->link));
    std::vector<ui::Content> ways{ui::Content{ui::link("This as a file (CSV)", message->href() + "/organisations.csv")}};
    if (visit.may(Permission::manage_campaigns)) ways.emplace_back(ui::link("Change it", message->href() + "/change"));
    content += ui::not_in_print(ui::bullets(ways)) + reached_table(reached, [&](access::OrganisationId organisation) { return may_say(visit, organisation); });
    auto parts = parts_of("Proof of reach");
    parts.heading = message->title;
    parts.wide = true;
    return visit.page(parts, content);
}

web::Response reach_file(web::Visit& visit, const CampaignDesk& desk)
{
    const auto message = message_in_path(visit);
    if (!message) return visit.problem(message.error());
    const auto partners = partners_of(visit, desk);
    return web::Response::file("reach-" + visit.today().iso() + ".csv", "text/csv; charset=utf-8", reached_csv({*message, partners, tellings_of(visit.reader(), message->id)}, visit.today()));
}

web::Response show_change_reach_message(web::Visit& visit, const CampaignDesk&)
{
    const auto message = message_in_path(visit);
    if (!message) return visit.problem(message.error());
    visit.form().fill("title", message->title).fill("words", message->words).fill("link", message->link);
    web::fill_day(visit.form(), "due_on", message->due_on);
    return change_page(visit, *message);
}

web::Response change_reach_message(web::Visit& visit, const CampaignDesk&)
{
    const auto held = message_in_path(visit);
    if (!held) return visit.problem(held.error());
    auto message = *held;
    read_into(visit, message);
    if (visit.form().has_problems()) return change_page(visit, *held);
    if (message != *held) {
        db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Message for all staff changed"};
        if (!is_still(visit, *held)) return changed_meanwhile(visit);
        keep(changes, message, visit.now());
        visit.writer().commit();
    }
    return visit.redirect(message.href(), "Saved");
}

web::Response take_reach_message_away(web::Visit& visit, const CampaignDesk&)
{
    const auto held = message_in_path(visit);
    if (!held) return visit.problem(held.error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Message for all staff taken away"};
    if (!is_still(visit, *held)) return changed_meanwhile(visit);
    take_away(changes, *held);
    visit.writer().commit();
    return visit.redirect("/reach", "Taken away");
}

web::Response show_telling(web::Visit& visit, const CampaignDesk& desk)
{
    const auto place = place_in_path(visit, desk);
    if (!place) return visit.problem(place.error());
    if (place->held) {
        web::fill_day(visit.form(), "told_on", place->held->told_on);
        visit.form().fill("way", std::string{name_of(place->held->way)}).fill("staff", std::to_string(place->held->staff)).fill("evidence", place->held->evidence);
    }
    return telling_page(visit, *place);
}

web::Response save_telling(web::Visit& visit, const CampaignDesk& desk)
{
    const auto place = place_in_path(visit, desk);
    if (!place) return visit.problem(place.error());
    auto& form = visit.form();
    Telling telling = place->held.value_or(Telling{.message = place->message.id, .organisation = place->partner.id, .evidence = {}});
    if (const auto way = telling_way_named(form.text("way"))) telling.way = *way;
    else form.add({.field = "way", .message = "Choose how staff were sent it"});
    const auto staff = form.text("staff");
    telling.staff = 0;
    if (const auto [end, error] = std::from_chars(staff.data(), staff.data() + staff.size(), telling.staff); error != std::errc{} || end != staff.data() + staff.size()) telling.staff = 0;
    telling.evidence = form.text("evidence");
    if (const auto day = form.date("told_on", "The day on which staff were sent it")) telling.told_on = *day;
    else form.add(day.error());
    for (auto& problem : problems_of(telling, visit.today())) form.add(std::move(problem));
    if (form.has_problems()) return telling_page(visit, *place);
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Staff were sent a message"};
    if (!is_still(visit, *place)) return changed_meanwhile(visit);
    keep(changes, telling);
    visit.writer().commit();
    return visit.redirect(place->message.href(), "Saved");
}

web::Response take_telling_back(web::Visit& visit, const CampaignDesk& desk)
{
    const auto place = place_in_path(visit, desk);
    if (!place) return visit.problem(place.error());
    if (!place->held) return visit.problem(conflict("Nothing is said of this organisation any more").error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Taken back that staff were sent a message"};
    if (!is_still(visit, *place)) return changed_meanwhile(visit);
    take_back(changes, *place->held);
    visit.writer().commit();
    return visit.redirect(place->message.href(), "Taken back");
}

}  // namespace kith::questionnaire
