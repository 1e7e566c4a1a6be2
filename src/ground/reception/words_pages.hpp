#pragma once
// Pages of words alone: help, accessibility, privacy, and the pieces that pages are made of. Private to this room.
#include "reception/desk.hpp"
#include "web/visit.hpp"

namespace kith::reception {

web::Response show_help(web::Visit& visit, const Desk& desk);
web::Response show_accessibility(web::Visit& visit, const Desk& desk);
web::Response show_privacy(web::Visit& visit, const Desk& desk);
web::Response show_design(web::Visit& visit);

}  // namespace kith::reception
