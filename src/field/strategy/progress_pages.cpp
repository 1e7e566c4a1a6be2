#include "db/transaction.hpp"
#include "strategy/action_pages.hpp"
#include "strategy/action_place_pages.hpp"
#include "strategy/action_views.hpp"
#include "ui/choices.hpp"
#include "ui/words.hpp"
#include "web/form_fields.hpp"

#include <algorithm>

namespace kith::strategy {
namespace {

constexpr std::string_view left_to_facts = "facts";  ///< the status is not said: the rule proposes it

web::Response update_page(web::Visit& visit, const ActionPlace& place)
{
    const auto& [whole, action] = place;
    const auto proposed = proposed_status(whole.facts(action), visit.today());
    auto parts = parts_below("Say how it goes", whole.plan);
    parts.caption = action.called();
    const auto href = action.href(whole.plan);
    parts.breadcrumbs.push_back({"Action", href});
    return shown(visit, parts, ui::two_thirds(visit.in_form({.action = href + "/update"}, update_fields(visit.form(), proposed) + ui::button({.text = "Save", .prevent_double_click = true}))));
}

/// The milestone that the path names, of this action.
kith::Result<Milestone> milestone_in_path(web::Visit& visit, const ActionPlace& place)
{
    const auto id = visit.public_id("milestone");
    if (!id) return std::unexpected(id.error());
    const auto found = std::ranges::find(place.whole.milestones, *id, &Milestone::public_id);
    if (found == place.whole.milestones.end() || found->action != place.action.id) return not_found("Milestone");
    return *found;
}

}  // namespace

web::Response show_new_update(web::Visit& visit)
{
    const auto place = reported_action_in_path(visit);
    visit.form().fill("says", std::string{left_to_facts});
    return place ? update_page(visit, *place) : visit.problem(place.error());
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
    if (form.has_problems()) return update_page(visit, *place);
    const bool done = form.has("done");
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), done ? "Action done" : "Action updated"};
    auto now = actions().find(visit.writer(), action.public_id);
    if (!now) return visit.problem(conflict("This action was taken away meanwhile").error());
    updates().keep(changes, std::move(update), visit.now());
    if (done != now->done_on.has_value()) {
        now->done_on = done ? std::optional{visit.today()} : std::nullopt;
        actions().keep(changes, *std::move(now), visit.now());
    }
    visit.writer().commit();
    return visit.redirect(action.href(place->whole.plan), "Saved");
}

web::Response add_milestone(web::Visit& visit)
{
    const auto place = reported_action_in_path(visit);
    if (!place) return visit.problem(place.error());
    auto& form = visit.form();
    Milestone milestone{.action = place->action.id, .title = form.text("milestone")};
    if (const auto day = form.date("milestone_due", "The day by which it is to be reached")) milestone.due_on = *day;
    else form.add(day.error());
    for (auto& problem : problems_of(milestone, visit.today())) form.add(std::move(problem));
    if (form.has_problems()) return action_page(visit, *place);
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Milestone added"};
    if (!actions().find(visit.writer(), place->action.public_id)) return visit.problem(conflict("This action was taken away meanwhile").error());
    milestones().keep(changes, std::move(milestone), visit.now());
    visit.writer().commit();
    return visit.redirect(place->action.href(place->whole.plan), "Added");
}

web::Response turn_milestone(web::Visit& visit)
{
    const auto place = reported_action_in_path(visit);
    if (!place) return visit.problem(place.error());
    auto milestone = milestone_in_path(visit, *place);
    if (!milestone) return visit.problem(milestone.error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), milestone->done_on ? "Milestone not reached after all" : "Milestone reached"};
    if (milestones().find(visit.writer(), milestone->public_id) != *milestone) return visit.problem(conflict("Somebody changed this milestone meanwhile. Look at it again").error());
    milestone->done_on = milestone->done_on ? std::nullopt : std::optional{visit.today()};
    milestones().keep(changes, *milestone, visit.now());
    visit.writer().commit();
    return visit.redirect(place->action.href(place->whole.plan), "Saved");
}

web::Response take_milestone_away(web::Visit& visit)
{
    const auto place = reported_action_in_path(visit);
    if (!place) return visit.problem(place.error());
    const auto milestone = milestone_in_path(visit, *place);
    if (!milestone) return visit.problem(milestone.error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Milestone taken away"};
    if (milestones().find(visit.writer(), milestone->public_id)) milestones().end(changes, *milestone);
    visit.writer().commit();
    return visit.redirect(place->action.href(place->whole.plan), "Taken away");
}

std::vector<web::HomeItem> due_of_viewer(web::Visit& visit)
{
    std::vector<web::HomeItem> items;
    if (!visit.may(access::Permission::report_progress)) return items;
    for (const auto& [plan, action, status, stale] : actions_of_account(visit.reader(), visit.viewer.account, visit.today())) {
        if (plan.state != PlanState::current || (status.state != ActionState::late && !stale)) continue;
        items.push_back({.title = "Say how it goes: " + action.called(), .words = plan.name + ". " + status.because, .href = action.href(plan) + "/update", .urgency = status.state == ActionState::late ? web::Urgency::overdue : web::Urgency::soon});
    }
    return items;
}

}  // namespace kith::strategy
