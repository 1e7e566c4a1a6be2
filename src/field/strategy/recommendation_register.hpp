#pragma once
// Recommendations in the register. Each change is part of a change set.
#include "db/typed_table.hpp"
#include "strategy/recommendation.hpp"

namespace kith::strategy {

/// By their source, then in the order in which they were written down.
const db::TypedTable<Recommendation>& recommendations();

}  // namespace kith::strategy
