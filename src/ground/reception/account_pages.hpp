#pragma once
// Handlers of one's own account. Private to this room.
#include "reception/desk.hpp"
#include "web/visit.hpp"

namespace kith::reception {

web::Response show_account(web::Visit& visit, const Desk& desk);
web::Response show_change_password(web::Visit& visit);
web::Response change_password(web::Visit& visit, const Desk& desk);
web::Response sign_out_everywhere(web::Visit& visit);

}  // namespace kith::reception
