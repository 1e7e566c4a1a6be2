#pragma once
// Strategy: its part of the route table, and what its pages are given by the house.
#include "web/home.hpp"
#include "web/references.hpp"
#include "web/routes.hpp"

namespace kith::strategy {

/// `references` follows the findings that actions answer; it lives as long as the table.
void add_routes(web::Routes& routes, const web::References& references);
/// Actions that wait for a word from the viewer.
void add_home(web::Home& home);
/// How References to actions are followed.
void add_references(web::References& references);

}  // namespace kith::strategy
