#pragma once
// Handlers of the second step: between password and session, on one's own account, and an administrator's removing it. Private to this room.
#include "reception/desk.hpp"
#include "web/visit.hpp"

#include <string>

namespace kith::reception {

/// The page that asks for the second step, after a right password.
web::Response ask_for_second_step(web::Visit& visit, const std::string& half);
web::Response sign_in_second_step(web::Visit& visit, const Desk& desk);
web::Response back_to_sign_in(web::Visit& visit);

web::Response show_second_step(web::Visit& visit);
web::Response show_begin_second_step(web::Visit& visit);
web::Response begin_second_step(web::Visit& visit, const Desk& desk);
web::Response show_set_up_second_step(web::Visit& visit, const Desk& desk);
web::Response set_up_second_step(web::Visit& visit, const Desk& desk);
web::Response show_new_codes(web::Visit& visit);
web::Response make_new_codes(web::Visit& visit, const Desk& desk);
web::Response show_second_step_off(web::Visit& visit);
web::Response turn_second_step_off(web::Visit& visit, const Desk& desk);

web::Response show_remove_second_step(web::Visit& visit);
web::Response remove_second_step(web::Visit& visit);

/// True where a role that the viewer holds, or would hold with it, needs a second step.
bool needs_second_step(const web::Visit& visit);

}  // namespace kith::reception
