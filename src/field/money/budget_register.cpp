#include "money/budget_register.hpp"

#include "db/transaction.hpp"

namespace kith::money {

using db::typed;

const db::TypedTable<Fund>& funds()
{
    static const db::TypedTable<Fund> table{"fund", "id",
                                            {typed("plan_id", &Fund::plan), typed("code", &Fund::code), typed("name", &Fund::name), typed("kind", &Fund::kind, fund_kinds()), typed("giver", &Fund::giver), typed("holder", &Fund::holder),
                                             typed("conditions", &Fund::conditions), typed("starts_on", &Fund::starts_on), typed("ends_on", &Fund::ends_on), typed("amount_pence", &Fund::amount), typed("words", &Fund::words)}};
    return table;
}

const db::TypedTable<BudgetLine>& budget_lines()
{
    static const db::TypedTable<BudgetLine> table{"budget_line", "year, heading, id",
                                                  {typed("plan_id", &BudgetLine::plan), typed("heading", &BudgetLine::heading), typed("year", &BudgetLine::year), typed("fund_id", &BudgetLine::fund), typed("plan_action_id", &BudgetLine::action),
                                                   typed("planned_pence", &BudgetLine::planned), typed("committed_pence", &BudgetLine::committed), typed("spent_pence", &BudgetLine::spent), typed("forecast_pence", &BudgetLine::forecast), typed("words", &BudgetLine::words)}};
    return table;
}

std::vector<Fund> funds_of(db::Reader& reader, PlanId plan) { return funds().where(reader, "plan_id = $1", plan); }

std::vector<BudgetLine> lines_of(db::Reader& reader, PlanId plan) { return budget_lines().where(reader, "plan_id = $1", plan); }

void take_away(db::ChangeSet& changes, const Fund& fund)
{
    for (auto line : budget_lines().where(changes.writer(), "fund_id = $1", fund.id)) {
        line.fund.reset();
        budget_lines().keep(changes, std::move(line), {});
    }
    funds().end(changes, fund);
}

void carry(db::ChangeSet& changes, PlanId from, const strategy::NextVersion& to, Instant now)
{
    std::map<FundId, FundId> copies;
    for (auto fund : funds_of(changes.writer(), from)) {
        const auto old = fund.id;
        fund.id = {};
        fund.plan = to.plan.id;
        copies.emplace(old, funds().keep(changes, std::move(fund), now).id);
    }
    for (auto line : lines_of(changes.writer(), from)) {
        line.id = {};
        line.plan = to.plan.id;
        if (line.fund) line.fund = copies.at(*line.fund);
        if (line.action) line.action = to.actions.contains(*line.action) ? std::optional{to.actions.at(*line.action)} : std::nullopt;
        budget_lines().keep(changes, std::move(line), now);
    }
}

void take_away_of(db::ChangeSet& changes, PlanId plan)
{
    for (const auto& line : lines_of(changes.writer(), plan)) budget_lines().end(changes, line);
    for (const auto& fund : funds_of(changes.writer(), plan)) funds().end(changes, fund);
}

}  // namespace kith::money
