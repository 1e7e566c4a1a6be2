#pragma once
// Figures of plans in files, as a kind of return.
#include "returns/kind.hpp"

namespace kith::strategy {

returns::Kind figure_kind();

}  // namespace kith::strategy
