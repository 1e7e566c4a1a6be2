#pragma once
// Handlers for plans and their parts. Private to the room.
#include "web/visit.hpp"

namespace kith::strategy {

web::Response list_plans(web::Visit& visit);
web::Response show_new_plan(web::Visit& visit);
web::Response add_plan(web::Visit& visit);
web::Response show_plan(web::Visit& visit);
web::Response show_change_plan(web::Visit& visit);
web::Response change_plan(web::Visit& visit);
/// To the state that the form names, where it may follow.
web::Response move_plan(web::Visit& visit);
web::Response begin_next_version(web::Visit& visit);
web::Response show_sight(web::Visit& visit);

web::Response show_new_part(web::Visit& visit);
web::Response add_part(web::Visit& visit);
web::Response show_part(web::Visit& visit);
web::Response change_part(web::Visit& visit);
web::Response take_part_away(web::Visit& visit);

}  // namespace kith::strategy
