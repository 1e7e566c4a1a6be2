#pragma once
// Risks as pages: the matrix, the list, one risk. Private to the room.
#include "strategy/plan.hpp"
#include "strategy/risk.hpp"
#include "ui/html.hpp"
#include "web/thing_fields.hpp"

namespace kith::strategy {

/// Likelihood against impact by the current scores, with what stands in each square.
ui::Html risk_matrix(const Plan& plan, const std::vector<Risk>& risks);
/// `higher`: those that are with somebody higher.
ui::Html risk_table(const Plan& plan, const std::vector<Risk>& risks, const std::vector<Escalation>& higher, Date today);
ui::Html risk_summary(const Risk& risk, Date today);

web::ThingFields<Risk> risk_fields();
/// Its score as it is now and when it is looked at next: what a review changes.
web::ThingFields<Risk> review_fields();

}  // namespace kith::strategy
