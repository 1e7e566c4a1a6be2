#include "strategy/risk_pages.hpp"

#include "access/accounts.hpp"
#include "base/text.hpp"
#include "db/transaction.hpp"
#include "strategy/plan_place_pages.hpp"
#include "strategy/risk_register.hpp"
#include "strategy/risk_views.hpp"
#include "strategy/sight.hpp"
#include "ui/choices.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/tables.hpp"
#include "ui/words.hpp"
#include "web/kept_things.hpp"

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

/// Pages below a risk.
web::PageParts parts_below_risk(std::string title, const RiskPlace& place)
{
    auto parts = parts_of(std::move(title), place.plan);
    parts.caption = place.risk.called();
    parts.breadcrumbs.push_back({"Risk", place.href()});
    return parts;
}

/// The risk, where it may still be written to.
kith::Result<RiskPlace> open_risk_in_path(web::Visit& visit)
{
    if (const auto open = open_plan_in_path(visit); !open) return std::unexpected(open.error());
    return risk_in_path(visit);
}

/// A score that was changed by hand stands in the history with its day, as one that a review gave.
void keep_score_in_history(web::Visit& visit, db::ChangeSet& changes, const Risk& before, const Risk& now)
{
    if (!now.current || before.current == now.current) return;
    reviews().keep(changes, {.risk = now.id, .by = visit.viewer.account, .made_on = visit.today(), .words = before.current ? "The score was changed." : "The score was given.", .likelihood = now.current->likelihood, .impact = now.current->impact}, visit.now());
}

Result<web::ThingPlace<Risk>> place_of_risks(web::Visit& visit)
{
    const auto plan = open_plan_in_path(visit);
    if (!plan) return std::unexpected(plan.error());
    const auto list = plan->href() + "/risks";
    return web::ThingPlace<Risk>{.parts = parts_of({}, *plan), .path = list, .fresh = {.plan = plan->id}, .fields = risk_fields(), .is_here = [id = plan->id](const Risk& risk) { return risk.plan == id; },
                                 .problems = [](db::Reader& reader, const Risk& risk) { return problems_of(risk, risks_of(reader, risk.plan)); }, .still = still_open(*plan), .then = [plan = *plan](const Risk& risk) { return risk.href(plan); }, .then_taken = list,
                                 .take_away = [](db::ChangeSet& changes, const Risk& risk) { take_away(changes, risk); },
                                 .with = [&visit](db::ChangeSet& changes, const Risk& before, const Risk& now) { keep_score_in_history(visit, changes, before, now); }};
}

/// Things below a risk: they lead back to it, and stop where it was taken away.
template <class T>
web::ThingPlace<T> below(const RiskPlace& place, const std::string& path, T fresh, web::ThingFields<T> fields)
{
    return {.parts = parts_below_risk({}, place), .path = place.href() + path, .fresh = std::move(fresh), .fields = std::move(fields), .is_here = [id = place.risk.id](const T& thing) { return thing.risk == id; },
            .problems = [](db::Reader&, const T& thing) { return problems_of(thing); },
            .still = [id = place.risk.public_id, open = still_open(place.plan)](db::Reader& reader) -> kith::Result<void> {
                if (!risks().find(reader, id)) return conflict("This risk was taken away meanwhile");
                return open(reader);
            },
            .then = [href = place.href()](const T&) { return href; }, .then_taken = place.href()};
}

Result<web::ThingPlace<Control>> place_of_controls(web::Visit& visit)
{
    const auto place = open_risk_in_path(visit);
    if (!place) return std::unexpected(place.error());
    return below<Control>(*place, "/controls", {.risk = place->risk.id},
                          {web::several_lines("control", &Control::words, {"What is done against it"}), web::line("control_owner", &Control::owner, {"Who does it", "By role"}), web::choice("strength", &Control::strength, control_strengths(), {"How strong it is"})});
}

Result<web::ThingPlace<Escalation>> place_of_escalations(web::Visit& visit)
{
    const auto place = open_risk_in_path(visit);
    if (!place) return std::unexpected(place.error());
    return below<Escalation>(*place, "/escalations", {.risk = place->risk.id, .by = visit.viewer.account, .made_on = visit.today()},
                             {web::line("to_whom", &Escalation::to_whom, {"To whom it is taken", "A group or a role, such as \"Children's board\""}), web::several_lines("why", &Escalation::words, {"Why, and what is asked of them", "When it comes back, write here what they answered"})});
}

