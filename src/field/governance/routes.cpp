#include "governance/routes.hpp"

#include "governance/board_pages.hpp"
#include "governance/meeting_pages.hpp"

namespace kith::governance {

void add_routes(web::Routes& routes, const Sources& sources)
{
    add_board_routes(routes);
    add_meeting_routes(routes);
    add_item_routes(routes);
    add_paper_routes(routes, sources);
}

void add_home(web::Home& home)
{
    home.add_provider(due_of_viewer);
    home.add_provider(due_after_meetings);
    home.add_links([](web::Visit& visit) {
        std::vector<web::HomeLink> links;
        if (visit.may(access::Permission::see_strategy)) links.push_back({.title = "Boards and groups", .words = "Who sits where, meetings, papers and decisions", .href = "/boards"});
        return links;
    });
}

}  // namespace kith::governance
