#include "forecast/backtest.hpp"

#include "forecast/draws.hpp"
#include "forecast/quantile.hpp"

#include <cmath>
#include <numeric>
#include <set>

namespace kith::forecast {
namespace {

constexpr double beyond = 0.2;  // of cases outside a band of 80 %

/// What one authority's forecast came to.
struct Outcome {
    std::size_t authority = 0;
    double model = 0, no_change = 0, score_model = 0, score_no_change = 0;
    bool is_within = false, is_within_no_change = false;
    std::optional<double> last_rates;
};

double interval_score(double low, double high, double came) { return (high - low + 2 / beyond * (std::max(low - came, 0.0) + std::max(came - high, 0.0))) / came * 100; }

double mean_of(const std::vector<double>& values) { return values.empty() ? 0 : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size()); }

/// Changes seen up to the origin over so many years, as logarithms.
std::vector<double> changes_seen(std::span<const Authority> authorities, int origin, int years, double least)
{
    std::vector<double> changes;
    for (const auto& authority : authorities)
        for (const auto& now : authority.years)
            if (const auto* before = authority.in(now.year - years); now.year <= origin && before != nullptr && before->in_post >= least && now.in_post > 0) changes.push_back(std::log(now.in_post / before->in_post));
    return changes;
}

/// The empirical band around "no change", as logarithms.
std::pair<double, double> band_around_no_change(std::span<const Authority> authorities, int origin, int years_ahead, double least)
{
    const auto spread = std::sqrt(static_cast<double>(years_ahead));
    if (const auto seen = changes_seen(authorities, origin, years_ahead, least); !seen.empty()) return {quantile_of(seen, beyond / 2), quantile_of(seen, 1 - beyond / 2)};
    if (const auto seen = changes_seen(authorities, origin, 1, least); !seen.empty()) return {spread * quantile_of(seen, beyond / 2), spread * quantile_of(seen, 1 - beyond / 2)};
    constexpr double normal = 1.2815515655;
    const auto half = normal * Assumed{}.yearly_change * spread;
    return {-half, half};
}

std::optional<double> by_last_rates(const Authority& authority, int origin, int years_ahead)
{
    const auto* now = authority.in(origin);
    const auto* before = authority.in(origin - 1);
    if (!now->starters || !now->leavers) return std::nullopt;
    const auto base = before != nullptr && before->in_post > 0 ? before->in_post : now->in_post;
    return now->in_post * std::pow(std::max(1 + (*now->starters - *now->leavers) / base, 0.0), years_ahead);
}

std::vector<Outcome> outcomes_of(std::span<const Authority> authorities, const Aggregate& model, int years_ahead, double least)
{
    const auto origin = model.origin();
    const auto [low, high] = band_around_no_change(authorities, origin, years_ahead, least);
    std::vector<Outcome> all;
    for (std::size_t at = 0; at < authorities.size(); ++at) {
        const auto *now = authorities[at].in(origin), *then = authorities[at].in(origin + years_ahead);
        if (now == nullptr || then == nullptr || now->in_post < least || then->in_post <= 0) continue;
        const auto band = model.forecast(authorities[at], years_ahead);
        const auto came = then->in_post;
        const auto error = [&](double said) { return std::abs(said - came) / came * 100; };
        const auto low_same = now->in_post * std::exp(low), high_same = now->in_post * std::exp(high);
        auto& one = all.emplace_back(Outcome{.authority = at, .model = error(band.median), .no_change = error(now->in_post), .score_model = interval_score(band.low80, band.high80, came), .score_no_change = interval_score(low_same, high_same, came),
                                             .is_within = band.low80 <= came && came <= band.high80, .is_within_no_change = low_same <= came && came <= high_same});
        if (const auto said = by_last_rates(authorities[at], origin, years_ahead)) one.last_rates = error(*said);
    }
    return all;
}

Scores scores_of(const std::vector<Outcome>& outcomes)
{
    Scores scores{.n = static_cast<int>(outcomes.size())};
    std::vector<double> model, no_change, last_rates, within, within_same, score_model, score_same;
    for (const auto& one : outcomes) {
        model.push_back(one.model), no_change.push_back(one.no_change);
        within.push_back(one.is_within ? 1 : 0), within_same.push_back(one.is_within_no_change ? 1 : 0);
        score_model.push_back(one.score_model), score_same.push_back(one.score_no_change);
        if (one.last_rates) last_rates.push_back(*one.last_rates);
    }
    scores.mae_model = mean_of(model), scores.mae_no_change = mean_of(no_change), scores.mae_last_rates = mean_of(last_rates);
    scores.median_model = quantile_of(model, 0.5), scores.median_no_change = quantile_of(no_change, 0.5), scores.median_last_rates = quantile_of(last_rates, 0.5);
    scores.coverage80 = mean_of(within), scores.coverage80_no_change = mean_of(within_same);
    scores.interval_score_model = mean_of(score_model), scores.interval_score_no_change = mean_of(score_same);
    return scores;
}

/// Resamples authorities, each with all its origins: what happens to one in two years is not two independent facts. Source: the cluster bootstrap (Davison and Hinkley 1997).
Difference resampled(const std::vector<Outcome>& outcomes, const BacktestPlan& plan, std::uint32_t purpose, double (*difference)(const Outcome&))
{
    std::map<std::size_t, std::pair<double, double>> by_authority;  // sum and number
    double sum = 0;
    for (const auto& one : outcomes) {
        auto& [all, number] = by_authority[one.authority];
        all += difference(one), ++number;
        sum += difference(one);
    }
    if (by_authority.empty()) return {};
    std::vector<std::pair<double, double>> authorities;
    for (const auto& [authority, own] : by_authority) authorities.push_back(own);
    std::vector<double> means;
    for (int resample = 0; resample < plan.resamples; ++resample) {
        Draws draws{plan.seed, static_cast<std::uint32_t>(resample), 0, purpose};
        double all = 0, number = 0;
        for (std::size_t at = 0; at < authorities.size(); ++at) {
            const auto& [own, times] = authorities[static_cast<std::size_t>(draws.uniform() * static_cast<double>(authorities.size()))];
            all += own, number += times;
        }
        means.push_back(all / number);
    }
    constexpr double tail = 0.025;
    return {sum / static_cast<double>(outcomes.size()), quantile_of(means, tail), quantile_of(means, 1 - tail)};
}

double shock_of(std::span<const Authority> authorities, int origin, int years_ahead, double least)
{
    double before = 0, after = 0;
    for (const auto& authority : authorities) {
        const auto *now = authority.in(origin), *then = authority.in(origin + years_ahead);
        if (now == nullptr || then == nullptr || now->in_post < least) continue;
        before += now->in_post, after += then->in_post;
    }
    return before > 0 ? (after / before - 1) * 100 : 0;
}

double residual_of(std::span<const Authority> authorities, int year)
{
    FlowSums sums;
    for (const auto& authority : authorities)
        if (const auto* now = authority.in(year)) sums.add(authority, *now);
    return sums.shares().residual * 100;
}

}  // namespace

