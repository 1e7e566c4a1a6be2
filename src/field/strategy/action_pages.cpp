#include "strategy/action_pages.hpp"

#include "access/accounts.hpp"
#include "access/role_holders.hpp"
#include "db/transaction.hpp"
#include "strategy/action_place_pages.hpp"
#include "strategy/action_views.hpp"
#include "strategy/plan_views.hpp"
#include "ui/choices.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "web/form_fields.hpp"

#include <algorithm>

namespace kith::strategy {
namespace {

using access::Permission;
constexpr std::string_view pound_sign = "£";

std::string name_of(db::Reader& reader, access::AccountId account)
{
    const auto found = access::find_account(reader, account);
    return found ? found->name : "someone who has left";
}

void read_days(web::Form& form, Action& action)
{
    const auto take = [&](const char* field, const char* label, std::optional<Date>& day) {
        if (auto given = form.optional_date(field, label)) day = *given;
        else form.add(given.error());
    };
    take("starts_on", "The day it begins", action.starts_on);
    take("due_on", "The day it is due", action.due_on);
}

void read_into(web::Visit& visit, const WholePlan& whole, Action& action)
{
    auto& form = visit.form();
    action.title = form.text("title");
    action.code = form.text("code");
    action.words = form.text("words");
    action.owner = form.text("owner");
    action.lead = form.text("lead");
    action.contributors = form.text("contributors");
    action.funding = form.text("funding");
    action.theme.reset();
    if (const auto theme = form.text("theme"); !theme.empty()) {
        for (const auto* one : parts_of_kind(whole.parts, PartKind::theme))
            if (one->public_id.text() == theme) action.theme = one->id;
        if (!action.theme) form.add({.field = "theme", .message = "Choose a theme from the list"});
    }
    action.account.reset();
    for (const auto& holder : access::holders_of(visit.reader(), Permission::report_progress, visit.today()))
        if (std::to_string(holder.account.value()) == form.text("account")) action.account = holder.account;
    if (!form.text("account").empty() && !action.account) form.add({.field = "account", .message = "Choose someone from the list"});
    read_days(form, action);
    action.cost.reset();
    if (const auto cost = form.text("cost"); !cost.empty()) {
        if (auto pence = Pence::parse_pounds(cost)) action.cost = *pence;
        else form.add({.field = "cost", .message = "Enter the cost in pounds, such as 20,000 or 1250.50"});
    }
    for (auto& problem : problems_of(action, whole.actions))
        if (!form.error(problem.field)) form.add(std::move(problem));
}

web::Response form_page(web::Visit& visit, const WholePlan& whole, std::string title, const std::string& action, const ui::Html& below = {})
{
    const auto people = access::holders_of(visit.reader(), Permission::report_progress, visit.today());
    return shown(visit, parts_below(std::move(title), whole.plan), ui::two_thirds(visit.in_form({.action = action}, action_fields(visit.form(), whole.parts, people) + ui::button({.text = "Save", .prevent_double_click = true})) + below));
}

ui::Html milestones_of(web::Visit& visit, const ActionFacts& facts, const std::string& href, bool may_report)
{
    ui::Table table{.head = {{.text = "Milestone"}, {.text = "Due"}, {.text = "Reached"}}, .caption = "Milestones", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    if (may_report) table.head.push_back({.text = ui::visually_hidden("What can be done")});
    for (const auto& one : facts.milestones) {
        ui::TableRow row{{.text = one.title}, {.text = one.due_on.in_words()}, {.text = one.done_on ? one.done_on->in_words() : one.is_late(visit.today()) ? std::string{"Late"} : std::string{"Not yet"}}};
        const auto path = href + "/milestones/" + one.public_id.text();
        if (may_report)
            row.push_back({.text = visit.in_form({.action = path + "/turn", .id = "turn-" + one.public_id.text()}, ui::button({.text = ui::text(one.done_on ? "Not reached" : "Reached today") + ui::visually_hidden(": " + one.title), .classes = "govuk-button--secondary"})) +
                                   visit.in_form({.action = path + "/away", .id = "away-" + one.public_id.text()}, ui::button({.text = ui::text("Take away") + ui::visually_hidden(": " + one.title), .classes = "govuk-button--secondary"}))});
        table.rows.push_back(std::move(row));
    }
    return table.rows.empty() ? ui::Html{} : ui::scrollable_table(table);
}

ui::Html new_milestone(web::Visit& visit, const std::string& href)
{
    return ui::not_in_print(ui::heading(2, "Add a milestone", "m") + visit.in_form({.action = href + "/milestones", .id = "add-milestone"}, web::line_field(visit.form(), "milestone", "What is to be reached") + web::day_field(visit.form(), "milestone_due", "By when") +
                                                                                                                                 ui::button({.text = "Add the milestone", .classes = "govuk-button--secondary"})));
}

}  // namespace

web::Response action_page(web::Visit& visit, const ActionPlace& place)
{
    const auto& [whole, action] = place;
    const auto href = action.href(whole.plan);
    const auto facts = whole.facts(action);
    const bool manages = visit.may(Permission::manage_strategy), reports = may_report(visit, action);
    auto parts = parts_below("Action", whole.plan);
    parts.heading = action.called();
    std::vector<ui::Html> buttons;
    if (reports) buttons.push_back(ui::button({.text = "Say how it goes", .href = href + "/update"}));
    if (manages) buttons.push_back(ui::button({.text = "Say why it is done", .href = href + "/ties", .classes = "govuk-button--secondary"}));
    if (manages && !whole.plan.is_fixed()) buttons.push_back(ui::button({.text = "Change it", .href = href + "/change", .classes = "govuk-button--secondary"}));
    auto content = web::as_lines(action.words) + action_summary(whole, action, visit.today()) + (buttons.empty() ? ui::Html{} : ui::not_in_print(ui::button_group(buttons)));
    content += milestones_of(visit, facts, href, reports) + (reports ? new_milestone(visit, href) : ui::Html{});
    content += ui::heading(2, "How it goes", "m") + updates_of(facts, [&](access::AccountId account) { return name_of(visit.reader(), account); }) + ties_of(whole.sight(), action) + measures_shown(whole, action);
    return shown(visit, parts, ui::two_thirds(content));
}

web::Response show_new_action(web::Visit& visit)
{
    const auto whole = changeable_plan_in_path(visit);
    if (!whole) return visit.problem(whole.error());
    visit.form().fill("theme", std::string{visit.request.query("theme")});
    return form_page(visit, *whole, "Add an action", whole->plan.href() + "/actions");
}

web::Response add_action(web::Visit& visit)
{
    const auto whole = changeable_plan_in_path(visit);
    if (!whole) return visit.problem(whole.error());
    Action action{.plan = whole->plan.id, .place = std::ssize(whole->actions) + 1};
    read_into(visit, *whole, action);
    if (visit.form().has_problems()) return form_page(visit, *whole, "Add an action", whole->plan.href() + "/actions");
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Action added"};
    if (!is_still_changeable(visit, whole->plan)) return approved_meanwhile(visit);
    action = actions().keep(changes, std::move(action), visit.now());
    visit.writer().commit();
    return visit.redirect(action.href(whole->plan), "Added");
}

web::Response show_action(web::Visit& visit)
{
    const auto place = action_in_path(visit);
    return place ? action_page(visit, *place) : visit.problem(place.error());
}

web::Response show_change_action(web::Visit& visit)
{
    const auto place = changeable_action_in_path(visit);
    if (!place) return visit.problem(place.error());
    const auto& [whole, action] = *place;
    auto& form = visit.form();
    form.fill("title", action.title).fill("code", action.code).fill("words", action.words).fill("owner", action.owner).fill("lead", action.lead).fill("contributors", action.contributors).fill("funding", action.funding);
    if (const auto* theme = action.theme ? part_with(whole.parts, *action.theme) : nullptr) form.fill("theme", theme->public_id.text());
    if (action.account) form.fill("account", std::to_string(action.account->value()));
    if (action.starts_on) web::fill_day(form, "starts_on", *action.starts_on);
    if (action.due_on) web::fill_day(form, "due_on", *action.due_on);
    if (action.cost) form.fill("cost", action.cost->pounds().substr(pound_sign.size()));
    const auto href = action.href(whole.plan);
    return form_page(visit, whole, "Change the action", href + "/change", visit.in_form({.action = href + "/away", .id = "away"}, ui::button({.text = "Take it away", .classes = "govuk-button--warning"})));
}

web::Response change_action(web::Visit& visit)
{
    const auto place = changeable_action_in_path(visit);
    if (!place) return visit.problem(place.error());
    const auto& [whole, held] = *place;
    auto action = held;
    read_into(visit, whole, action);
    const auto href = action.href(whole.plan);
    if (visit.form().has_problems()) return form_page(visit, whole, "Change the action", href + "/change");
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Action changed"};
    if (!is_still_changeable(visit, whole.plan)) return approved_meanwhile(visit);
    const auto now = actions().find(visit.writer(), held.public_id);
    if (!now || *now != held) return visit.problem(conflict("Somebody changed this action meanwhile. Look at it again").error());
    actions().keep(changes, std::move(action), visit.now());
    visit.writer().commit();
    return visit.redirect(href, "Saved");
}

web::Response take_action_away(web::Visit& visit)
{
    const auto place = changeable_action_in_path(visit);
    if (!place) return visit.problem(place.error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Action taken away"};
    if (!is_still_changeable(visit, place->whole.plan) || !actions().find(visit.writer(), place->action.public_id)) return approved_meanwhile(visit);
    take_away(changes, place->action);
    visit.writer().commit();
    return visit.redirect(place->whole.plan.href(), "Taken away");
}

kith::Result<web::Referred> referred_action(web::Visit& visit, const figures::Reference& reference)
{
    const auto id = PublicId::parse(reference.id);
    const auto action = id ? actions().find(visit.reader(), *id) : std::nullopt;
    if (!action) return not_found("What is referred to");
    const auto plan = plans().with_id(visit.reader(), action->plan);
    if (!plan) return not_found("What is referred to");
    const auto whole = whole_plan(visit.reader(), *plan);
    const auto status = shown_status(whole.facts(*action), visit.today());
    return web::Referred{.title = action->called(), .says = std::string{choice_of(action_states(), status.state).words} + ". " + status.because, .said = {}, .href = action->href(*plan)};
}

}  // namespace kith::strategy
