#pragma once
// The register of recommendations as pages. Private to the room.
#include "web/references.hpp"
#include "web/visit.hpp"

namespace kith::strategy {

void add_recommendation_routes(web::Routes& routes);
/// What a Reference to a recommendation comes to.
kith::Result<web::Referred> referred_recommendation(web::Visit& visit, const figures::Reference& reference);

}  // namespace kith::strategy
