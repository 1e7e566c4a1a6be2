#include "assessment/routes.hpp"

#include "assessment/priority_pages.hpp"
#include "assessment/results_pages.hpp"
#include "assessment/workshop_routes.hpp"

namespace kith::assessment {

void add_routes(web::Routes& routes, const Sources& sources)
{
    using enum access::Permission;
    constexpr web::RouteFlags slow{.on_worker = true};
    const auto with = [sources](auto handler) { return [sources, handler](web::Visit& visit) { return handler(visit, sources); }; };
    routes.get("/campaigns/{campaign}/results", see_campaigns, with(show_results), slow);
    routes.get("/campaigns/{campaign}/results.csv", see_campaigns, with(results_file), slow);
    routes.get("/campaigns/{campaign}/results/words", manage_campaigns, with(show_written_words), slow);
    routes.get("/campaigns/{campaign}/results/{theme}", see_campaigns, with(show_theme), slow);
    add_workshop_routes(routes, sources);
}

void add_home(web::Home& home) { home.add_provider(due_of_workshops); }

}  // namespace kith::assessment
