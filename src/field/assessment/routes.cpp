#include "assessment/routes.hpp"

#include "assessment/hand_on_pages.hpp"
#include "assessment/priority_pages.hpp"
#include "assessment/reference_pages.hpp"
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
    routes.get("/campaigns/{campaign}/results/{theme}/{one}/{other}", see_campaigns, with(show_gap), slow);
    add_workshop_routes(routes, sources);
}

void add_home(web::Home& home)
{
    home.add_provider(due_of_workshops);
    home.add_provider(handed_to_viewer);
}

void add_references(web::References& references, const Sources& sources)
{
    using enum access::Permission;
    references.add("assessment.theme", see_campaigns, [sources](web::Visit& visit, const figures::Reference& reference) { return referred_theme(visit, sources, reference); });
    references.add("assessment.gap", see_campaigns, [sources](web::Visit& visit, const figures::Reference& reference) { return referred_gap(visit, sources, reference); });
    references.add("assessment.priority", see_campaigns, referred_priority);
    references.add("assessment.evidence", see_campaigns, referred_evidence);
}

}  // namespace kith::assessment
