#include "strategy/plan_pages.hpp"

#include "base/text.hpp"
#include "db/transaction.hpp"
#include "strategy/measure_pages.hpp"
#include "strategy/plan_export.hpp"
#include "strategy/plan_place_pages.hpp"
#include "strategy/plan_views.hpp"
#include "strategy/risk_register.hpp"
#include "strategy/tie_pages.hpp"
#include "ui/choices.hpp"
#include "ui/notices.hpp"
#include "ui/pieces.hpp"
#include "ui/words.hpp"
#include "web/form_fields.hpp"
#include "web/kept_things.hpp"

#include <algorithm>
#include <map>

namespace kith::strategy {
namespace {

using access::Permission;

/// Why the draft cannot be taken away; nothing where it can. What was ever more than a draft stays, and so does what other rooms keep of it.
Result<void> may_go(db::Reader& reader, const Sources& sources, const Plan& plan)
{
    if (plan.state != PlanState::draft || was_more_than_a_draft(reader, plan.id)) return conflict("Only what was never more than a draft can be taken away. Close the plan instead, or go on with it");
    if (!plans_under(reader, plan.id).empty()) return conflict("Other plans carry this one out. Take those away first, or put them under another");
    for (const auto& one : sources.companions)
        if (one.may_go)
            if (const auto may = one.may_go(reader, plan.id); !may) return may;
    return {};
}

void take_draft_away(db::ChangeSet& changes, const Sources& sources, const Plan& plan)
{
    for (const auto& one : sources.companions)
        if (one.take_away) one.take_away(changes, plan.id);
    take_away(changes, whole_plan(changes.writer(), plan));
}

/// Boards and papers find a plan by its name, whichever version is current: a later version keeps it.
std::vector<Problem> problems_beside_held(db::Reader& reader, const Plan& plan)
{
    auto problems = problems_of(plan);
    const auto before = plan.replaces ? plans().with_id(reader, *plan.replaces) : std::nullopt;
    if (before && before->name != plan.name) problems.push_back({.field = "name", .message = "A later version keeps the name of the one before, by which boards and papers find it: " + before->name});
    return problems;
}

Result<web::ThingPlace<Plan>> place_of_plans(web::Visit& visit, const Sources& sources)
{
    web::PageParts parts{.breadcrumbs = {{"Strategy", "/strategy"}}, .nav = "/strategy"};
    std::function<kith::Result<void>(db::Reader&)> still;
    Plan held;
    if (!visit.parameter("plan").empty()) {
        const auto whole = changeable_plan_in_path(visit);
        if (!whole) return std::unexpected(whole.error());
        held = whole->plan;
        parts = parts_below({}, held);
        still = still_changeable(held);
    }
    std::vector<web::Option<PlanId>> above;
    for (const auto& one : plans().all(visit.reader()))
        if (one.kind != PlanKind::action_plan && one.id != held.id) above.push_back({one.id, one.public_id.text(), one.name + (one.version > 1 ? ", version " + std::to_string(one.version) : "")});
    return web::ThingPlace<Plan>{.parts = std::move(parts), .path = "/strategy", .fresh = {}, .fields = plan_fields(above), .is_here = [](const Plan&) { return true; },
                                 .problems = problems_beside_held, .still = std::move(still), .then = [](const Plan& plan) { return plan.href(); }, .then_taken = "/strategy",
                                 .take_away = [&sources](db::ChangeSet& changes, const Plan& plan) { take_draft_away(changes, sources, plan); }, .may_go = [&sources](db::Reader& reader, const Plan& plan) { return may_go(reader, sources, plan); }};
}

/// What stands in the way of approving it.
SightGap lacking(db::Reader& reader, const WholePlan& whole)
{
    SightGap gap{"Before it can be approved, each action needs an owner and a date, each risk an owner and a score", {}};
    const auto add = [&](const auto& thing) {
        if (const auto missing = missing_of(thing); !missing.empty()) gap.where.emplace_back(thing.called() + ": " + joined(missing, ", "), thing.href(whole.plan));
    };
    for (const auto& action : whole.actions) add(action);
    for (const auto& risk : risks_of(reader, whole.plan.id)) add(risk);
    return gap;
}

ui::Html lacking_words(const SightGap& gap)
{
    if (gap.where.empty()) return {};
    std::vector<ui::Content> lines;
    for (const auto& [name, href] : gap.where) lines.emplace_back(ui::link(name, href));
    return ui::details({.summary_text = gap.words + ": " + counted(std::ssize(gap.where), "lacks", "lack") + " something", .text = ui::bullets(lines)});
}

std::string button_for(PlanState from, PlanState next)
{
    switch (next) {
    case PlanState::draft: return from == PlanState::approved ? "Take the approval back" : "Back to a draft";
    case PlanState::consultation: return {};
    case PlanState::approved: return "Approve it";
    case PlanState::current: return from == PlanState::closed ? "Open it again" : "Make it the current one";
    case PlanState::closed: return "Close it";
    }
    return {};
}

/// Approving is the board's, and so is taking that back.
bool may_move(const web::Visit& visit, PlanState from, PlanState next)
{
    return visit.may(next == PlanState::approved || (from == PlanState::approved && next == PlanState::draft) ? Permission::record_decisions : Permission::manage_strategy);
}

/// There is one current version: the one before it closes, and one that is closed does not come back beside another.
Result<void> make_way(db::ChangeSet& changes, const Plan& plan, Instant now)
{
    for (auto& other : plans().where(changes.writer(), "state = 'current'")) {
        const bool is_a_version = other.name == plan.name || other.id == plan.replaces || other.replaces == plan.id;
        if (other.id == plan.id || !is_a_version) continue;
        if (plan.state == PlanState::closed) return conflict("Version " + std::to_string(other.version) + " of this plan is the current one. Close that first");
        other.state = PlanState::closed;
        plans().keep(changes, std::move(other), now);
    }
    return {};
}

ui::Html more_to_add(const Plan& plan)
{
    std::vector<ui::Content> links;
    for (const auto kind : {PartKind::theme, PartKind::outcome, PartKind::objective, PartKind::priority, PartKind::principle, PartKind::enabler, PartKind::step, PartKind::missing})
        links.emplace_back(ui::link(choice_of(part_kinds(), kind).words, plan.href() + "/parts/new?kind=" + std::string{choice_of(part_kinds(), kind).name}));
    links.emplace_back(ui::link("Measure", plan.href() + "/measures/new"));
    return ui::details({.summary_text = "Add a theme, an objective or another part", .text = ui::bullets(links)});
}

/// What can be done now, by those who may.
ui::Html ways_of(web::Visit& visit, const Sources& sources, const WholePlan& whole, bool may_approve)
{
    const auto& plan = whole.plan;
    const bool manages = visit.may(Permission::manage_strategy);
    std::vector<ui::Html> buttons;
    if (manages && !plan.is_fixed()) buttons.push_back(ui::button({.text = "Add an action", .href = plan.href() + "/actions/new"}));
    for (const auto next : may_follow(plan.state)) {
        if (!may_move(visit, plan.state, next) || (next == PlanState::approved && !may_approve)) continue;
        const auto name = std::string{choice_of(plan_states(), next).name};
        buttons.push_back(visit.in_form({.action = plan.href() + "/state", .id = name}, web::hidden_field("state", name) + ui::button({.text = button_for(plan.state, next), .classes = "govuk-button--secondary", .prevent_double_click = true})));
    }
    if (manages && plan.is_fixed()) buttons.push_back(visit.in_form({.action = plan.href() + "/next", .id = "next"}, ui::button({.text = "Begin the next version", .classes = "govuk-button--secondary", .prevent_double_click = true})));
    std::vector<ui::Content> links{ui::link("Line of sight, and what is missing", plan.href() + "/sight"), ui::link("Risks", plan.href() + "/risks")};
    links.emplace_back(ui::text("The whole plan ") + ui::link("as a workbook", plan.href() + "/plan.xlsx") + ui::text(" or ") + ui::link("as JSON", plan.href() + "/plan.json"));
    for (const auto& beside : sources.beside)
        if (const auto link = beside(visit, plan)) links.emplace_back(ui::link(link->title, link->href) + ui::text(link->words.empty() ? "" : ": " + link->words));
    if (manages && !plan.is_fixed()) links.emplace_back(ui::link(plan.state == PlanState::draft ? "Change name, vision and period, or take the draft away" : "Change name, vision and period", plan.href() + "/change"));
    return ui::not_in_print(ui::button_group(buttons) + ui::bullets(links) + (manages && !plan.is_fixed() ? more_to_add(plan) : ui::Html{}));
}

/// Annual action plans and other plans that carry this one out, with how their actions stand.
ui::Html plans_below(web::Visit& visit, const Plan& plan)
{
    std::vector<ui::Content> lines;
    for (auto& below : plans_under(visit.reader(), plan.id)) {
        const auto whole = whole_plan(visit.reader(), std::move(below), Heard::newest);
        lines.emplace_back(ui::link(whole.plan.name, whole.plan.href()) + ui::text(", " + lower_first(choice_of(plan_states(), whole.plan.state).words) + ". " + actions_in_words(whole, visit.today())));
    }
    return lines.empty() ? ui::Html{} : ui::heading(2, "Plans that carry it out", "m") + ui::bullets(lines);
}

web::Response list_plans(web::Visit& visit, const Sources& sources)
{
    std::map<PlanId, PlanLine> lines;
    std::vector<PlanId> order;
    for (auto& plan : plans().all(visit.reader())) {
        order.push_back(plan.id);
        lines.emplace(plan.id, PlanLine{.plan = std::move(plan)});
    }
    for (const auto& [plan, status] : statuses(visit.reader(), visit.today())) {
        auto& line = lines.at(plan);
        ++line.actions;
        line.late += status == ActionState::late ? 1 : 0;
        line.at_risk += status == ActionState::at_risk ? 1 : 0;
    }
    std::vector<PlanLine> shown_lines;
    std::int64_t current = 0, all = 0, late = 0;  // of the plans that are carried out: drafts and closed ones would count an action twice
    for (const auto id : order) {
        const auto& line = shown_lines.emplace_back(lines.at(id));
        if (line.plan.state != PlanState::current) continue;
        ++current;
        all += line.actions;
        late += line.late;
    }
    ui::Html content;
    if (visit.may(Permission::manage_strategy)) content += ui::not_in_print(ui::button_group({ui::button({.text = "Begin a plan", .href = "/strategy/new"}), ui::button({.text = "Take one in from a file", .href = "/returns/new", .classes = "govuk-button--secondary"})}));
    content += shown_lines.empty() ? ui::empty_state({.text = "No plan is written down yet."}) : plan_list(shown_lines);
    std::vector<ui::Content> around{ui::link("Recommendations of reviews and inspections", "/recommendations")};
    if (visit.may(Permission::report_progress)) around.emplace_back(ui::link("Your actions", "/my-actions"));
    for (const auto& link : sources.around)
        if (visit.may(link.needs)) around.emplace_back(ui::link(link.title, link.href));
    content += ui::not_in_print(ui::heading(2, "Beside the plans", "m") + ui::bullets(around));
    const auto heading = shown_lines.empty() ? std::string{"No plans yet"} : current == 0 ? counted(std::ssize(shown_lines), "plan") + ", none of them current" : counted(current, "current plan") + " with " + counted(all, "action") + (late == 0 ? ", none of them late" : ", " + std::to_string(late) + " of them late");
    return visit.page({.title = "Strategy", .heading = heading, .nav = "/strategy", .wide = true}, content);
}

web::Response show_plan(web::Visit& visit, const Sources& sources)
{
    const auto whole = whole_plan_in_path(visit, Heard::newest);
    if (!whole) return visit.problem(whole.error());
    const auto& plan = whole->plan;
    const bool may_change = visit.may(Permission::manage_strategy) && !plan.is_fixed();
    auto lead = std::string{choice_of(plan_kinds(), plan.kind).words} + ", " + lower_first(period_words(plan)) + ". " + std::string{choice_of(plan_states(), plan.state).words} + (plan.version > 1 ? ", version " + std::to_string(plan.version) : "") + ".";
    auto content = ui::paragraph(actions_in_words(*whole, visit.today()), "govuk-body-l") + ui::paragraph(lead);
    const auto gap = lacking(visit.reader(), *whole);
    if (!plan.is_fixed()) content += lacking_words(gap);
    content += ways_of(visit, sources, *whole, gap.where.empty()) + plans_below(visit, plan) + measures_listed(*whole) + plan_body(*whole, visit.today(), may_change);
    return visit.page({.title = "Plan", .heading = plan.name, .breadcrumbs = {{"Strategy", "/strategy"}}, .nav = "/strategy", .wide = true}, content);
}

web::Response move_plan(web::Visit& visit)
{
    const auto whole = whole_plan_in_path(visit);
    if (!whole) return visit.problem(whole.error());
    const auto next = choice_named(plan_states(), visit.form().text("state"));
    if (!next || !may_move(visit, whole->plan.state, *next)) return visit.problem(not_found("Page").error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Plan: " + lower_first(choice_of(plan_states(), *next).words)};
    const auto now = whole_plan(visit.writer(), whole->plan);
    const auto held = plans().find(visit.writer(), whole->plan.public_id);
    const auto follows = held ? may_follow(held->state) : std::vector<PlanState>{};
    if (std::ranges::find(follows, *next) == follows.end()) return visit.problem(conflict("Somebody took this plan on meanwhile. Look at it again").error());
    if (*next == PlanState::approved && !lacking(visit.writer(), now).where.empty()) return visit.problem(conflict("Actions or risks of this plan lack an owner, a date or a score. Its page lists them").error());
    if (!may_move(visit, held->state, *next)) return visit.problem(not_found("Page").error());
    if (*next == PlanState::draft && version_after(visit.writer(), held->id)) return visit.problem(conflict("The next version was begun from this one as it was approved. Take that draft away first").error());
    if (*next == PlanState::current)
        if (const auto way = make_way(changes, *held, visit.now()); !way) return visit.problem(way.error());
    auto plan = *held;
    plan.state = *next;
    plans().keep(changes, plan, visit.now());
    visit.writer().commit();
    return visit.redirect(plan.href(), std::string{choice_of(plan_states(), *next).words});
}

web::Response begin_next_version(web::Visit& visit, const Sources& sources)
{
    const auto whole = whole_plan_in_path(visit);
    if (!whole) return visit.problem(whole.error());
    if (!whole->plan.is_fixed()) return visit.problem(conflict("This version is not approved yet: change it as it stands").error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Next version of a plan begun"};
    if (const auto later = version_after(visit.writer(), whole->plan.id)) return visit.redirect(later->href(), "It was begun already");
    const auto held = plans().find(visit.writer(), whole->plan.public_id);
    if (!held || !held->is_fixed()) return visit.problem(conflict("The approval of this version was taken back meanwhile. Change it as it stands").error());
    const auto next = next_version(changes, whole_plan(visit.writer(), *held), visit.now());
    for (const auto& one : sources.companions)
        if (one.carry) one.carry(changes, whole->plan.id, next, visit.now());
    visit.writer().commit();
    return visit.redirect(next.plan.href(), "A draft of the next version, with what is not done");
}

web::Response show_sight(web::Visit& visit, const Sources& sources)
{
    const auto whole = whole_plan_in_path(visit);
    if (!whole) return visit.problem(whole.error());
    auto parts = parts_below("Line of sight", whole->plan);
    parts.wide = true;
    const auto open = unanswered(findings_for(visit, sources, whole->plan), answers().all(visit.reader()));
    return visit.page(parts, ui::paragraph(in_words(whole->sight()), "govuk-body-l") + sight_body(whole->sight(), open));
}

PlanRisks risks_with_controls(db::Reader& reader, PlanId plan)
{
    PlanRisks risks{.risks = risks_of(reader, plan), .controls = {}};
    for (const auto& risk : risks.risks) risks.controls[risk.id] = controls_of(reader, risk.id);
    return risks;
}

web::Response take_plan(web::Visit& visit, const Sources& sources, bool as_workbook)
{
    const auto whole = whole_plan_in_path(visit);
    if (!whole) return visit.problem(whole.error());
    const auto risks = risks_with_controls(visit.reader(), whole->plan.id);
    std::vector<ExportTable> beside;
    for (const auto& one : sources.companions)
        if (one.table)
            if (auto table = one.table(visit.reader(), whole->plan); !table.rows.empty()) beside.push_back(std::move(table));
    const auto name = "plan-" + visit.today().iso();
    if (as_workbook) return web::Response::file(name + ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", plan_xlsx(*whole, risks, beside));
    return web::Response::file(name + ".json", "application/json", plan_json(*whole, risks, beside));
}

}  // namespace

void add_plan_routes(web::Routes& routes, const Sources& sources)
{
    using enum Permission;
    constexpr web::RouteFlags slow{.on_worker = true};
    routes.get("/strategy", see_strategy, [&sources](web::Visit& visit) { return list_plans(visit, sources); }, slow);
    routes.get("/strategy/{plan}", see_strategy, [&sources](web::Visit& visit) { return show_plan(visit, sources); }, slow);
    routes.get("/strategy/{plan}/plan.xlsx", see_strategy, [&sources](web::Visit& visit) { return take_plan(visit, sources, true); }, slow);
    routes.get("/strategy/{plan}/plan.json", see_strategy, [&sources](web::Visit& visit) { return take_plan(visit, sources, false); }, slow);
    routes.post("/strategy/{plan}/state", see_strategy, move_plan, slow);  // approving is the board's, the rest the lead's: the handler asks
    routes.post("/strategy/{plan}/next", manage_strategy, [&sources](web::Visit& visit) { return begin_next_version(visit, sources); }, slow);
    web::add_thing_routes<Plan>(routes, "/strategy", manage_strategy, {plans(), "plan", "plan", "a plan", [&sources](web::Visit& visit) { return place_of_plans(visit, sources); }});
    routes.get("/strategy/{plan}/sight", see_strategy, [&sources](web::Visit& visit) { return show_sight(visit, sources); }, slow);
}

}  // namespace kith::strategy
