#include "strategy/action_views.hpp"

#include "base/text.hpp"
#include "figures/figure.hpp"
#include "strategy/plan_views.hpp"
#include "ui/choices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "web/form_fields.hpp"
#include "web/references.hpp"

namespace kith::strategy {
namespace {

ui::Html status_words(const Status& status)
{
    return status_tag(status.state) + ui::text(" " + status.because);
}

std::string day_or(const std::optional<Date>& day, std::string otherwise) { return day ? day->in_words() : std::move(otherwise); }

}  // namespace

web::ThingFields<Action> action_fields(const std::vector<Part>& parts, const std::vector<access::NamedHolder>& people)
{
    std::vector<web::Option<PartId>> themes;
    for (const auto* theme : parts_of_kind(parts, PartKind::theme)) themes.push_back({theme->id, theme->public_id.text(), theme->called()});
    std::vector<web::Option<access::AccountId>> accounts;
    for (const auto& one : people) accounts.push_back({one.account, std::to_string(one.account.value()), one.name});
    return {web::several_lines("title", &Action::title, {"What is to be done"}), web::line("code", &Action::code, {"Code", "By which papers and files name it, such as T1.A2. Leave empty where it has none", "govuk-input--width-10"}),
            web::one_of("theme", &Action::theme, themes, {"Theme"}), web::several_lines("words", &Action::words, {"More about it", "Leave empty where there is nothing to add"}),
            web::line("owner", &Action::owner, {"Owner", "By role, such as \"Head of workforce development\". Needed before the plan can be approved"}),
            web::one_of("account", &Action::account, accounts, {"Who says how it goes", "They find it on their home page, and are asked where nothing was said for two months"}, "Nobody yet"),
            web::line("lead", &Action::lead, {"Lead organisation"}), web::several_lines("contributors", &Action::contributors, {"Who contributes", "One organisation a line"}),
            web::day("starts_on", &Action::starts_on, {"Begins on", "Leave empty where it is not known"}, "The day it begins"), web::day("due_on", &Action::due_on, {"Due on", "Needed before the plan can be approved"}, "The day it is due"),
            web::pounds("cost", &Action::cost, {"Cost in pounds", "Leave empty where it is not known"}), web::line("funding", &Action::funding, {"Funding", "Such as the name of a grant"})};
}

web::ThingFields<Milestone> milestone_fields()
{
    return {web::line("milestone", &Milestone::title, {"What is to be reached"}), web::day("milestone_due", &Milestone::due_on, {"By when"}, "The day by which it is to be reached")};
}

ui::Html action_summary(const WholePlan& whole, const Action& action, const std::string& named, Date today)
{
    const auto facts = whole.facts(action, today);
    ui::SummaryList list;
    const auto add = [&](const char* key, ui::Content value) {
        if (!value.empty()) list.rows.push_back({.key = {.text = key}, .value = {.text = std::move(value)}});
    };
    add("By the facts", status_words(proposed_status(facts, today)));
    if (const auto said = said_status(facts)) add("As said by people", status_words(*said));
    if (const auto* theme = action.theme ? part_with(whole.parts, *action.theme) : nullptr) add("Theme", theme->called());
    if (!action.told.empty()) add("In its source", action.told);
    add("Owner", action.owner.empty() ? std::string{"Nobody yet"} : action.owner);
    add("Says how it goes", named);
    add("Lead organisation", action.lead);
    add("Contributes", web::as_lines(action.contributors));
    add("Begins", day_or(action.starts_on, {}));
    add("Due", day_or(action.due_on, "No date"));
    add("Done", day_or(action.done_on, {}));
    if (action.cost) add("Cost", figures::in_words(*action.cost) + (action.funding.empty() ? "" : ", " + action.funding));
    else add("Funding", action.funding);
    std::vector<ui::Content> before, after;
    for (const auto& one : whole.waits) {
        if (const auto* on = one.action == action.id ? whole.action_with(one.on) : nullptr) before.emplace_back(ui::link(on->called(), on->href(whole.plan)));
        if (const auto* waiting = one.on == action.id ? whole.action_with(one.action) : nullptr) after.emplace_back(ui::link(waiting->called(), waiting->href(whole.plan)));
    }
    if (!before.empty()) add("Waits for", ui::bullets(before));
    if (!after.empty()) add("Waiting for it", ui::bullets(after));
    return ui::summary_list(list);
}

ui::Html updates_of(const ActionFacts& facts, const std::function<std::string(access::AccountId)>& name_of, const std::function<ui::Html(const Update&)>& way_back)
{
    if (facts.updates.empty()) return ui::paragraph("Nobody has said yet how it goes.");
    ui::Timeline line{.events = {}, .heading_level = 3};
    for (const auto& update : facts.updates) {
        auto words = web::as_lines(update.words);
        if (update.says) words += ui::paragraph(status_words({*update.says, update.reason}));
        if (!update.evidence.empty()) words += ui::paragraph("What shows it: " + update.evidence);
        words += way_back(update);
        line.events.push_back({.title = "Update", .by = name_of(update.by), .when = update.made_on.in_words(), .datetime = update.made_on.iso(), .description = words});
    }
    return ui::timeline(line);
}

ui::Html update_fields(const web::Form& form, const Status& proposed)
{
    std::vector<ui::RadioItem> items{{.text = "Leave it to the facts: " + lower_first(choice_of(action_states(), proposed.state).words) + ". " + proposed.because, .value = "facts"}};
    for (const auto state : {ActionState::on_track, ActionState::at_risk, ActionState::late, ActionState::stopped}) items.push_back({.text = choice_of(action_states(), state).words, .value = std::string{choice_of(action_states(), state).name}});
    return web::words_field(form, "update", "How does it go?", "A few sentences. No names of children or staff") +
           ui::radios({.fieldset = {.legend = {.text = "Status", .classes = "govuk-fieldset__legend--s"}}, .error_message = {.text = form.error("says").value_or("")}, .name = "says", .items = std::move(items), .value = form.text("says")}) +
           web::words_field(form, "reason", "Why the status is another than the facts propose", "Leave empty where it is left to the facts") + web::line_field(form, "evidence", "What shows it", "Such as minutes of a meeting, or an address. Leave empty where there is nothing") +
           ui::checkboxes({.name = "done", .items = {{.text = "It is done", .value = "yes"}}, .values = form.all("done")}) + web::day_field(form, "done_on", "On which day it was done", "Leave empty where it is not done, or was done today");
}

ui::Html measures_shown(const WholePlan& whole, const Action& action)
{
    std::vector<ui::Content> lines;
    for (const auto& one : whole.measures.shown)
        for (const auto& measure : whole.measures.measures)
            if (one.action == action.id && one.measure == measure.id) lines.emplace_back(ui::link(measure.called(), measure.href(whole.plan)) + ui::text(": " + lower_first(in_words(measure, whole.measures.points_of(measure.id)))));
    return lines.empty() ? ui::paragraph("No measure will show yet whether it works.") : ui::heading(3, "It shows by", "s") + ui::bullets(lines);
}

ui::Html ties_of(const Sight& sight, const Action& action)
{
    std::vector<ui::Content> serves, answers;
    for (const auto* part : sight.served_by(action.id)) serves.emplace_back(ui::link(part->called(), part->href(sight.plan)));
    for (const auto* one : sight.shared_served_by(action.id)) serves.emplace_back(ui::link(one->part.called(), one->part.href(one->plan)) + ui::text(", of " + one->plan.name));
    for (const auto* one : sight.answered_by(action.id))
        if (const auto reference = figures::Reference::parse(one->finding)) answers.emplace_back(ui::link(one->title, web::href_of(*reference)) + ui::text(", as it stood on " + one->since.in_words()));
    return ui::heading(2, "Why it is done", "m") + (serves.empty() ? ui::paragraph("It serves no objective, outcome or priority yet.") : ui::heading(3, "It serves", "s") + ui::bullets(serves)) +
           (answers.empty() ? ui::paragraph("It answers no finding yet.") : ui::heading(3, "It answers", "s") + ui::bullets(answers));
}

}  // namespace kith::strategy
