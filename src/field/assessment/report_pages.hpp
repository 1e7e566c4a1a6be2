#pragma once
// Handlers of a campaign's report. Private to the room.
#include "assessment/routes.hpp"
#include "web/visit.hpp"

namespace kith::assessment {

web::Response show_report(web::Visit& visit, const Sources& sources);
web::Response report_file(web::Visit& visit, const Sources& sources);

}  // namespace kith::assessment
