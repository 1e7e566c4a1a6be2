#pragma once
// Handlers of the returns room: request in, response out. Private to this room.
#include "returns/desk.hpp"
#include "returns/handed_in.hpp"
#include "web/visit.hpp"

namespace kith::returns {

web::Response list_page(web::Visit& visit, const Desk& desk);
web::Response new_page(web::Visit& visit, const Desk& desk);
web::Response hand_in(web::Visit& visit, const Desk& desk);
web::Response template_file(web::Visit& visit, const Desk& desk);

web::Response whose_page(web::Visit& visit, const Desk& desk);
web::Response say_whose(web::Visit& visit, const Desk& desk);

web::Response one_page(web::Visit& visit, const Desk& desk);
web::Response all_findings_page(web::Visit& visit, const Desk& desk);
web::Response findings_file(web::Visit& visit, const Desk& desk);
web::Response annotated_file(web::Visit& visit, const Desk& desk);

web::Response queries_page(web::Visit& visit, const Desk& desk);
web::Response answer_queries_of_rule(web::Visit& visit, const Desk& desk);
web::Response open_queries_again(web::Visit& visit, const Desk& desk);

web::Response accept(web::Visit& visit, const Desk& desk);
web::Response check_again(web::Visit& visit, const Desk& desk);
web::Response withdraw(web::Visit& visit, const Desk& desk);
web::Response undo_page(web::Visit& visit, const Desk& desk);
web::Response undo(web::Visit& visit, const Desk& desk);

/// A conflict as a page that leads to the return it speaks of; any other problem as it is.
web::Response conflict_page(web::Visit& visit, const HandedIn& handed_in, const Problem& problem);

}  // namespace kith::returns
