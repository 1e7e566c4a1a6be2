#pragma once
// Plans as a kind of file that can be handed in.
#include "returns/kind.hpp"

namespace kith::strategy {

/// Everything comes in as a draft; a plan that is approved takes no file.
returns::Kind plan_kind();

}  // namespace kith::strategy
