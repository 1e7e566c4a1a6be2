#include "base/text.hpp"
#include "db/transaction.hpp"
#include "strategy/plan_pages.hpp"
#include "strategy/plan_place_pages.hpp"
#include "strategy/plan_views.hpp"
#include "ui/choices.hpp"
#include "ui/words.hpp"

#include <algorithm>

namespace kith::strategy {
namespace {

kith::Result<Part> part_in_path(web::Visit& visit, const WholePlan& whole)
{
    const auto id = visit.public_id("part");
    if (!id) return std::unexpected(id.error());
    const auto found = std::ranges::find(whole.parts, *id, &Part::public_id);
    if (found == whole.parts.end()) return not_found("Part");
    return *found;
}

std::string named(PartKind kind) { return lower_first(choice_of(part_kinds(), kind).words); }

void read_into(web::Visit& visit, const WholePlan& whole, Part& part)
{
    auto& form = visit.form();
    part.code = form.text("code");
    part.title = form.text("title");
    part.words = form.text("words");
    part.under.reset();
    if (const auto under = form.text("under"); !under.empty()) {
        const auto wanted = part.kind == PartKind::criterion ? PartKind::theme : PartKind::outcome;
        for (const auto* one : parts_of_kind(whole.parts, wanted))
            if (one->public_id.text() == under) part.under = one->id;
        if (!part.under) form.add({.field = "under", .message = "Choose one from the list"});
    }
    for (auto& problem : problems_of(part, whole.parts))
        if (!form.error(problem.field)) form.add(std::move(problem));
}

ui::Html form_for(web::Visit& visit, const WholePlan& whole, PartKind kind, const std::string& action)
{
    return visit.in_form({.action = action}, part_fields(visit.form(), kind, whole.parts) + ui::button({.text = "Save", .prevent_double_click = true}));
}

web::Response new_page(web::Visit& visit, const WholePlan& whole, PartKind kind)
{
    return shown(visit, parts_below("Add: " + named(kind), whole.plan), ui::two_thirds(form_for(visit, whole, kind, whole.plan.href() + "/parts/new?kind=" + std::string{choice_of(part_kinds(), kind).name})));
}

web::Response change_page(web::Visit& visit, const WholePlan& whole, const Part& part)
{
    auto content = form_for(visit, whole, part.kind, part.href(whole.plan)) +
                   visit.in_form({.action = part.href(whole.plan) + "/away", .id = "away"}, ui::button({.text = "Take it away", .classes = "govuk-button--warning"}));
    return shown(visit, parts_below("Change: " + named(part.kind), whole.plan), ui::two_thirds(content));
}

}  // namespace

web::Response show_new_part(web::Visit& visit)
{
    const auto whole = changeable_plan_in_path(visit);
    if (!whole) return visit.problem(whole.error());
    const auto kind = choice_named(part_kinds(), visit.request.query("kind"));
    if (!kind) return visit.problem(not_found("Page").error());
    visit.form().fill("under", std::string{visit.request.query("under")});
    return new_page(visit, *whole, *kind);
}

web::Response add_part(web::Visit& visit)
{
    const auto whole = changeable_plan_in_path(visit);
    if (!whole) return visit.problem(whole.error());
    const auto kind = choice_named(part_kinds(), visit.request.query("kind"));
    if (!kind) return visit.problem(not_found("Page").error());
    Part part{.plan = whole->plan.id, .kind = *kind, .place = std::ssize(parts_of_kind(whole->parts, *kind)) + 1};
    read_into(visit, *whole, part);
    if (visit.form().has_problems()) return new_page(visit, *whole, *kind);
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Added to a plan: " + named(*kind)};
    if (!is_still_changeable(visit, whole->plan)) return approved_meanwhile(visit);
    plan_parts().keep(changes, part, visit.now());
    visit.writer().commit();
    return visit.redirect(whole->plan.href(), "Added");
}

web::Response show_part(web::Visit& visit)
{
    const auto whole = whole_plan_in_path(visit);
    if (!whole) return visit.problem(whole.error());
    const auto part = part_in_path(visit, *whole);
    if (!part) return visit.problem(part.error());
    const auto sight = whole->sight();
    if (visit.may(access::Permission::manage_strategy) && !whole->plan.is_fixed()) {
        visit.form().fill("code", part->code).fill("title", part->title).fill("words", part->words);
        if (const auto* above = part->under ? part_with(whole->parts, *part->under) : nullptr) visit.form().fill("under", above->public_id.text());
        return change_page(visit, *whole, *part);
    }
    auto parts = parts_below(std::string{choice_of(part_kinds(), part->kind).words}, whole->plan);
    parts.heading = part->called();
    std::vector<ui::Content> serving;
    for (const auto* action : part->kind == PartKind::theme ? sight.actions_of_theme(part->id) : sight.actions_serving(part->id)) serving.emplace_back(ui::link(action->called(), action->href(whole->plan)));
    return visit.page(parts, ui::two_thirds(ui::paragraph(part->words) + (serving.empty() ? ui::paragraph("No action is tied to it.") : ui::heading(2, "Actions", "m") + ui::bullets(serving))));
}

web::Response change_part(web::Visit& visit)
{
    const auto whole = changeable_plan_in_path(visit);
    if (!whole) return visit.problem(whole.error());
    auto part = part_in_path(visit, *whole);
    if (!part) return visit.problem(part.error());
    read_into(visit, *whole, *part);
    if (visit.form().has_problems()) return change_page(visit, *whole, *part);
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Changed in a plan: " + named(part->kind)};
    if (!is_still_changeable(visit, whole->plan)) return approved_meanwhile(visit);
    plan_parts().keep(changes, *part, visit.now());
    visit.writer().commit();
    return visit.redirect(whole->plan.href(), "Saved");
}

web::Response take_part_away(web::Visit& visit)
{
    const auto whole = changeable_plan_in_path(visit);
    if (!whole) return visit.problem(whole.error());
    const auto part = part_in_path(visit, *whole);
    if (!part) return visit.problem(part.error());
    db::ChangeSet changes{visit.writer(), visit.now(), visit.author(), "Taken out of a plan: " + named(part->kind)};
    if (!is_still_changeable(visit, whole->plan) || !plan_parts().find(visit.writer(), part->public_id)) return approved_meanwhile(visit);
    take_away(changes, *part);
    visit.writer().commit();
    return visit.redirect(whole->plan.href(), "Taken away");
}

}  // namespace kith::strategy
