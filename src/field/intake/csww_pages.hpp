#pragma once
// Pages that write the social work census from the register: what would be lost, the file itself, and the loss report. Rules: csww_census.hpp.
#include "packs/packs.hpp"
#include "web/routes.hpp"

#include <memory>

namespace kith::intake {

/// The census's page under /returns, its file and its loss report; for those who may take staff records away in a file.
void add_census_routes(web::Routes& routes, std::shared_ptr<const packs::Packs> packs);

}  // namespace kith::intake
