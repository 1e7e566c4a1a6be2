#pragma once
// Handlers of the record of checks. Private to the room; routes.cpp names them.
#include "web/visit.hpp"
#include "workforce/routes.hpp"

namespace kith::workforce {

web::Response list_checks(web::Visit& visit, const Sources& sources);
web::Response checks_of_setting(web::Visit& visit, const Sources& sources);
web::Response checks_of_organisation(web::Visit& visit, const Sources& sources);

}  // namespace kith::workforce
