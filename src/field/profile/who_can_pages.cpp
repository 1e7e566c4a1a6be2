// "Find a language or skill": who within reach has it, and through whom to ask for them.
#include "base/text.hpp"
#include "partnership/dated_register.hpp"
#include "profile/api_answers.hpp"
#include "profile/held_search.hpp"
#include "profile/place_feed.hpp"
#include "profile/profile_pages.hpp"
#include "profile/saved_view_pages.hpp"
#include "ui/choices.hpp"
#include "ui/fields.hpp"
#include "ui/pieces.hpp"
#include "ui/words.hpp"
#include "workforce/question_register.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace kith::profile {

namespace {

constexpr std::size_t longest_word = 80;

/// Whom to ring for a place, where no manager can be named.
struct ToRing {
    std::string about;  ///< "Early help link of Oak Nursery"
    partnership::WorkContact contact;
};

/// Somebody outside the house can be reached by it.
bool reaches(const partnership::WorkContact& contact)
{
    return !contact.phone.reveal().empty() || !contact.email.reveal().empty();
}

/// By the tally's text of a setting ("s12") or an organisation ("o3"): the named link for the workforce before others, else the organisation's main contact.
std::map<std::string, ToRing> whom_to_ring(web::Visit& visit, const Places& places, const packs::Packs& packs, Date today)
{
    std::map<std::string, ToRing> all;
    if (!visit.may(access::Permission::see_work_contacts)) return all;
    auto links = partnership::all_named_links(visit.reader());
    std::erase_if(links, [&](const partnership::NamedLink& link) { return !link.span.contains(today) || !reaches(link.contact); });
    std::ranges::stable_sort(links, {}, [](const partnership::NamedLink& link) { return link.kind == "workforce_link" ? 0 : 1; });
    for (const auto& link : links) {
        const auto* kind = packs.list("named_link_kinds").find(link.kind);
        const ToRing to_ring{.about = kind == nullptr ? link.kind : kind->label, .contact = link.contact};
        if (link.setting) all.emplace("s" + workforce::tally_text(*link.setting), to_ring);
        if (link.organisation) all.emplace("o" + workforce::tally_text(*link.organisation), to_ring);
    }
    for (const auto& organisation : places.organisations) {
        if (reaches(organisation.contact)) all.emplace("o" + workforce::tally_text(organisation.id), ToRing{.about = "Main contact", .contact = organisation.contact});
    }
    return all;
}

ui::Html shown(const ToRing& to_ring)
{
    const auto& contact = to_ring.contact;
    ui::Html words = ui::text(contact.name.reveal().empty() ? to_ring.about : contact.name.reveal() + ", " + lower_first(to_ring.about));
    auto add = [&](ui::Html way) { words += ui::element("br", ui::Content{}) + way; };
    if (!contact.phone.reveal().empty()) add(ui::link(contact.phone.reveal(), partnership::dialled(contact.phone), "govuk-link kith-unbroken"));
    else add(ui::link(contact.email.reveal(), "mailto:" + contact.email.reveal(), "govuk-link kith-breakable"));
    return words;
}

/// Of the places where the record works by the question, the first that has somebody to ring; null where none has.
const ToRing* ring_of(const Asked& asked, const std::map<std::string, ToRing>& to_ring, std::int64_t record)
{
    const auto& table = asked.ground.table();
    for (auto row : tally::rows_counted(table, asked.ground.query, std::vector{record})) {
        const auto stretch = table.row(row);
        auto text = [&](tally::Column column) { return table.dictionary(column).text(stretch.codes[tally::place_of(column)]); };
        for (const auto& key : {"s" + text(tally::Column::setting), "o" + text(tally::Column::organisation)}) {
            if (const auto found = to_ring.find(key); found != to_ring.end()) return &found->second;
        }
    }
    return nullptr;
}

ui::Html ring_for(const Asked& asked, const std::map<std::string, ToRing>& to_ring, std::int64_t record)
{
    const auto* ring = ring_of(asked, to_ring, record);
    return ring == nullptr ? ui::link("Who to ring", "/who-to-ring") : shown(*ring);
}

ui::Html search_box(const Asked& asked, const std::string& word)
{
    auto input = ui::input({.name = "for", .value = word, .label = {.text = "Language, skill or qualification", .classes = "govuk-label--m"}, .hint = {.text = "Such as Serbo-Croatian, Makaton or autism"}, .classes = "govuk-input--width-20", .autocomplete = "off"});
    const auto kept = asked.address("/who-can").query();
    return ui::not_in_print(ui::form({.action = "/who-can", .method = "get", .hidden = {kept.begin(), kept.end()}, .content = input + ui::button({.text = "Find"}), .label = "Find a language or skill"}));
}

/// Nothing is called so: the names spelled most like it, to be followed.
ui::Html nothing_called(const Asked& asked, const std::string& word, const FoundThings& found)
{
    auto words = ui::heading(2, "Nothing is called \u2018" + word + "\u2019", "m");
    if (found.nearest.empty()) {
        return words + ui::paragraph("No language, skill, qualification or professional status has a name like that. Try one word of it, or look at what is reported:")
             + ui::bullets({ui::Content{ui::link("Skills and languages", asked.address("/profile/skills").text())}});
    }
    std::vector<ui::Content> items;
    for (const auto& label : found.nearest) items.push_back(ui::Content{ui::link(label, asked.address("/who-can").with("for", label).text())});
    return words + ui::paragraph("Nearest to it:") + ui::bullets(items);
}

/// What of the kinds looked for is not known, and so what "nobody" may mean.
std::string silence(const Holders& holders)
{
    return holders.none_reported == 0 ? std::string{}
                                      : fmt::format("Of {} of {} staff nothing of the kind is reported, which may mean that they hold none or that nobody asked.", with_commas(holders.none_reported), with_commas(holders.staff));
}

ui::Html people(web::Visit& visit, const Sources& sources, const Asked& asked, const std::string& word, const FoundThings& found)
{
    const auto holders = who_holds(asked.ground, found.things);
    auto words = ui::heading(2, "Who has \u2018" + word + "\u2019", "m");
    if (!found.why.empty()) words += ui::paragraph(found.why + ".");
    words += ui::paragraph("Looked for: " + things_in_words(found.things, asked.ground.era) + ". Among staff: " + asked.words() + ".");
    if (holders.records.empty()) {
        words += ui::empty_state({.text = std::string{"Nobody among the staff asked about is reported to have it. "} + (asked.question.staff.is_narrowed() ? "Take a filter off, or ask" : "Ask") + " an organisation that has not handed in.", .link_text = "Who to ring", .href = "/who-to-ring"});
    } else {
        const auto to_ring = whom_to_ring(visit, *sources.places->up_to_date(visit.reader()), *sources.packs, visit.today());
        const workforce::Asking asking{.held_heading = "What, and how well", .held = [&](std::int64_t record) { return held_in_words(asked.ground, found.things, record); },
                                       .to_ring = [&](std::int64_t record) { return ring_for(asked, to_ring, record); }};
        words += workforce::list_behind_figure(visit, *sources.packs, *asked.snapshot, asked.ground.query, holders.records, asked.address("/who-can").with("for", word), &asking);
    }
    if (auto note = silence(holders); !note.empty()) words += ui::paragraph(note, "govuk-body-s");
    return words + ui::paragraph(asked.coverage.in_words() + ".", "govuk-body-s");
}

/// What is looked for, as the address has it.
std::string word_in(const web::Visit& visit)
{
    const auto typed = visit.request.query("for");
    return std::string{clipped(trimmed(typed), longest_word)};
}

boost::json::object things_json(const FoundThings& found, packs::Era era)
{
    boost::json::array things;
    for (const auto& thing : found.things) things.push_back(boost::json::object{{"kind", workforce::row_of(thing.kind).name}, {"code", thing.code->code}, {"label", thing.code->label_in(era)}});
    return {{"things", std::move(things)}, {"why", found.why}, {"nearest", boost::json::array(found.nearest.begin(), found.nearest.end())}};
}

/// Who has it, each with what they hold, their manager and whom to ring.
boost::json::object holders_json(web::Visit& visit, const Sources& sources, const Asked& asked, const FoundThings& found, const Holders& holders)
{
    const auto to_ring = whom_to_ring(visit, *sources.places->up_to_date(visit.reader()), *sources.packs, visit.today());
    const auto behind = workforce::people_behind_figure(visit, *sources.packs, *asked.snapshot, asked.ground.query, holders.records, true);
    return people_json(behind, [&](const workforce::BehindFigure& person, boost::json::object& json) {
        json["holds"] = held_in_words(asked.ground, found.things, person.record);
        if (person.manager_id) json["manager"] = boost::json::object{{"id", person.manager_id->text()}, {"name", person.manager}};
        if (const auto* ring = ring_of(asked, to_ring, person.record)) {
            json["ring"] = boost::json::object{{"about", ring->about}, {"name", ring->contact.name.reveal()}, {"telephone", ring->contact.phone.reveal()}, {"email", ring->contact.email.reveal()}};
        }
    });
}

}  // namespace

