#pragma once
// Handlers of the pages about staff. Private to the room; routes.cpp names them.
#include "web/visit.hpp"
#include "workforce/routes.hpp"

namespace kith::workforce {

web::Response who_works_here(web::Visit& visit, const Sources& sources);
web::Response who_works_here_csv(web::Visit& visit, const Sources& sources);

web::Response list_staff_page(web::Visit& visit, const Sources& sources);
/// Takes the name in a posted form and answers with the page itself: a name in an address would stay in histories and logs.
web::Response search_staff_page(web::Visit& visit, const Sources& sources);
web::Response export_staff(web::Visit& visit, const Sources& sources);
web::Response show_record(web::Visit& visit, const Sources& sources);
web::Response show_own_record(web::Visit& visit, const Sources& sources);

/// Names of those records that the viewer may see, for the partnership's pages; they are in the audit of reads before they are answered.
std::unordered_map<StaffRecordId, partnership::StaffName> names_for_partnership(web::Visit& visit, const std::vector<StaffRecordId>& records);

}  // namespace kith::workforce
