#include "forecast/history.hpp"

#include "forecast/quantile.hpp"
#include "forecast/run_rates.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace kith::forecast {
namespace {

/// Leavings and person-years of one group by everything that they differ by.
struct Cell {
    std::size_t group = 0, service = 0, age = 0, terms = 0;
    double years = 0, left = 0;
};
struct Factors {
    std::array<double, service_bands> service;
    std::array<double, age_bands> age;
    std::array<double, terms_count> terms;
    Factors() { service.fill(1), age.fill(1), terms.fill(1); }
    double of(const Cell& cell) const { return service[cell.service] * age[cell.age] * terms[cell.terms]; }
};

/// Walks a spell from band to band: what is called with band of service, band of age, years there, and whether it is the last.
void each_band(const Spell& spell, const auto& what)
{
    auto left = spell.years, age = static_cast<double>(spell.age), service = static_cast<double>(spell.service);
    const auto until = [](const auto& edges, std::size_t band, double now) { return band < edges.size() ? static_cast<double>(edges[band]) - now : std::numeric_limits<double>::infinity(); };
    while (true) {
        const auto by_service = service_band(static_cast<float>(service)), by_age = age_band(static_cast<float>(age));
        const auto stretch = std::min({left, until(service_edges, by_service, service), by_age + 1 < age_bands ? until(age_edges, by_age, age) : left});
        const bool is_last = stretch >= left;
        what(by_service, by_age, stretch, is_last);
        if (is_last) return;
        constexpr double hair = 1e-5;  // over the edge, which the bands of floats may stop short of
        left -= stretch, age += std::max(stretch, hair), service += std::max(stretch, hair);
    }
}

class Learning {
public:
    Learning(Plan& plan, std::span<const Spell> spells, std::span<const std::uint32_t> pools) : groups_(plan.groups), workers_(plan.workers), pools_(pools)
    {
        for (const auto& spell : spells)
            if (spell.years > 0 && spell.group < groups_.size() && spell.to < groups_.size()) take(spell);
        for (const auto& [key, cell] : by_band_) cells_.push_back(cell);
    }

    void learn()
    {
        learn_retiring();
        for (const auto& cell : cells_) {
            auto& leave = groups_[cell.group].leave;
            leave.events += cell.left, leave.years += cell.years;
        }
        take_retiring_off();
        pool();
        learn_factors();
        for (auto& [from_to, events] : moves_) groups_[from_to.first].moves.push_back({static_cast<std::uint16_t>(from_to.second), {.events = events, .years = groups_[from_to.first].leave.years, .source = {}}});
        learn_hours();
    }

private:
    void take(const Spell& spell)
    {
        each_band(spell, [&](std::size_t service, std::size_t age, double years, bool is_last) {
            const auto terms = static_cast<std::size_t>(spell.terms);
            auto& cell = by_band_[{spell.group, service, age, terms}];
            cell.group = spell.group, cell.service = service, cell.age = age, cell.terms = terms;
            cell.years += years;
            retire_years_[age] += years;
            if (is_last && spell.ending == Ending::left) ++cell.left;
            if (is_last && spell.ending == Ending::retired) ++retired_[age];
        });
        if (spell.ending == Ending::moved) ++moves_[{spell.group, spell.to}];
        if (spell.ending == Ending::changed_hours) hours_after_[spell.group].push_back(spell.fte_after);
        if (spell.fte_began > 0) hours_began_[spell.group].push_back(spell.fte_began);
    }

    void learn_retiring()
    {
        constexpr double weighs = 50;
        for (auto& group : groups_)
            for (std::size_t age = 0; age < age_bands; ++age) group.retire[age] = (group.retire[age] * weighs + retired_[age]) / (weighs + retire_years_[age]);
    }

    /// Published rates of leaving count who retires.
    void take_retiring_off()
    {
        std::vector<double> retiring(groups_.size()), people(groups_.size());
        for (const auto& worker : workers_) retiring[worker.group] += groups_[worker.group].retire[age_band(worker.age)], ++people[worker.group];
        for (std::size_t at = 0; at < groups_.size(); ++at)
            if (auto& usual = groups_[at].leave.usual; people[at] > 0) usual = std::max(usual - retiring[at] / people[at], usual / 2);
    }

    void pool()
    {
        std::map<std::uint32_t, std::pair<double, double>> seen;  // leavings and person-years
        for (std::size_t at = 0; at < groups_.size(); ++at) seen[pools_[at]].first += groups_[at].leave.events, seen[pools_[at]].second += groups_[at].leave.years;
        for (std::size_t at = 0; at < groups_.size(); ++at) {
            auto& leave = groups_[at].leave;
            const auto& [events, years] = seen[pools_[at]];
            if (const auto all = leave.usual_years + years - leave.years; all > 0) leave.usual = (leave.usual * leave.usual_years + events - leave.events) / all;
        }
    }

