#include "money/budget_kind.hpp"

#include "db/change_set.hpp"
#include "money/budget_file.hpp"
#include "money/budget_register.hpp"
#include "returns/table_kind.hpp"
#include "strategy/plan_register.hpp"

#include <algorithm>
#include <map>
#include <memory>

namespace kith::money {
namespace {

/// Ids of the plan's funds by name, held ones and those that are made while the file is taken.
using FundIds = std::map<std::string, FundId>;

std::optional<ActionId> action_called(const std::vector<strategy::Action>& actions, const std::string& name)
{
    for (const auto& action : actions)
        if (!name.empty() && (action.code == name || action.title == name)) return action.id;
    return std::nullopt;
}

/// The held line of the same heading, year and fund.
const BudgetLine* held_line(const std::vector<BudgetLine>& held, const BudgetRow& row, const FundIds& funds)
{
    const auto fund = funds.find(row.fund);
    const auto is_paid_by_it = [&](const BudgetLine& line) { return fund == funds.end() ? !line.fund.has_value() : line.fund.has_value() && *line.fund == fund->second; };
    const auto found = std::ranges::find_if(held, [&](const BudgetLine& line) { return line.heading == row.line.heading && line.year == row.line.year && is_paid_by_it(line); });
    return found == held.end() ? nullptr : &*found;
}

BudgetLine merged(const BudgetLine& held, const BudgetLine& said)
{
    auto line = held;
    for (const auto member : {&BudgetLine::planned, &BudgetLine::committed, &BudgetLine::spent, &BudgetLine::forecast})
        if (said.*member) line.*member = said.*member;
    if (!said.words.empty()) line.words = said.words;
    if (said.action) line.action = said.action;
    return line;
}

std::string how_it_differs(const BudgetLine& was, const BudgetLine& is)
{
    const auto pounds = [](const std::optional<Pence>& pence) { return pence ? pence->pounds() : std::string{}; };
    auto words = returns::what_differs({{"Planned", pounds(was.planned), pounds(is.planned)}, {"Committed", pounds(was.committed), pounds(is.committed)}, {"Spent", pounds(was.spent), pounds(is.spent)}, {"Expected", pounds(was.forecast), pounds(is.forecast)}, {"More about it", was.words, is.words}});
    if (was.action != is.action) words += words.empty() ? "For another action" : "; for another action";
    return words;
}

/// What a row says of a fund that is held, where it says something else: in the place of what was held.
Fund merged(const Fund& held, const Fund& said)
{
    auto fund = held;
    for (const auto member : {&Fund::giver, &Fund::holder, &Fund::conditions})
        if (!(said.*member).empty()) fund.*member = said.*member;
    if (said.ends_on) fund.ends_on = said.ends_on;
    return fund;
}

void take_held_fund(const Fund& held, const Fund& said, returns::TableTaking& taking)
{
    const auto fund = merged(held, said);
    if (fund == held) return;
    const auto day = [](const std::optional<Date>& on) { return on ? on->in_words() : std::string{}; };
    taking.change("Fund: " + fund.name, fund.giver + ";" + fund.holder + ";" + fund.conditions + ";" + day(fund.ends_on),
                  returns::what_differs({{"Who gives it", held.giver, fund.giver}, {"Who holds it", held.holder, fund.holder}, {"Conditions", held.conditions, fund.conditions}, {"Ends on", day(held.ends_on), day(fund.ends_on)}}),
                  [fund](db::ChangeSet& changes, Instant now) { funds().keep(changes, fund, now); });
}

void take_funds(const BudgetFile& file, strategy::PlanId plan, const std::vector<Fund>& held, const std::shared_ptr<FundIds>& ids, returns::TableTaking& taking)
{
    for (auto fund : file.funds) {
        if (const auto is = std::ranges::find(held, fund.name, &Fund::name); is != held.end()) {
            take_held_fund(*is, fund, taking);
            continue;
        }
        fund.plan = plan;
        taking.add("Fund: " + fund.name, fund.holder + fund.giver + fund.conditions, [fund, ids](db::ChangeSet& changes, Instant now) { (*ids)[fund.name] = funds().keep(changes, fund, now).id; });
    }
}

returns::TableTaking read(const returns::Handed& handed, const files::Table& table)
{
    const auto file = read_budget(handed.file.name, table);
    returns::TableTaking taking{.refusal = {}, .findings = file.findings, .rows = file.rows, .can_take = file.can_take, .into = {}, .added = {}, .changed = {}, .unchanged = 0, .writes = {}, .how = {}};
    const auto plan = strategy::plan_meant(handed.reader, file.plan);
    if (!plan) {
        taking.refusal = plan.error().message;
        return taking;
    }
    taking.into = plan->called();
    const auto ids = std::make_shared<FundIds>();
    const auto held_funds = funds_of(handed.reader, plan->id);
    for (const auto& fund : held_funds) ids->emplace(fund.name, fund.id);
    const auto held = lines_of(handed.reader, plan->id);
    const auto actions = strategy::actions().where(handed.reader, "plan_id = $1", plan->id);
    std::vector<std::pair<BudgetRow, const BudgetLine*>> lines;
    for (const auto& row : file.lines) lines.emplace_back(row, held_line(held, row, *ids));
    take_funds(file, plan->id, held_funds, ids, taking);
    for (auto& [row, before] : lines) {
        row.line.action = action_called(actions, row.action);
        if (!row.action.empty() && !row.line.action) taking.findings.push_back({handed.file.name, row.at, "action", "M-BUD-12", returns::Severity::warning, "The plan has no action \"" + row.action + "\": the line comes in for none. Write its code or its title as the plan has them"});
        auto line = before == nullptr ? row.line : merged(*before, row.line);
        line.plan = plan->id;
        if (before != nullptr && line == *before) {
            ++taking.unchanged;
            continue;
        }
        auto write = [line, fund = row.fund, ids](db::ChangeSet& changes, Instant now) {
            auto kept = line;
            if (const auto found = ids->find(fund); found != ids->end()) kept.fund = found->second;
            budget_lines().keep(changes, std::move(kept), now);
        };
        const auto called = line.heading + ", " + year_words(line.year);
        std::string says = row.fund + row.action + line.words;
        for (const auto member : {&BudgetLine::planned, &BudgetLine::committed, &BudgetLine::spent, &BudgetLine::forecast}) says += ";" + (line.*member ? (line.*member)->pounds() : std::string{});
        before == nullptr ? taking.add(called, std::move(says), std::move(write)) : taking.change(called, std::move(says), how_it_differs(*before, line), std::move(write));
    }
    return taking;
}

}  // namespace

returns::Kind budget_kind()
{
    return returns::kind_of({.id = "budget", .title = "Budget of a plan", .guidance = "What a plan costs and who pays: one row for each heading in a year, with the grant or partner that pays for it.", .format = "Kith budget", .is_one = is_budget_file, .read = read,
                             .csv_template = budget_template, .page_words = "Plans and strategies", .page_href = "/strategy"});
}

}  // namespace kith::money
