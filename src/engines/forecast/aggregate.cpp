#include "forecast/aggregate.hpp"

#include "forecast/quantile.hpp"

#include <cmath>
#include <numeric>

namespace kith::forecast {
namespace {

constexpr double normal80 = 1.2815515655, normal50 = 0.6744897502;  // quantiles of the normal distribution: 90 % and 75 %

/// An observed mean and an assumed one, each weighing as many observations as it rests on.
double pooled(double observed, double observations, double assumed, double assumed_observations) { return (observed * observations + assumed * assumed_observations) / (observations + assumed_observations); }

}  // namespace

Aggregate Aggregate::learnt(std::span<const Authority> authorities, int origin, double least, const Assumed& assumed)
{
    Aggregate model;
    model.assumed_ = assumed;
    model.origin_ = origin;
    const auto changes = model.take_changes(authorities, least);
    model.learn_nation();
    model.learn_chance(changes);
    model.learn_what_lasts(changes);
    model.learn_regions(authorities, changes);
    model.learn_own(authorities, changes);
    model.learn_flows(authorities);
    return model;
}

Aggregate::Changes Aggregate::take_changes(std::span<const Authority> authorities, double least)
{
    struct Pair {
        const Authority* authority;
        double before, after;
    };
    std::map<int, std::vector<Pair>> by_year;
    for (const auto& authority : authorities)
        for (const auto& now : authority.years)
            if (const auto* before = authority.in(now.year - 1); now.year <= origin_ && before != nullptr && before->in_post >= least && now.in_post >= least) by_year[now.year].push_back({&authority, before->in_post, now.in_post});
    Changes changes;
    for (const auto& [year, pairs] : by_year) {
        double before = 0, after = 0;
        for (const auto& pair : pairs) before += pair.before, after += pair.after;
        growth_[year] = std::log(after / before);
        for (const auto& pair : pairs) changes[pair.authority->code].push_back({std::log(pair.after / pair.before) - growth_[year], pair.before, year});
        changes_ += static_cast<int>(pairs.size());
    }
    return changes;
}

/// The nation's drift, drawn towards none as if one more year without growth had been seen. Source: the unit information prior (Kass and Wasserman 1995).
void Aggregate::learn_nation()
{
    const auto years = static_cast<double>(growth_.size());
    const auto sum = std::accumulate(growth_.begin(), growth_.end(), 0.0, [](double so_far, const auto& one) { return so_far + one.second; });
    double spread = 0;
    for (const auto& [year, growth] : growth_) spread += (growth - sum / years) * (growth - sum / years);
    constexpr double assumed_years = 4;
    shock_variance_ = (spread + assumed_.national_shock * assumed_.national_shock * assumed_years) / (std::max(years - 1, 0.0) + assumed_years);
    drift_ = sum / (years + 1);
    drift_variance_ = shock_variance_ / (years + 1);
}

/// The variance beside the nation by size, by least squares of squared changes on 1 / size, and how heavy its tails are.
void Aggregate::learn_chance(const Changes& changes)
{
    // What is assumed beside the nation: half of the variance everywhere, half by size, at the typical size.
    const auto assumed = assumed_.yearly_change * assumed_.yearly_change - assumed_.national_shock * assumed_.national_shock;
    double ones = 0, x = 0, xx = 0, y = 0, xy = 0;
    for (const auto& [code, own] : changes)
        for (const auto& change : own) {
            const auto inverse = 1 / change.size, squared = change.beside * change.beside;
            ones += 1, x += inverse, xx += inverse * inverse, y += squared, xy += inverse * squared;
        }
    const auto determinant = ones * xx - x * x;
    auto slope = determinant > 0 ? std::max((ones * xy - x * y) / determinant, 0.0) : 0.0;
    auto level = ones > 0 ? (y - slope * x) / ones : 0.0;
    if (level < 0) level = 0, slope = xx > 0 ? xy / xx : 0;
    everywhere_ = pooled(level, ones, assumed / 2, assumed_.observations);
    by_size_ = pooled(slope, ones, assumed / 2 * assumed_.typical_size, assumed_.observations);
    std::vector<double> standardised;
    for (const auto& [code, own] : changes)
        for (const auto& change : own) standardised.push_back(std::abs(change.beside) / std::sqrt(variance_of(change.size)));
    tail80_ = pooled(quantile_of(standardised, 0.8), ones, normal80, assumed_.observations);
    tail50_ = pooled(quantile_of(standardised, 0.5), ones, normal50, assumed_.observations);
}

/// How much of a change lasts: the covariance of an authority's changes in two years that follow each other.
void Aggregate::learn_what_lasts(const Changes& changes)
{
    double products = 0, pairs = 0, squares = 0, ones = 0;
    for (const auto& [code, own] : changes) {
        for (const auto& change : own) squares += change.beside * change.beside, ++ones;
        for (std::size_t at = 1; at < own.size(); ++at) products += own[at - 1].beside * own[at].beside, ++pairs;
    }
    const auto variance = pooled(ones > 0 ? squares / ones : 0, ones, assumed_.yearly_change * assumed_.yearly_change, assumed_.observations);
    const auto lasting = pooled(pairs > 0 ? products / pairs : 0, pairs, assumed_.lasting_share * variance, assumed_.observations);
    constexpr double most_lasting = 0.5;
    lasting_variance_ = std::clamp(lasting, 0.0, most_lasting * variance);
}

Aggregate::Drift Aggregate::region_of(const Authority& authority) const
{
    const auto found = regions_.find(authority.region);
    return found == regions_.end() ? Drift{} : found->second;
}

/// What lasts of a region: the covariance of its authorities' mean change in two years that follow each other, less what their own lasting changes make of it. It is taken from what lasts of authorities, of which it is a part.
void Aggregate::learn_regions(std::span<const Authority> authorities, const Changes& changes)
{
    struct Sum {
        double beside = 0, number = 0, weight = 0;
    };
    std::map<std::string, std::map<int, Sum>> regions;
    for (const auto& authority : authorities)
        if (const auto own = changes.find(authority.code); own != changes.end() && !authority.region.empty())
            for (const auto& change : own->second) {
                auto& sum = regions[authority.region][change.year];
                sum.beside += change.beside, ++sum.number, sum.weight += 1 / chance_of(change.size);
            }
    double products = 0, of_own = 0, pairs = 0;
    for (const auto& [region, years] : regions)
        for (const auto& [year, now] : years)
            if (const auto before = years.find(year - 1); before != years.end() && now.number > 1 && before->second.number > 1)
                products += now.beside / now.number * before->second.beside / before->second.number, of_own += 1 / std::max(now.number, before->second.number), ++pairs;
    if (pairs == 0) return;
    // products = regions' variance x pairs + (authorities' - regions') x of_own: solved for the regions'.
    const auto seen = pairs > of_own ? (products - lasting_variance_ * of_own) / (pairs - of_own) : 0;
    region_variance_ = std::clamp(pooled(seen, pairs, 0, assumed_.region_pairs), 0.0, lasting_variance_);
    lasting_variance_ -= region_variance_;
    for (const auto& [region, years] : regions) {
        double weight = 0, mean = 0;
        for (const auto& [year, sum] : years) {
            const auto own = 1 / (1 / sum.weight + lasting_variance_ / sum.number);  // precision of a year's mean
            weight += own, mean += own * sum.beside / sum.number;
        }
        const auto kept = region_variance_ * weight / (1 + region_variance_ * weight);
        regions_[region] = {kept * mean / weight, region_variance_ * (1 - kept)};
    }
}

void Aggregate::learn_own(std::span<const Authority> authorities, const Changes& changes)
{
    for (const auto& authority : authorities) {
        const auto found = changes.find(authority.code);
        if (found == changes.end()) continue;
        const auto region = region_of(authority).mean;
        double weight = 0, sum = 0;
        for (const auto& change : found->second) weight += 1 / chance_of(change.size), sum += (change.beside - region) / chance_of(change.size);
        const auto kept = lasting_variance_ * weight / (1 + lasting_variance_ * weight);
        lasting_[authority.code] = {weight > 0 ? kept * sum / weight : 0, lasting_variance_ * (1 - kept)};
    }
}

void Aggregate::learn_flows(std::span<const Authority> authorities)
{
    FlowSums sums;
    for (const auto& authority : authorities)
        for (const auto& now : authority.years)
            if (now.year <= origin_) sums.add(authority, now);
    national_ = sums.shares();
    has_flows_ = sums.any();
}

Flows Aggregate::flows_of(const Authority& authority) const
{
    FlowSums own;
    for (const auto& now : authority.years)
        if (now.year <= origin_) own.add(authority, now);
    return own.shares(national_, 2 * assumed_.typical_size);  // gamma and Poisson: the nation's rate weighs as two years of a typical authority
}

Band Aggregate::forecast(const Authority& authority, int years_ahead) const
{
    const auto in_post = authority.in(origin_)->in_post;
    const auto own = lasting_.find(authority.code);
    const auto [drift, left] = own == lasting_.end() ? Drift{0, lasting_variance_} : own->second;
    const auto region = regions_.contains(authority.region) ? region_of(authority) : Drift{0, region_variance_};
    // A damped trend: its sum over the years, and the same sum for what is not known of it.
    double reach = 0, step = 1;
    for (int year = 0; year < years_ahead; ++year, step *= assumed_.damping) reach += step;
    const auto years = static_cast<double>(years_ahead);
    const auto deviation = std::sqrt(years * (chance_of(in_post) + shock_variance_) + reach * reach * (left + region.left + drift_variance_));
    const auto middle = reach * (drift_ + region.mean + drift);
    const auto at = [&](double deviations) { return in_post * std::exp(middle + deviations * deviation); };
    return {.median = at(0), .low50 = at(-tail50_), .high50 = at(tail50_), .low80 = at(-tail80_), .high80 = at(tail80_)};
}

std::vector<YearAhead> Aggregate::path(const Authority& authority, int years) const
{
    const auto flows = flows_of(authority);
    auto before = authority.in(origin_)->in_post;
    std::vector<YearAhead> path;
    for (int ahead = 1; ahead <= years; ++ahead) {
        auto& year = path.emplace_back(YearAhead{.year = origin_ + ahead, .band = forecast(authority, ahead), .leavers = flows.leavers * before, .residual = flows.residual * before});
        year.starters = year.band.median - before + year.leavers - year.residual;
        before = year.band.median;
    }
    return path;
}

}  // namespace kith::forecast