web::Response api_who_can(web::Visit& visit, const Sources& sources)
{
    const auto word = word_in(visit);
    if (word.empty()) return json_problem({ProblemKind::unacceptable, "for", "Say what to look for: a language, skill, qualification or professional status"});
    return as_json(visit, sources, [&](const Asked& asked) {
        const auto found = find_things(word, *sources.packs, asked.ground.era);
        const auto holders = who_holds(asked.ground, found.things);
        auto json = ground_json(asked);
        json["looked_for"] = things_json(found, asked.ground.era);
        json["staff"] = holders_json(visit, sources, asked, found, holders);
        json["asked_about"] = holders.staff;
        json["none_reported"] = holders.none_reported;
        return json_response(json);
    });
}

web::Response who_can(web::Visit& visit, const Sources& sources)
{
    auto asked = ask(visit, sources);
    if (!asked) return visit.problem(asked.error());
    const auto word = word_in(visit);
    const web::PageParts parts{.title = "Find a language or skill", .breadcrumbs = {{"Workforce profile", asked->address("/profile").text()}}, .nav = "/profile", .filters = asked->words(), .wide = true};
    auto filters = profile_filters(*asked, asked->address("/who-can").with("for", word), {{"for", word}});
    if (asked->form.has_problems()) return form_again(visit, *asked, parts, search_box(*asked, word) + std::move(filters));
    ui::Html answer;
    if (word.empty()) {
        answer += ui::paragraph("Finds who is reported to have it, what they do and where, and through whom to ask for them.");
    } else {
        const auto found = find_things(word, *sources.packs, asked->ground.era);
        answer += found.things.empty() ? nothing_called(*asked, word, found) : people(visit, sources, *asked, word, found);
    }
    if (!word.empty()) answer += save_view_form(visit, asked->address("/who-can").with("for", word));
    // The box first: on a phone what is looked for comes before what it is narrowed to.
    auto content = search_box(*asked, word) + ui::columns({{"one-third", std::move(filters)}, {"two-thirds", std::move(answer)}});
    return visit.page(parts, std::move(content));
}

}  // namespace kith::profile
