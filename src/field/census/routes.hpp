#pragma once
// This room's door to the house: its part of the route table.
#include "packs/packs.hpp"
#include "web/routes.hpp"

#include <memory>

namespace kith::census {

void add_routes(web::Routes& routes, std::shared_ptr<const packs::Packs> packs);

}  // namespace kith::census
