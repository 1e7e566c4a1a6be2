#pragma once
// Handlers of results: the rainbow with what it rests on, one theme, and everything as a file. Private to the room.
#include "assessment/routes.hpp"
#include "questionnaire/campaign.hpp"
#include "web/visit.hpp"

namespace kith::assessment {

web::Response show_results(web::Visit& visit, const Sources& sources);
web::Response show_theme(web::Visit& visit, const Sources& sources);
/// The gap between two viewpoints on one theme.
web::Response show_gap(web::Visit& visit, const Sources& sources);
/// What that gap is in a sentence, too few on either side among what it may say; not found where the campaign asks no such theme or viewpoints.
kith::Result<std::string> gap_of(web::Visit& visit, const Sources& sources, const questionnaire::Campaign& campaign, std::string_view theme, std::string_view one, std::string_view other);
web::Response results_file(web::Visit& visit, const Sources& sources);
web::Response show_written_words(web::Visit& visit, const Sources& sources);

}  // namespace kith::assessment
