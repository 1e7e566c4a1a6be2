#include "intake/routes.hpp"

#include "intake/mapping_pages.hpp"

namespace kith::intake {

void add_routes(web::Routes& routes, Sources given)
{
    using enum access::Permission;
    const auto sources = std::make_shared<const Sources>(std::move(given));
    const auto with = [sources](auto handler) { return [sources, handler](web::Visit& visit) { return handler(visit, *sources); }; };
    const web::RouteFlags slow{.on_worker = true};

    routes.get("/returns/{return}/mapping", hand_in_returns, with(say_columns), slow);
    routes.post("/returns/{return}/mapping", hand_in_returns, with(take_columns_said), slow);
    routes.get("/mappings", hand_in_returns, with(list_mappings_page));
    routes.get("/mappings/{mapping}", hand_in_returns, with(show_mapping));
    routes.get("/mappings/{mapping}/{version}", hand_in_returns, with(show_mapping_version));
    routes.post("/mappings/{mapping}/{version}/restore", hand_in_returns, with(restore_mapping_version));
    routes.post("/mappings/{mapping}/retire", hand_in_returns, with(retire_mapping));
}

}  // namespace kith::intake
