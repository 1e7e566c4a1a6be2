#pragma once
// Which action the path names, and who may say how it goes. Private to the room.
#include "strategy/plan_place_pages.hpp"

namespace kith::strategy {

struct ActionPlace {
    WholePlan whole;
    Action action;
};
kith::Result<ActionPlace> action_in_path(web::Visit& visit);
/// Those who may write plans, and whoever is named for the action.
bool may_report(web::Visit& visit, const Action& action);
/// The action of which the viewer may say how it goes; for everyone else there is no such page.
kith::Result<ActionPlace> reported_action_in_path(web::Visit& visit);

}  // namespace kith::strategy
