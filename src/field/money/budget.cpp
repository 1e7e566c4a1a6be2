#include "money/budget.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace kith::money {
namespace {

constexpr int first_month = 4, last_month = 3, first_day = 1, last_day = 31;  // the financial year of councils

Pence amount(const std::optional<Pence>& pence) { return pence.value_or(Pence{}); }

/// What a line will come to: its forecast, else what is planned, and never less than what is spent and committed.
Pence expected(const BudgetLine& line) { return line.forecast ? *line.forecast : std::max(amount(line.planned), amount(line.spent) + amount(line.committed)); }

std::string of_year(const BudgetLine& line) { return line.heading + ", " + year_words(line.year); }

void check_fund(const Fund& fund, const std::vector<BudgetLine>& lines, const std::vector<strategy::Action>& actions, std::vector<MoneyFlag>& flags)
{
    Pence needed;
    bool pays = false;
    for (const auto& line : lines) {
        if (line.fund != fund.id) continue;
        pays = true;
        needed = needed + expected(line);
        if (!fund.ends_on) continue;
        if (*fund.ends_on < first_day_of(line.year)) flags.push_back({fund.called() + " ends on " + fund.ends_on->in_words() + ", before the year that it is to pay for: " + of_year(line)});
        const auto action = line.action ? std::ranges::find(actions, *line.action, &strategy::Action::id) : actions.end();
        if (action != actions.end() && action->due_on && !action->done_on && *fund.ends_on < *action->due_on)
            flags.push_back({fund.called() + " ends on " + fund.ends_on->in_words() + ", before \"" + action->called() + "\" is due on " + action->due_on->in_words()});
    }
    if (fund.amount && *fund.amount < needed) flags.push_back({fund.called() + " holds " + fund.amount->pounds() + ", and what it is to pay for comes to " + needed.pounds()});
    if (!pays) flags.push_back({fund.called() + " pays for nothing that is written down"});
}

}  // namespace

const std::vector<NamedChoice<FundKind>>& fund_kinds()
{
    static const std::vector<NamedChoice<FundKind>> all{{FundKind::grant, "grant", "Grant"}, {FundKind::partner_money, "partner_money", "Partner's money"}, {FundKind::in_kind, "in_kind", "Partner's help in kind"}, {FundKind::own, "own", "The council's own"}};
    return all;
}

std::vector<Problem> problems_of(const Fund& fund, const std::vector<Fund>& others)
{
    std::vector<Problem> problems;
    check_words(problems, "code", "The code", fund.code, longest_line, false);
    check_words(problems, "name", "The name", fund.name, longest_line, true);
    check_words(problems, "giver", "Who gives it", fund.giver, longest_line, false);
    check_words(problems, "holder", "Who holds it", fund.holder, longest_line, false);
    check_words(problems, "conditions", "The conditions", fund.conditions, longest_words, false);
    check_words(problems, "words", "The words", fund.words, longest_words, false);
    if (fund.starts_on && fund.ends_on && *fund.ends_on < *fund.starts_on) problems.push_back({.field = "ends_on", .message = "The day it ends must not be before it begins"});
    const auto taken = [&](const Fund& other) { return other.id != fund.id && !fund.code.empty() && other.code == fund.code; };
    if (std::ranges::any_of(others, taken)) problems.push_back({.field = "code", .message = "Another fund has this code: give it one of its own"});
    return problems;
}

std::string year_words(std::int64_t year) { return fmt::format("{}/{:02}", year, (year + 1) % 100); }

std::optional<std::int64_t> year_in(std::string_view text)
{
    const auto parts = split(trimmed(text), text.find('-') != text.npos ? '-' : '/');
    std::int64_t year = 0, next = 0;
    const auto whole = [](std::string_view digits, std::int64_t& into) {
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), into);
        return error == std::errc{} && end == digits.data() + digits.size();
    };
    constexpr std::size_t long_year = 4, short_year = 2;
    if (parts.empty() || parts.size() > 2 || parts[0].size() != long_year || !whole(parts[0], year) || year < first_year || year > last_year) return std::nullopt;
    if (parts.size() == 1) return year;
    if (!whole(parts[1], next)) return std::nullopt;
    const bool follows = parts[1].size() == long_year ? next == year + 1 : parts[1].size() == short_year && next == (year + 1) % 100;
    return follows ? std::optional{year} : std::nullopt;
}