ui::Html controls_table(web::Visit& visit, const RiskPlace& place, bool manages)
{
    ui::Table table{.head = {{.text = "What is done against it"}, {.text = "Who does it"}, {.text = "Strength"}}, .caption = "Controls", .caption_classes = "govuk-table__caption--m", .first_cell_is_header = true};
    for (const auto& control : controls_of(visit.reader(), place.risk.id))
        table.rows.push_back({{.text = manages ? ui::link(control.words, place.href() + "/controls/" + control.public_id.text() + "/change") : ui::text(control.words)}, {.text = control.owner.empty() ? "Nobody yet" : control.owner},
                              {.text = choice_of(control_strengths(), control.strength).words}});
    return table.rows.empty() ? ui::heading(2, "Controls", "m") + ui::paragraph("Nothing is written down that is done against it.") : ui::scrollable_table(table);
}

ui::Html higher_of(web::Visit& visit, const RiskPlace& place, bool manages)
{
    ui::Html html;
    for (const auto& one : escalations().where(visit.reader(), "plan_risk_id = $1", place.risk.id)) {
        const auto words = "With " + one.to_whom + " since " + one.made_on.in_words();
        html += ui::inset_text({.text = ui::paragraph(words) + web::as_lines(one.words) + (manages ? ui::not_in_print(ui::paragraph(ui::link_about("Change it, or end it", words, place.href() + "/escalations/" + one.public_id.text() + "/change"))) : ui::Html{})});
    }
    return html;
}

ui::Html actions_against(web::Visit& visit, const RiskPlace& place)
{
    std::vector<ui::Content> lines;
    for (const auto& [action, plan] : actions_answering(visit.reader(), reference_to(place.risk))) lines.emplace_back(ui::link(action.called(), action.href(plan)) + (plan.id == place.plan.id ? ui::Html{} : ui::text(", of " + plan.called())));
    return ui::heading(2, "Actions that answer it", "m") + (lines.empty() ? ui::paragraph("None. An action's page says why it is done, and which risk it answers.") : ui::bullets(lines));
}

ui::Html history(web::Visit& visit, const RiskPlace& place)
{
    ui::Timeline line{.events = {}, .heading_level = 3};
    for (const auto& review : reviews_of(visit.reader(), place.risk.id)) {
        const auto account = access::find_account(visit.reader(), review.by);
        auto words = web::as_lines(review.words);
        if (review.likelihood && review.impact) words += ui::paragraph(in_words(Score{*review.likelihood, *review.impact}));
        line.events.push_back({.title = "Looked at", .by = account ? account->name : review.by.is_set() ? "someone who has left" : "a file", .when = review.made_on.in_words(), .datetime = review.made_on.iso(), .description = words});
    }
    return ui::heading(2, "History", "m") + (line.events.empty() ? ui::paragraph("Nobody has looked at it again yet.") : ui::timeline(line));
}

web::Response review_page(web::Visit& visit, const RiskPlace& place)
{
    auto inside = web::words_field(visit.form(), "review", "What you saw when you looked at it");
    for (const auto& field : review_fields()) inside += field.shown(visit.form());
    return web::thing_form_page(visit, parts_below_risk({}, place), "Look at it again", place.href() + "/reviews", inside);
}

}  // namespace

web::Response list_risks(web::Visit& visit)
{
    const auto plan = plan_in_path(visit);
    if (!plan) return visit.problem(plan.error());
    const auto all = risks_of(visit.reader(), plan->id);
    auto content = ui::paragraph(in_words(all, visit.today()), "govuk-body-l");
    if (visit.may(Permission::manage_strategy) && plan->state != PlanState::closed)
        content += ui::not_in_print(ui::button_group({ui::button({.text = "Add a risk", .href = plan->href() + "/risks/new"}), ui::button({.text = "Take them in from a file", .href = "/returns/new", .classes = "govuk-button--secondary"})}));
    if (!all.empty()) content += risk_table(*plan, all, escalations_of(visit.reader(), plan->id), visit.today()) + risk_matrix(*plan, all);
    auto parts = parts_below("Risks", *plan);
    parts.wide = true;
    return visit.page(parts, content);
}

