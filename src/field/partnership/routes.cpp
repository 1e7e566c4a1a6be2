#include "partnership/routes.hpp"

#include "partnership/network_pages.hpp"
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
    routes.get("/organisations/changes", manage_organisations, with(list_changes), {.on_worker = true});
    routes.get("/organisations/changes/{change}/undo", manage_organisations, with(ask_undo));
    routes.post("/organisations/changes/{change}/undo", manage_organisations, with(undo_change));
    routes.get("/organisations/{organisation}", see_organisations, with(show_organisation), {.on_worker = true});
    const auto form = [&](std::string_view pattern, auto ask, auto save) {
        routes.get(std::string{pattern}, manage_organisations, with(ask));
        routes.post(std::string{pattern}, manage_organisations, with(save));
    };
    form("/organisations/{organisation}/edit", edit_organisation, update_organisation);
    form("/organisations/{organisation}/parent", edit_parent, update_parent);
    form("/organisations/{organisation}/merge", ask_merger, record_merger);
    form("/organisations/{organisation}/split", ask_split, record_split);
    form("/organisations/{organisation}/numbers/new", new_number, create_number);
    form("/register-numbers/{number}/edit", edit_number, update_number);
    form("/organisations/{organisation}/settings/new", new_setting, create_setting);
    routes.get("/settings/{setting}", see_organisations, with(show_setting), {.on_worker = true});
    form("/settings/{setting}/edit", edit_setting, update_setting);

    routes.get("/localities", see_organisations, with(list_localities_page));
    form("/localities/new", new_locality, create_locality);
    routes.get("/localities/{locality}", see_organisations, with(show_locality));
    form("/localities/{locality}/edit", edit_locality, update_locality);

    routes.get("/clusters", see_organisations, with(list_clusters), {.on_worker = true});
    form("/clusters/new", new_cluster, create_cluster);
    routes.get("/clusters/{cluster}", see_organisations, with(show_cluster), {.on_worker = true});
    form("/clusters/{cluster}/edit", edit_cluster, update_cluster);
    form("/clusters/{cluster}/settings/new", new_cluster_setting, create_cluster_setting);
    form("/cluster-settings/{member}/edit", edit_cluster_setting, update_cluster_setting);

    routes.get("/teams", see_organisations, with(list_teams), {.on_worker = true});
    form("/teams/new", new_team, create_team);
    routes.get("/teams/{team}", see_organisations, with(show_team), {.on_worker = true});
    form("/teams/{team}/edit", edit_team, update_team);
    form("/teams/{team}/members/new", new_member, create_member);
    form("/team-members/{member}/edit", edit_member, update_member);

    routes.get("/who-to-ring", see_work_contacts, with(who_to_ring), {.on_worker = true});
    form("/named-links/new", new_named_link, create_named_link);
    form("/named-links/{contact}/edit", edit_named_link, update_named_link);
}

}  // namespace kith::partnership
