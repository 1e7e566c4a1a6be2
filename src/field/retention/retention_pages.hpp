#pragma once
// Handlers of this room's pages. Private to the room; routes.cpp names them.
#include "retention/retention_register.hpp"
#include "retention/routes.hpp"
#include "web/visit.hpp"

namespace kith::retention {

inline constexpr const char* run_job = "retention";     ///< one rule, for whoever asked
inline constexpr const char* daily_job = "retention_daily";  ///< every rule, for the whole area

// what is held about someone
web::Response ask_whom(web::Visit& visit, const Sources& sources);
web::Response find_whom(web::Visit& visit, const Sources& sources);
web::Response show_held(web::Visit& visit, const Sources& sources);
web::Response held_csv(web::Visit& visit, const Sources& sources);
web::Response held_json(web::Visit& visit, const Sources& sources);

// erasing
web::Response show_erase(web::Visit& visit, const Sources& sources);
web::Response erase(web::Visit& visit, const Sources& sources);
web::Response show_erasures(web::Visit& visit, const Sources& sources);

// corrections
web::Response show_ask_correction(web::Visit& visit, const Sources& sources);
web::Response ask_correction(web::Visit& visit, const Sources& sources);
web::Response show_corrections(web::Visit& visit, const Sources& sources);
web::Response show_correction(web::Visit& visit, const Sources& sources);
web::Response answer_correction(web::Visit& visit, const Sources& sources);

// retention rules
web::Response show_retention(web::Visit& visit, const Sources& sources);
web::Response show_run(web::Visit& visit, const Sources& sources);
web::Response start_run(web::Visit& visit, const Sources& sources);

returns::Actor actor_of(const web::Visit& visit);
/// Writes into the audit of reads that the person's record, or what is kept about it, is shown; `purpose` in words.
void record_read(web::Visit& visit, const workforce::Subject& subject, access::ReadKind kind, std::string purpose);
/// The current record in the path where it lies within the route's reach; not found otherwise.
Result<workforce::Subject> subject_in_path(web::Visit& visit);
std::string organisation_name(web::Visit& visit, access::OrganisationId organisation);

}  // namespace kith::retention
