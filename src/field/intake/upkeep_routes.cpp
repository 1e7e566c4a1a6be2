#include "intake/upkeep_routes.hpp"

#include "intake/upkeep_pages.hpp"

namespace kith::intake {

void add_upkeep_routes(web::Routes& routes, std::shared_ptr<const returns::Desk> desk, std::shared_ptr<const packs::Packs> packs,
                       workforce::NumberKeeper numbers)
{
    using enum access::Permission;
    const auto stands_on = std::make_shared<const UpkeepDesk>(UpkeepDesk{std::move(desk), std::move(packs), std::move(numbers)});
    const auto with = [&stands_on](auto page) { return [stands_on, page](web::Visit& visit) { return page(visit, *stands_on); }; };
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

void add_upkeep_to_home(web::Home& home)
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
