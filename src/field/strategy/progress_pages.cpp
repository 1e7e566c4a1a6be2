#include "db/transaction.hpp"
#include "strategy/action_pages.hpp"
#include "strategy/action_place_pages.hpp"
#include "strategy/action_views.hpp"
#include "ui/choices.hpp"
#include "ui/words.hpp"
#include "web/form_fields.hpp"
#include "web/kept_things.hpp"

#include <algorithm>

namespace kith::strategy {
namespace {

constexpr std::string_view left_to_facts = "facts";  ///< the status is not said: the rule proposes it

web::Response update_page(web::Visit& visit, const ActionPlace& place)
{
    const auto& [whole, action] = place;
    const auto proposed = proposed_status(whole.facts(action, visit.today()), visit.today());
    auto parts = parts_below("Say how it goes", whole.plan);
    parts.caption = action.called();
    const auto href = action.href(whole.plan);
    parts.breadcrumbs.push_back({"Action", href});
    return shown(visit, parts, ui::two_thirds(visit.in_form({.action = href + "/update"}, update_fields(visit.form(), proposed) + web::hidden_field("was-done", action.done_on ? action.done_on->iso() : "no") + ui::button({.text = "Save", .prevent_double_click = true}))));
}

Result<web::ThingPlace<Milestone>> place_of_milestones(web::Visit& visit)
{
    const auto place = reported_action_in_path(visit);
    if (!place) return std::unexpected(place.error());
    const auto href = place->action.href(place->whole.plan);
    auto parts = parts_below({}, place->whole.plan);
    parts.caption = place->action.called();
    parts.breadcrumbs.push_back({"Action", href});
    return web::ThingPlace<Milestone>{.parts = parts, .path = href + "/milestones", .fresh = {.action = place->action.id}, .fields = milestone_fields(), .is_here = [id = place->action.id](const Milestone& one) { return one.action == id; },
                                      .problems = [today = visit.today()](db::Reader&, const Milestone& one) { return problems_of(one, today); },
                                      .still = [id = place->action.public_id, open = still_open(place->whole.plan)](db::Reader& reader) -> Result<void> {
                                          if (!actions().find(reader, id)) return conflict("This action was taken away meanwhile");
                                          return open(reader);
                                      },
                                      .then = [href](const Milestone&) { return href; }, .then_taken = href};
}

web::Things<Milestone> milestone_things() { return {milestones(), "milestone", "milestone", "a milestone", place_of_milestones}; }

web::Response show_new_update(web::Visit& visit)
{
    const auto place = reported_action_in_path(visit);
    if (!place) return visit.problem(place.error());
    const auto& [whole, action] = *place;
    auto& form = visit.form();
    const auto said = said_status(whole.facts(action, visit.today()));  // holds until somebody leaves it to the facts again
    form.fill("says", std::string{said ? choice_of(action_states(), said->state).name : left_to_facts}).fill("reason", said ? said->because : std::string{});
    if (action.done_on) {
        form.fill("done", "yes");
        web::fill_day(form, "done_on", *action.done_on);
    }
    return update_page(visit, *place);
}

web::Response add_update(web::Visit& visit)
{
    const auto place = reported_action_in_path(visit);
    if (!place) return visit.problem(place.error());
    const auto& action = place->action;
    auto& form = visit.form();
    Update update{.action = action.id, .by = visit.viewer.account, .made_on = visit.today(), .words = form.text("update"), .says = form.text("says") == left_to_facts ? std::nullopt : choice_named(action_states(), form.text("says")), .reason = form.text("reason"), .evidence = form.text("evidence")};
    if (!form.text("says").empty() && form.text("says") != left_to_facts && !update.says) form.add({.field = "says", .message = "Choose a status from the list"});
    for (auto& problem : problems_of(update)) form.add(std::move(problem));
    const bool done = form.has("done");
    const auto day = form.optional_date("done_on", "The day it was done");
    if (!day) form.add(day.error());
    else if (*day && visit.today() < **day) form.add({.field = "done_on", .message = "The day it was done must be today or before"});
    else if (*day && !done) form.add({.field = "done", .message = "Tick that it is done, or leave the day empty"});
    if (form.has_problems()) return update_page(visit, *place);
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), done ? "Action done" : "Action updated"};
    auto now = actions().find(visit.writer(), action.public_id);
    if (!now) return visit.problem(conflict("This action was taken away meanwhile").error());
    if (const auto still = still_open(place->whole.plan)(visit.writer()); !still) return visit.problem(still.error());
    const auto done_on = !done ? std::nullopt : *day ? *day : now->done_on ? now->done_on : std::optional{visit.today()};
    const auto was = form.text("was-done");  // what the form showed: whoever left it alone changes nothing of it
    const bool left_alone = !was.empty() && was == (done_on ? done_on->iso() : "no"), changed_since = !was.empty() && was != (now->done_on ? now->done_on->iso() : "no");
    if (changed_since && !left_alone) return visit.problem(conflict("Somebody said meanwhile whether this is done. Look at it again").error());
    updates().keep(changes, std::move(update), visit.now());
    if (done_on != now->done_on && !(changed_since && left_alone)) {
        now->done_on = done_on;
        actions().keep(changes, *std::move(now), visit.now());
    }
    visit.writer().commit();
    return visit.redirect(action.href(place->whole.plan), "Saved");
}

