#pragma once
// The numbers that rules hold a file against, and what a year or a partnership sets otherwise for one rule: its effect, whether it is asked at
// all, and what it does where a value is missing. Read from the packs "rules-2025", "rules-2026" and so on, each of which inherits the one
// before. Values only; which rules there are stands in rule.hpp.
#include "base/date.hpp"
#include "packs/packs.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace kith::intake {

enum class RuleLimit : std::uint8_t {
    youngest_age, working_age, oldest_age, longest_job, longest_ahead, agency_days, longest_reference, longest_name, most_fte, most_fte_together,
    full_time_fte, most_hours, most_hours_together, fte_and_hours_apart, least_year_pay, most_year_pay, most_director_pay, least_hour_pay,
    most_hour_pay, minimum_wage, most_caseload, supervision_days, appraisal_days, check_years, registration_days, longest_words, oldest_qualification, most_sick_days,
    most_capacity, most_declared, sudden_change, declared_apart, same_value, least_rows, file_months, future_starts, most_findings, new_and_gone, new_but_held,
    least_new_but_held, full_week,
    count_of_limits
};

/// The limit's name in packs: "youngest_age".
std::string_view name_of(RuleLimit limit);

/// What a rule does where values that it reads are missing.
enum class Missing : std::uint8_t {
    never_skip,   ///< it is asked whatever is missing, and sees to it itself
    skip_if_any,  ///< it is not asked where any of them has no value
    skip_if_all,  ///< it is not asked where none of them has a value
};

/// "never_skip", "skip_if_any", "skip_if_all"; nothing for anything else.
std::optional<Missing> missing_named(std::string_view name);

class RuleLimits {
public:
    /// The limits of the year's pack that holds on `today`: the latest dated "rules-..." not after it, or the earliest of all.
    RuleLimits(const packs::Packs& packs, Date today);
    std::int64_t operator[](RuleLimit limit) const { return values_[static_cast<std::size_t>(limit)]; }
    int years(RuleLimit limit) const { return static_cast<int>((*this)[limit]); }
    int days(RuleLimit limit) const { return static_cast<int>((*this)[limit]); }
    /// What the pack chooses for `name` ("K-FTE-2", "K-FTE-2.missing"); empty where it chooses nothing.
    std::string_view choice(std::string_view name) const;
    /// "Rules of returns 2026", for the guide.
    std::string_view title() const;

private:
    const packs::Limits* pack_ = nullptr;
    std::array<std::int64_t, static_cast<std::size_t>(RuleLimit::count_of_limits)> values_{};
};

}  // namespace kith::intake
