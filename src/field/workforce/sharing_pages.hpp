#pragma once
// Handlers of the pages of sharing agreements. Private to the room.
#include "web/visit.hpp"
#include "workforce/routes.hpp"

namespace kith::workforce {

web::Response list_sharing(web::Visit& visit, const Sources& sources);
web::Response new_sharing(web::Visit& visit, const Sources& sources);
web::Response create_sharing(web::Visit& visit, const Sources& sources);
web::Response show_sharing(web::Visit& visit, const Sources& sources);
web::Response ask_to_end_sharing(web::Visit& visit, const Sources& sources);
web::Response end_sharing(web::Visit& visit, const Sources& sources);

}  // namespace kith::workforce