/// By whoever made it, and by those who write plans; the register keeps that it was said.
web::Response take_update_back(web::Visit& visit)
{
    const auto place = reported_action_in_path(visit);
    if (!place) return visit.problem(place.error());
    const auto id = visit.public_id("update");
    if (!id) return visit.problem(id.error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Update taken back"};
    const auto update = updates().find(visit.writer(), *id);
    if (!update || update->action != place->action.id) return visit.problem(not_found("Update").error());
    if (update->by != visit.viewer.account && !visit.may(access::Permission::manage_strategy)) return visit.problem(not_found("Page").error());
    updates().end(changes, *update);
    visit.writer().commit();
    return visit.redirect(place->action.href(place->whole.plan), "Taken back");
}

/// Reached today, or not reached after all.
web::Response turn_milestone(web::Visit& visit)
{
    const auto place = place_of_milestones(visit);
    if (!place) return visit.problem(place.error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Milestone reached, or not reached after all"};
    auto milestone = web::thing_in_path(visit, milestone_things(), *place, visit.writer());
    if (!milestone) return visit.problem(milestone.error());
    const bool is_reached = milestone->done_on.has_value();
    if ((visit.form().text("reached") == "yes") == is_reached) return visit.problem(conflict("Somebody changed this milestone meanwhile. Look at it again").error());
    milestone->done_on = is_reached ? std::nullopt : std::optional{visit.today()};
    milestones().keep(changes, *milestone, visit.now());
    visit.writer().commit();
    return visit.redirect(place->then_taken, "Saved");
}

}  // namespace

void add_progress_routes(web::Routes& routes)
{
    constexpr auto reports = access::Permission::report_progress;
    constexpr web::RouteFlags slow{.on_worker = true};
    const std::string one = "/strategy/{plan}/actions/{action}";
    routes.get(one + "/update", reports, show_new_update, slow);
    routes.post(one + "/update", reports, add_update, slow);
    routes.post(one + "/update/{update}/away", reports, take_update_back, slow);
    routes.post(one + "/milestones/{milestone}/turn", reports, turn_milestone, slow);
    web::add_thing_routes(routes, one + "/milestones", reports, milestone_things());
}

std::vector<web::HomeItem> due_of_viewer(web::Visit& visit)
{
    std::vector<web::HomeItem> items;
    if (!visit.may(access::Permission::report_progress)) return items;
    for (const auto& [plan, action, status, wanted] : actions_of_account(visit.reader(), visit.viewer.account, visit.today())) {
        if (!wanted) continue;
        items.push_back({.title = "Say how it goes: " + action.called(), .words = plan.name + ". " + wanted->because, .href = action.href(plan) + "/update", .urgency = wanted->is_late ? web::Urgency::overdue : web::Urgency::soon});
    }
    return items;
}

}  // namespace kith::strategy
