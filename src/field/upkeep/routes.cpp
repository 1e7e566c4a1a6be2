#include "upkeep/routes.hpp"

#include "upkeep/upkeep_pages.hpp"

namespace kith::upkeep {

void add_routes(web::Routes& routes, UpkeepDesk given)
{
    using enum access::Permission;
    const auto desk = std::make_shared<const UpkeepDesk>(std::move(given));
    const auto with = [desk](auto handler) { return [desk, handler](web::Visit& visit) { return handler(visit, *desk); }; };
    const web::RouteFlags slow{.on_worker = true};
    routes.get("/staff/new", hand_in_returns, with(add_page), slow);
    routes.post("/staff/new", hand_in_returns, with(add_person), slow);
    routes.get("/staff/several", hand_in_returns, with(several_page), slow);
    routes.post("/staff/several", hand_in_returns, with(change_several), slow);
    routes.get("/staff/confirm", hand_in_returns, with(confirm_page), slow);
    routes.post("/staff/confirm", hand_in_returns, with(confirm_list), slow);
    routes.post("/staff/nil-return", hand_in_returns, with(hand_in_nil), slow);
    routes.get("/staff/{record}/change", hand_in_returns, with(change_page), slow);
    routes.get("/staff/{record}/change/{section}", hand_in_returns, with(section_page), slow);
    routes.post("/staff/{record}/change/{section}", hand_in_returns, with(change_section), slow);
    routes.get("/staff/{record}/facts/{kind}", hand_in_returns, with(fact_page), slow);
    routes.post("/staff/{record}/facts/{kind}", hand_in_returns, with(save_fact), slow);
    routes.get("/staff/{record}/end", hand_in_returns, with(end_page), slow);
    routes.post("/staff/{record}/end", hand_in_returns, with(end_job), slow);
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

}  // namespace kith::upkeep
