#include "profile/rates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kith::profile {
namespace {

using figures::Measure;

constexpr std::string_view workers =
    "Children and family social workers employed by local authorities in England, in post on 30 September; agency workers are not among them";
constexpr std::string_view agency_workers =
    "Children and family social workers in local authorities in England on 30 September: those in post, and agency workers beside them";
constexpr std::string_view source = "Children's social work workforce, official statistics of the Department for Education, methodology";

constexpr std::array<Measure, 7> measures{
    Measure{.id = "profile.turnover", .name = "Turnover rate",
            .formula = "Leavers in the year to the day, divided by those in post on the day; by full-time equivalent or by headcount", .population = workers, .source = source},
    Measure{.id = "profile.vacancy_rate", .name = "Vacancy rate",
            .formula = "Vacancies, divided by vacancies and those in post together; by full-time equivalent. A vacancy that agency workers cover is still vacant",
            .population = workers, .source = source},
    Measure{.id = "profile.agency_rate", .name = "Agency worker rate",
            .formula = "Agency workers, divided by agency workers and those in post together; by full-time equivalent or by headcount", .population = agency_workers, .source = source},
    Measure{.id = "profile.caseload", .name = "Average caseload",
            .formula = "Cases held, divided by the full-time equivalent of those who hold cases, agency workers among them",
            .population = "Children and family social workers in local authorities in England who hold one case or more on 30 September, agency workers among them", .source = source},
    Measure{.id = "profile.absence_rate", .name = "Sickness absence rate",
            .formula = "Days lost to sickness in the year, divided by those in post times the working days of the year (253); by full-time equivalent", .population = workers, .source = source},
    Measure{.id = "profile.agency_cover_rate", .name = "Agency workers who cover vacancies",
            .formula = "Agency workers who cover vacancies, divided by all agency workers; by full-time equivalent", .population = agency_workers, .source = source},
    Measure{.id = "profile.vacancy_cover_rate", .name = "Vacancies that agency workers cover",
            .formula = "Agency workers who cover vacancies, divided by vacancies; by full-time equivalent", .population = agency_workers, .source = source},
};

/// A rate in tenths as a fraction of whole numbers.
struct Fraction {
    std::int64_t above = 0;
    std::int64_t below = 0;
};

Fraction fraction(const RateParts& parts, std::int64_t above, std::int64_t below)
{
    switch (parts.kind) {
    case RateKind::vacancy:
    case RateKind::agency: return {1000 * above, above + below};
    case RateKind::caseload: return {10 * above, below};
    case RateKind::absence: return {1000 * above, below * parts.working_days};
    case RateKind::turnover:
    case RateKind::agency_cover:
    case RateKind::vacancy_cover: break;
    }
    return {1000 * above, below};
}

std::int64_t least(Rounded amount) { return std::max<std::int64_t>(0, amount.thousandths - amount.half_unit); }
std::int64_t most(Rounded amount) { return amount.thousandths + amount.half_unit; }

std::optional<Rate> of_amounts(RateKind kind, std::int64_t above, std::int64_t below, std::int64_t working_days = usual_working_days)
{
    return rate_of({.kind = kind, .above = {above, 0}, .below = {below, 0}, .working_days = working_days});
}

}  // namespace

std::string Rate::text() const
{
    return fmt::format("{}.{}", tenths / 10, tenths % 10);
}

const figures::Measure& measure_of(RateKind kind)
{
    return measures[static_cast<std::size_t>(kind)];
}

std::optional<Rate> rate_of(const RateParts& parts)
{
    const auto [above, below] = fraction(parts, parts.above.thousandths, parts.below.thousandths);
    if (below == 0) return std::nullopt;
    return Rate{(2 * above + below) / (2 * below)};
}

bool could_be(const RateParts& parts, Rate published)
{
    const auto lowest = fraction(parts, least(parts.above), most(parts.below));
    const auto highest = fraction(parts, most(parts.above), least(parts.below));
    if (lowest.below == 0) return false;
    const bool low_enough = 2 * lowest.above <= (2 * published.tenths + 1) * lowest.below;
    return low_enough && 2 * highest.above >= (2 * published.tenths - 1) * highest.below;
}

std::optional<Rate> turnover(Fte leavers, Fte in_post) { return of_amounts(RateKind::turnover, leavers.thousandths(), in_post.thousandths()); }
std::optional<Rate> turnover(std::int64_t leavers, std::int64_t in_post) { return of_amounts(RateKind::turnover, leavers, in_post); }
std::optional<Rate> vacancy_rate(Fte vacancies, Fte in_post) { return of_amounts(RateKind::vacancy, vacancies.thousandths(), in_post.thousandths()); }
std::optional<Rate> agency_rate(Fte agency, Fte in_post) { return of_amounts(RateKind::agency, agency.thousandths(), in_post.thousandths()); }
std::optional<Rate> agency_rate(std::int64_t agency, std::int64_t in_post) { return of_amounts(RateKind::agency, agency, in_post); }
std::optional<Rate> caseload(std::int64_t cases, Fte case_holders) { return of_amounts(RateKind::caseload, 1000 * cases, case_holders.thousandths()); }
std::optional<Rate> agency_cover_rate(Fte covering, Fte agency) { return of_amounts(RateKind::agency_cover, covering.thousandths(), agency.thousandths()); }
std::optional<Rate> vacancy_cover_rate(Fte covering, Fte vacancies) { return of_amounts(RateKind::vacancy_cover, covering.thousandths(), vacancies.thousandths()); }

std::optional<Rate> absence_rate(Fte days_lost, Fte in_post, std::int64_t working_days)
{
    return of_amounts(RateKind::absence, days_lost.thousandths(), in_post.thousandths(), working_days);
}

}  // namespace kith::profile
