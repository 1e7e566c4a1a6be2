#include "consultation/routes.hpp"

#include "consultation/consultation_pages.hpp"

namespace kith::consultation {

void add_routes(web::Routes& routes)
{
    add_desk_routes(routes);
    add_public_routes(routes);
}

}  // namespace kith::consultation
