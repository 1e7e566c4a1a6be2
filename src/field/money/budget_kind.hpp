#pragma once
// Budgets in files, as a kind of return.
#include "returns/kind.hpp"

namespace kith::money {

returns::Kind budget_kind();

}  // namespace kith::money
