#include "questionnaire/answering_pages.hpp"

#include "questionnaire/answering_door_pages.hpp"
#include "questionnaire/answering_views.hpp"
#include "questionnaire/answer_text.hpp"
#include "questionnaire/campaign_link_register.hpp"
#include "questionnaire/campaign_register.hpp"
#include "questionnaire/sheet_register.hpp"
#include "ui/choices.hpp"
#include "ui/notices.hpp"
#include "ui/words.hpp"
#include "web/form_fields.hpp"

#include <algorithm>

namespace kith::questionnaire {
namespace {

/// What the form's hidden fields repeat of the address, since a form sends none of it.
Shown shown_sent(const web::Form& form, const Instrument& instrument)
{
    Shown shown{.voice = {.language = instrument.languages.front().code, .easy = form.text("easy") == "1"}, .large = form.text("large") == "1"};
    if (const auto* language = language_of(instrument.languages, form.text("language"))) shown.voice.language = language->code;
    return shown;
}

/// The address of a page that no draft tells the language of.
std::string in_language(const std::string& path, const Instrument& instrument, const Shown& shown)
{
    return shown.voice.language == instrument.languages.front().code ? path : path + "?language=" + shown.voice.language;
}

web::Response first_page(web::Visit& visit, const Door& door, const Shown& shown)
{
    const auto viewpoints = viewpoints_at(*door.instrument, door.link);
    FirstPage page{.campaign = door.campaign, .link = door.link, .reading = {*door.instrument, shown}, .partnership = visit.house.settings.partnership, .path = door.path, .viewpoints = viewpoints,
                   .has_begun = begun_at(visit, door).has_value(), .form = visit.form()};
    if (viewpoints.size() == 1) page.questions = asked_in(door.campaign, *door.instrument, {viewpoints.front()->id, door.link.for_whom.leader.value_or(false)}, {}).size();
    const auto hidden = web::hidden_field("language", shown.voice.language) + web::hidden_field("easy", shown.voice.easy ? "1" : "") + web::hidden_field("large", shown.large ? "1" : "");
    const auto form = visit.in_form({.action = door.path}, hidden + first_fields(page) + ui::button({.text = phrase_html(page.reading, page.has_begun ? "begin_anew" : "begin"), .is_start_button = !page.has_begun}));
    const auto back = ui::paragraph(ui::link(phrase_html(page.reading, "come_back"), in_language(door.path + "/return", *door.instrument, shown))) +
                      ui::paragraph(ui::link(phrase_html(page.reading, "leaflet"), shown_href(door.path + "/leaflet", shown)));
    const auto content = ui::two_thirds(as_read(page.reading, first_words(page) + form + back));
    const web::PageParts parts{.title = said_text(page.reading, door.instrument->name)};
    return visit.form().has_problems() ? visit.try_again(parts, content) : visit.page(parts, content);
}

/// The answers on who is about to answer, with their faults put on the form.
std::optional<Begun> begun_by(web::Visit& visit, const Door& door)
{
    auto& form = visit.form();
    Begun begun{.campaign = door.campaign.id, .respondent = {}, .shown = shown_sent(form, *door.instrument), .answers = {}};
    const auto viewpoints = viewpoints_at(*door.instrument, door.link);
    const auto chosen = viewpoints.size() == 1 ? viewpoints.front()->id : form.text("viewpoint");
    auto respondent = respondent_of(*door.instrument, viewpoints, door.link.for_whom.leader, {.viewpoint = chosen, .leader = form.text("leader"), .consent = form.text("consent")});
    if (respondent) begun.respondent = std::move(*respondent);
    else
        for (const auto& missing : respondent.error()) form.add({.field = missing.field, .message = said_phrase(*door.instrument, missing.phrase, begun.shown.voice).words});
    if (form.has_problems()) return std::nullopt;
    return begun;
}

web::Response ask_parent_first(web::Visit& visit, const Door& door, const Shown& shown)
{
    const Reading reading{*door.instrument, shown};
    return visit.page({.title = phrase_text(reading, "ask_parent"), .back = door.path},
                      ui::two_thirds(as_read(reading, ui::paragraph(phrase_html(reading, "ask_parent_show"), "govuk-body-l") + ui::paragraph(phrase_html(reading, "ask_parent_nothing_kept")))));
}

struct Place {
    std::size_t number = 0, of = 0;
    const Part* before = nullptr;
};
Place place_of(const std::vector<Part>& parts, const Part& part)
{
    const auto at = static_cast<std::size_t>(&part - parts.data());
    return {at + 1, parts.size(), at == 0 ? nullptr : &parts[at - 1]};
}

/// The page of one part, with what is kept or was sent.
web::Response part_page(web::Visit& visit, const Door& door, const Begun& begun, const std::vector<Part>& parts, const Part& part, const Sent& given)
{
    const Reading reading{*door.instrument, begun.shown};
    const auto place = place_of(parts, part);
    const bool writes = std::ranges::any_of(part.items, [](const Item* item) { return item->is_free_text(); });
    const auto* viewpoint = door.instrument->viewpoint(begun.respondent.viewpoint);
    auto inside = part.section->introduction.empty() ? ui::Html{} : ui::paragraph(said_html(reading, part.section->introduction));
    if (writes && viewpoint->children) inside += if_hurt(door.campaign, reading);
    inside += question_fields(reading, part.items, given, visit.form());
    inside += ui::button_group({ui::button({.text = phrase_html(reading, place.number == place.of ? "save_and_check" : "save_and_go_on")}),
                                ui::button({.text = phrase_html(reading, "save_for_later"), .name = "later", .value = "1", .classes = "govuk-button--secondary"})});
    const auto content = ui::two_thirds(as_read(reading, visit.in_form({.action = door.path + "/part/" + part.section->id}, inside)));
    const web::PageParts page{.title = said_text(reading, part.section->title), .caption = phrase_text(reading, "part", {{"number", std::to_string(place.number)}, {"of", std::to_string(place.of)}}),
                              .back = place.before == nullptr ? door.path : door.path + "/part/" + place.before->section->id};
    return visit.form().has_problems() ? visit.try_again(page, content) : visit.page(page, content);
}

std::vector<Part> parts_at(const Door& door, const Begun& begun)
{
    return parts_of(door.campaign, *door.instrument, begun.respondent, begun.answers);
}

/// What is kept of these items, as a form would have sent it.
Sent kept(const Part& part, const Begun& begun)
{
    Sent sent;
    for (const auto* item : part.items)
        if (const auto answer = begun.answers.find(item->key); answer != begun.answers.end())
            for (auto& field : sent_of(*item, answer->second)) sent.push_back(std::move(field));
    return sent;
}

/// A code by which to come back, shown once.
web::Response with_code(web::Visit& visit, const Door& door, const Shown& shown)
{
    std::vector<std::uint8_t> bytes(code_bytes);
    visit.house.chance(bytes);
    const auto code = memorable_code(bytes);
    give_code(visit.writer(), door.link, door.secret, code);
    visit.writer().commit();
    const Reading reading{*door.instrument, shown};
    auto words = ui::paragraph(phrase_html(reading, "use_code", {{"date", day_said(reading.shown.voice, door.campaign.closes_on)}}));
    if (door.link.way == LinkWay::one_use) words += ui::paragraph(phrase_html(reading, "stopped_by_mistake") + ui::text(" ") + ui::link(phrase_html(reading, "go_on_now"), door.path + "/part"));
    auto response = visit.shown_once({.title = phrase_text(reading, "kept")},
                            ui::two_thirds(as_read(reading, ui::panel({.title_text = code, .heading_level = 2, .text = phrase_text(reading, "keep_code")}) + words)),
                            {.words = "The code was shown once. Where you did not write it down, begin anew.", .href = door.path, .way_on = "Go to the questions"});
    forget_secret(visit, door, response);  // the next person at this device must not be shown what this one said
    return response;
}

/// Reads what was sent for the item into the answers. Of whoever stops here nothing needs to be ready: what can be read is kept.
void take_answer(web::Visit& visit, const Door& door, const Item& item, bool later, Begun& begun)
{
    auto answer = read_answer(*door.instrument, item, visit.form().fields(), begun.shown.voice);
    if (answer) begun.answers.insert_or_assign(item.key, std::move(*answer));
    else if (!later) visit.form().add(answer.error());
}

}  // namespace

web::Response show_first_page(web::Visit& visit, const CampaignDesk& desk)
{
    const auto door = door_of(visit, desk);
    if (!door) return shut(visit, desk, door.error());
    return first_page(visit, *door, shown_asked_for(visit.request, *door->instrument));
}

web::Response begin(web::Visit& visit, const CampaignDesk& desk)
{
    auto door = door_of(visit, desk);
    if (!door) return shut(visit, desk, door.error());
    const auto begun = begun_by(visit, *door);
    if (!begun) return first_page(visit, *door, shown_sent(visit.form(), *door->instrument));
    if (door->instrument->viewpoint(begun->respondent.viewpoint)->children && visit.form().text("consent") == "not_asked") return ask_parent_first(visit, *door, begun->shown);
    if (door->link.way != LinkWay::one_use) door->secret.clear();  // what somebody else began in this browser stays theirs, by their code
    make_secret(visit, *door);
    save_draft(visit.writer(), *begun, door->link, door->secret);
    visit.writer().commit();
    const auto parts = parts_at(*door, *begun);
    auto response = visit.redirect(parts.empty() ? door->path + "/check" : door->path + "/part/" + parts.front().section->id);
    keep_secret(visit, *door, response);
    return response;
}

web::Response go_on(web::Visit& visit, const CampaignDesk& desk)
{
    const auto door = door_of(visit, desk);
    if (!door) return shut(visit, desk, door.error());
    const auto begun = begun_at(visit, *door);
    if (!begun) return visit.redirect(door->path);
    const auto parts = parts_at(*door, *begun);
    const auto* part = first_unanswered(parts, begun->answers);
    return visit.redirect(part == nullptr ? door->path + "/check" : door->path + "/part/" + part->section->id);
}

web::Response show_part(web::Visit& visit, const CampaignDesk& desk)
{
    const auto door = door_of(visit, desk);
    if (!door) return shut(visit, desk, door.error());
    const auto begun = begun_at(visit, *door);
    if (!begun) return visit.redirect(door->path);
    const auto parts = parts_at(*door, *begun);
    const auto* part = part_named(parts, visit.parameter("section"));
    if (part == nullptr) return visit.redirect(door->path + "/part");
    return part_page(visit, *door, *begun, parts, *part, kept(*part, *begun));
}

web::Response save_part(web::Visit& visit, const CampaignDesk& desk)
{
    const auto door = door_of(visit, desk);
    if (!door) return shut(visit, desk, door.error());
    auto begun = begun_at(visit, *door);
    if (!begun) return visit.redirect(door->path);
    const auto parts = parts_at(*door, *begun);
    const auto section = visit.parameter("section");
    const auto* part = part_named(parts, section);
    if (part == nullptr) return visit.redirect(door->path + "/part");
    const bool later = !visit.form().text("later").empty();
    auto answered = *begun;
    for (const auto* item : part->items) take_answer(visit, *door, *item, later, answered);
    if (visit.form().has_problems()) return part_page(visit, *door, *begun, parts, *part, visit.form().fields());
    // An answer may bring on a question of the same part: the page is shown again with it, since it cannot grow without scripts.
    const auto next_parts = parts_at(*door, answered);
    const auto* grown = part_named(next_parts, section);
    const bool asks_more = grown != nullptr && std::ranges::any_of(grown->items, [&](const Item* item) { return !answered.answers.contains(item->key); });
    save_draft(visit.writer(), answered, door->link, door->secret);
    if (later) return with_code(visit, *door, answered.shown);
    visit.writer().commit();
    if (asks_more) return visit.redirect(door->path + "/part/" + section, said_phrase(*door->instrument, "one_more", answered.shown.voice).words);
    const auto* next = part_after(next_parts, *door->instrument, section);
    return visit.redirect(next == nullptr ? door->path + "/check" : door->path + "/part/" + next->section->id);
}

web::Response show_check(web::Visit& visit, const CampaignDesk& desk)
{
    const auto door = door_of(visit, desk);
    if (!door) return shut(visit, desk, door.error());
    const auto begun = begun_at(visit, *door);
    if (!begun) return visit.redirect(door->path);
    const Reading reading{*door->instrument, begun->shown};
    const auto parts = parts_at(*door, *begun);
    const auto form = visit.in_form({.action = door->path + "/send"}, ui::button({.text = phrase_html(reading, "send"), .prevent_double_click = true}));
    const auto words = ui::paragraph(phrase_html(reading, "sent_for_good"));
    return visit.page({.title = phrase_text(reading, "check"), .back = parts.empty() ? door->path : door->path + "/part/" + parts.back().section->id},
                      ui::two_thirds(as_read(reading, answers_to_check(reading, parts, begun->answers, door->path) + words + form)));
}

web::Response send_answers(web::Visit& visit, const CampaignDesk& desk)
{
    const auto door = door_of(visit, desk);
    if (!door) return shut(visit, desk, door.error());
    const auto begun = begun_at(visit, *door);
    if (!begun) return shut(visit, desk, conflict("There are no answers to send here. If the button was pressed twice, they are in already. If not, this browser does not keep cookies: begin anew in another.").error());
    for (const auto& part : parts_at(*door, *begun))
        for (const auto* item : part.items)
            if (const auto given = begun->answers.find(item->key); item->required && (given == begun->answers.end() || given->second.is(Unsaid::no_answer)))
                return visit.redirect(door->path + "/part/" + part.section->id);
    // Nothing was read in the writer's turn yet: of two sendings at once the link lets one through, and none comes after the closing.
    if (const auto now = find_campaign(visit.writer(), door->campaign.id); !now || now->stage != Stage::running) return shut(visit, desk, conflict("This closed while you were answering, so your answers could not be taken.").error());
    if (is_for_one(door->link.way) && !use_link(visit.writer(), door->link.id)) return shut(visit, desk, conflict("Answers were sent with this link already, and it works once.").error());
    const auto came_to = parted(door->campaign, *door->instrument, *begun, door->link);
    const bool from_child = door->instrument->viewpoint(begun->respondent.viewpoint)->children;
    send(visit.writer(), came_to, door->campaign, door->link, from_child, door->secret, visit.house.chance, visit.now());
    count_waiting(visit.writer(), door->campaign.id, static_cast<std::int64_t>(door->instrument->threshold), false);
    visit.writer().commit();
    auto response = visit.redirect(in_language(door->path + "/thanks", *door->instrument, begun->shown));
    forget_secret(visit, *door, response);
    return response;
}

web::Response show_thanks(web::Visit& visit, const CampaignDesk& desk)
{
    const auto link = link_with_secret(visit.reader(), visit.parameter("link"));
    if (!link) return shut(visit, desk, link.error());
    const auto campaign = find_campaign(visit.reader(), link->campaign);
    if (!campaign) return shut(visit, desk, not_found("Link").error());
    const auto instrument = instrument_of(*desk.instruments, *campaign);
    if (!instrument) return shut(visit, desk, instrument.error());
    const Reading reading{**instrument, shown_asked_for(visit.request, **instrument)};
    const auto next = is_for_others(link->way) ? ui::text("Enter the next answers") : phrase_html(reading, "someone_else");
    const auto again = is_for_one(link->way) ? ui::Html{} : ui::paragraph(ui::link(next, "/answer/" + visit.parameter("link")));
    const auto panel = ui::panel({.title_text = phrase_text(reading, "thank_you"), .text = phrase_text(reading, "answers_are_in")});
    return visit.page({.title = phrase_text(reading, "thank_you"), .heading = ""}, ui::two_thirds(as_read(reading, panel + ui::paragraph(phrase_html(reading, "what_comes")) + again)));
}

web::Response show_come_back(web::Visit& visit, const CampaignDesk& desk)
{
    const auto door = door_of(visit, desk);
    if (!door) return shut(visit, desk, door.error());
    const Reading reading{*door->instrument, shown_asked_for(visit.request, *door->instrument)};
    const auto field = ui::input({.id = "code", .name = "code", .value = visit.form().as_given("code"), .label = {.text = phrase_html(reading, "your_code"), .classes = "govuk-label--s"},
                                  .hint = {.text = phrase_html(reading, "code_hint")}, .error_message = {.text = visit.form().error("code").value_or("")}, .autocomplete = "off",
                                  .spellcheck = false, .autocapitalize = "none"});
    const auto form = visit.in_form({.action = in_language(door->path + "/return", *door->instrument, reading.shown)}, field + ui::button({.text = phrase_html(reading, "continue")}));
    const web::PageParts parts{.title = phrase_text(reading, "come_back"), .back = door->path};
    const auto content = ui::two_thirds(as_read(reading, form));
    return visit.form().has_problems() ? visit.try_again(parts, content) : visit.page(parts, content);
}

web::Response come_back(web::Visit& visit, const CampaignDesk& desk)
{
    auto door = door_of(visit, desk);
    if (!door) return shut(visit, desk, door.error());
    make_secret(visit, *door);
    const auto code = tidied_memorable_code(visit.form().text("code"));
    if (code.empty() || !take_up(visit.writer(), door->link, code, door->secret)) {
        const auto voice = shown_asked_for(visit.request, *door->instrument).voice;
        visit.form().add({.field = "code", .message = said_phrase(*door->instrument, code.empty() ? "enter_code" : "no_such_code", voice).words});
        return show_come_back(visit, desk);
    }
    visit.writer().commit();
    auto response = visit.redirect(door->path + "/part");
    keep_secret(visit, *door, response);
    return response;
}

}  // namespace kith::questionnaire
