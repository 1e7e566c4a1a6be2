#include "partnership/routes.hpp"

#include "partnership/organisation_pages.hpp"

namespace kith::partnership {

void add_routes(web::Routes& routes, Sources given)
{
    using enum access::Permission;
    if (!given.packs) given.packs = std::make_shared<const packs::Packs>(packs::built_in());
    auto sources = std::make_shared<const Sources>(std::move(given));
    auto with = [sources](auto handler) { return [sources, handler](web::Visit& visit) { return handler(visit, *sources); }; };

    routes.get("/organisations", see_organisations, with(list_organisations_page), {.on_worker = true});
    routes.get("/organisations/new", manage_organisations, with(new_organisation));
    routes.post("/organisations/new", manage_organisations, with(create_organisation));
    routes.get("/organisations/{organisation}", see_organisations, with(show_organisation), {.on_worker = true});
    routes.get("/organisations/{organisation}/edit", manage_organisations, with(edit_organisation));
    routes.post("/organisations/{organisation}/edit", manage_organisations, with(update_organisation));
    routes.get("/organisations/{organisation}/settings/new", manage_organisations, with(new_setting));
    routes.post("/organisations/{organisation}/settings/new", manage_organisations, with(create_setting));
    routes.get("/settings/{setting}/edit", manage_organisations, with(edit_setting));
    routes.post("/settings/{setting}/edit", manage_organisations, with(update_setting));

    routes.get("/localities", see_organisations, with(list_localities_page));
    routes.get("/localities/new", manage_organisations, with(new_locality));
    routes.post("/localities/new", manage_organisations, with(create_locality));
    routes.get("/localities/{locality}", see_organisations, with(show_locality));
    routes.get("/localities/{locality}/edit", manage_organisations, with(edit_locality));
    routes.post("/localities/{locality}/edit", manage_organisations, with(update_locality));
}

}  // namespace kith::partnership
