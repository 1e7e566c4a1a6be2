#pragma once
// Handlers of coming in by an invitation's link. Open to everyone: the link is the proof. Private to this room.
#include "reception/desk.hpp"
#include "web/visit.hpp"

namespace kith::reception {

web::Response show_door(web::Visit& visit, const Desk& desk);
web::Response come_in(web::Visit& visit, const Desk& desk);
web::Response show_welcome(web::Visit& visit, const Desk& desk);

}  // namespace kith::reception
