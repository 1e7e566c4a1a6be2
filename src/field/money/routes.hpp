#pragma once
// Money: its part of the route table.
#include "web/routes.hpp"

namespace kith::money {

void add_routes(web::Routes& routes);

}  // namespace kith::money
