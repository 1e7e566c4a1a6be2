#pragma once
// Handlers of giving and ending roles. Private to this room.
#include "reception/desk.hpp"
#include "web/visit.hpp"

namespace kith::reception {

web::Response show_roles(web::Visit& visit);
web::Response show_new_role(web::Visit& visit, const Desk& desk);
web::Response give_role(web::Visit& visit, const Desk& desk);
web::Response show_end_role(web::Visit& visit, const Desk& desk);
web::Response end_role(web::Visit& visit);

}  // namespace kith::reception
