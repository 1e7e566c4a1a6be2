#pragma once
// Handlers of a campaign's workshop: what was agreed of each theme, and the board's confirmation. Private to the room.
#include "assessment/routes.hpp"
#include "web/visit.hpp"

namespace kith::assessment {

web::Response show_workshop(web::Visit& visit, const Sources& sources);
web::Response show_workshop_details(web::Visit& visit, const Sources& sources);
web::Response save_workshop_details(web::Visit& visit, const Sources& sources);
web::Response show_theme_finding(web::Visit& visit, const Sources& sources);
web::Response save_theme_finding(web::Visit& visit, const Sources& sources);
web::Response show_confirm(web::Visit& visit, const Sources& sources);
web::Response confirm_positions(web::Visit& visit, const Sources& sources);
web::Response withdraw_confirmation(web::Visit& visit, const Sources& sources);

}  // namespace kith::assessment
