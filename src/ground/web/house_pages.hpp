#pragma once
// What the house answers by itself, whatever rooms it has: its assets and how it is.
#include "ui/assets.hpp"
#include "web/routes.hpp"

#include <functional>

namespace kith::web {

/// GET /assets/{name}: what is built in, and the partnership's colours. Names change with content, so browsers keep them for a year.
void add_asset_routes(Routes& routes, ui::BrandStylesheet brand);

/// GET /health/live: the program answers. GET /health/ready: the database does too, and `is_ready` where given; 503 where not.
void add_health_routes(Routes& routes, std::function<bool()> is_ready = {});

}  // namespace kith::web
