#include "strategy/action_pages.hpp"

#include "access/accounts.hpp"
#include "access/role_holders.hpp"
#include "db/transaction.hpp"
#include "strategy/action_chase_register.hpp"
#include "strategy/action_place_pages.hpp"
#include "strategy/action_views.hpp"
#include "strategy/plan_views.hpp"
#include "ui/choices.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "web/form_fields.hpp"
#include "web/kept_things.hpp"

#include <algorithm>

namespace kith::strategy {
namespace {

using access::Permission;

std::string name_of(db::Reader& reader, access::AccountId account)
{
    const auto found = access::find_account(reader, account);
    return found ? found->name : "someone who has left";
}

Result<web::ThingPlace<Action>> place_of_actions(web::Visit& visit)
{
    auto whole = changeable_plan_in_path(visit);
    if (!whole) return std::unexpected(whole.error());
    Action fresh{.plan = whole->plan.id, .place = std::ssize(whole->actions) + 1};
    for (const auto* theme : parts_of_kind(whole->parts, PartKind::theme))
        if (theme->public_id.text() == visit.request.query("theme")) fresh.theme = theme->id;
    return web::ThingPlace<Action>{.parts = parts_below({}, whole->plan), .path = whole->plan.href() + "/actions", .fresh = std::move(fresh),
                                   .fields = action_fields(whole->parts, access::holders_of(visit.reader(), Permission::report_progress, visit.today())), .is_here = [id = whole->plan.id](const Action& action) { return action.plan == id; },
                                   .problems = [](db::Reader& reader, const Action& action) { return problems_of(action, actions().where(reader, "plan_id = $1", action.plan)); }, .still = still_changeable(whole->plan),
                                   .then = [plan = whole->plan](const Action& action) { return action.href(plan); }, .then_taken = whole->plan.href(), .take_away = [](db::ChangeSet& changes, const Action& action) { take_away(changes, action); }};
}

ui::Html milestones_of(web::Visit& visit, const ActionFacts& facts, const std::string& href, bool may_report)
{
    ui::Table table{.head = {{.text = "Milestone"}, {.text = "Due"}, {.text = "Reached"}}, .caption = "Milestones", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    if (may_report) table.head.push_back({.text = ui::visually_hidden("What can be done")});
    for (const auto& one : facts.milestones) {
        ui::TableRow row{{.text = one.title}, {.text = one.due_on.in_words()}, {.text = one.done_on ? one.done_on->in_words() : one.is_late(visit.today()) ? std::string{"Late"} : std::string{"Not yet"}}};
        const auto path = href + "/milestones/" + one.public_id.text();
        if (may_report)
            row.push_back({.text = visit.in_form({.action = path + "/turn", .id = "turn-" + one.public_id.text()}, web::hidden_field("reached", one.done_on ? "" : "yes") + ui::button({.text = ui::text(one.done_on ? "Not reached" : "Reached today") + ui::visually_hidden(": " + one.title), .classes = "govuk-button--secondary"})) +
                                   ui::paragraph(ui::link_about("Change", one.title, path + "/change"))});
        table.rows.push_back(std::move(row));
    }
    return table.rows.empty() ? ui::Html{} : ui::scrollable_table(table);
}

ui::Html way_back(web::Visit& visit, const Update& update, const std::string& href, bool reports)
{
    if (!reports || (update.by != visit.viewer.account && !visit.may(Permission::manage_strategy))) return {};
    const auto id = update.public_id.text();
    return ui::not_in_print(visit.in_form({.action = href + "/update/" + id + "/away", .id = "away-" + id}, ui::button({.text = ui::text("Take it back") + ui::visually_hidden(": " + update.made_on.in_words()), .classes = "govuk-button--secondary"})));
}

/// Asking whoever is named, by those who write plans: a button, or why there is none today.
ui::Html asking(web::Visit& visit, const WholePlan& whole, const Action& action)
{
    if (whole.plan.state != PlanState::current || action.done_on || !visit.may(Permission::manage_strategy)) return {};
    if (!action.account) return ui::paragraph("Nobody is named to say how it goes, so that nobody is asked when it is late.");
    const auto last = last_chases(visit.reader(), whole.plan.id);
    const auto found = last.find(action.id);
    auto html = found == last.end() ? ui::Html{} : ui::paragraph("Asked how it goes, last on " + found->second.date_in_london().in_words() + ".");
    const bool today = found != last.end() && found->second.date_in_london() == visit.today();
    if (!today && action.account != visit.viewer.account) html += ui::not_in_print(visit.in_form({.action = action.href(whole.plan) + "/ask", .id = "ask"}, ui::button({.text = "Ask how it goes", .classes = "govuk-button--secondary", .prevent_double_click = true})));
    return html;
}

/// Who says how it goes is no part of the text: it may change when that is fixed.
web::Response hand_over_page(web::Visit& visit, const ActionPlace& place)
{
    web::Choices people{{"", "Nobody yet"}};
    for (const auto& one : access::holders_of(visit.reader(), Permission::report_progress, visit.today())) people.emplace_back(std::to_string(one.account.value()), one.name);
    auto parts = parts_below("Who says how it goes", place.whole.plan);
    parts.caption = place.action.called();
    parts.breadcrumbs.push_back({"Action", place.action.href(place.whole.plan)});
    const auto field = web::choice_field(visit.form(), "account", "Who says how it goes", people, "They find it on their home page, and are asked when it is late");
    const auto was = web::hidden_field("was-account", place.action.account ? std::to_string(place.action.account->value()) : "0");
    return shown(visit, parts, ui::two_thirds(visit.in_form({.action = place.action.href(place.whole.plan) + "/hand-over"}, field + was + ui::button({.text = "Save", .prevent_double_click = true}))));
}

Result<ActionPlace> open_action_in_path(web::Visit& visit)
{
    if (const auto open = open_plan_in_path(visit); !open) return std::unexpected(open.error());
    return action_in_path(visit);
}

web::Response show_hand_over(web::Visit& visit)
{
    const auto place = open_action_in_path(visit);
    if (!place) return visit.problem(place.error());
    visit.form().fill("account", place->action.account ? std::to_string(place->action.account->value()) : std::string{});
    return hand_over_page(visit, *place);
}

web::Response hand_over(web::Visit& visit)
{
    const auto place = open_action_in_path(visit);
    if (!place) return visit.problem(place.error());
    const auto given = visit.form().text("account");
    std::optional<access::AccountId> chosen;
    for (const auto& one : access::holders_of(visit.reader(), Permission::report_progress, visit.today()))
        if (std::to_string(one.account.value()) == given) chosen = one.account;
    if (!chosen && !given.empty()) visit.form().add({.field = "account", .message = "Choose somebody from the list"});
    if (visit.form().has_problems()) return hand_over_page(visit, *place);
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Action handed over"};
    auto now = actions().find(visit.writer(), place->action.public_id);
    if (!now) return visit.problem(conflict("This action was taken away meanwhile").error());
    if (const auto was = visit.form().text("was-account"); !was.empty() && was != (now->account ? std::to_string(now->account->value()) : "0")) return visit.problem(conflict("Somebody else was named meanwhile. Look at it again").error());
    now->account = chosen;
    actions().keep(changes, *std::move(now), visit.now());
    visit.writer().commit();
    return visit.redirect(place->action.href(place->whole.plan), "Saved");
}

web::Response ask_owner(web::Visit& visit)
{
    const auto place = action_in_path(visit);
    if (!place) return visit.problem(place.error());
    const auto href = place->action.href(place->whole.plan);
    if (!ask(visit.writer(), place->whole.plan, place->action, visit.now())) return visit.redirect(href, "Nobody was asked: they were asked today already, or there is nobody to ask");
    visit.writer().commit();
    return visit.redirect(href, "Asked");
}

web::Response show_action(web::Visit& visit)
{
    const auto place = action_in_path(visit);
    if (!place) return visit.problem(place.error());
    const auto& [whole, action] = *place;
    const auto href = action.href(whole.plan);
    const auto facts = whole.facts(action, visit.today());
    const bool manages = visit.may(Permission::manage_strategy), reports = whole.plan.state != PlanState::closed && may_report(visit, action);
    auto parts = parts_below("Action", whole.plan);
    parts.heading = action.called();
    std::vector<ui::Html> buttons;
    if (reports) buttons.push_back(ui::button({.text = "Say how it goes", .href = href + "/update"}));
    if (reports) buttons.push_back(ui::button({.text = "Add a milestone", .href = href + "/milestones/new", .classes = "govuk-button--secondary"}));
    if (manages) buttons.push_back(ui::button({.text = "Say why it is done", .href = href + "/ties", .classes = "govuk-button--secondary"}));
    if (manages && !whole.plan.is_fixed()) buttons.push_back(ui::button({.text = "Change it", .href = href + "/change", .classes = "govuk-button--secondary"}));
    if (manages && whole.plan.is_fixed() && whole.plan.state != PlanState::closed) buttons.push_back(ui::button({.text = "Name who says how it goes", .href = href + "/hand-over", .classes = "govuk-button--secondary"}));
    auto content = web::as_lines(action.words) + action_summary(whole, action, action.account ? name_of(visit.reader(), *action.account) : std::string{}, visit.today()) + (buttons.empty() ? ui::Html{} : ui::not_in_print(ui::button_group(buttons)));
    content += milestones_of(visit, facts, href, reports);
    content += ui::heading(2, "How it goes", "m") + updates_of(facts, [&](access::AccountId account) { return name_of(visit.reader(), account); }, [&](const Update& update) { return way_back(visit, update, href, reports); }) + asking(visit, whole, action) + ties_of(whole.sight(), action) + measures_shown(whole, action);
    return shown(visit, parts, ui::two_thirds(content));
}

}  // namespace

kith::Result<web::Referred> referred_action(web::Visit& visit, const figures::Reference& reference)
{
    const auto id = PublicId::parse(reference.id);
    const auto action = id ? actions().find(visit.reader(), *id) : std::nullopt;
    if (!action) return not_found("What is referred to");
    const auto plan = plans().with_id(visit.reader(), action->plan);
    if (!plan) return not_found("What is referred to");
    const auto whole = whole_plan(visit.reader(), *plan);
    const auto status = shown_status(whole.facts(*action, visit.today()), visit.today());
    return web::Referred{.title = action->called(), .says = std::string{choice_of(action_states(), status.state).words} + ". " + status.because, .said = {}, .href = action->href(*plan)};
}

void add_action_routes(web::Routes& routes)
{
    const std::string actions_path = "/strategy/{plan}/actions", one = actions_path + "/{action}";
    routes.get(one, Permission::see_strategy, show_action, {.on_worker = true});
    routes.get(one + "/hand-over", Permission::manage_strategy, show_hand_over, {.on_worker = true});
    routes.post(one + "/hand-over", Permission::manage_strategy, hand_over, {.on_worker = true});
    routes.post(one + "/ask", Permission::manage_strategy, ask_owner, {.on_worker = true});
    web::add_thing_routes<Action>(routes, actions_path, Permission::manage_strategy, {actions(), "action", "action", "an action", place_of_actions});
}

}  // namespace kith::strategy
