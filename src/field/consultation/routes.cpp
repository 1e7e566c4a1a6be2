#include "consultation/routes.hpp"

#include "consultation/consultation_pages.hpp"
#include "consultation/consultation_register.hpp"

namespace kith::consultation {

void add_routes(web::Routes& routes)
{
    add_desk_routes(routes);
    add_public_routes(routes);
}

Result<void> may_go_of(db::Reader& reader, strategy::PlanId plan)
{
    for (const auto& one : consultations_of(reader, plan))
        if (const auto may = may_go(reader, one); !may) return may;
    return {};
}

void take_away_of(db::ChangeSet& changes, strategy::PlanId plan)
{
    for (const auto& one : consultations_of(changes.writer(), plan)) take_away(changes, one);
}

}  // namespace kith::consultation
