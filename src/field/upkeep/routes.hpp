#pragma once
// This room's door to the house: its part of the route table, and its links on the home page.
#include "packs/packs.hpp"
#include "returns/desk.hpp"
#include "web/home.hpp"
#include "web/routes.hpp"
#include "workforce/staff_register.hpp"

#include <memory>

namespace kith::upkeep {

/// What the pages of this room are given by the house.
struct UpkeepDesk {
    std::shared_ptr<const returns::Desk> returns;
    std::shared_ptr<const packs::Packs> packs;
    workforce::NumberKeeper numbers;
};

void add_routes(web::Routes& routes, UpkeepDesk desk);

void add_home(web::Home& home);

}  // namespace kith::upkeep
