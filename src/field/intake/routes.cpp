#include "intake/routes.hpp"

#include "intake/csww_pages.hpp"
#include "intake/mapping_pages.hpp"
#include "intake/upkeep_pages.hpp"

namespace kith::intake {

void add_routes(web::Routes& routes, Sources given)
{
    using enum access::Permission;
    const auto sources = std::make_shared<const Sources>(std::move(given));
    const auto upkeep = std::make_shared<const UpkeepDesk>(UpkeepDesk{sources->desk, sources->packs, sources->numbers});
    const auto with = [sources](auto handler) { return [sources, handler](web::Visit& visit) { return handler(visit, *sources); }; };
    const auto by_hand = [upkeep](auto handler) { return [upkeep, handler](web::Visit& visit) { return handler(visit, *upkeep); }; };
    const auto coded = [sources](auto handler) { return [sources, handler](web::Visit& visit) { return handler(visit, *sources->packs); }; };
    const web::RouteFlags slow{.on_worker = true};

    // Extracts in layouts of their own
    routes.get("/returns/{return}/mapping", hand_in_returns, with(say_columns), slow);
    routes.post("/returns/{return}/mapping", hand_in_returns, with(take_columns_said), slow);
    routes.get("/mappings", hand_in_returns, with(list_mappings_page));
    routes.get("/mappings/{mapping}", hand_in_returns, with(show_mapping));
    routes.get("/mappings/{mapping}/{version}", hand_in_returns, with(show_mapping_version));
    routes.post("/mappings/{mapping}/{version}/restore", hand_in_returns, with(restore_mapping_version));
    routes.post("/mappings/{mapping}/retire", hand_in_returns, with(retire_mapping));

    // Upkeep by hand
    routes.get("/staff/new", hand_in_returns, by_hand(add_page), slow);
    routes.post("/staff/new", hand_in_returns, by_hand(add_person), slow);
    routes.get("/staff/several", hand_in_returns, by_hand(several_page), slow);
    routes.post("/staff/several", hand_in_returns, by_hand(change_several), slow);
    routes.get("/staff/confirm", hand_in_returns, by_hand(confirm_page), slow);
    routes.post("/staff/confirm", hand_in_returns, by_hand(confirm_list), slow);
    routes.post("/staff/nil-return", hand_in_returns, by_hand(hand_in_nil), slow);
    routes.get("/staff/{record}/change", hand_in_returns, by_hand(change_page), slow);
    routes.get("/staff/{record}/change/{section}", hand_in_returns, by_hand(section_page), slow);
    routes.post("/staff/{record}/change/{section}", hand_in_returns, by_hand(change_section), slow);
    routes.get("/staff/{record}/facts/{kind}", hand_in_returns, by_hand(fact_page), slow);
    routes.post("/staff/{record}/facts/{kind}", hand_in_returns, by_hand(save_fact), slow);
    routes.get("/staff/{record}/end", hand_in_returns, by_hand(end_page), slow);
    routes.post("/staff/{record}/end", hand_in_returns, by_hand(end_job), slow);

    // The social work census, written from the register
    routes.get("/returns/social-work-census", export_staff, coded(show_census), slow);
    routes.get("/returns/social-work-census/file", export_staff, coded(census_file), slow);
    routes.get("/returns/social-work-census/losses", export_staff, coded(census_losses), slow);
}

void add_home(web::Home& home)
{
    home.add_links([](web::Visit& visit) {
        std::vector<web::HomeLink> links;
        if (!visit.may(access::Permission::hand_in_returns)) return links;
        links.push_back({.title = "Is this still right?", .words = "Go through the list of staff: it counts as a return", .href = "/staff/confirm"});
        links.push_back({.title = "Add a person", .words = "One at a time, by the same rules as a file", .href = "/staff/new"});
        return links;
    });
}

}  // namespace kith::intake
