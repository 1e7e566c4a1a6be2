#include "partnership/home_pages.hpp"

namespace kith::partnership {

void add_home(web::Home& home)
{
    home.add_links([](web::Visit&) {
        return std::vector<web::HomeLink>{{.title = "Who to ring", .words = "Main contacts and named links of organisations, settings and clusters", .href = "/who-to-ring"}};
    });
}

}  // namespace kith::partnership
