#pragma once
// This room's door to the house: its part of the route table.
#include "packs/packs.hpp"
#include "returns/desk.hpp"
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

}  // namespace kith::intake
