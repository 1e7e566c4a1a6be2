#pragma once
// All kinds of return that Kith takes today, in the order in which they build on one another.
#include "packs/packs.hpp"
#include "returns/kind.hpp"
#include "workforce/staff_register.hpp"

#include <memory>

namespace kith::intake {

/// Organisations, settings, workplaces, staff, then the social work census: files handed in together are walked in this order.
returns::Kinds every_kind(std::shared_ptr<const packs::Packs> packs, workforce::NumberKeeper numbers);

}  // namespace kith::intake
