#pragma once
// Handlers of scorecards: the list, its file, one organisation's card, and asking for a return.
#include "scorecards/scorecard_feed.hpp"
#include "web/visit.hpp"

namespace kith::scorecards {

web::Response list_scorecards(web::Visit& visit, ScorecardFeed& feed);
web::Response scorecards_file(web::Visit& visit, ScorecardFeed& feed);
web::Response show_scorecard(web::Visit& visit, ScorecardFeed& feed);
web::Response ask_for_overdue(web::Visit& visit, ScorecardFeed& feed);
web::Response ask_for_return(web::Visit& visit, ScorecardFeed& feed);

}  // namespace kith::scorecards
