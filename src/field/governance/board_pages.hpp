#pragma once
// Groups and seats as pages. Private to the room.
#include "web/visit.hpp"

namespace kith::governance {

void add_board_routes(web::Routes& routes);

}  // namespace kith::governance
