#pragma once
// Governance: its part of the route table.
#include "web/home.hpp"
#include "web/routes.hpp"

namespace kith::governance {

void add_routes(web::Routes& routes);
/// Papers to read, for those who sit on a group that meets soon.
void add_home(web::Home& home);

}  // namespace kith::governance
