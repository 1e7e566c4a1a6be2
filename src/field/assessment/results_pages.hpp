#pragma once
// Handlers of results: the rainbow with what it rests on, one theme, and everything as a file. Private to the room.
#include "assessment/routes.hpp"
#include "web/visit.hpp"

namespace kith::assessment {

web::Response show_results(web::Visit& visit, const Sources& sources);
web::Response show_theme(web::Visit& visit, const Sources& sources);
web::Response results_file(web::Visit& visit, const Sources& sources);
web::Response show_written_words(web::Visit& visit, const Sources& sources);

}  // namespace kith::assessment
