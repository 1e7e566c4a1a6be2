#include "base/text.hpp"
#include "db/transaction.hpp"
#include "governance/meeting_pages.hpp"
#include "ui/choices.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "web/kept_things.hpp"

namespace kith::governance {
namespace {

using access::Permission;

/// Themes of the plan that the group steers.
web::Choices themes_of(db::Reader& reader, const Board& board)
{
    web::Choices choices{{"", "None"}};
    if (const auto plan = steered_plan(reader, board))
        for (const auto& part : strategy::plan_parts().where(reader, "plan_id = $1 AND kind = 'theme'", plan->id)) choices.emplace_back(part.public_id.text(), part.called());
    return choices;
}

/// What was asked stays as it was once it is decided, or was ever.
Result<void> still_undecided(const AgendaItem& item)
{
    if (item.is_decided() || item.taken_back) return conflict("This was decided: what was asked stays with the decision");
    return {};
}

Result<web::ThingPlace<AgendaItem>> place_of_items(web::Visit& visit)
{
    const auto at = meeting_in_path(visit);
    if (!at) return std::unexpected(at.error());
    if (const auto named = PublicId::parse(visit.parameter("item")))
        if (const auto item = agenda_items().find(visit.reader(), *named))
            if (const auto open = still_undecided(*item); !open) return std::unexpected(open.error());
    const auto number = std::ssize(items_of(visit.reader(), at->meeting.id));
    return web::ThingPlace<AgendaItem>{.parts = parts_below({}, *at), .path = at->href() + "/items", .fresh = {.meeting = at->meeting.id, .place = number + 1},
                                       .fields = {web::line("title", &AgendaItem::title, {"What it is about"}), web::choice("wanted", &AgendaItem::wanted, items_wanted(), {"What is wanted"}),
                                                  web::several_lines("words", &AgendaItem::words, {"The question", "And what the group must know to answer it"}), web::from_list("about", &AgendaItem::about, themes_of(visit.reader(), at->board), {"Which theme it is about", "It stands on that theme's paper"}),
                                                  web::number("place", &AgendaItem::place, {"Place on the agenda"}, last_item)},
                                       .is_here = [id = at->meeting.id](const AgendaItem& item) { return item.meeting == id; }, .problems = [](db::Reader&, const AgendaItem& item) { return problems_of(item); },
                                       .still = [id = at->meeting.public_id](db::Reader& reader) -> Result<void> {
                                           if (!meetings().find(reader, id)) return conflict("This meeting was taken away meanwhile");
                                           return {};
                                       },
                                       .then = [href = at->href()](const AgendaItem& item) { return href + "/items/" + item.public_id.text(); }, .then_taken = at->href(), .take_away = [](db::ChangeSet& changes, const AgendaItem& item) { take_away(changes, item); },
                                       .may_go = [](db::Reader&, const AgendaItem& item) { return still_undecided(item); }};
}

/// Things below an item of the agenda. What was weighed cannot change once it is decided.
template <class T>
Result<web::ThingPlace<T>> below(web::Visit& visit, const char* path, web::ThingFields<T> fields, std::function<std::vector<Problem>(db::Reader&, const T&)> problems, bool until_decided)
{
    const auto place = item_in_path(visit);
    if (!place) return std::unexpected(place.error());
    const auto still = [id = place->item.public_id, until_decided](db::Reader& reader) -> Result<void> {
        const auto item = agenda_items().find(reader, id);
        if (!item) return conflict("This item was taken away meanwhile");
        if (until_decided && item->is_decided()) return conflict("This is decided: what was weighed stays as it was");
        return {};
    };
    if (const auto now = still(visit.reader()); !now) return std::unexpected(now.error());
    return web::ThingPlace<T>{.parts = parts_below({}, *place), .path = place->href() + path, .fresh = {.item = place->item.id}, .fields = std::move(fields), .is_here = [id = place->item.id](const T& thing) { return thing.item == id; },
                              .problems = std::move(problems), .still = still, .then = [href = place->href()](const T&) { return href; }, .then_taken = place->href()};
}

Result<web::ThingPlace<DecisionOption>> place_of_options(web::Visit& visit)
{
    return below<DecisionOption>(visit, "/options",
                                 {web::line("title", &DecisionOption::title, {"Option", "Doing nothing is one too"}), web::several_lines("benefits", &DecisionOption::benefits, {"Benefits"}), web::several_lines("costs", &DecisionOption::costs, {"Costs"}),
                                  web::several_lines("risks", &DecisionOption::risks, {"Risks"})},
                                 [](db::Reader&, const DecisionOption& option) { return problems_of(option); }, true);
}

Result<web::ThingPlace<FollowUp>> place_of_follow_ups(web::Visit& visit)
{
    return below<FollowUp>(visit, "/follow-ups",
                           {web::several_lines("title", &FollowUp::title, {"What is to be done"}), web::line("owner", &FollowUp::owner, {"Who does it", "By role"}), web::day("due_on", &FollowUp::due_on, {"By when"}, "The day by which it is to be done"),
                            web::day("done_on", &FollowUp::done_on, {"Done on", "Leave empty until it is"}, "The day it was done"), web::several_lines("words", &FollowUp::words, {"What became of it"})},
                           [today = visit.today()](db::Reader&, const FollowUp& one) { return problems_of(one, today); }, false);
}

/// Those who decide, and those who write the minutes.
bool may_record(const web::Visit& visit) { return visit.may(Permission::record_decisions) || visit.may(Permission::manage_strategy); }

std::string wanted_words(const AgendaItem& item)
{
    const auto words = std::string{choice_of(items_wanted(), item.wanted).words};
    if (item.wanted != ItemWanted::decision) return words + ".";
    return words + (item.is_decided() ? " was wanted." : " is wanted.");
}

ui::Html options_table(const ItemPlace& place, const std::vector<DecisionOption>& options, bool may_change)
{
    if (options.empty()) return {};
    ui::Table table{.head = {{.text = "Option"}, {.text = "Benefits"}, {.text = "Costs"}, {.text = "Risks"}}, .caption = "Options that are weighed", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    for (const auto& option : options) {
        auto name = may_change ? ui::link(option.title, place.href() + "/options/" + option.public_id.text() + "/change") : ui::text(option.title);
        if (place.item.chosen == option.id) name += ui::text(" ") + ui::tag({.text = "Chosen", .classes = "govuk-tag--green"});
        table.rows.push_back({{.text = name}, {.text = web::as_lines(option.benefits)}, {.text = web::as_lines(option.costs)}, {.text = web::as_lines(option.risks)}});
    }
    return ui::stacking_table(table);
}

ui::Html follow_ups_table(web::Visit& visit, const ItemPlace& place, bool may_change)
{
    ui::Table table{.head = {{.text = "What is to be done"}, {.text = "Who"}, {.text = "By when"}, {.text = "Done"}}, .caption = "What follows", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    for (const auto& one : follow_ups().where(visit.reader(), "agenda_item_id = $1", place.item.id))
        table.rows.push_back({{.text = may_change ? ui::link(one.title, place.href() + "/follow-ups/" + one.public_id.text() + "/change") : ui::text(one.title)}, {.text = one.owner}, {.text = one.due_on.in_words()},
                              {.text = (one.done_on ? one.done_on->in_words() : one.is_overdue(visit.today()) ? std::string{"Overdue"} : std::string{"Not yet"}) + (one.words.empty() ? "" : ". " + one.words)}});
    return table.rows.empty() ? ui::Html{} : ui::stacking_table(table);
}

ui::Html decision_form(web::Visit& visit, const ItemPlace& place, const std::vector<DecisionOption>& options)
{
    web::Choices choices{{"", "None of them"}};
    for (const auto& option : options) choices.emplace_back(option.public_id.text(), option.title);
    return ui::not_in_print(ui::heading(2, "Record the decision", "m") +
                            visit.in_form({.action = place.href() + "/decision", .id = "decision-form"}, (options.empty() ? ui::Html{} : web::choice_field(visit.form(), "chosen", "Which option was chosen", choices)) +
                                                                                                             web::words_field(visit.form(), "decision", "What was decided", "And why, so that whoever reads it in a year understands it") + web::day_field(visit.form(), "decided_on", "When") +
                                                                                                             ui::button({.text = "Record it", .prevent_double_click = true})));
}

kith::Result<ItemPlace> recordable_item_in_path(web::Visit& visit)
{
    auto place = item_in_path(visit);
    if (place && !may_record(visit)) return not_found("Page");
    return place;
}

/// A decision that something was done after is not undone by taking it back: another decision is.
kith::Result<ItemPlace> decided_item_in_path(web::Visit& visit)
{
    auto place = recordable_item_in_path(visit);
    if (!place) return place;
    if (!place->item.is_decided()) return conflict("Nothing is decided here. Look at it again");
    for (const auto& one : follow_ups().where(visit.reader(), "agenda_item_id = $1", place->item.id))
        if (one.done_on) return conflict("Something was done after this decision: \"" + one.title + "\". Bring it to a meeting again and decide anew");
    return place;
}

web::Response item_page(web::Visit& visit, const ItemPlace& place)
{
    const bool manages = visit.may(Permission::manage_strategy), decides = may_record(visit);
    const auto options = options_of(visit.reader(), place.item.id);
    auto content = ui::paragraph(wanted_words(place.item), "govuk-body-l") + web::as_lines(place.item.words);
    content += options_table(place, options, manages && !place.item.is_decided());
    if (place.item.is_decided()) content += ui::heading(2, "Decided on " + place.item.decided_on->in_words() + " by " + place.at.board.name, "m") + ui::inset_text({.text = web::as_lines(place.item.decision)});
    if (place.item.taken_back) content += ui::heading(2, "Decided before, and taken back", "m") + web::as_lines(*place.item.taken_back);
    content += follow_ups_table(visit, place, manages);
    if (manages) {
        std::vector<ui::Html> ways;
        if (!place.item.is_decided()) ways.push_back(ui::button({.text = "Add an option", .href = place.href() + "/options/new", .classes = "govuk-button--secondary"}));
        ways.push_back(ui::button({.text = "Add what follows", .href = place.href() + "/follow-ups/new", .classes = "govuk-button--secondary"}));
        if (still_undecided(place.item)) ways.push_back(ui::button({.text = "Change the item", .href = place.href() + "/change", .classes = "govuk-button--secondary"}));
        content += ui::not_in_print(ui::button_group(ways));
    }
    if (decides && place.item.waits() && visit.today() < place.at.meeting.held_on) content += ui::not_in_print(ui::paragraph("What is decided is recorded from the day of the meeting on."));
    else if (decides && place.item.waits()) {
        if (!visit.form().has_problems()) web::fill_day(visit.form(), "decided_on", visit.today());
        content += decision_form(visit, place, options);
    }
    if (decides && decided_item_in_path(visit))
        content += ui::not_in_print(ui::paragraph(ui::link("Take the decision back", place.href() + "/decision/away")));
    auto parts = parts_below("Item of the agenda", place.at);
    parts.heading = place.item.title;
    return visit.form().has_problems() ? visit.try_again(parts, ui::two_thirds(content)) : visit.page(parts, ui::two_thirds(content));
}

web::Response show_item(web::Visit& visit)
{
    const auto place = item_in_path(visit);
    return place ? item_page(visit, *place) : visit.problem(place.error());
}

web::Response decide(web::Visit& visit)
{
    const auto place = recordable_item_in_path(visit);
    if (!place) return visit.problem(place.error());
    if (place->item.is_decided()) return visit.problem(conflict("This is decided. Take that decision back before another is recorded").error());
    auto& form = visit.form();
    auto item = place->item;
    item.decision = form.text("decision");
    std::vector<Problem> problems;
    check_words(problems, "decision", "What was decided", item.decision, longest_words, true);
    for (auto& problem : problems) form.add(std::move(problem));
    item.decided_on = web::read_day(form, "decided_on", "The day it was decided", true);
    if (item.decided_on && visit.today() < *item.decided_on) form.add({.field = "decided_on", .message = "The day it was decided must be today or before"});
    else if (item.decided_on && *item.decided_on < place->at.meeting.held_on) form.add({.field = "decided_on", .message = "The day it was decided must be that of the meeting, " + place->at.meeting.held_on.in_words() + ", or after"});
    for (const auto& option : options_of(visit.reader(), item.id))
        if (option.public_id.text() == form.text("chosen")) item.chosen = option.id;
    if (!form.text("chosen").empty() && !item.chosen) form.add({.field = "chosen", .message = "Choose an option from the list"});
    if (form.has_problems()) return item_page(visit, *place);
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Decision of " + place->at.board.name};
    if (agenda_items().find(visit.writer(), item.public_id) != place->item) return visit.problem(conflict("Somebody changed or decided this meanwhile. Look at it again").error());
    agenda_items().keep(changes, std::move(item), visit.now());
    visit.writer().commit();
    return visit.redirect(place->href(), "Recorded");
}

web::Response away_page(web::Visit& visit, const ItemPlace& place)
{
    auto parts = parts_below("Take the decision back", place.at);
    parts.caption = place.item.title;
    const auto content = ui::paragraph("The item waits for a decision again. What was decided stays to be read there, with why it was taken back.") + ui::inset_text({.text = web::as_lines(place.item.decision)}) +
                         visit.in_form({.action = place.href() + "/decision/away"}, web::words_field(visit.form(), "why", "Why it is taken back") + ui::button({.text = "Take it back", .classes = "govuk-button--warning", .prevent_double_click = true}));
    return visit.form().has_problems() ? visit.try_again(parts, ui::two_thirds(content)) : visit.page(parts, ui::two_thirds(content));
}

web::Response show_decision_away(web::Visit& visit)
{
    const auto place = decided_item_in_path(visit);
    return place ? away_page(visit, *place) : visit.problem(place.error());
}

web::Response take_decision_back(web::Visit& visit)
{
    const auto place = decided_item_in_path(visit);
    if (!place) return visit.problem(place.error());
    const auto why = visit.form().text("why");
    std::vector<Problem> problems;
    check_words(problems, "why", "Why it is taken back", why, longest_words, true);
    for (auto& problem : problems) visit.form().add(std::move(problem));
    if (visit.form().has_problems()) return away_page(visit, *place);
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Decision taken back by " + place->at.board.name};
    auto item = agenda_items().find(visit.writer(), place->item.public_id);
    if (item != place->item) return visit.problem(conflict("Somebody changed this meanwhile. Look at it again").error());
    item->taken_back = (item->taken_back ? *item->taken_back + "\n" : std::string{}) + "Decided on " + item->decided_on->in_words() + ": " + item->decision + " Taken back on " + visit.today().in_words() + ": " + why;
    item->decision.clear();
    item->decided_on.reset();
    item->chosen.reset();
    agenda_items().keep(changes, *std::move(item), visit.now());
    visit.writer().commit();
    return visit.redirect(place->href(), "Taken back");
}

}  // namespace

void add_item_routes(web::Routes& routes)
{
    using enum Permission;
    constexpr web::RouteFlags slow{.on_worker = true};
    const std::string path = "/boards/{board}/meetings/{meeting}/items", one = path + "/{item}";
    routes.get(one, see_strategy, show_item, slow);
    // Of those who decide and of those who write the minutes: the handlers ask.
    routes.post(one + "/decision", see_strategy, decide, slow);
    routes.get(one + "/decision/away", see_strategy, show_decision_away, slow);
    routes.post(one + "/decision/away", see_strategy, take_decision_back, slow);
    web::add_thing_routes<AgendaItem>(routes, path, manage_strategy, {agenda_items(), "item", "item of the agenda", "an item to the agenda", place_of_items});
    web::add_thing_routes<DecisionOption>(routes, one + "/options", manage_strategy, {decision_options(), "option", "option", "an option", place_of_options});
    web::add_thing_routes<FollowUp>(routes, one + "/follow-ups", manage_strategy, {follow_ups(), "follow_up", "what follows", "what follows", place_of_follow_ups});
}

}  // namespace kith::governance