Backtest backtest(std::span<const Authority> authorities, const BacktestPlan& plan)
{
    std::set<int> years;
    for (const auto& authority : authorities)
        for (const auto& one : authority.years) years.insert(one.year);
    Backtest result;
    if (years.empty()) return result;
    const auto first = plan.from == 0 ? *years.begin() : plan.from, last = plan.to == 0 ? *years.rbegin() : plan.to;
    std::map<int, std::vector<Outcome>> by_horizon;
    std::set<std::size_t> used;
    for (auto origin = first; origin < last; ++origin) {
        const auto model = Aggregate::learnt(authorities, origin, plan.least);
        for (int ahead = 1; ahead <= plan.most_years_ahead && origin + ahead <= last; ++ahead) {
            const auto outcomes = outcomes_of(authorities, model, ahead, plan.least);
            if (outcomes.empty()) continue;
            for (const auto& one : outcomes) used.insert(one.authority);
            result.origins.push_back({.origin = origin, .horizon = ahead, .scores = scores_of(outcomes), .shock = shock_of(authorities, origin, ahead, plan.least), .residual = residual_of(authorities, origin)});
            auto& pooled = by_horizon[ahead];
            pooled.insert(pooled.end(), outcomes.begin(), outcomes.end());
        }
    }
    for (const auto& [ahead, outcomes] : by_horizon)
        result.pooled.push_back({.horizon = ahead, .scores = scores_of(outcomes), .error = resampled(outcomes, plan, 1, [](const Outcome& one) { return one.model - one.no_change; }),
                                 .interval_score = resampled(outcomes, plan, 2, [](const Outcome& one) { return one.score_model - one.score_no_change; })});
    result.authorities = static_cast<int>(used.size());
    const auto few = std::ranges::count_if(authorities, [&](const Authority& one) { return !one.years.empty() && std::ranges::all_of(one.years, [&](const Yearly& year) { return year.in_post < plan.least; }); });
    const auto short_lived = static_cast<std::ptrdiff_t>(authorities.size()) - static_cast<std::ptrdiff_t>(used.size()) - few;
    if (few > 0) result.left_out.push_back(std::to_string(few) + " never had so many in post");
    if (short_lived > 0) result.left_out.push_back(std::to_string(short_lived) + " have no two years that a forecast could be held against");
    return result;
}

}  // namespace kith::forecast
