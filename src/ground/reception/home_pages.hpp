#pragma once
// Handlers of the home page: what needs the viewer today. Private to this room.
#include "reception/desk.hpp"
#include "web/visit.hpp"

namespace kith::reception {

web::Response show_home(web::Visit& visit, const Desk& desk);
web::Response read_messages(web::Visit& visit);

}  // namespace kith::reception
