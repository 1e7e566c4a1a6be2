#include "assessment/statistics.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace kith::assessment {

namespace {

constexpr double z = 1.959963984540054;  // of the normal distribution, 2.5 percent above
constexpr double above = 0.025;          // on each side of an interval

/// Without long doubles, which cost four times as much and change nothing that is shown.
using Student = boost::math::students_t_distribution<double, boost::math::policies::policy<boost::math::policies::promote_double<false>>>;

double quantile_of_t(double degrees)
{
    return boost::math::quantile(boost::math::complement(Student{degrees}, above));
}

/// How often t is as far from nought as this, on either side.
double two_sided(double t, double degrees)
{
    return std::min(1.0, 2 * boost::math::cdf(boost::math::complement(Student{degrees}, std::abs(t))));
}

/// In steps, squared. In whole numbers until the last, so that it is nought exactly where all answers are equal.
double variance_of(const Sums& sums)
{
    const auto spread = static_cast<__int128>(sums.n) * sums.squares - static_cast<__int128>(sums.sum) * sums.sum;
    const auto n = static_cast<double>(sums.n), unit = static_cast<double>(step);
    return static_cast<double>(spread) / (n * (n - 1)) / (unit * unit);
}

/// Fisher's exact test of two groups who all gave one answer each, and not the same: of all ways in which so many of each answer could have
/// fallen to two groups of these sizes, this one, and where both are as large its mirror image.
double p_of_two_answers(std::int64_t one, std::int64_t other)
{
    const auto n = static_cast<double>(one), m = static_cast<double>(other);
    const double ways = std::lgamma(n + m + 1) - std::lgamma(n + 1) - std::lgamma(m + 1);
    return std::min(1.0, (one == other ? 2 : 1) * std::exp(-ways));
}

std::string_view side(double by) { return by < 0 ? "below" : "above"; }

/// " (0.2 to 1.0)" where all of it lies on the side of the difference, else " (0.3 below to 0.5 above)".
std::string interval_words(const Interval& interval, double by)
{
    const auto near = by < 0 ? interval.high : interval.low, far = by < 0 ? interval.low : interval.high;
    if (near * far > 0) return fmt::format(" ({:.1f} to {:.1f})", std::abs(near), std::abs(far));
    return fmt::format(" ({:.1f} {} to {:.1f} {})", std::abs(near), by < 0 ? "above" : "below", std::abs(far), side(by));
}

}  // namespace

Sums& Sums::operator+=(const Sums& more)
{
    n += more.n;
    sum += more.sum;
    squares += more.squares;
    return *this;
}

Interval Interval::within(double lowest, double highest) const
{
    return {.low = std::clamp(low, lowest, highest), .high = std::clamp(high, lowest, highest)};
}

std::optional<double> mean_of(const Sums& sums)
{
    if (sums.n < 1) return {};
    return static_cast<double>(sums.sum) / static_cast<double>(sums.n) / static_cast<double>(step);
}

std::optional<double> deviation_of(const Sums& sums)
{
    if (sums.n < 2) return {};
    return std::sqrt(variance_of(sums));
}

std::optional<Interval> interval_of_mean(const Sums& sums)
{
    if (sums.n < 2) return {};
    const double mean = *mean_of(sums), variance = variance_of(sums);
    if (variance == 0) return {};
    const auto n = static_cast<double>(sums.n);
    const double reach = quantile_of_t(n - 1) * std::sqrt(variance / n);
    return Interval{mean - reach, mean + reach};
}

Interval wilson(Part part)
{
    if (part.whole == 0) return {0, 1};
    const auto n = static_cast<double>(part.whole);
    const double p = part.share();
    const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double reach = z * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);
    return {part.part == 0 ? 0.0 : std::max(0.0, middle - reach), part.part == part.whole ? 1.0 : std::min(1.0, middle + reach)};
}

std::optional<Difference> welch(const Sums& one, const Sums& other)
{
    if (one.n < 2 || other.n < 2) return {};
    Difference difference{.by = *mean_of(one) - *mean_of(other)};
    const double first = variance_of(one) / static_cast<double>(one.n), second = variance_of(other) / static_cast<double>(other.n);
    const double both = first + second;
    if (both == 0) {
        const bool equal = static_cast<__int128>(one.sum) * other.n == static_cast<__int128>(other.sum) * one.n;
        difference.p = equal ? 1 : p_of_two_answers(one.n, other.n);
        return difference;
    }
    const double degrees = both * both / (first * first / static_cast<double>(one.n - 1) + second * second / static_cast<double>(other.n - 1));
    const double error = std::sqrt(both), reach = quantile_of_t(degrees) * error;
    difference.degrees = degrees;
    difference.interval = Interval{difference.by - reach, difference.by + reach};
    difference.p = two_sided(difference.by / error, degrees);
    return difference;
}

std::vector<double> holm(std::span<const double> p)
{
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t at) { return p[at]; });
    std::vector<double> adjusted(p.size());
    double least = 0;  // a larger p never comes to less than a smaller one
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        least = std::max(least, std::min(1.0, p[order[rank]] * static_cast<double>(p.size() - rank)));
        adjusted[order[rank]] = least;
    }
    return adjusted;
}

std::string in_words(const Named& one, std::string_view other, const Difference& difference, double adjusted_p, std::size_t looked_at)
{
    const auto tenths = std::lround(std::abs(difference.by) * 10);
    auto where = tenths == 0 ? fmt::format("level with {}", other) : fmt::format("{:.1f} {} {}", static_cast<double>(tenths) / 10, side(difference.by), other);
    if (difference.interval) where += interval_words(*difference.interval, difference.by);
    auto verdict = std::string{"no more than chance would bring"};
    if (adjusted_p < level) {
        verdict = tenths == 0 ? "less than 0.05 apart, and yet more than chance" : "more than chance";
        if (looked_at > 1) verdict += fmt::format(", allowing for the {} differences looked at", looked_at);
    }
    return fmt::format("{} {} {}; {}.", one.name, one.plural ? "stand" : "stands", where, verdict);
}

}  // namespace kith::assessment