web::Response show_risk(web::Visit& visit)
{
    const auto place = risk_in_path(visit);
    if (!place) return visit.problem(place.error());
    const bool manages = visit.may(Permission::manage_strategy) && place->plan.state != PlanState::closed;
    auto parts = parts_of("Risk", place->plan);
    parts.heading = place->risk.called();
    auto content = higher_of(visit, *place, manages) + risk_summary(place->risk, visit.today());
    if (manages) {
        const auto way = [&](const char* words, const char* path, bool first = false) { return ui::button({.text = words, .href = place->href() + path, .classes = first ? "" : "govuk-button--secondary"}); };
        content += ui::not_in_print(ui::button_group({way("Look at it again", "/reviews", true), way("Add a control", "/controls/new"), way("Take it higher", "/escalations/new"), way("Change it", "/change")}));
    }
    content += controls_table(visit, *place, manages) + actions_against(visit, *place) + history(visit, *place);
    return visit.page(parts, ui::two_thirds(content));
}

web::Response show_review(web::Visit& visit)
{
    const auto place = open_risk_in_path(visit);
    if (!place) return visit.problem(place.error());
    for (const auto& field : review_fields())
        for (const auto& [name, value] : field.written(place->risk)) visit.form().fill(name, value);
    return review_page(visit, *place);
}

web::Response review_risk(web::Visit& visit)
{
    const auto place = open_risk_in_path(visit);
    if (!place) return visit.problem(place.error());
    auto& form = visit.form();
    auto risk = place->risk;
    std::vector<Problem> problems;
    check_words(problems, "review", "What you saw", form.text("review"), longest_words, true);
    for (const auto& field : review_fields()) field.read(form, risk);
    std::ranges::copy(problems_of(risk, {}), std::back_inserter(problems));
    for (auto& problem : problems) form.add(std::move(problem));
    if (form.has_problems()) return review_page(visit, *place);
    Review review{.risk = risk.id, .by = visit.viewer.account, .made_on = visit.today(), .words = form.text("review"), .likelihood = {}, .impact = {}};
    if (risk.current) review.likelihood = risk.current->likelihood, review.impact = risk.current->impact;
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Risk looked at again"};
    if (risks().find(visit.writer(), risk.public_id) != place->risk) return visit.problem(conflict("Somebody changed this risk meanwhile. Look at it again").error());
    reviews().keep(changes, std::move(review), visit.now());
    if (risk != place->risk) risks().keep(changes, std::move(risk), visit.now());
    visit.writer().commit();
    return visit.redirect(place->href(), "Saved");
}

kith::Result<web::Referred> referred_risk(web::Visit& visit, const figures::Reference& reference)
{
    const auto id = PublicId::parse(reference.id);
    const auto risk = id ? risks().find(visit.reader(), *id) : std::nullopt;
    const auto plan = risk ? plans().with_id(visit.reader(), risk->plan) : std::nullopt;
    if (!plan) return not_found("What is referred to");
    return web::Referred{.title = "Risk: " + risk->called(), .says = in_words(risk->current), .said = {}, .href = risk->href(*plan)};
}

void add_risk_routes(web::Routes& routes)
{
    using enum Permission;
    constexpr web::RouteFlags slow{.on_worker = true};
    const std::string risks_path = "/strategy/{plan}/risks", one = risks_path + "/{risk}";
    routes.get(risks_path, see_strategy, list_risks, slow);
    routes.get(one, see_strategy, show_risk, slow);
    routes.get(one + "/reviews", manage_strategy, show_review, slow);
    routes.post(one + "/reviews", manage_strategy, review_risk, slow);
    web::add_thing_routes<Risk>(routes, risks_path, manage_strategy, {risks(), "risk", "risk", "a risk", place_of_risks});
    web::add_thing_routes<Control>(routes, one + "/controls", manage_strategy, {controls(), "control", "control", "a control", place_of_controls});
    web::add_thing_routes<Escalation>(routes, one + "/escalations", manage_strategy, {escalations(), "escalation", "escalation", "an escalation", place_of_escalations});
}

}  // namespace kith::strategy
