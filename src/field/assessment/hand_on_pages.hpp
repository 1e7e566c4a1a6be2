#pragma once
// Handing a priority to someone, their answer, and taking it back. Private to the room.
#include "assessment/handed_on.hpp"
#include "assessment/routes.hpp"
#include "web/home.hpp"
#include "web/visit.hpp"

namespace kith::assessment {

web::Response show_hand_on(web::Visit& visit, const Sources& sources);
web::Response hand_priority_on(web::Visit& visit, const Sources& sources);
web::Response take_priority_back(web::Visit& visit, const Sources& sources);
/// For whoever it is handed to; nobody else finds the page.
web::Response show_answer(web::Visit& visit, const Sources& sources);
web::Response save_answer(web::Visit& visit, const Sources& sources);

/// Who has the priority, what they said, and what the viewer can do about it: below the priority on its page.
ui::Html who_has_it(web::Visit& visit, const questionnaire::Campaign& campaign, const Priority& priority);

/// Priorities that wait for the viewer to take them up.
std::vector<web::HomeItem> handed_to_viewer(web::Visit& visit);

}  // namespace kith::assessment
