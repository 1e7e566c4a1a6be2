#include "census/routes.hpp"

#include "census/csww_pages.hpp"

namespace kith::census {

void add_routes(web::Routes& routes, std::shared_ptr<const packs::Packs> packs)
{
    using enum access::Permission;
    const auto with = [packs](auto handler) { return [packs, handler](web::Visit& visit) { return handler(visit, *packs); }; };
    const web::RouteFlags slow{.on_worker = true};
    routes.get("/returns/social-work-census", export_staff, with(show_census), slow);
    routes.get("/returns/social-work-census/file", export_staff, with(census_file), slow);
    routes.get("/returns/social-work-census/losses", export_staff, with(census_losses), slow);
}

}  // namespace kith::census
