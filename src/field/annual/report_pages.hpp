#pragma once
// Annual reports as pages: written, published, read by anyone. Private to the room.
#include "annual/routes.hpp"
#include "ui/html.hpp"
#include "web/visit.hpp"

namespace kith::annual {

void add_report_routes(web::Routes& routes, const Sources& sources);
/// What anyone may read: the list of published reports, and each as it was published.
void add_public_routes(web::Routes& routes);
/// Terms of the pack and of the partnership's own.
void add_glossary_routes(web::Routes& routes, const Sources& sources);

/// A report's sections. `write_path`: where people write under a section, with its id after it; empty where nobody may.
ui::Html report_body(const ReportDocument& document, const std::string& write_path);

}  // namespace kith::annual
