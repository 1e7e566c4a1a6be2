#include "intake/kinds.hpp"

#include "intake/dated_kind.hpp"
#include "intake/mapped_kind.hpp"
#include "intake/partnership_kind.hpp"
#include "intake/staff_return_kind.hpp"
#include "intake/vacancy_kind.hpp"

#include <algorithm>
#include <iterator>

namespace kith::intake {

returns::Kinds kinds_with(returns::Kinds others, std::shared_ptr<const packs::Packs> packs, workforce::NumberKeeper numbers)
{
    returns::Kinds kinds{organisations_kind(packs), settings_kind(packs), workplaces_kind(packs), organisation_links_kind(packs), register_numbers_kind(packs),
                         clusters_kind(packs), teams_kind(packs), vacancies_kind(packs), staff_return_kind(packs, numbers), team_members_kind(packs), named_links_kind(packs)};
    std::ranges::move(others, std::back_inserter(kinds));
    kinds.push_back(mapped_kind(packs, numbers));
    return kinds;
}

}  // namespace kith::intake
