#include "money/budget_file.hpp"

#include "base/text.hpp"
#include "files/csv_writer.hpp"
#include "returns/table_reading.hpp"

#include <algorithm>

namespace kith::money {
namespace {

const std::vector<returns::ColumnNames>& column_names()
{
    static const std::vector<returns::ColumnNames> all{{"plan", {"strategy"}}, {"heading", {"budget heading", "item", "budget line"}}, {"year", {"financial year"}}, {"source", {"fund", "funding", "funding source", "grant"}}, {"kind", {"fund kind"}},
                                                       {"giver", {"funder"}}, {"holder", {"held by"}}, {"conditions", {"grant conditions"}}, {"ends", {"end date", "grant ends"}}, {"action", {}}, {"amount", {"planned", "budget", "allocation"}},
                                                       {"committed", {}}, {"spent", {"spend", "actual", "expenditure"}}, {"forecast", {"projected", "outturn"}}, {"words", {"notes", "comments"}}};
    return all;
}

void read_fund(returns::TableReading& reading, BudgetFile& file)
{
    Fund fund{.name = reading.text("source"), .giver = reading.text("giver"), .holder = reading.text("holder"), .conditions = reading.text("conditions"), .ends_on = reading.day("ends", "M-BUD-3")};
    if (fund.name.empty() || std::ranges::any_of(file.funds, [&](const Fund& other) { return other.name == fund.name; })) return;
    if (const auto kind = lower_ascii(reading.text("kind")); !kind.empty()) {
        if (const auto named = choice_named(fund_kinds(), kind)) fund.kind = *named;
        else reading.error("kind", "M-BUD-4", "Enter grant, partner_money, in_kind or own");
    }
    for (const auto& problem : problems_of(fund, {})) reading.error(problem.field == "name" ? "source" : problem.field, "M-BUD-1", problem.message);
    if (!fund.ends_on) reading.note("ends", "M-BUD-6", "No day is given on which this money ends: nothing can be said of what it pays for after");
    if (reading.is_good()) file.funds.push_back(std::move(fund));
}

void read_row(returns::TableReading& reading, BudgetFile& file)
{
    if (file.plan.empty()) file.plan = reading.text("plan");
    else if (const auto other = reading.text("plan"); !other.empty() && other != file.plan) reading.error("plan", "M-BUD-9", "A file is of one plan, and its first row names another: hand this plan's rows in by themselves");
    BudgetRow row{.line = {.heading = reading.text("heading"), .planned = reading.pounds("amount", "M-BUD-5"), .committed = reading.pounds("committed", "M-BUD-5"), .spent = reading.pounds("spent", "M-BUD-5"), .forecast = reading.pounds("forecast", "M-BUD-5"), .words = reading.text("words")},
                  .fund = reading.text("source"), .action = reading.text("action"), .at = reading.line()};
    if (const auto year = year_in(reading.text("year"))) row.line.year = *year;
    else reading.error("year", "M-BUD-2", "Enter a financial year, such as 2026/27");
    for (const auto& problem : problems_of(row.line)) reading.error(problem.field, "M-BUD-1", problem.message);
    if (reading.is_good()) read_fund(reading, file);
    if (!reading.is_good()) return;
    const auto is_same = [&](const BudgetRow& other) { return other.line.heading == row.line.heading && other.line.year == row.line.year && other.fund == row.fund; };
    if (const auto other = std::ranges::find_if(file.lines, is_same); other != file.lines.end()) {
        reading.error("heading", "M-BUD-10", "This heading, year and source stand in line " + std::to_string(other->at) + " already. Give one of them another heading, or add them up");
        return;
    }
    if (row.line.planned && row.line.spent && *row.line.planned < *row.line.spent) reading.note("spent", "M-BUD-11", "More was spent than is planned: it comes in as it is, and its page says so");
    if (row.fund.empty()) reading.warn("source", "M-BUD-7", "Nobody is named who pays for it: it comes in as it is, and its page says so");
    if (!row.line.planned) reading.note("amount", "M-BUD-8", "No planned amount is given");
    file.lines.push_back(std::move(row));
}

}  // namespace

bool is_budget_file(const files::Table& table)
{
    const auto has = [&](std::size_t column) { return returns::place_of(table, column_names().at(column)).has_value(); };
    constexpr std::size_t heading = 1, year = 2;
    return has(heading) && has(year);
}

BudgetFile read_budget(const std::string& file_name, const files::Table& table)
{
    BudgetFile file;
    returns::TableReading reading{file_name, table, column_names()};
    returns::read_rows(reading, file, read_row);
    return file;
}

std::string budget_template()
{
    files::CsvWriter csv{{.byte_order_mark = true}};
    csv.row(std::vector<std::string>{"plan", "heading", "year", "source", "kind", "giver", "holder", "conditions", "ends", "action", "amount", "committed", "spent", "forecast", "words"});
    csv.row(std::vector<std::string>{"Name of the plan", "What the money is for", "2026/27", "Name of the grant", "grant", "Who gives it", "Who holds it", "What it may be used for", "31/03/2028", "T1.A1", "20,000", "", "", "", ""});
    return std::move(csv).text();
}

}  // namespace kith::money
