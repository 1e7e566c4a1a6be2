#pragma once
// Handlers that answer who has looked at what. Private to this room.
#include "reception/desk.hpp"
#include "web/visit.hpp"

namespace kith::reception {

web::Response show_read_audit(web::Visit& visit, const Desk& desk);
web::Response download_read_audit(web::Visit& visit, const Desk& desk);
web::Response check_read_audit(web::Visit& visit);

}  // namespace kith::reception
