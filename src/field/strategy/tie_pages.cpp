#include "base/text.hpp"
#include "db/transaction.hpp"
#include "strategy/action_pages.hpp"
#include "strategy/action_place_pages.hpp"
#include "strategy/recommendation_register.hpp"
#include "strategy/risk_register.hpp"
#include "strategy/tie_pages.hpp"
#include "ui/choices.hpp"
#include "ui/words.hpp"
#include "web/form_fields.hpp"
#include "web/target.hpp"

#include <algorithm>

namespace kith::strategy {
namespace {

constexpr std::string_view pinned_address = "to=";  ///< what stands before the Reference in the address of a finding

/// The address without the house it is of: "/profile/people?locality=N".
std::string_view path_of(std::string_view address)
{
    const auto house = address.find("://");
    if (house == address.npos) return address;
    const auto path = address.find('/', house + 3);
    return path == address.npos ? std::string_view{} : address.substr(path);
}

/// The Reference in what someone pasted: the address at which it is followed, the text itself, or a page of figures, meant as of today.
kith::Result<figures::Reference> reference_in(std::string_view pasted, Date today)
{
    auto text = pasted;
    if (const auto at = text.find(pinned_address); at != text.npos) text = text.substr(at + pinned_address.size());
    else if (const auto path = path_of(text); path.starts_with('/')) return figures::Reference{.kind = "page", .id = std::string{path}, .pinned = today};
    text = text.substr(0, text.find('&'));
    const auto decoded = web::percent_decoded(text, true);
    return decoded ? figures::Reference::parse(*decoded) : unacceptable("finding", {});
}

/// Parts of other plans under the same roof that actions may serve: of those that are not closed, the newest version.
std::vector<SharedPart> parts_elsewhere(db::Reader& reader, const Plan& apart_from)
{
    std::vector<SharedPart> found;
    for (const auto& plan : plans().all(reader)) {
        if (plan.id == apart_from.id || plan.name == apart_from.name || plan.state == PlanState::closed || version_after(reader, plan.id)) continue;
        for (const auto& part : plan_parts().where(reader, "plan_id = $1 AND kind IN ('outcome', 'objective', 'priority', 'step')", plan.id)) found.push_back({{}, part, plan});
    }
    return found;
}

/// Each tie with a way to take it away.
ui::Html untie_forms(web::Visit& visit, const ActionPlace& place)
{
    const auto sight = place.whole.sight();
    const auto href = place.action.href(place.whole.plan) + "/ties/";
    ui::Html html;
    const auto add = [&](const PublicId& id, const std::string& title) {
        html += visit.in_form({.action = href + id.text() + "/away", .id = "away-" + id.text()}, ui::button({.text = ui::text("Untie") + ui::visually_hidden(" it from " + title), .classes = "govuk-button--secondary"}) + ui::text(" " + title));
    };
    for (const auto& one : place.whole.serves)
        if (const auto* part = one.action == place.action.id ? part_with(place.whole.parts, one.part) : nullptr) add(one.public_id, part->called());
    for (const auto* one : sight.shared_served_by(place.action.id))
        for (const auto& tie : place.whole.serves)
            if (tie.action == place.action.id && tie.part == one->part.id) add(tie.public_id, one->part.called() + ", of " + one->plan.name);
    for (const auto* one : sight.answered_by(place.action.id)) add(one->public_id, one->title);
    for (const auto& one : place.whole.waits)
        if (const auto* on = one.action == place.action.id ? place.whole.action_with(one.on) : nullptr) add(one.public_id, "waiting for " + on->called());
    for (const auto& one : place.whole.measures.shown)
        for (const auto& measure : place.whole.measures.measures)
            if (one.action == place.action.id && one.measure == measure.id) add(one.public_id, measure.called());
    return html.empty() ? html : ui::heading(2, "Tied to", "m") + html;
}

/// Says the whole circle, where waiting would make one; no message where it would not.
Problem circle_problem(const WholePlan& whole, ActionId action, ActionId on)
{
    std::vector<std::string> way;
    for (const auto id : circle_of(whole.waits, action, on))
        if (const auto* one = whole.action_with(id)) way.push_back("\"" + one->called() + "\"");
    if (way.empty()) return {};
    return {.field = "waits", .message = "It would wait for itself: " + joined(way, " waits for ")};
}

web::Response ties_page(web::Visit& visit, const ActionPlace& place, const Sources& sources)
{
    const auto& [whole, action] = place;
    const auto href = action.href(whole.plan);
    web::Choices served{{"", "None"}}, found{{"", "None"}}, shows{{"", "None"}}, others{{"", "None"}};
    for (const auto kind : {PartKind::outcome, PartKind::objective, PartKind::priority, PartKind::step})
        for (const auto* part : parts_of_kind(whole.parts, kind)) served.emplace_back(part->public_id.text(), part->called());
    for (const auto& one : parts_elsewhere(visit.reader(), whole.plan)) served.emplace_back(one.part.public_id.text(), one.plan.name + ": " + one.part.called());
    for (const auto& finding : findings_for(visit, sources, whole.plan)) found.emplace_back(finding.reference.text(), finding.title);
    for (const auto& measure : whole.measures.measures) shows.emplace_back(measure.public_id.text(), measure.called());
    for (const auto& other : whole.actions)
        if (other.id != action.id) others.emplace_back(other.public_id.text(), other.called());
    auto parts = parts_below("Why it is done", whole.plan);
    parts.caption = action.called();
    parts.breadcrumbs.push_back({"Action", href});
    const auto& form = visit.form();
    const auto fields = web::choice_field(form, "part", "What it serves", served, "An outcome, objective, priority or next step of this plan, or of another under the same roof") +
                        web::choice_field(form, "found", "Which finding it answers", found, "Accepted recommendations, risks of this plan, and priorities of the assessment") +
                        web::line_field(form, "finding", "Or the address of a finding", "Follow \"Refer to this as it stands today\" on the page of the finding, and put that page's address here; or the address of a page of the profile") +
                        web::choice_field(form, "measure", "Which measure will show whether it works", shows, "Measures are added on the plan's page") + web::choice_field(form, "waits", "Which action it waits for", others, "It cannot go on before that one is done");
    return shown(visit, parts, ui::two_thirds(visit.in_form({.action = href + "/ties"}, fields + ui::button({.text = "Tie it", .prevent_double_click = true})) + untie_forms(visit, place)));
}

/// What the form ties the action to; faults are put on the form.
struct Wanted {
    std::optional<Serves> serves;
    std::vector<Answers> answers;
    std::optional<ShownBy> shown;
    std::optional<WaitsFor> waits;
    bool is_nothing() const { return !serves && answers.empty() && !shown && !waits; }
};

/// The part with that public id, of this plan or of another that may be served.
std::optional<PartId> part_named(web::Visit& visit, const WholePlan& whole, const std::string& id)
{
    for (const auto& part : whole.parts)
        if (part.public_id.text() == id) return part.id;
    for (const auto& one : parts_elsewhere(visit.reader(), whole.plan))
        if (one.part.public_id.text() == id) return one.part.id;
    return std::nullopt;
}

void read_finding(web::Visit& visit, const ActionPlace& place, const web::References& references, const std::string& field, Wanted& wanted)
{
    auto& form = visit.form();
    const auto given = form.text(field);
    if (given.empty()) return;
    const auto reference = field == "found" ? figures::Reference::parse(given) : reference_in(given, visit.today());
    const auto found = reference ? references.resolve(visit, *reference) : kith::Result<web::Referred>{not_found("Finding")};
    if (!found) form.add({.field = field, .message = field == "found" ? "Choose a finding from the list" : "There is no finding at that address that you may see. Copy it from the page of the finding"});
    else wanted.answers.push_back({.action = place.action.id, .finding = reference->text(), .title = found->title, .since = visit.today()});
}

void read_waits(web::Visit& visit, const ActionPlace& place, Wanted& wanted)
{
    auto& form = visit.form();
    const auto named = form.text("waits");
    if (named.empty()) return;
    const auto on = std::ranges::find_if(place.whole.actions, [&](const Action& one) { return one.public_id.text() == named && one.id != place.action.id; });
    if (on == place.whole.actions.end()) form.add({.field = "waits", .message = "Choose an action from the list"});
    else if (auto problem = circle_problem(place.whole, place.action.id, on->id); !problem.message.empty()) form.add(std::move(problem));
    else wanted.waits = WaitsFor{.action = place.action.id, .on = on->id};
}

Wanted read_wanted(web::Visit& visit, const ActionPlace& place, const web::References& references)
{
    Wanted wanted;
    auto& form = visit.form();
    if (const auto part = form.text("part"); !part.empty()) {
        if (const auto found = part_named(visit, place.whole, part)) wanted.serves = Serves{.action = place.action.id, .part = *found};
        else form.add({.field = "part", .message = "Choose what it serves from the list"});
    }
    for (const auto* field : {"found", "finding"}) read_finding(visit, place, references, field, wanted);
    if (const auto measure = form.text("measure"); !measure.empty()) {
        const auto found = std::ranges::find_if(place.whole.measures.measures, [&](const Measure& one) { return one.public_id.text() == measure; });
        if (found == place.whole.measures.measures.end()) form.add({.field = "measure", .message = "Choose a measure from the list"});
        else wanted.shown = ShownBy{.action = place.action.id, .measure = found->id};
    }
    read_waits(visit, place, wanted);
    if (!form.has_problems() && wanted.is_nothing()) form.add({.field = "part", .message = "Choose what it serves, answers or waits for, or a measure"});
    return wanted;
}

web::Response show_ties(web::Visit& visit, const Sources& sources)
{
    if (const auto open = open_plan_in_path(visit); !open) return visit.problem(open.error());
    const auto place = action_in_path(visit);
    if (!place) return visit.problem(place.error());
    visit.form().fill("finding", std::string{visit.request.query("finding")});
    return ties_page(visit, *place, sources);
}

web::Response tie(web::Visit& visit, const Sources& sources)
{
    if (const auto open = open_plan_in_path(visit); !open) return visit.problem(open.error());
    const auto place = action_in_path(visit);
    if (!place) return visit.problem(place.error());
    const auto wanted = read_wanted(visit, *place, sources.references);
    if (visit.form().has_problems()) return ties_page(visit, *place, sources);
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Action tied to what it serves or answers"};
    const auto now = whole_plan(visit.writer(), place->whole.plan);
    if (now.action_with(place->action.id) == nullptr) return visit.problem(conflict("This action was taken away meanwhile").error());
    const auto is_same_part = [&](const Serves& one) { return one.action == wanted.serves->action && one.part == wanted.serves->part; };
    if (wanted.serves && std::ranges::none_of(now.serves, is_same_part)) serves().keep(changes, *wanted.serves, visit.now());
    for (const auto& answer : wanted.answers)
        if (std::ranges::none_of(now.answers, [&](const Answers& one) { return one.action == answer.action && one.finding == answer.finding; })) answers().keep(changes, answer, visit.now());
    const auto is_same_measure = [&](const ShownBy& one) { return one.action == wanted.shown->action && one.measure == wanted.shown->measure; };
    if (wanted.shown && std::ranges::none_of(now.measures.shown, is_same_measure)) shown_by().keep(changes, *wanted.shown, visit.now());
    if (wanted.waits) {
        if (auto problem = circle_problem(now, wanted.waits->action, wanted.waits->on); !problem.message.empty()) return visit.problem(conflict(problem.message).error());
        const auto is_same_wait = [&](const WaitsFor& one) { return one.action == wanted.waits->action && one.on == wanted.waits->on; };
        if (std::ranges::none_of(now.waits, is_same_wait)) waits().keep(changes, *wanted.waits, visit.now());
    }
    visit.writer().commit();
    return visit.redirect(place->action.href(place->whole.plan), "Tied");
}

web::Response untie(web::Visit& visit)
{
    if (const auto open = open_plan_in_path(visit); !open) return visit.problem(open.error());
    const auto place = action_in_path(visit);
    if (!place) return visit.problem(place.error());
    const auto id = visit.public_id("tie");
    if (!id) return visit.problem(id.error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Action untied"};
    const auto ends = [&](const auto& table) {
        const auto one = table.find(visit.writer(), *id);
        if (!one || one->action != place->action.id) return false;
        table.end(changes, *one);
        return true;
    };
    if (!ends(serves()) && !ends(answers()) && !ends(shown_by()) && !ends(waits())) return visit.problem(not_found("Tie").error());
    visit.writer().commit();
    return visit.redirect(place->action.href(place->whole.plan), "Untied");
}

}  // namespace

std::vector<Finding> findings_for(web::Visit& visit, const Sources& sources, const Plan& plan)
{
    std::vector<Finding> findings;
    for (const auto& one : recommendations().all(visit.reader()))
        if (one.wants_action()) findings.push_back({reference_to(one), "Recommendation: " + one.called(), one.href()});
    for (const auto& risk : risks_of(visit.reader(), plan.id)) findings.push_back({reference_to(risk), "Risk: " + risk.called(), risk.href(plan)});
    if (sources.findings) std::ranges::move(sources.findings(visit), std::back_inserter(findings));
    return findings;
}

void add_tie_routes(web::Routes& routes, const Sources& sources)
{
    constexpr auto manages = access::Permission::manage_strategy;
    constexpr web::RouteFlags slow{.on_worker = true};
    const std::string ties = "/strategy/{plan}/actions/{action}/ties";
    routes.get(ties, manages, [&sources](web::Visit& visit) { return show_ties(visit, sources); }, slow);
    routes.post(ties, manages, [&sources](web::Visit& visit) { return tie(visit, sources); }, slow);
    routes.post(ties + "/{tie}/away", manages, untie, slow);
}

}  // namespace kith::strategy
