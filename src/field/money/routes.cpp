#include "money/routes.hpp"

#include "money/budget_pages.hpp"
#include "money/budget_register.hpp"
#include "strategy/plan_register.hpp"

#include <algorithm>

namespace kith::money {
namespace {

/// Pounds as the importer reads them: without sign and commas.
std::string in_file(Pence pence)
{
    auto text = pence.pounds();
    std::erase(text, ',');
    return text.substr(std::string_view{"£"}.size());
}

}  // namespace

void add_routes(web::Routes& routes) { add_budget_routes(routes); }

strategy::ExportTable table_of(db::Reader& reader, const strategy::Plan& plan)
{
    strategy::ExportTable table{.name = "Budget", .columns = {"plan", "heading", "year", "source", "kind", "giver", "holder", "conditions", "ends", "action", "amount", "committed", "spent", "forecast", "words"}, .rows = {}};
    const auto funds = funds_of(reader, plan.id);
    const auto actions = strategy::actions().where(reader, "plan_id = $1", plan.id);
    const auto pounds = [](const std::optional<Pence>& pence) { return pence ? in_file(*pence) : std::string{}; };
    for (const auto& line : lines_of(reader, plan.id)) {
        const auto found = std::ranges::find_if(funds, [&](const Fund& fund) { return line.fund == fund.id; });
        const auto fund = found == funds.end() ? Fund{} : *found;
        const auto action = std::ranges::find_if(actions, [&](const strategy::Action& one) { return line.action == one.id; });
        table.rows.push_back({plan.name, line.heading, year_words(line.year), fund.name, found == funds.end() ? std::string{} : std::string{choice_of(fund_kinds(), fund.kind).name}, fund.giver, fund.holder, fund.conditions, fund.ends_on ? fund.ends_on->iso() : std::string{},
                              action == actions.end() ? std::string{} : action->code.empty() ? action->title : action->code, pounds(line.planned), pounds(line.committed), pounds(line.spent), pounds(line.forecast), line.words});
    }
    return table;
}

std::vector<strategy::ProgressLine> lines_of_paper(db::Reader& reader, const strategy::Plan& plan, Date today)
{
    const auto lines = lines_of(reader, plan.id);
    const auto funds = funds_of(reader, plan.id);
    if (lines.empty() && funds.empty()) return {};
    const auto path = plan.href() + "/money";
    std::vector<strategy::ProgressLine> told{{in_words(sum_of(lines)), path}};
    for (const auto& flag : flags_of(funds, lines, strategy::actions().where(reader, "plan_id = $1", plan.id), today)) told.push_back({flag.words + ".", path});
    return told;
}

}  // namespace kith::money
