#pragma once
// Files that bring organisations and settings, as kinds of return: the partnership's own two, which speak for the whole area, and the
// workplace file of the adult social care workforce data set.
#include "packs/packs.hpp"
#include "returns/kind.hpp"

#include <memory>

namespace kith::intake {

returns::Kind organisations_kind(std::shared_ptr<const packs::Packs> packs);
/// Settings and the localities that they name. Check it after the organisations, or beside them.
returns::Kind settings_kind(std::shared_ptr<const packs::Packs> packs);

/// Workplaces become settings of the organisation that hands the file in, or an organisation with one setting each where none is named.
returns::Kind workplaces_kind(std::shared_ptr<const packs::Packs> packs);

}  // namespace kith::intake
