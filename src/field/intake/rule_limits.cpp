#include "intake/rule_limits.hpp"

#include <stdexcept>

namespace kith::intake {
namespace {
constexpr auto count = static_cast<std::size_t>(RuleLimit::count_of_limits);
constexpr std::array<std::string_view, count> names{
    "youngest_age", "working_age", "oldest_age", "longest_job", "longest_ahead", "agency_days", "longest_reference", "longest_name", "most_fte",
    "most_fte_together", "full_time_fte", "most_hours", "most_hours_together", "fte_and_hours_apart", "least_year_pay", "most_year_pay",
    "most_director_pay", "least_hour_pay", "most_hour_pay", "minimum_wage", "most_caseload", "supervision_days", "appraisal_days", "check_years", "registration_days",
    "longest_words", "oldest_qualification", "most_sick_days", "most_capacity", "most_declared", "sudden_change", "declared_apart", "same_value",
    "least_rows", "file_months", "future_starts", "most_findings", "new_and_gone", "new_but_held", "least_new_but_held", "full_week"};

const packs::Limits* pack_on(const packs::Packs& packs, Date today)
{
    const packs::Limits* chosen = nullptr;
    for (const auto& [id, limits] : packs.all_limits()) {
        if (!id.starts_with("rules-")) continue;
        bool holds = limits.dated() <= today;
        bool chosen_holds = chosen != nullptr && chosen->dated() <= today;
        bool better = chosen == nullptr || (holds ? !chosen_holds || chosen->dated() < limits.dated() : !chosen_holds && limits.dated() < chosen->dated());
        if (better) chosen = &limits;
    }
    return chosen;
}
}  // namespace

std::string_view name_of(RuleLimit limit) { return names[static_cast<std::size_t>(limit)]; }

std::optional<Missing> missing_named(std::string_view name)
{
    if (name == "never_skip") return Missing::never_skip;
    if (name == "skip_if_any") return Missing::skip_if_any;
    if (name == "skip_if_all") return Missing::skip_if_all;
    return std::nullopt;
}

RuleLimits::RuleLimits(const packs::Packs& packs, Date today) : pack_(pack_on(packs, today))
{
    if (pack_ == nullptr) throw std::out_of_range("no limits \"rules-...\" in the packs");
    for (std::size_t at = 0; at < count; ++at) values_[at] = pack_->value(names[at]);
}

std::string_view RuleLimits::choice(std::string_view name) const { return pack_->choice(name); }

std::string_view RuleLimits::title() const { return pack_->title(); }

}  // namespace kith::intake
