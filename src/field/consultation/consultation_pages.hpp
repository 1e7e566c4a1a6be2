#pragma once
// Consultations as pages: for those who hold them, and for those who are asked. Private to the room.
#include "web/visit.hpp"

namespace kith::consultation {

void add_desk_routes(web::Routes& routes);
void add_public_routes(web::Routes& routes);

}  // namespace kith::consultation
