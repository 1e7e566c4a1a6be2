#include "forecast/run_rates.hpp"

#include <algorithm>
#include <cmath>

namespace kith::forecast {

Prepared::Prepared(const Plan& of) : plan(of), others(of.groups.size()), engagements(of.groups.size()), from_outside(of.groups.size(), 1)
{
    for (const auto& keep : plan.keeps) phase_edges.push_back(static_cast<float>(keep.from));
    std::ranges::sort(phase_edges);
    phase_edges.erase(std::ranges::unique(phase_edges).begin(), phase_edges.end());
    for (const auto& worker : plan.workers) {
        const auto& group = plan.groups[worker.group];
        const auto age = age_band(worker.age);
        others[worker.group][0] += group.by_service[service_band(worker.service)] * group.by_age[age] * group.by_terms[static_cast<std::size_t>(worker.terms)];
        others[worker.group][1] += group.retire[age];
        ++engagements[worker.group];
    }
    for (std::size_t group = 0; group < others.size(); ++group)
        if (engagements[group] == 0) others[group] = {1, 0};
        else for (auto& sum : others[group]) sum /= engagements[group];
    std::vector<double> free(plan.groups.size()), moved_in(plan.groups.size());
    for (std::size_t group = 0; group < plan.groups.size(); ++group) {
        free[group] += engagements[group] * (plan.groups[group].leave.mean() * others[group][0] + others[group][1]);
        for (const auto& move : plan.groups[group].moves) {
            const auto moving = engagements[group] * move.rate.mean();
            free[group] += moving, moved_in[move.to] += moving;
        }
    }
    for (std::size_t group = 0; group < plan.groups.size(); ++group)
        if (free[group] > 0) from_outside[group] = std::max(1 - moved_in[group] / free[group], 0.0);
    members.resize(plan.conversions.size());
    for (std::size_t at = 0; at < plan.conversions.size(); ++at)
        for (std::uint32_t worker = 0; worker < plan.workers.size(); ++worker)
            if (plan.workers[worker].group == plan.conversions[at].from) members[at].push_back(worker);
}

RunRates::RunRates(const Prepared& prepared, std::uint32_t run) : edges_(prepared.phase_edges), phases_(prepared.phases()), years_(prepared.years())
{
    const auto& plan = prepared.plan;
    leaving_.resize(plan.groups.size() * phases_);
    std::vector<double> leave;
    for (std::size_t at = 0; at < plan.groups.size(); ++at) {
        const auto& group = plan.groups[at];
        Draws draws{plan.seed, run, at, for_rates};
        const auto drawn = [&](const Rate& rate) { return rate.usual_years + rate.years > 0 ? gamma_of(draws, rate.shape(), rate.usual_years + rate.years) : rate.usual; };
        draw_leaving(prepared, at, leave.emplace_back(drawn(group.leave)));
        double rest = 0;
        auto& moving = moving_.emplace_back();
        for (const auto& move : group.moves) rest += moving.emplace_back(drawn(move.rate));
        rest += changing_hours_.emplace_back(drawn(group.change_hours));
        auto& by_age = rest_.emplace_back();
        for (std::size_t age = 0; age < age_bands; ++age) by_age[age] = static_cast<float>(group.retire[age] + rest);
        by_terms_.push_back(group.by_terms);
    }
    if (std::ranges::any_of(plan.groups, [](const Group& group) { return group.posts_vary > 0; })) draw_posts(prepared, run, leave);
}

void RunRates::draw_leaving(const Prepared& prepared, std::size_t group, double leave)
{
    const auto& of = prepared.plan.groups[group];
    for (std::size_t phase = 0; phase < phases_; ++phase) {
        auto times = leave;
        for (const auto& keep : prepared.plan.keeps)
            if (keep.group == group && phase > 0 && static_cast<float>(keep.from) <= edges_[phase - 1]) times *= keep.times;
        for (std::size_t service = 0; service < service_bands; ++service)
            for (std::size_t age = 0; age < age_bands; ++age) leaving_[group * phases_ + phase][service][age] = static_cast<float>(times * of.by_service[service] * of.by_age[age]);
    }
}

/// The number of posts goes up and down from year to year, partly together, and stays what it is in the middle. It goes down by posts that fall free and are not filled again, as far as so many do; it goes up by new ones.
void RunRates::draw_posts(const Prepared& prepared, std::uint32_t run, std::span<const double> leave)
{
    const auto& plan = prepared.plan;
    posts_.resize(plan.groups.size() * years_);
    Draws all{plan.seed, run, 0, for_posts_together};
    std::vector<double> together;
    for (std::size_t year = 0; year < years_; ++year) together.push_back(all.normal());
    for (std::size_t group = 0; group < plan.groups.size(); ++group) {
        Draws own{plan.seed, run, group, for_posts};
        const auto falls_free = leave[group] * prepared.others[group][0] + prepared.others[group][1];
        auto posts = static_cast<double>(prepared.engagements[group]);
        for (std::size_t year = 0; year < years_; ++year) {
            const auto change = std::expm1(plan.groups[group].posts_vary * (std::sqrt(plan.vary_together) * together[year] + std::sqrt(1 - plan.vary_together) * own.normal()));
            auto& told = posts_[group * years_ + year];
            if (change < 0) told.kept = falls_free > 0 ? std::max(1 + change / falls_free, 0.0) : 1;
            else told.made = posts * change;
            posts *= 1 + change;
        }
    }
}

double gamma_of(Draws& draws, double shape, double per)
{
    if (shape <= 0) return 0;
    if (shape < 1) return gamma_of(draws, shape + 1, per) * std::pow(draws.uniform(), 1 / shape);
    const auto d = shape - 1.0 / 3, c = 1 / std::sqrt(9 * d);
    while (true) {
        const auto x = draws.normal(), v = std::pow(1 + c * x, 3);
        if (v > 0 && std::log(draws.uniform()) < 0.5 * x * x + d - d * v + d * std::log(v)) return d * v / per;
    }
}

}  // namespace kith::forecast
