#pragma once
// Risks as pages: the matrix, the list, one risk. Private to the room.
#include "strategy/plan.hpp"
#include "strategy/risk.hpp"
#include "ui/html.hpp"
#include "web/form.hpp"

namespace kith::strategy {

/// Likelihood against impact by the current scores, with what stands in each square.
ui::Html risk_matrix(const Plan& plan, const std::vector<Risk>& risks);
ui::Html risk_table(const Plan& plan, const std::vector<Risk>& risks, Date today);
ui::Html risk_summary(const Risk& risk, Date today);
ui::Html risk_fields(const web::Form& form);
/// Fields NAME_likelihood and NAME_impact.
ui::Html score_fields(const web::Form& form, const std::string& name, const std::string& label);

}  // namespace kith::strategy
