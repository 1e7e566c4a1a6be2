#include "money/routes.hpp"

#include "money/budget_pages.hpp"

namespace kith::money {

void add_routes(web::Routes& routes) { add_budget_routes(routes); }

}  // namespace kith::money
