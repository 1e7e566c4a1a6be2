#pragma once
// The money of a plan: funds (grants, partners' parts in money and in kind, the council's own) and what each heading is to cost in a year, for which action. Values, sums
// and what does not add up. Pure.
#include "base/quantity.hpp"
#include "strategy/action.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kith::money {

using strategy::ActionId;
using strategy::PlanId;
using FundId = Id<struct FundTag>;
using BudgetLineId = Id<struct BudgetLineTag>;

enum class FundKind { grant, partner_money, in_kind, own };
const std::vector<NamedChoice<FundKind>>& fund_kinds();

struct Fund {
    FundId id{};
    PublicId public_id{};
    PlanId plan{};
    std::string code, name;
    FundKind kind = FundKind::grant;
    std::string giver, holder;      ///< who gives it, and which organisation holds it
    std::string conditions;
    std::optional<Date> starts_on, ends_on;
    std::optional<Pence> amount;    ///< in all its years; of help in kind what it would cost
    std::string words;
    bool operator==(const Fund&) const = default;
    std::string called() const { return code.empty() ? name : code + " " + name; }
};
std::vector<Problem> problems_of(const Fund& fund, const std::vector<Fund>& others);

/// A financial year by the year it begins in: 2009 is April 2009 to March 2010.
inline constexpr std::int64_t first_year = 1990, last_year = 2100;
std::string year_words(std::int64_t year);                  ///< "2009/10"
std::optional<std::int64_t> year_in(std::string_view text); ///< of "2009-10", "2009/10", "2009/2010" or "2009"; none for anything else
Date first_day_of(std::int64_t year);
Date last_day_of(std::int64_t year);
std::int64_t year_of(Date day);

struct BudgetLine {
    BudgetLineId id{};
    PublicId public_id{};
    PlanId plan{};
    std::string heading;
    std::int64_t year = 2026;
    std::optional<FundId> fund;
    std::optional<ActionId> action;
    std::optional<Pence> planned, committed, spent, forecast;  ///< of the year; forecast: what it will come to
    std::string words;
    bool operator==(const BudgetLine&) const = default;
};
std::vector<Problem> problems_of(const BudgetLine& line);

struct Sums {
    Pence planned, committed, spent, forecast;
    std::int64_t lines = 0, without_planned = 0;  ///< lines that say no planned amount
    bool operator==(const Sums&) const = default;
};
Sums sum_of(const std::vector<BudgetLine>& lines);
std::map<std::int64_t, Sums> by_year(const std::vector<BudgetLine>& lines);

/// What does not add up, each as a sentence.
struct MoneyFlag {
    std::string words;
    bool operator==(const MoneyFlag&) const = default;
};
/// Funds that end before what they pay for (the year of a line, or the day an action is due), funds whose lines come to more than they hold, lines that nobody pays for, spending or a forecast
/// above what was planned, funds that pay for nothing, actions whose cost and whose lines come to different sums, and what is still expected of a year that is over beyond what was spent.
std::vector<MoneyFlag> flags_of(const std::vector<Fund>& funds, const std::vector<BudgetLine>& lines, const std::vector<strategy::Action>& actions, Date today);

/// "£41,000 planned, £12,500 spent; forecast £40,200." Of all years.
std::string in_words(const Sums& sums);

}  // namespace kith::money
