#include "profile/routes.hpp"

#include "profile/child_population_pages.hpp"
#include "profile/place_feed.hpp"
#include "profile/profile_pages.hpp"
#include "profile/saved_view_pages.hpp"
#include "web/visit.hpp"
#include "workforce/routes.hpp"

namespace kith::profile {

std::shared_ptr<PlaceFeed> places_of_the_house() { return std::make_shared<PlaceFeed>(); }

void add_routes(web::Routes& routes, Sources given)
{
    using enum access::Permission;
    if (!given.packs) given.packs = std::make_shared<const packs::Packs>(packs::built_in());
    if (!given.feed) given.feed = std::make_shared<workforce::TallyFeed>(workforce::role_mapping(given.packs));
    if (!given.places) given.places = std::make_shared<PlaceFeed>();
    auto sources = std::make_shared<const Sources>(std::move(given));
    auto with = [sources](auto handler) { return [sources, handler](web::Visit& visit) { return handler(visit, *sources); }; };

    routes.get("/profile", see_workforce_figures, with(show_profile), {.on_worker = true});
    routes.get("/profile/{section}", see_workforce_figures, with(show_section), {.on_worker = true});
    routes.get("/profile/{section}/tables.csv", see_workforce_figures, with(section_csv), {.on_worker = true});
    routes.get("/profile/{section}/tables.xlsx", see_workforce_figures, with(section_xlsx), {.on_worker = true});
    routes.get("/measures", see_workforce_figures, with(list_measures));
    routes.get("/measures/{measure}", see_workforce_figures, with(show_measure), {.on_worker = true});
    routes.get("/measures/{measure}/table.csv", see_workforce_figures, with(measure_csv), {.on_worker = true});
    routes.get("/measures/{measure}/table.xlsx", see_workforce_figures, with(measure_xlsx), {.on_worker = true});
    routes.get("/measures/{measure}/rows", see_workforce_figures, with(measure_rows), {.on_worker = true});
    routes.get("/compare", see_workforce_figures, with(show_comparison), {.on_worker = true});
    routes.get("/compare.csv", see_workforce_figures, with(comparison_csv), {.on_worker = true});
    routes.get("/compare.xlsx", see_workforce_figures, with(comparison_xlsx), {.on_worker = true});
    routes.get("/locality-sheet", see_workforce_figures, with(locality_sheet), {.on_worker = true});
    routes.get("/locality-sheet.csv", see_workforce_figures, with(locality_sheet_csv), {.on_worker = true});
    routes.get("/locality-sheet.xlsx", see_workforce_figures, with(locality_sheet_xlsx), {.on_worker = true});
    routes.get("/who-can", see_workforce_figures, with(who_can), {.on_worker = true});
    routes.post("/saved-views", see_workforce_figures, save_this_view);
    routes.post("/saved-views/{view}/delete", see_workforce_figures, delete_saved_view);
    routes.get("/child-population", see_workforce_figures, with(show_child_population));
    routes.get("/child-population/template.csv", see_workforce_figures, with(child_population_template_file));
    routes.post("/child-population", manage_organisations, with(check_child_population), {.upload = true});
    routes.post("/child-population/take", manage_organisations, with(take_child_population));
    routes.get("/api/profile", see_workforce_figures, with(api_profile), {.on_worker = true});
    routes.get("/api/measures", see_workforce_figures, with(api_measures), {.on_worker = true});
    routes.get("/api/measures/{measure}", see_workforce_figures, with(api_measure), {.on_worker = true});
    routes.get("/api/measures/{measure}/rows", see_workforce_figures, with(api_rows), {.on_worker = true});
    routes.get("/api/who-can", see_workforce_figures, with(api_who_can), {.on_worker = true});
    routes.get("/api/locality-sheet", see_workforce_figures, with(api_locality_sheet), {.on_worker = true});
    routes.get("/api/compare", see_workforce_figures, with(api_comparison), {.on_worker = true});
    routes.get("/api/openapi.json", see_workforce_figures, with(api_description));
}

void add_home(web::Home& home)
{
    home.add_links([](web::Visit& visit) {
        using enum access::Permission;
        if (!visit.may(see_workforce_figures) || !visit.may(see_staff)) return std::vector<web::HomeLink>{};
        return std::vector<web::HomeLink>{{.title = "Workforce profile", .words = "Who we have, where, with what, and what changed", .href = "/profile", .needs = see_workforce_figures}};
    });
}

}  // namespace kith::profile
