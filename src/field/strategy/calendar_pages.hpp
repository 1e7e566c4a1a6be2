#pragma once
// What a person is named for, in their own calendar. Private to the room.
#include "web/visit.hpp"

namespace kith::strategy {

void add_calendar_routes(web::Routes& routes);

}  // namespace kith::strategy
