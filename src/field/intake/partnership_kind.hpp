#pragma once
// The partnership's own two files, organisations and settings, as kinds of return. They speak for the whole area.
#include "packs/packs.hpp"
#include "returns/kind.hpp"

#include <memory>

namespace kith::intake {

returns::Kind organisations_kind(std::shared_ptr<const packs::Packs> packs);
/// Settings and the localities that they name. Check it after the organisations, or beside them.
returns::Kind settings_kind(std::shared_ptr<const packs::Packs> packs);

}  // namespace kith::intake
