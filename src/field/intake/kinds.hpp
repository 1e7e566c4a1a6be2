#pragma once
// The kinds of return that this room knows, in the order in which they build on one another.
#include "packs/packs.hpp"
#include "returns/kind.hpp"
#include "workforce/staff_register.hpp"

#include <memory>

namespace kith::intake {

/// Organisations, settings, workplaces, staff, then `others`, which are of rooms above, and last what takes a layout of any kind: files handed in together
/// are walked in this order.
returns::Kinds kinds_with(returns::Kinds others, std::shared_ptr<const packs::Packs> packs, workforce::NumberKeeper numbers);

}  // namespace kith::intake
