#pragma once
// Risks, controls and reviews in the register. Each change is part of a change set.
#include "db/typed_table.hpp"
#include "strategy/risk.hpp"

namespace kith::strategy {

const db::TypedTable<Risk>& risks();
const db::TypedTable<Control>& controls();
const db::TypedTable<Review>& reviews();

std::vector<Risk> risks_of(db::Reader& reader, PlanId plan);
std::vector<Control> controls_of(db::Reader& reader, RiskId risk);
/// The newest first.
std::vector<Review> reviews_of(db::Reader& reader, RiskId risk);
/// With its controls and reviews.
void take_away(db::ChangeSet& changes, const Risk& risk);

}  // namespace kith::strategy
