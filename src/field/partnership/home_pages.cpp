#include "partnership/home_pages.hpp"

#include "web/visit.hpp"

namespace kith::partnership {

void add_home(web::Home& home)
{
    home.add_links([](web::Visit& visit) {
        if (!visit.may(access::Permission::see_work_contacts)) return std::vector<web::HomeLink>{};
        return std::vector<web::HomeLink>{{.title = "Who to ring", .words = "Main contacts and named links of organisations, settings and clusters", .href = "/who-to-ring", .needs = access::Permission::see_work_contacts}};
    });
}

}  // namespace kith::partnership
