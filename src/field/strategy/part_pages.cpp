#include "base/text.hpp"
#include "db/transaction.hpp"
#include "strategy/plan_pages.hpp"
#include "strategy/plan_place_pages.hpp"
#include "strategy/plan_views.hpp"
#include "ui/choices.hpp"
#include "ui/words.hpp"
#include "web/kept_things.hpp"

#include <algorithm>

namespace kith::strategy {
namespace {

using access::Permission;

std::string named(PartKind kind) { return lower_first(choice_of(part_kinds(), kind).words); }

/// The kind is in the address of the form, and of what the form is posted to; of a part that is there it is its own.
Result<web::ThingPlace<Part>> place_of_parts(web::Visit& visit)
{
    const auto whole = changeable_plan_in_path(visit);
    if (!whole) return std::unexpected(whole.error());
    auto kind = choice_named(part_kinds(), visit.request.query("kind"));
    Part fresh{.plan = whole->plan.id};
    for (const auto& part : whole->parts) {
        if (part.public_id.text() == visit.parameter("part")) kind = part.kind;
        if (part.public_id.text() == visit.request.query("under")) fresh.under = part.id;
    }
    if (!kind) return not_found("Page");
    fresh.kind = *kind;
    fresh.place = std::ssize(parts_of_kind(whole->parts, *kind)) + 1;
    auto parts = parts_below({}, whole->plan);
    parts.caption = whole->plan.name + ": " + named(*kind);
    return web::ThingPlace<Part>{.parts = parts, .path = whole->plan.href() + "/parts", .query = "?kind=" + std::string{choice_of(part_kinds(), *kind).name}, .fresh = std::move(fresh), .fields = part_fields(*kind, whole->parts),
                                 .is_here = [id = whole->plan.id](const Part& part) { return part.plan == id; },
                                 .problems = [](db::Reader& reader, const Part& part) { return problems_of(part, plan_parts().where(reader, "plan_id = $1", part.plan)); }, .still = still_changeable(whole->plan),
                                 .then = [href = whole->plan.href()](const Part&) { return href; }, .then_taken = whole->plan.href(), .take_away = [](db::ChangeSet& changes, const Part& part) { take_away(changes, part); }};
}

web::Response show_part(web::Visit& visit)
{
    const auto whole = whole_plan_in_path(visit);
    if (!whole) return visit.problem(whole.error());
    const auto id = visit.public_id("part");
    if (!id) return visit.problem(id.error());
    const auto part = std::ranges::find(whole->parts, *id, &Part::public_id);
    if (part == whole->parts.end()) return visit.problem(not_found("Part").error());
    const auto sight = whole->sight();
    auto parts = parts_below(std::string{choice_of(part_kinds(), part->kind).words}, whole->plan);
    parts.heading = part->called();
    std::vector<ui::Content> serving;
    for (const auto* action : part->kind == PartKind::theme ? sight.actions_of_theme(part->id) : sight.actions_serving(part->id)) serving.emplace_back(ui::link(action->called(), action->href(whole->plan)));
    for (const auto* one : sight.shared_serving(part->id)) serving.emplace_back(ui::link(one->action.called(), one->action.href(one->plan)) + ui::text(", of " + one->plan.name));
    auto content = web::as_lines(part->words);
    if (visit.may(Permission::manage_strategy) && !whole->plan.is_fixed()) content += ui::not_in_print(ui::button({.text = "Change it", .href = part->href(whole->plan) + "/change", .classes = "govuk-button--secondary"}));
    content += serving.empty() ? ui::paragraph("No action is tied to it.") : ui::heading(2, "Actions", "m") + ui::bullets(serving);
    return visit.page(parts, ui::two_thirds(content));
}

}  // namespace

void add_part_routes(web::Routes& routes)
{
    const std::string parts_path = "/strategy/{plan}/parts";
    routes.get(parts_path + "/{part}", Permission::see_strategy, show_part, {.on_worker = true});
    web::add_thing_routes<Part>(routes, parts_path, Permission::manage_strategy, {plan_parts(), "part", "part of the plan", "a part", place_of_parts});
}

}  // namespace kith::strategy
