#pragma once
// Reception's part of the route table: the pages that any such service has, and nothing of the field.
#include "reception/desk.hpp"
#include "web/routes.hpp"

namespace kith::reception {

/// `desk` must live as long as the routes.
void add_routes(web::Routes& routes, const Desk& desk);

}  // namespace kith::reception
