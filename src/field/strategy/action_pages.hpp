#pragma once
// Handlers for actions, how they go, and what they are tied to. Private to the room.
#include "web/home.hpp"
#include "web/references.hpp"
#include "web/visit.hpp"

namespace kith::strategy {

web::Response show_new_action(web::Visit& visit);
web::Response add_action(web::Visit& visit);
web::Response show_action(web::Visit& visit);
web::Response show_change_action(web::Visit& visit);
web::Response change_action(web::Visit& visit);
web::Response take_action_away(web::Visit& visit);

/// How it goes: by those who may write plans, and by whoever is named for the action.
web::Response show_new_update(web::Visit& visit);
web::Response add_update(web::Visit& visit);
web::Response add_milestone(web::Visit& visit);
/// Reached today, or not reached after all.
web::Response turn_milestone(web::Visit& visit);
web::Response take_milestone_away(web::Visit& visit);

web::Response show_ties(web::Visit& visit, const web::References& references);
web::Response tie(web::Visit& visit, const web::References& references);
web::Response untie(web::Visit& visit);

/// Actions of the viewer that are late, or of which nothing was said for long.
std::vector<web::HomeItem> due_of_viewer(web::Visit& visit);
kith::Result<web::Referred> referred_action(web::Visit& visit, const figures::Reference& reference);

}  // namespace kith::strategy
