#pragma once
// This room's door to the house: its part of the route table, and its links on the home page.
#include "packs/packs.hpp"
#include "returns/desk.hpp"
#include "web/home.hpp"
#include "web/routes.hpp"
#include "workforce/staff_register.hpp"

#include <memory>

namespace kith::intake {

/// What the pages of this room are given by the house.
struct Sources {
    std::shared_ptr<const packs::Packs> packs;
    std::shared_ptr<const returns::Desk> desk;
    workforce::NumberKeeper numbers;
};

void add_routes(web::Routes& routes, Sources sources);

void add_home(web::Home& home);

}  // namespace kith::intake
