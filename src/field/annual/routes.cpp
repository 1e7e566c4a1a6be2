#include "annual/routes.hpp"

#include "annual/report_pages.hpp"

namespace kith::annual {

void add_routes(web::Routes& routes, const Sources& sources)
{
    add_report_routes(routes, sources);
    add_public_routes(routes);
    add_glossary_routes(routes, sources);
}

}  // namespace kith::annual
