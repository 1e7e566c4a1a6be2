#pragma once
// Handlers of priorities, support and the sending of the report, and what the home page says of them. Private to the room.
#include "assessment/routes.hpp"
#include "web/home.hpp"
#include "web/visit.hpp"

namespace kith::assessment {

web::Response list_priorities(web::Visit& visit, const Sources& sources);
web::Response show_new_priority(web::Visit& visit, const Sources& sources);
web::Response add_priority(web::Visit& visit, const Sources& sources);
web::Response show_priority(web::Visit& visit, const Sources& sources);
web::Response change_priority(web::Visit& visit, const Sources& sources);
web::Response take_priority_away(web::Visit& visit, const Sources& sources);

web::Response list_support(web::Visit& visit, const Sources& sources);
web::Response show_new_support(web::Visit& visit, const Sources& sources);
web::Response add_support(web::Visit& visit, const Sources& sources);
web::Response show_support(web::Visit& visit, const Sources& sources);
web::Response change_support(web::Visit& visit, const Sources& sources);
web::Response take_support_away(web::Visit& visit, const Sources& sources);

web::Response save_sending(web::Visit& visit, const Sources& sources);

/// Reports that are due, and support whose day has passed, for those who run campaigns.
std::vector<web::HomeItem> due_of_workshops(web::Visit& visit);

}  // namespace kith::assessment
