#pragma once
// Meetings with their agenda, decisions, papers and what follows. Private to the room.
#include "governance/board_place_pages.hpp"
#include "web/home.hpp"

namespace kith::governance {

void add_meeting_routes(web::Routes& routes);
void add_item_routes(web::Routes& routes);
void add_paper_routes(web::Routes& routes);
/// Meetings that come soon, for those who sit there; decisions that they are asked for.
std::vector<web::HomeItem> due_of_viewer(web::Visit& visit);

}  // namespace kith::governance