    /// One factor after the other, so that what is expected of a band comes to what was seen in it; enough rounds that nothing changes any more.
    void learn_factors()
    {
        constexpr int rounds = 40;
        Factors factors;
        std::vector<double> average(groups_.size(), 1);
        for (int round = 0; round < rounds; ++round) {
            average = averages(factors);
            fit(factors, average, factors.service, &Cell::service);
            average = averages(factors);
            fit(factors, average, factors.age, &Cell::age);
            average = averages(factors);
            fit(factors, average, factors.terms, &Cell::terms);
        }
        average = averages(factors);
        for (std::size_t at = 0; at < groups_.size(); ++at) {
            groups_[at].by_service = factors.service, groups_[at].by_age = factors.age, groups_[at].by_terms = factors.terms;
            for (auto& times : groups_[at].by_terms) times /= average[at];
        }
    }
    /// The middle of the factors over a group's own person-years: its own rate is that of its middle.
    std::vector<double> averages(const Factors& factors) const
    {
        std::vector<double> sums(groups_.size()), years(groups_.size());
        for (const auto& cell : cells_) sums[cell.group] += cell.years * factors.of(cell), years[cell.group] += cell.years;
        for (std::size_t at = 0; at < sums.size(); ++at) sums[at] = years[at] > 0 ? sums[at] / years[at] : 1;
        return sums;
    }
    template <std::size_t Bands>
    void fit(const Factors& factors, const std::vector<double>& average, std::array<double, Bands>& own, std::size_t Cell::* band)
    {
        constexpr double weighs = 20;
        std::array<double, Bands> seen{}, expected{};
        for (const auto& cell : cells_) {
            seen[cell.*band] += cell.left;
            expected[cell.*band] += cell.years * groups_[cell.group].leave.mean() / average[cell.group] * factors.of(cell) / own[cell.*band];
        }
        for (std::size_t at = 0; at < Bands; ++at) own[at] = (weighs + seen[at]) / (weighs + expected[at]);
    }

    void learn_hours()
    {
        std::vector<std::vector<double>> now(groups_.size());
        for (const auto& worker : workers_) now[worker.group].push_back(worker.fte);
        for (std::size_t at = 0; at < groups_.size(); ++at) {
            auto& group = groups_[at];
            group.change_hours.events += static_cast<double>(hours_after_[at].size());
            group.change_hours.years += group.leave.years;
            take_hours(group.hours_after, hours_after_[at], now[at]);
            take_hours(group.hours, hours_began_[at], now[at]);
        }
    }
    /// As many values as tell how they are spread, each as likely: of those seen where they are enough, and otherwise of those at work.
    static void take_hours(std::vector<std::uint16_t>& into, std::vector<double> values, const std::vector<double>& otherwise)
    {
        constexpr std::size_t enough = 20;
        constexpr int most = 64;
        if (values.size() < enough) values = otherwise;
        if (values.empty()) return;
        std::ranges::sort(values);
        into.clear();
        for (int at = 0; at < most; ++at) into.push_back(static_cast<std::uint16_t>(std::lround(sorted_quantile(values, (at + 0.5) / most))));
    }

    std::vector<Group>& groups_;
    const std::vector<Worker>& workers_;
    std::span<const std::uint32_t> pools_;
    std::map<std::array<std::size_t, 4>, Cell> by_band_;
    std::vector<Cell> cells_;
    std::map<std::pair<std::size_t, std::size_t>, double> moves_;
    std::map<std::size_t, std::vector<double>> hours_after_, hours_began_;
    std::array<double, age_bands> retire_years_{}, retired_{};
};

struct Waited {
    double years = 0, filled = 0;
};
double mean_of(const Refill& refill) { return refill.stages[0] + refill.stages[1] + refill.stages[2]; }
/// With the mean years until a post is filled, beside ten that were filled as is usual.
Refill learnt(Refill usual, const Waited& seen)
{
    constexpr double weighs = 10;
    const auto mean = mean_of(usual);
    if (mean > 0)
        for (auto& stage : usual.stages) stage *= (mean * weighs + seen.years) / (weighs + seen.filled) / mean;
    return usual;
}

}  // namespace

void learn_rates(Plan& plan, std::span<const Spell> spells, std::span<const std::uint32_t> pools) { Learning{plan, spells, pools}.learn(); }

void learn_refills(Plan& plan, std::span<const Wait> waits)
{
    Waited all;
    std::vector<Waited> own(plan.groups.size());
    for (const auto& wait : waits)
        for (auto* sum : {&all, &own[wait.group]}) sum->years += wait.years, sum->filled += wait.is_filled ? 1 : 0;
    for (std::size_t at = 0; at < own.size(); ++at) plan.groups[at].refill = learnt(learnt(plan.groups[at].refill, all), own[at]);
}

int balance_open_posts(Plan& plan)
{
    const Prepared prepared{plan};
    std::vector<double> missing(plan.groups.size());
    for (std::size_t at = 0; at < missing.size(); ++at) {
        const auto& group = plan.groups[at];
        auto free = group.leave.mean() * prepared.others[at][0] + prepared.others[at][1];
        for (const auto& move : group.moves) free += move.rate.mean();
        missing[at] = prepared.engagements[at] * free * prepared.from_outside[at] * mean_of(group.refill);
    }
    for (const auto& open : plan.open_posts) --missing[open.group];
    int added = 0;
    for (std::uint16_t at = 0; at < missing.size(); ++at)
        for (auto number = std::lround(missing[at]); number > 0; --number, ++added) plan.open_posts.push_back({.group = at});
    return added;
}

}  // namespace kith::forecast
