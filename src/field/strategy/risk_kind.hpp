#pragma once
// Risk registers in files, as a kind of return.
#include "returns/kind.hpp"

namespace kith::strategy {

returns::Kind risk_kind();

}  // namespace kith::strategy
