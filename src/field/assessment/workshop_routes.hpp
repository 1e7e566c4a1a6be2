#pragma once
// The routes of a campaign's workshop and of what comes of it. Private to the room: add_routes() adds them.
#include "assessment/routes.hpp"

namespace kith::assessment {

void add_workshop_routes(web::Routes& routes, const Sources& sources);

}  // namespace kith::assessment
