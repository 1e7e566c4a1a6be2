#pragma once
// Handlers at the door. Private to this room.
#include "reception/desk.hpp"
#include "web/visit.hpp"

namespace kith::reception {

/// What signing in rests on, for this visit.
access::SignInHouse sign_in_house(web::Visit& visit, const Desk& desk);

/// Home, or the page that asked for a sign-in; a session this browser held before ends.
web::Response let_in(web::Visit& visit, std::string token, std::string_view wanted);

web::Response show_sign_in(web::Visit& visit, const Desk& desk);
web::Response sign_in(web::Visit& visit, const Desk& desk);
web::Response sign_in_as(web::Visit& visit);
web::Response show_sign_in_with_code(web::Visit& visit, const Desk& desk);
web::Response sign_in_with_code(web::Visit& visit, const Desk& desk);
web::Response show_sign_out(web::Visit& visit);
web::Response sign_out(web::Visit& visit);

}  // namespace kith::reception
