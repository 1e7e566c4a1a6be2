#pragma once
// Handlers for actions, how they go, and what they are tied to. Private to the room.
#include "strategy/routes.hpp"
#include "web/home.hpp"
#include "web/references.hpp"
#include "web/visit.hpp"

namespace kith::strategy {

void add_action_routes(web::Routes& routes);
/// How it goes and its milestones: by those who may write plans, and by whoever is named for the action.
void add_progress_routes(web::Routes& routes);
/// What it serves, answers, waits for and shows by.
void add_tie_routes(web::Routes& routes, const Sources& sources);

/// What the viewer is named for, in all plans.
void add_own_action_routes(web::Routes& routes);

/// Actions of the viewer that want a word.
std::vector<web::HomeItem> due_of_viewer(web::Visit& visit);
kith::Result<web::Referred> referred_action(web::Visit& visit, const figures::Reference& reference);

}  // namespace kith::strategy
