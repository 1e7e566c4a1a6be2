#pragma once
// Meetings with their agenda, decisions, papers and what follows. Private to the room.
#include "governance/board_place_pages.hpp"
#include "governance/routes.hpp"
#include "web/home.hpp"

namespace kith::governance {

void add_meeting_routes(web::Routes& routes);
void add_item_routes(web::Routes& routes);
void add_paper_routes(web::Routes& routes, const Sources& sources);
/// What meetings left to do and is overdue, for those who write the minutes.
std::vector<web::HomeItem> due_after_meetings(web::Visit& visit);
/// Meetings that come soon, for those who sit there; decisions that they are asked for.
std::vector<web::HomeItem> due_of_viewer(web::Visit& visit);

}  // namespace kith::governance
