#include "intake/every_kind.hpp"

#include "intake/dated_kind.hpp"
#include "intake/partnership_kind.hpp"
#include "intake/staff_return_kind.hpp"

namespace kith::intake {

returns::Kinds every_kind(std::shared_ptr<const packs::Packs> packs, workforce::NumberKeeper numbers)
{
    return {organisations_kind(packs), settings_kind(packs),         workplaces_kind(packs), organisation_links_kind(packs), register_numbers_kind(packs),
            clusters_kind(packs),      teams_kind(packs),            staff_return_kind(packs, std::move(numbers)),           team_members_kind(packs),
            named_links_kind(packs)};
}

}  // namespace kith::intake
