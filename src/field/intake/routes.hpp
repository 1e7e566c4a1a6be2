#pragma once
// This room's part of the route table: saying what the columns of an extract mean, and the mappings there are.
#include "packs/packs.hpp"
#include "returns/desk.hpp"
#include "web/routes.hpp"

#include <memory>

namespace kith::intake {

struct Sources {
    std::shared_ptr<const packs::Packs> packs;
    std::shared_ptr<const returns::Desk> desk;
};

void add_routes(web::Routes& routes, Sources sources);

}  // namespace kith::intake
