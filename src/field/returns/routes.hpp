#pragma once
// The returns room's part of the route table, and what it tells the home page.
#include "returns/desk.hpp"
#include "web/home.hpp"
#include "web/routes.hpp"

#include <memory>

namespace kith::returns {

void add_routes(web::Routes& routes, std::shared_ptr<const Desk> desk);

/// "2 returns wait for your decision", for those who may decide; the link to hand in.
void add_to_home(web::Home& home);

}  // namespace kith::returns
