#include "strategy/action_place_pages.hpp"

#include <algorithm>

namespace kith::strategy {
namespace {

kith::Result<ActionPlace> action_of(web::Visit& visit, kith::Result<WholePlan> whole)
{
    if (!whole) return std::unexpected(whole.error());
    const auto id = visit.public_id("action");
    if (!id) return std::unexpected(id.error());
    const auto found = std::ranges::find(whole->actions, *id, &Action::public_id);
    if (found == whole->actions.end()) return not_found("Action");
    auto action = *found;
    return ActionPlace{*std::move(whole), std::move(action)};
}

}  // namespace

kith::Result<ActionPlace> action_in_path(web::Visit& visit) { return action_of(visit, whole_plan_in_path(visit)); }

bool may_report(web::Visit& visit, const Action& action)
{
    return visit.may(access::Permission::manage_strategy) || (visit.may(access::Permission::report_progress) && action.account == visit.viewer.account);
}

kith::Result<ActionPlace> reported_action_in_path(web::Visit& visit)
{
    auto place = action_in_path(visit);
    if (place && !may_report(visit, place->action)) return not_found("Page");
    if (place)
        if (const auto open = open_plan_in_path(visit); !open) return std::unexpected(open.error());
    return place;
}

}  // namespace kith::strategy
