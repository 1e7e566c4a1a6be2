#pragma once
// A plan taken away whole: as a workbook whose sheets can be handed in again, and as JSON. Pure.
#include "strategy/plan_register.hpp"
#include "strategy/risk.hpp"

#include <map>
#include <string>

namespace kith::strategy {

/// A table that another room adds: a sheet of the workbook, and rows by their columns in the JSON.
struct ExportTable {
    std::string name;
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
};

/// What is taken away beside the plan itself.
struct PlanRisks {
    std::vector<Risk> risks;
    std::map<RiskId, std::vector<Control>> controls;
};
/// Sheets Plan, Risks and Figures in the columns of their returns, Updates, and Line of sight.
std::string plan_xlsx(const WholePlan& whole, const PlanRisks& risks, const std::vector<ExportTable>& beside = {});
/// One object: plan, parts, actions with what they are tied to, risks, measures with their values. Days as ISO dates, money in pence, values as exact decimals.
std::string plan_json(const WholePlan& whole, const PlanRisks& risks, const std::vector<ExportTable>& beside = {});

}  // namespace kith::strategy
