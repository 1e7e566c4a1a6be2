#include "strategy/plan_views.hpp"

#include "base/quantity.hpp"
#include "base/text.hpp"
#include "strategy/progress.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "web/form_fields.hpp"

#include <array>
#include <map>

namespace kith::strategy {
namespace {

ui::Html actions_table(const WholePlan& whole, const std::vector<const Action*>& actions, Date today, std::string caption)
{
    ui::Table table{.head = {{.text = "Action"}, {.text = "Status"}, {.text = "By when"}, {.text = "Owner"}}, .caption = std::move(caption), .caption_classes = "govuk-visually-hidden", .first_cell_is_header = true};
    for (const auto* action : actions) {
        const auto status = shown_status(whole.facts(*action, today), today);
        table.rows.push_back({{.text = ui::link(action->called(), action->href(whole.plan))}, {.text = status_tag(status.state) + ui::paragraph(status.because, "govuk-body-s govuk-!-margin-top-1 govuk-!-margin-bottom-0")},
                              {.text = action->due_on ? action->due_on->in_words() : "No date"}, {.text = action->owner.empty() ? "Nobody yet" : action->owner}});
    }
    return table.rows.empty() ? ui::Html{} : ui::stacking_table(table);
}

ui::Html add_link(const Plan& plan, PartKind kind, const std::string& words, const Part* under = nullptr)
{
    return ui::not_in_print(ui::paragraph(ui::link(words, plan.href() + "/parts/new?kind=" + std::string{choice_of(part_kinds(), kind).name} + (under == nullptr ? std::string{} : "&under=" + under->public_id.text()))));
}

ui::Html one_theme(const WholePlan& whole, const Part& theme, Date today, bool may_change)
{
    const auto& plan = whole.plan;
    auto html = ui::heading(2, may_change ? ui::link(theme.called(), theme.href(plan)) : ui::text(theme.called()), "m", theme.public_id.text()) + web::as_lines(theme.words);
    std::vector<ui::Content> success;
    for (const auto* criterion : parts_of_kind(whole.parts, PartKind::criterion, theme.id)) success.emplace_back(may_change ? ui::link(criterion->called(), criterion->href(plan)) : ui::text(criterion->called()));
    if (!success.empty()) html += ui::heading(3, "What success looks like", "s") + ui::bullets(success);
    if (may_change) html += add_link(plan, PartKind::criterion, "Add what success looks like", &theme);
    const auto actions = whole.sight().actions_of_theme(theme.id);
    html += actions.empty() ? ui::paragraph("No action is written down for this theme.") : actions_table(whole, actions, today, "Actions: " + theme.called());
    if (may_change) html += ui::not_in_print(ui::paragraph(ui::link_about("Add an action", theme.called(), plan.href() + "/actions/new?theme=" + theme.public_id.text())));
    return html;
}

/// Parts of one kind as a list below their heading.
ui::Html list_of(const WholePlan& whole, PartKind kind, bool may_change)
{
    std::vector<ui::Content> lines;
    for (const auto* part : parts_of_kind(whole.parts, kind)) {
        auto line = may_change ? ui::link(part->called(), part->href(whole.plan)) : ui::text(part->called());
        if (kind == PartKind::objective || kind == PartKind::priority || kind == PartKind::outcome || kind == PartKind::step) {
            const auto serving = std::ssize(whole.sight().actions_serving(part->id)) + std::ssize(whole.sight().shared_serving(part->id));
            const auto leading = std::ssize(parts_of_kind(whole.parts, PartKind::objective, part->id));
            if (kind == PartKind::outcome && leading > 0) line += ui::text(": " + counted(leading, "objective leads to it", "objectives lead to it") + (serving > 0 ? ", " + counted(serving, "action serves it", "actions serve it") : ""));
            else line += ui::text(serving == 0 ? std::string{": no action serves it"} : ": " + counted(serving, "action serves it", "actions serve it"));
        }
        lines.emplace_back(std::move(line));
    }
    if (lines.empty()) return {};
    return ui::heading(2, plural_of(kind), "m") + ui::bullets(lines) + (may_change ? add_link(whole.plan, kind, "Add: " + lower_first(choice_of(part_kinds(), kind).words)) : ui::Html{});
}

std::vector<const Action*> without_theme(const WholePlan& whole)
{
    std::vector<const Action*> found;
    for (const auto& action : whole.actions)
        if (!action.theme) found.push_back(&action);
    return found;
}

ui::Html named_actions(const Sight& sight, const std::vector<const Action*>& actions, const std::vector<const SharedAction*>& shared)
{
    if (actions.empty() && shared.empty()) return ui::text("No action");
    std::vector<ui::Content> lines;
    for (const auto* one : shared) lines.emplace_back(ui::link(one->action.called(), one->action.href(one->plan)) + ui::text(", of " + one->plan.name));
    for (const auto* action : actions) lines.emplace_back(ui::link(action->called(), action->href(sight.plan)));
    return ui::bullets(lines);
}

/// Objectives that lead to an outcome, and the actions that serve it.
ui::Html what_leads_to(const Sight& sight, const Part& part)
{
    std::vector<std::string> objectives;
    for (const auto* objective : parts_of_kind(sight.parts, PartKind::objective, part.id)) objectives.push_back(objective->called());
    const auto actions = sight.actions_serving(part.id);
    const auto shared = sight.shared_serving(part.id);
    if (objectives.empty()) return named_actions(sight, actions, shared);
    const auto by_objectives = ui::paragraph("By objectives: " + joined(objectives, "; "), "govuk-body govuk-!-margin-bottom-0");
    return !sight.is_served(part.id) ? by_objectives : by_objectives + named_actions(sight, actions, shared);
}

}  // namespace

ui::Html plan_list(const std::vector<PlanLine>& lines)
{
    ui::Table table{.head = {{.text = "Plan"}, {.text = "Kind"}, {.text = "Period"}, {.text = "State"}, {.text = "Actions", .format = "numeric"}, {.text = "Late", .format = "numeric"}, {.text = "At risk", .format = "numeric"}},
                    .caption = "Plans, newest first", .caption_classes = "govuk-visually-hidden", .first_cell_is_header = true};
    for (const auto& [plan, actions, late, at_risk] : lines) {
        const auto state = std::string{choice_of(plan_states(), plan.state).words} + (plan.version > 1 ? ", version " + std::to_string(plan.version) : "");
        table.rows.push_back({{.text = ui::link(plan.name, plan.href())}, {.text = choice_of(plan_kinds(), plan.kind).words}, {.text = period_words(plan)}, {.text = state},
                              {.text = with_commas(actions), .format = "numeric"}, {.text = with_commas(late), .format = "numeric"}, {.text = with_commas(at_risk), .format = "numeric"}});
    }
    return ui::stacking_table(table);
}

std::string period_words(const Plan& plan)
{
    if (plan.from && plan.until) return plan.from->in_words() + " to " + plan.until->in_words();
    if (plan.from) return "From " + plan.from->in_words();
    return plan.until ? "Until " + plan.until->in_words() : std::string{"Not dated"};
}

std::string actions_in_words(const WholePlan& whole, Date today)
{
    if (whole.actions.empty()) return "No actions are written down yet.";
    std::map<ActionState, std::int64_t> by_state;
    for (const auto& action : whole.actions) ++by_state[shown_status(whole.facts(action, today), today).state];
    return counted(std::ssize(whole.actions), "action") + ": " + in_words(by_state) + ".";
}

ui::Html status_tag(ActionState state)
{
    static constexpr std::array<const char*, 7> colours{"govuk-tag--grey", "govuk-tag--grey", "govuk-tag--green", "govuk-tag--yellow", "govuk-tag--red", "govuk-tag--blue", "govuk-tag--grey"};
    return ui::tag({.text = choice_of(action_states(), state).words, .classes = colours.at(static_cast<std::size_t>(state))});
}

ui::Html plan_body(const WholePlan& whole, Date today, bool may_change)
{
    ui::Html html;
    if (!whole.plan.vision.empty()) html += ui::inset_text({.text = web::as_lines(whole.plan.vision)});
    for (const auto kind : {PartKind::priority, PartKind::outcome, PartKind::objective}) html += list_of(whole, kind, may_change);
    for (const auto* theme : parts_of_kind(whole.parts, PartKind::theme)) html += one_theme(whole, *theme, today, may_change);
    if (const auto loose = without_theme(whole); !loose.empty()) html += ui::heading(2, "Actions without a theme", "m") + actions_table(whole, loose, today, "Actions without a theme");
    for (const auto kind : {PartKind::step, PartKind::enabler, PartKind::principle, PartKind::missing}) html += list_of(whole, kind, may_change);
    return html;
}

ui::Html sight_body(const Sight& sight, const std::vector<Finding>& unanswered)
{
    ui::Html html;
    auto gaps = gaps_of(sight);
    if (!unanswered.empty()) {
        gaps.push_back({"Findings that no action answers", {}});
        for (const auto& finding : unanswered) gaps.back().where.emplace_back(finding.title, finding.href);
    }
    if (gaps.empty()) html += ui::paragraph("Nothing is missing on the way.");
    else {
        html += ui::heading(2, "What is missing", "m");
        for (const auto& [words, where] : gaps) {
            std::vector<ui::Content> lines;
            for (const auto& [name, href] : where) lines.emplace_back(ui::link(name, href));
            html += ui::details({.summary_text = words + ": " + with_commas(std::ssize(where)), .text = ui::bullets(lines)});
        }
    }
    ui::Table down{.head = {{.text = "Outcome, objective or priority"}, {.text = "Actions that serve it"}}, .caption = "From what is wanted to what is done", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    for (const auto kind : {PartKind::outcome, PartKind::objective, PartKind::priority, PartKind::step})
        for (const auto* part : parts_of_kind(sight.parts, kind)) down.rows.push_back({{.text = part->called()}, {.text = what_leads_to(sight, *part)}});
    if (!down.rows.empty()) html += ui::scrollable_table(down);
    ui::Table up{.head = {{.text = "Action"}, {.text = "It serves"}, {.text = "It answers"}}, .caption = "From what is done to why", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    for (const auto& action : sight.actions) {
        std::vector<std::string> serves, answers;
        for (const auto* part : sight.served_by(action.id)) serves.push_back(part->called());
        for (const auto* one : sight.shared_served_by(action.id)) serves.push_back(one->part.called() + ", of " + one->plan.name);
        for (const auto* one : sight.answered_by(action.id)) answers.push_back(one->title);
        up.rows.push_back({{.text = ui::link(action.called(), action.href(sight.plan))}, {.text = serves.empty() ? "Nothing" : joined(serves, "; ")}, {.text = answers.empty() ? "No finding" : joined(answers, "; ")}});
    }
    return up.rows.empty() ? html : html + ui::scrollable_table(up);
}

web::ThingFields<Plan> plan_fields(std::vector<web::Option<PlanId>> above)
{
    web::ThingFields<Plan> fields{web::choice("kind", &Plan::kind, plan_kinds(), {"What it is"}), web::line("name", &Plan::name, {"Name", "Such as \"Children's workforce strategy 2026 to 2030\""}), web::several_lines("vision", &Plan::vision, {"Vision", "Leave empty where it has none"}),
                                  web::day("from", &Plan::from, {"First day", "Leave empty where it is not known"}, "The first day"), web::day("until", &Plan::until, {"Last day", "Leave empty where it is not known"}, "The last day")};
    if (!above.empty()) fields.push_back(web::one_of("under", &Plan::under, std::move(above), {"Under which strategy", "An annual action plan carries out a strategy"}));
    return fields;
}

web::ThingFields<Part> part_fields(PartKind kind, const std::vector<Part>& parts)
{
    web::ThingFields<Part> fields{web::line("code", &Part::code, {"Code", "By which papers and files name it, such as 13.2. Leave empty where it has none", "govuk-input--width-10"}),
                                  web::several_lines("title", &Part::title, {std::string{choice_of(part_kinds(), kind).words}})};
    if (kind == PartKind::theme || kind == PartKind::outcome || kind == PartKind::priority || kind == PartKind::missing)
        fields.push_back(web::several_lines("words", &Part::words, {kind == PartKind::theme ? "Its aim" : "More about it", "Leave empty where there is nothing to add"}));
    if (kind != PartKind::criterion && kind != PartKind::objective) return fields;
    std::vector<web::Option<PartId>> above;
    for (const auto* part : parts_of_kind(parts, kind == PartKind::criterion ? PartKind::theme : PartKind::outcome)) above.push_back({part->id, part->public_id.text(), part->called()});
    fields.push_back(web::one_of("under", &Part::under, above, {kind == PartKind::criterion ? "Of which theme" : "To which outcome it leads"}));
    return fields;
}

}  // namespace kith::strategy
