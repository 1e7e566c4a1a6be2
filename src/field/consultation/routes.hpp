#pragma once
// Consultations: their part of the route table, and the link on a plan's page.
#include "strategy/plan.hpp"
#include "web/home.hpp"
#include "web/routes.hpp"

#include <optional>

namespace kith::consultation {

void add_routes(web::Routes& routes);
/// "Consultation: 12 comments", on the page of a plan.
std::optional<web::HomeLink> link_of(web::Visit& visit, const strategy::Plan& plan);

}  // namespace kith::consultation
