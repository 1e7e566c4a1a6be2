#pragma once
// All kinds of return that Kith takes today.
#include "packs/packs.hpp"
#include "returns/kind.hpp"
#include "workforce/staff_register.hpp"

#include <memory>

namespace kith::app {

/// In the order in which files handed in together are walked.
returns::Kinds every_kind(std::shared_ptr<const packs::Packs> packs, workforce::NumberKeeper numbers);

}  // namespace kith::app
