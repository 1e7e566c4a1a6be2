#include "strategy/risk_pages.hpp"

#include "access/accounts.hpp"
#include "base/text.hpp"
#include "db/transaction.hpp"
#include "strategy/plan_place_pages.hpp"
#include "strategy/risk_register.hpp"
#include "strategy/risk_views.hpp"
#include "ui/choices.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "web/form_fields.hpp"

#include <algorithm>

namespace kith::strategy {
namespace {

using access::Permission;

struct RiskPlace {
    Plan plan;
    Risk risk;
    std::string href() const { return risk.href(plan); }
};
kith::Result<RiskPlace> risk_in_path(web::Visit& visit)
{
    auto plan = plan_in_path(visit);
    if (!plan) return std::unexpected(plan.error());
    const auto id = visit.public_id("risk");
    if (!id) return std::unexpected(id.error());
    const auto risk = risks().find(visit.reader(), *id);
    if (!risk || risk->plan != plan->id) return not_found("Risk");
    return RiskPlace{*std::move(plan), *risk};
}

web::PageParts parts_of(std::string title, const Plan& plan)
{
    auto parts = parts_below(std::move(title), plan);
    parts.breadcrumbs.push_back({"Risks", plan.href() + "/risks"});
    return parts;
}

/// Neither where both are empty; a step of nought where only one is, which problems_of() tells.
std::optional<Score> score_in(const web::Form& form, const std::string& name)
{
    const auto step = [&](const char* which) -> std::int64_t {
        const auto text = form.text(name + which);
        return text.size() == 1 && text.front() >= '1' && text.front() <= '5' ? text.front() - '0' : 0;
    };
    const Score score{step("_likelihood"), step("_impact")};
    return score == Score{} ? std::nullopt : std::optional{score};
}

void fill_score(web::Form& form, const std::string& name, const std::optional<Score>& score)
{
    if (score) form.fill(name + "_likelihood", std::to_string(score->likelihood)).fill(name + "_impact", std::to_string(score->impact));
}

/// A problem with a score stands beside its likelihood.
void add_to(web::Form& form, std::vector<Problem> problems)
{
    for (auto& problem : problems) {
        if (problem.field == "inherent" || problem.field == "current" || problem.field == "target") problem.field += "_likelihood";
        if (!form.error(problem.field)) form.add(std::move(problem));
    }
}

void read_into(web::Visit& visit, Risk& risk)
{
    auto& form = visit.form();
    risk.title = form.text("title");
    risk.code = form.text("code");
    risk.cause = form.text("cause");
    risk.effect = form.text("effect");
    risk.owner = form.text("owner");
    risk.inherent = score_in(form, "inherent");
    risk.current = score_in(form, "current");
    risk.target = score_in(form, "target");
    if (const auto day = form.optional_date("review_on", "The day it is looked at next")) risk.review_on = *day;
    else form.add(day.error());
    add_to(form, problems_of(risk, risks_of(visit.reader(), risk.plan)));
}

web::Response form_page(web::Visit& visit, const Plan& plan, std::string title, const std::string& action, const ui::Html& below = {})
{
    return shown(visit, parts_of(std::move(title), plan), ui::two_thirds(visit.in_form({.action = action}, risk_fields(visit.form()) + ui::button({.text = "Save", .prevent_double_click = true})) + below));
}

ui::Html controls_table(web::Visit& visit, const RiskPlace& place, bool manages)
{
    ui::Table table{.head = {{.text = "What is done against it"}, {.text = "Who does it"}, {.text = "Strength"}}, .caption = "Controls", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    if (manages) table.head.push_back({.text = ui::visually_hidden("What can be done")});
    for (const auto& control : controls_of(visit.reader(), place.risk.id)) {
        ui::TableRow row{{.text = control.words}, {.text = control.owner.empty() ? "Nobody yet" : control.owner}, {.text = choice_of(control_strengths(), control.strength).words}};
        if (manages)
            row.push_back({.text = visit.in_form({.action = place.href() + "/controls/" + control.public_id.text() + "/away", .id = "away-" + control.public_id.text()},
                                                 ui::button({.text = ui::text("Take away") + ui::visually_hidden(": " + control.words), .classes = "govuk-button--secondary"}))});
        table.rows.push_back(std::move(row));
    }
    return table.rows.empty() ? ui::heading(2, "Controls", "m") + ui::paragraph("Nothing is written down that is done against it.") : ui::scrollable_table(table);
}

ui::Html history(web::Visit& visit, const RiskPlace& place)
{
    ui::Timeline line{.events = {}, .heading_level = 3};
    for (const auto& review : reviews_of(visit.reader(), place.risk.id)) {
        const auto account = access::find_account(visit.reader(), review.by);
        auto words = web::as_lines(review.words);
        if (review.likelihood && review.impact) words += ui::paragraph(in_words(Score{*review.likelihood, *review.impact}));
        line.events.push_back({.title = "Looked at", .by = account ? account->name : "someone who has left", .when = review.made_on.in_words(), .datetime = review.made_on.iso(), .description = words});
    }
    return ui::heading(2, "History", "m") + (line.events.empty() ? ui::paragraph("Nobody has looked at it again yet.") : ui::timeline(line));
}

ui::Html manage_forms(web::Visit& visit, const RiskPlace& place)
{
    const auto& form = visit.form();
    web::Choices strengths;
    for (const auto& one : control_strengths()) strengths.emplace_back(one.name, one.words);
    const auto control = web::words_field(form, "control", "What is done against it") + web::line_field(form, "control_owner", "Who does it", "By role") + web::choice_field(form, "strength", "How strong it is", strengths);
    const auto review = web::words_field(form, "review", "What you saw when you looked at it") + score_fields(form, "current", "now") + web::day_field(form, "review_on", "When it is looked at next", "Leave empty where no day is set");
    return ui::not_in_print(ui::heading(2, "Look at it again", "m") + visit.in_form({.action = place.href() + "/reviews", .id = "review-form"}, review + ui::button({.text = "Save"})) + ui::heading(2, "Add a control", "m") +
                            visit.in_form({.action = place.href() + "/controls", .id = "control-form"}, control + ui::button({.text = "Add the control", .classes = "govuk-button--secondary"})));
}

web::Response risk_page(web::Visit& visit, const RiskPlace& place)
{
    const bool manages = visit.may(Permission::manage_strategy);
    auto parts = parts_of("Risk", place.plan);
    parts.heading = place.risk.called();
    auto content = risk_summary(place.risk, visit.today());
    if (manages) content += ui::not_in_print(ui::button({.text = "Change it", .href = place.href() + "/change", .classes = "govuk-button--secondary"}));
    content += controls_table(visit, place, manages) + history(visit, place);
    if (manages) {
        fill_score(visit.form(), "current", place.risk.current);
        content += manage_forms(visit, place);
    }
    return shown(visit, parts, ui::two_thirds(content));
}

}  // namespace

web::Response list_risks(web::Visit& visit)
{
    const auto plan = plan_in_path(visit);
    if (!plan) return visit.problem(plan.error());
    const auto all = risks_of(visit.reader(), plan->id);
    auto content = ui::paragraph(in_words(all, visit.today()), "govuk-body-l");
    if (visit.may(Permission::manage_strategy)) content += ui::not_in_print(ui::button({.text = "Add a risk", .href = plan->href() + "/risks/new"}));
    if (!all.empty()) content += risk_matrix(*plan, all) + risk_table(*plan, all, visit.today());
    auto parts = parts_below("Risks", *plan);
    parts.wide = true;
    return visit.page(parts, content);
}

web::Response show_new_risk(web::Visit& visit)
{
    const auto plan = plan_in_path(visit);
    return plan ? form_page(visit, *plan, "Add a risk", plan->href() + "/risks") : visit.problem(plan.error());
}

web::Response add_risk(web::Visit& visit)
{
    const auto plan = plan_in_path(visit);
    if (!plan) return visit.problem(plan.error());
    Risk risk{.plan = plan->id};
    read_into(visit, risk);
    if (visit.form().has_problems()) return form_page(visit, *plan, "Add a risk", plan->href() + "/risks");
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Risk added"};
    risk = risks().keep(changes, std::move(risk), visit.now());
    visit.writer().commit();
    return visit.redirect(risk.href(*plan), "Added");
}

web::Response show_risk(web::Visit& visit)
{
    const auto place = risk_in_path(visit);
    return place ? risk_page(visit, *place) : visit.problem(place.error());
}

web::Response show_change_risk(web::Visit& visit)
{
    const auto place = risk_in_path(visit);
    if (!place) return visit.problem(place.error());
    auto& form = visit.form();
    form.fill("title", place->risk.title).fill("code", place->risk.code).fill("cause", place->risk.cause).fill("effect", place->risk.effect).fill("owner", place->risk.owner);
    fill_score(form, "inherent", place->risk.inherent);
    fill_score(form, "current", place->risk.current);
    fill_score(form, "target", place->risk.target);
    if (place->risk.review_on) web::fill_day(form, "review_on", *place->risk.review_on);
    return form_page(visit, place->plan, "Change the risk", place->href() + "/change", visit.in_form({.action = place->href() + "/away", .id = "away"}, ui::button({.text = "Take it away", .classes = "govuk-button--warning"})));
}

web::Response change_risk(web::Visit& visit)
{
    const auto place = risk_in_path(visit);
    if (!place) return visit.problem(place.error());
    auto risk = place->risk;
    read_into(visit, risk);
    if (visit.form().has_problems()) return form_page(visit, place->plan, "Change the risk", place->href() + "/change");
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Risk changed"};
    if (risks().find(visit.writer(), risk.public_id) != place->risk) return visit.problem(conflict("Somebody changed this risk meanwhile. Look at it again").error());
    risks().keep(changes, std::move(risk), visit.now());
    visit.writer().commit();
    return visit.redirect(place->href(), "Saved");
}

web::Response take_risk_away(web::Visit& visit)
{
    const auto place = risk_in_path(visit);
    if (!place) return visit.problem(place.error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Risk taken away"};
    if (risks().find(visit.writer(), place->risk.public_id)) take_away(changes, place->risk);
    visit.writer().commit();
    return visit.redirect(place->plan.href() + "/risks", "Taken away");
}

web::Response add_control(web::Visit& visit)
{
    const auto place = risk_in_path(visit);
    if (!place) return visit.problem(place.error());
    auto& form = visit.form();
    Control control{.risk = place->risk.id, .words = form.text("control"), .owner = form.text("control_owner"), .strength = choice_named(control_strengths(), form.text("strength")).value_or(ControlStrength::not_said)};
    for (auto& problem : problems_of(control)) form.add(std::move(problem));
    if (form.has_problems()) return risk_page(visit, *place);
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Control added"};
    if (!risks().find(visit.writer(), place->risk.public_id)) return visit.problem(conflict("This risk was taken away meanwhile").error());
    controls().keep(changes, std::move(control), visit.now());
    visit.writer().commit();
    return visit.redirect(place->href(), "Added");
}

web::Response take_control_away(web::Visit& visit)
{
    const auto place = risk_in_path(visit);
    if (!place) return visit.problem(place.error());
    const auto id = visit.public_id("control");
    if (!id) return visit.problem(id.error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Control taken away"};
    const auto control = controls().find(visit.writer(), *id);
    if (!control || control->risk != place->risk.id) return visit.problem(not_found("Control").error());
    controls().end(changes, *control);
    visit.writer().commit();
    return visit.redirect(place->href(), "Taken away");
}

web::Response review_risk(web::Visit& visit)
{
    const auto place = risk_in_path(visit);
    if (!place) return visit.problem(place.error());
    auto& form = visit.form();
    auto risk = place->risk;
    risk.current = score_in(form, "current");
    if (const auto day = form.optional_date("review_on", "The day it is looked at next")) risk.review_on = *day;
    else form.add(day.error());
    std::vector<Problem> problems;
    check_words(problems, "review", "What you saw", form.text("review"), longest_words, true);
    add_to(form, std::move(problems));
    add_to(form, problems_of(risk, {}));
    if (form.has_problems()) return risk_page(visit, *place);
    Review review{.risk = risk.id, .by = visit.viewer.account, .made_on = visit.today(), .words = form.text("review"), .likelihood = {}, .impact = {}};
    if (risk.current) review.likelihood = risk.current->likelihood, review.impact = risk.current->impact;
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Risk looked at again"};
    if (risks().find(visit.writer(), risk.public_id) != place->risk) return visit.problem(conflict("Somebody changed this risk meanwhile. Look at it again").error());
    reviews().keep(changes, std::move(review), visit.now());
    if (risk != place->risk) risks().keep(changes, std::move(risk), visit.now());
    visit.writer().commit();
    return visit.redirect(place->href(), "Saved");
}

}  // namespace kith::strategy
