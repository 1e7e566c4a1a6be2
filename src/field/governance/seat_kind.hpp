#pragma once
// Seats of boards in files, as a kind of return.
#include "returns/kind.hpp"

namespace kith::governance {

returns::Kind seat_kind();

}  // namespace kith::governance
