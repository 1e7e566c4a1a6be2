#pragma once
// Handlers that write the social work census from the register: what would be lost, the file itself, and the loss report. Private to the room.
// Rules: csww_census.hpp.
#include "packs/packs.hpp"
#include "web/visit.hpp"

namespace kith::census {

web::Response show_census(web::Visit& visit, const packs::Packs& packs);
web::Response census_file(web::Visit& visit, const packs::Packs& packs);
web::Response census_losses(web::Visit& visit, const packs::Packs& packs);

}  // namespace kith::census
