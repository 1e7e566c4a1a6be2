#pragma once
// Handlers of evidence. Private to the room.
#include "assessment/evidence.hpp"
#include "assessment/routes.hpp"
#include "web/visit.hpp"

namespace kith::assessment {

/// The most that whoever asks may see.
Confidentiality most_seen_by(const web::Visit& visit);

web::Response list_evidence(web::Visit& visit, const Sources& sources);
web::Response show_new_evidence(web::Visit& visit, const Sources& sources);
web::Response add_evidence(web::Visit& visit, const Sources& sources);
web::Response show_evidence(web::Visit& visit, const Sources& sources);
web::Response show_change_evidence(web::Visit& visit, const Sources& sources);
web::Response change_evidence(web::Visit& visit, const Sources& sources);
web::Response take_evidence_away(web::Visit& visit, const Sources& sources);

}  // namespace kith::assessment
