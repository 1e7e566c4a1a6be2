#pragma once
// Upkeep of staff records by hand: its part of the route table, and what it asks of the house.
#include "packs/packs.hpp"
#include "returns/desk.hpp"
#include "web/home.hpp"
#include "web/routes.hpp"
#include "workforce/staff_register.hpp"

#include <memory>

namespace kith::intake {

void add_upkeep_routes(web::Routes& routes, std::shared_ptr<const returns::Desk> desk, std::shared_ptr<const packs::Packs> packs,
                       workforce::NumberKeeper numbers);

/// "Is this still right?" and "Add a person", for those who hand in.
void add_upkeep_to_home(web::Home& home);

}  // namespace kith::intake
