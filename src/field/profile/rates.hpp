#pragma once
// Turnover, vacancy, agency use, caseload and absence by the formulas of the Department for Education's statistics "Children's social work
// workforce". Defined for children and family social workers of local authorities; used for anyone else, the page says so. Pure: exact
// integers in, tenths out.
#include "base/quantity.hpp"
#include "figures/figure.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

namespace kith::profile {

/// A rate as published, in whole tenths: 154 is "15.4". Percent, but for caseload, which is cases for each full-time equivalent.
struct Rate {
    std::int64_t tenths = 0;
    std::string text() const;  ///< "15.4", "13.0"
    constexpr auto operator<=>(const Rate&) const = default;
};

enum class RateKind : std::uint8_t { turnover, vacancy, agency, caseload, absence, agency_cover, vacancy_cover };

/// Name, formula, population and source, for the page that shows the rate.
const figures::Measure& measure_of(RateKind kind);

/// Working days of a year in the absence rate: of every published year but that to September 2020, which had a day more.
inline constexpr std::int64_t usual_working_days = 253;

// Each rate is rounded half up to one decimal, as published. Nothing, and not nought, where what divides is nought: the published file has
// the marker "z" (not applicable) there. Counts and full-time equivalents are never mixed within one rate.

/// Leavers in the year to the day / in post on the day.
std::optional<Rate> turnover(Fte leavers, Fte in_post);
std::optional<Rate> turnover(std::int64_t leavers, std::int64_t in_post);
/// Vacancies / (vacancies + in post): agency workers who cover a vacancy do not fill it.
std::optional<Rate> vacancy_rate(Fte vacancies, Fte in_post);
/// Agency workers / (agency workers + in post); those in post are employed by the authority, so no one is in both.
std::optional<Rate> agency_rate(Fte agency, Fte in_post);
std::optional<Rate> agency_rate(std::int64_t agency, std::int64_t in_post);
/// Cases held / full-time equivalents who hold cases, agency workers among them.
std::optional<Rate> caseload(std::int64_t cases, Fte case_holders);
/// Days lost to sickness in the year / (in post x working days); `days_lost` in thousandths of a day, as full-time equivalents are.
std::optional<Rate> absence_rate(Fte days_lost, Fte in_post, std::int64_t working_days = usual_working_days);
/// Agency workers who cover vacancies / agency workers.
std::optional<Rate> agency_cover_rate(Fte covering, Fte agency);
/// Agency workers who cover vacancies / vacancies.
std::optional<Rate> vacancy_cover_rate(Fte covering, Fte vacancies);

/// A published amount in thousandths, and half the unit to which it was rounded: 32502.0 is {32502000, 50}, a count of 12 is {12000, 0}.
struct Rounded {
    std::int64_t thousandths = 0;
    std::int64_t half_unit = 0;
};

/// What a rate is worked out from: what is divided, and what it is divided by or, with itself, by.
struct RateParts {
    RateKind kind = RateKind::turnover;
    Rounded above;
    Rounded below;
    std::int64_t working_days = usual_working_days;  ///< for absence only
};

/// The rate that the amounts give as they stand.
std::optional<Rate> rate_of(const RateParts& parts);
/// Whether some amounts that round to these give a rate that rounds to `published`. Exact: the formula rises with what is divided and falls
/// with what divides, so the least and the most that it can be come from the ends of the two ranges.
bool could_be(const RateParts& parts, Rate published);

}  // namespace kith::profile
