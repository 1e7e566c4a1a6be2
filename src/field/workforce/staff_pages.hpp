#pragma once
// Handlers of the pages about staff. Private to the room; routes.cpp names them.
#include "access/read_log.hpp"
#include "web/visit.hpp"
#include "workforce/routes.hpp"
#include "workforce/staff_store.hpp"

namespace kith::workforce {

web::Response who_works_here(web::Visit& visit, const Sources& sources);
web::Response who_works_here_csv(web::Visit& visit, const Sources& sources);

/// Puts the lines into the audit of reads, before they are shown; an export waits until it is on disk.
void record_read(web::Visit& visit, access::ReadKind kind, const std::vector<StaffLine>& lines, std::string purpose);

/// Whose records this route's permission lets the viewer see: by role, and by agreements in force today.
Whose whose_records(web::Visit& visit);
/// What may be done by hand, as a row of buttons.
ui::Html upkeep_buttons(web::Visit& visit, const Sources& sources, std::optional<OrganisationId> organisation, const PublicId* record);

web::Response list_staff_page(web::Visit& visit, const Sources& sources);
/// The empty form, and a word where what was searched for is no longer kept.
web::Response show_search(web::Visit& visit, const Sources& sources);
/// Takes the name in a posted form that only asks (web::RouteFlags::asks): a name in an address would stay in histories and logs.
web::Response search_staff_page(web::Visit& visit, const Sources& sources);
web::Response export_staff(web::Visit& visit, const Sources& sources);
web::Response show_record(web::Visit& visit, const Sources& sources);
web::Response show_own_record(web::Visit& visit, const Sources& sources);

web::Response list_vacancies(web::Visit& visit, const Sources& sources);
web::Response list_posts(web::Visit& visit, const Sources& sources);
web::Response show_post(web::Visit& visit, const Sources& sources);
web::Response show_new_post(web::Visit& visit, const Sources& sources);
web::Response add_post(web::Visit& visit, const Sources& sources);
web::Response edit_post(web::Visit& visit, const Sources& sources);
web::Response change_post(web::Visit& visit, const Sources& sources);
web::Response list_vacancies_csv(web::Visit& visit, const Sources& sources);
web::Response show_new_vacancy(web::Visit& visit, const Sources& sources);
web::Response add_vacancy(web::Visit& visit, const Sources& sources);
web::Response show_vacancy(web::Visit& visit, const Sources& sources);
web::Response change_vacancy(web::Visit& visit, const Sources& sources);

/// Names of those records that the viewer may see, for the partnership's pages; they are in the audit of reads before they are answered.
std::unordered_map<StaffRecordId, partnership::StaffName> names_for_partnership(web::Visit& visit, const std::vector<StaffRecordId>& records);

}  // namespace kith::workforce
