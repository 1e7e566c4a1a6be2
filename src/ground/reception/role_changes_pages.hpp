#pragma once
// Handlers of the journal of roles across all accounts. Private to this room.
#include "reception/desk.hpp"
#include "web/visit.hpp"

namespace kith::reception {

web::Response list_role_changes(web::Visit& visit, const Desk& desk);
web::Response download_role_changes(web::Visit& visit, const Desk& desk);

}  // namespace kith::reception