Date first_day_of(std::int64_t year) { return Date::of(static_cast<int>(year), first_month, first_day).value_or(Date{}); }
Date last_day_of(std::int64_t year) { return Date::of(static_cast<int>(year) + 1, last_month, last_day).value_or(Date{}); }
std::int64_t year_of(Date day) { return day.month() < first_month ? day.year() - 1 : day.year(); }

std::vector<Problem> problems_of(const BudgetLine& line)
{
    std::vector<Problem> problems;
    check_words(problems, "heading", "The heading", line.heading, longest_line, true);
    check_words(problems, "words", "The words", line.words, longest_words, false);
    if (line.year < first_year || line.year > last_year) problems.push_back({.field = "year", .message = "Enter a financial year, such as 2026/27"});
    return problems;
}

Sums sum_of(const std::vector<BudgetLine>& lines)
{
    Sums sums;
    for (const auto& line : lines) {
        sums.planned = sums.planned + amount(line.planned);
        sums.committed = sums.committed + amount(line.committed);
        sums.spent = sums.spent + amount(line.spent);
        sums.forecast = sums.forecast + expected(line);
        ++sums.lines;
        sums.without_planned += line.planned ? 0 : 1;
    }
    return sums;
}

std::map<std::int64_t, Sums> by_year(const std::vector<BudgetLine>& lines)
{
    std::map<std::int64_t, std::vector<BudgetLine>> years;
    for (const auto& line : lines) years[line.year].push_back(line);
    std::map<std::int64_t, Sums> sums;
    for (const auto& [year, of_it] : years) sums.emplace(year, sum_of(of_it));
    return sums;
}

std::vector<MoneyFlag> flags_of(const std::vector<Fund>& funds, const std::vector<BudgetLine>& lines, const std::vector<strategy::Action>& actions, Date today)
{
    std::vector<MoneyFlag> found, flags;
    for (const auto& fund : funds) check_fund(fund, lines, actions, found);
    for (auto& flag : found)  // two lines of one fund may say the same of one action
        if (std::ranges::find(flags, flag) == flags.end()) flags.push_back(std::move(flag));
    for (const auto& line : lines) {
        if (!line.fund) flags.push_back({"Nobody pays for " + of_year(line) + " yet"});
        if (line.planned && line.spent && *line.planned < *line.spent) flags.push_back({of_year(line) + " has cost " + line.spent->pounds() + ", more than the " + line.planned->pounds() + " planned"});
        else if (last_day_of(line.year) < today && line.spent && *line.spent < expected(line)) flags.push_back({of_year(line) + ": the year is over, " + line.spent->pounds() + " was spent and " + expected(line).pounds() + " is still expected"});
        else if (line.planned && line.forecast && *line.planned < *line.forecast) flags.push_back({of_year(line) + " is expected to cost " + line.forecast->pounds() + ", more than the " + line.planned->pounds() + " planned"});
    }
    for (const auto& action : actions) {
        Pence planned;
        bool any = false;
        for (const auto& line : lines)
            if (line.action == action.id) planned = planned + amount(line.planned), any = true;
        if (action.cost && any && planned != *action.cost) flags.push_back({"\"" + action.called() + "\" is to cost " + action.cost->pounds() + ", and the lines for it plan " + planned.pounds()});
    }
    return flags;
}

std::string in_words(const Sums& sums)
{
    if (sums.lines == 0) return "No money is written down yet.";
    auto words = sums.planned.pounds() + " planned, " + sums.spent.pounds() + " spent; expected to come to " + sums.forecast.pounds() + ".";
    if (sums.without_planned > 0) words += " " + counted(sums.without_planned, "line does not say", "lines do not say") + " what is planned.";
    return words;
}

}  // namespace kith::money
