#include "forecast/simulation.hpp"

#include "forecast/draws.hpp"
#include "forecast/quantile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

namespace kith::forecast {
namespace {

constexpr int months_a_year = 12;
constexpr std::uint32_t for_workers = 0, for_rates = 1, for_intakes = 2, for_required = 3;

std::size_t service_band(float service) { return static_cast<std::size_t>(std::ranges::upper_bound(service_edges, service) - service_edges.begin()); }
std::size_t age_band(float age) { return std::isnan(age) ? age_bands - 1 : static_cast<std::size_t>(std::ranges::upper_bound(age_edges, age) - age_edges.begin()); }
float next_edge(const auto& edges, std::size_t band) { return band < edges.size() ? edges[band] : std::numeric_limits<float>::infinity(); }

/// Rates of one run: of each group and phase, by band of service and age.
struct RunRates {
    using Table = std::array<std::array<float, age_bands>, service_bands>;
    std::vector<Table> all;                     ///< total of everything that may happen
    std::vector<Table> leaving;                 ///< of it, leaving
    std::vector<std::vector<double>> moving;    ///< by group and move
    std::vector<float> phase_edges;             ///< years at which a plan changes a rate
    std::size_t phases() const { return phase_edges.size() + 1; }
};

RunRates rates_of(const Plan& plan, std::uint32_t run)
{
    RunRates rates;
    for (const auto& keep : plan.keeps) rates.phase_edges.push_back(static_cast<float>(keep.from));
    std::ranges::sort(rates.phase_edges);
    rates.phase_edges.erase(std::ranges::unique(rates.phase_edges).begin(), rates.phase_edges.end());
    rates.all.resize(plan.groups.size() * rates.phases());
    rates.leaving.resize(rates.all.size());
    for (std::size_t at = 0; at < plan.groups.size(); ++at) {
        const auto& group = plan.groups[at];
        Draws draws{plan.seed, run, at, for_rates};
        const auto drawn = [&](const Rate& rate) { return rate.usual_years + rate.years > 0 ? gamma_of(draws, rate.shape(), rate.usual_years + rate.years) : rate.usual; };
        const auto leave = drawn(group.leave);
        double moving = 0;
        auto& moves = rates.moving.emplace_back();
        for (const auto& move : group.moves) moving += moves.emplace_back(drawn(move.rate));
        for (std::size_t phase = 0; phase < rates.phases(); ++phase) {
            auto times = 1.0;
            for (const auto& keep : plan.keeps)
                if (keep.group == at && (phase > 0 && static_cast<float>(keep.from) <= rates.phase_edges[phase - 1])) times *= keep.times;
            for (std::size_t service = 0; service < service_bands; ++service)
                for (std::size_t age = 0; age < age_bands; ++age) {
                    const auto leaving = leave * group.by_service[service] * group.by_age[age] * times;
                    rates.leaving[at * rates.phases() + phase][service][age] = static_cast<float>(leaving);
                    rates.all[at * rates.phases() + phase][service][age] = static_cast<float>(leaving + group.retire[age] + moving);
                }
        }
    }
    return rates;
}

/// What one run counts: changes of heads and full-time equivalents by group and month.
struct Counted {
    std::vector<std::int32_t> heads, fte;
    std::vector<std::array<std::int32_t, flows>> events;
};

class Run {
public:
    Run(const Plan& plan, std::uint32_t run) : plan_(plan), rates_(rates_of(plan, run)), run_(run), end_(static_cast<float>(plan.months) / months_a_year), stride_(static_cast<std::size_t>(plan.months) + 1)
    {
        counted_.heads.resize(plan.groups.size() * stride_);
        counted_.fte.resize(counted_.heads.size());
        counted_.events.resize(plan.groups.size());
    }

    /// False where it was cancelled.
    bool live(const std::stop_token& stop)
    {
        constexpr std::size_t often = 1U << 16U;
        for (std::size_t at = 0; at < plan_.workers.size(); ++at) {
            if (at % often == 0 && stop.stop_requested()) return false;
            const auto& worker = plan_.workers[at];
            change(worker.group, 0, 1, worker.fte);
            Draws draws{plan_.seed, run_, at, for_workers};
            live_on(draws, worker, 0);
        }
        take_in_who_is_to_come();
        sum_up();
        return true;
    }
    Counted take() && { return std::move(counted_); }

private:
    void change(std::size_t group, std::size_t month, int heads, int fte)
    {
        counted_.heads[group * stride_ + month] += heads;
        counted_.fte[group * stride_ + month] += fte;
    }
    /// Something happens within a month and counts at its end.
    void happens(std::size_t group, float time, Flow flow, int heads, int fte)
    {
        change(group, std::min(static_cast<std::size_t>(time * months_a_year) + 1, stride_ - 1), heads, heads * fte);
        ++counted_.events[group][static_cast<std::size_t>(flow)];
    }

    /// From `time` on, until nothing more happens: the post is followed, whoever has it.
    void live_on(Draws& draws, Worker worker, float time)
    {
        while (true) {
            const auto group = worker.group;
            if (!wait(draws, worker, time)) return;
            const auto flow = worker.until <= time ? Flow::ended : kind(draws, worker, time);
            if (flow == Flow::moved_in) {
                happens(group, time, Flow::moved_out, -1, worker.fte);
                happens(worker.group, time, Flow::moved_in, 1, worker.fte);
                continue;
            }
            happens(group, time, flow, -1, worker.fte);
            const auto& refill = plan_.groups[group].refill;
            if (worker.is_cover || draws.uniform() >= refill.share) return;
            for (const auto mean : refill.stages) time -= static_cast<float>(mean * std::log(draws.uniform()));
            if (time >= end_) return;
            worker = {.group = group, .fte = plan_.groups[group].joins_at_fte, .age = plan_.groups[group].joins_at_age, .service = 0};
            happens(group, time, Flow::joined, 1, worker.fte);
        }
    }

    /// Moves on to the next event; false where the end comes before it. One exponential draw is spent over all bands on the way.
    bool wait(Draws& draws, Worker& worker, float& time)
    {
        auto left = -std::log(draws.uniform());
        while (true) {
            const auto service = service_band(worker.service), age = age_band(worker.age), phase = phase_at(time);
            const double rate = rates_.all[worker.group * rates_.phases() + phase][service][age];
            auto stretch = std::min({end_ - time, next_edge(service_edges, service) - worker.service, next_edge(rates_.phase_edges, phase) - time, worker.until - time});
            if (age < age_edges.size()) stretch = std::min(stretch, age_edges[age] - worker.age);
            const bool happens_now = left <= rate * static_cast<double>(stretch);
            if (happens_now) stretch = static_cast<float>(left / rate);
            time += stretch, worker.service += stretch, worker.age += stretch;
            if (happens_now) return time < end_;
            if (time >= end_) return false;
            if (time >= worker.until) return true;
            left -= rate * static_cast<double>(stretch);
            to_the_edge(worker, service, age);
        }
    }
    /// Sums of small floats may stop a hair before an edge and would never pass it.
    static void to_the_edge(Worker& worker, std::size_t service, std::size_t age)
    {
        constexpr float hair = 1e-4F;
        if (service < service_edges.size() && service_edges[service] - worker.service < hair) worker.service = service_edges[service];
        if (age < age_edges.size() && age_edges[age] - worker.age < hair) worker.age = age_edges[age];
    }
    std::size_t phase_at(float time) const
    {
        constexpr float hair = 1e-4F;
        return static_cast<std::size_t>(std::ranges::upper_bound(rates_.phase_edges, time + hair) - rates_.phase_edges.begin());
    }

    /// Which of the competing things it was; a move changes the worker's group.
    Flow kind(Draws& draws, Worker& worker, float time)
    {
        const auto service = service_band(worker.service), age = age_band(worker.age);
        const auto place = worker.group * rates_.phases() + phase_at(time);
        auto left = draws.uniform() * static_cast<double>(rates_.all[place][service][age]);
        if ((left -= static_cast<double>(rates_.leaving[place][service][age])) < 0) return Flow::left;
        const auto& group = plan_.groups[worker.group];
        for (std::size_t move = 0; move < group.moves.size(); ++move)
            if ((left -= rates_.moving[worker.group][move]) < 0) {
                worker.group = group.moves[move].to;
                return Flow::moved_in;
            }
        return Flow::retired;
    }

    void take_in_who_is_to_come()
    {
        std::uint64_t subject = 0;
        for (const auto& intake : plan_.intakes) {
            const auto all = static_cast<std::size_t>(std::llround(intake.people * (intake.for_years > 0 ? intake.for_years : 1)));
            for (std::size_t at = 0; at < all; ++at) {
                Draws draws{plan_.seed, run_, subject++, for_intakes};
                const auto spread = intake.for_years * (static_cast<double>(at) + 0.5) / static_cast<double>(all);
                const auto time = static_cast<float>(intake.from + spread + intake.lag);
                if (draws.uniform() >= intake.probability || time >= end_) continue;
                const bool is_cover = std::isfinite(intake.stays);
                const Worker worker{.group = intake.group, .fte = plan_.groups[intake.group].joins_at_fte, .age = plan_.groups[intake.group].joins_at_age, .service = 0, .until = time + static_cast<float>(intake.stays), .is_cover = is_cover};
                happens(worker.group, time, Flow::came_by_plan, 1, worker.fte);
                live_on(draws, worker, time);
            }
        }
    }

    void sum_up()
    {
        for (std::size_t group = 0; group < plan_.groups.size(); ++group)
            for (std::size_t month = 1; month < stride_; ++month) {
                counted_.heads[group * stride_ + month] += counted_.heads[group * stride_ + month - 1];
                counted_.fte[group * stride_ + month] += counted_.fte[group * stride_ + month - 1];
            }
    }

    const Plan& plan_;
    RunRates rates_;
    std::uint32_t run_;
    float end_;
    std::size_t stride_;
    Counted counted_;
};

Result<void> checked(const Plan& plan)
{
    constexpr int most_months = 600, most_runs = 10'000;
    constexpr double most_rate = 50;
    if (plan.workers.empty() && plan.intakes.empty()) return unacceptable("workers", "There is nobody to forecast: the register has no one at work on the first day");
    if (plan.months < 1 || plan.months > most_months) return unacceptable("months", fmt::format("A forecast goes from 1 to {} months ahead; {} were asked for", most_months, plan.months));
    if (plan.runs < 1 || plan.runs > most_runs) return unacceptable("runs", fmt::format("A forecast has from 1 to {} runs; {} were asked for", most_runs, plan.runs));
    const auto is_group = [&](std::size_t group) { return group < plan.groups.size(); };
    for (const auto& group : plan.groups) {
        const auto longest = [&](const Rate& rate) { return std::max(rate.usual, rate.mean()); };
        for (const auto& move : group.moves)
            if (!is_group(move.to) || !(longest(move.rate) <= most_rate)) return unacceptable("moves", group.name + ": a move leads to no group, or happens more than 50 times a year");
        if (!(longest(group.leave) <= most_rate) || longest(group.leave) < 0) return unacceptable("rates", fmt::format("{}: {:.1f} leave a year for each who is there. That is a mistake of units: at most {} can be reckoned with", group.name, longest(group.leave), most_rate));
    }
    for (const auto& worker : plan.workers)
        if (!is_group(worker.group)) return unacceptable("workers", "A worker is of a group that there is none of");
    for (const auto& intake : plan.intakes)
        if (!is_group(intake.group) || !(intake.stays > 0) || !(intake.people >= 0) || !(intake.people <= 1e6) || !(intake.probability >= 0 && intake.probability <= 1)) return unacceptable("intakes", "People who are to come need a group, a number that is not negative, and a probability from 0 to 1");
    for (const auto& hours : plan.hours)
        if (!is_group(hours.group) || !(hours.times >= 0 && hours.times <= 10)) return unacceptable("hours", "Hours need a group, and lie from none to ten times what they are");
    for (const auto& required : plan.required)
        if (!is_group(required.group) || !(required.now_low >= 0 && required.now_low <= required.now_high && required.then_low >= 0 && required.then_low <= required.then_high && required.then_high < 1e9))
            return unacceptable("required", "What is required needs a group, and a range whose lower end is not above its upper end");
    return {};
}

/// Groups that are shown, small ones together.
std::vector<GroupAnswer> shown_groups(const Plan& plan)
{
    std::vector<int> people(plan.groups.size());
    for (const auto& worker : plan.workers) ++people[worker.group];
    std::vector<GroupAnswer> shown;
    GroupAnswer others{.name = "other groups", .groups = {}, .months = {}};
    for (std::uint16_t group = 0; group < plan.groups.size(); ++group) {
        auto& into = people[group] >= plan.least_shown ? shown.emplace_back(GroupAnswer{.name = plan.groups[group].name, .groups = {}, .months = {}}) : others;
        into.groups.push_back(group);
        into.now += people[group];
        into.own_events += plan.groups[group].leave.events;
        into.own_years += plan.groups[group].leave.years;
        into.usual_years += plan.groups[group].leave.usual_years;
        into.leaving += plan.groups[group].leave.mean() * people[group];
    }
    if (others.now > 0 || (shown.empty() && !others.groups.empty())) shown.push_back(std::move(others));
    for (auto& one : shown) one.leaving = one.now > 0 ? one.leaving / one.now : plan.groups[one.groups.front()].leave.mean();
    return shown;
}

/// How many times their hours a group works at the end of a month.
double hours_of(const Plan& plan, std::uint16_t group, std::size_t month)
{
    double times = 1;
    for (const auto& one : plan.hours)
        if (one.group == group && one.from * months_a_year <= static_cast<double>(month)) times *= one.times;
    return times;
}

/// What one run requires of a group at the end of a month: one place of the range, the same all along.
double required_of(const Required& required, double place, double way)
{
    const auto now = std::lerp(required.now_low, required.now_high, place), then = std::lerp(required.then_low, required.then_high, place);
    return std::lerp(now, then, way);
}

void answer_for(GroupAnswer& answer, const Plan& plan, const std::vector<Counted>& runs)
{
    const auto stride = static_cast<std::size_t>(plan.months) + 1;
    for (std::size_t month = 0; month < stride; ++month) {
        std::vector<double> fte, heads;
        MonthAnswer told;
        double below = 0;
        const auto way = static_cast<double>(month) / static_cast<double>(plan.months);
        for (std::size_t run = 0; run < runs.size(); ++run) {
            double sum = 0, people = 0, required = 0;
            for (const auto group : answer.groups) sum += runs[run].fte[group * stride + month] / 1000.0 * hours_of(plan, group, month), people += runs[run].heads[group * stride + month];
            Draws draws{plan.seed, static_cast<std::uint32_t>(run), 0, for_required};
            const auto place = draws.uniform();
            for (const auto& one : plan.required)
                if (std::ranges::find(answer.groups, one.group) != answer.groups.end()) required += required_of(one, place, way);
            fte.push_back(sum), heads.push_back(people);
            below += sum < required ? 1 : 0;
        }
        for (const auto& one : plan.required)
            if (std::ranges::find(answer.groups, one.group) != answer.groups.end()) told.required += required_of(one, 0.5, way);
        std::ranges::sort(fte);
        told.median = quantile_of(fte, 0.5), told.low50 = quantile_of(fte, 0.25), told.high50 = quantile_of(fte, 0.75), told.low80 = quantile_of(fte, 0.1), told.high80 = quantile_of(fte, 0.9);
        told.heads = quantile_of(heads, 0.5);
        told.short_of = below / static_cast<double>(runs.size());
        answer.months.push_back(told);
    }
    for (const auto& run : runs)
        for (const auto group : answer.groups)
            for (std::size_t flow = 0; flow < flows; ++flow) answer.expected[flow] += static_cast<double>(run.events[group][flow]) / static_cast<double>(runs.size());
}

}  // namespace

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

Result<Answer> simulate(const Plan& plan, bool keep_runs, std::stop_token stop)
{
    if (const auto good = checked(plan); !good) return std::unexpected(good.error());
    std::vector<Counted> runs(static_cast<std::size_t>(plan.runs));
    std::atomic<bool> is_cancelled = false;
    {
        const auto threads = static_cast<std::size_t>(std::clamp(plan.threads, 1, plan.runs));
        std::vector<std::jthread> workers;
        for (std::size_t thread = 0; thread < threads; ++thread)
            workers.emplace_back([&, thread] {
                for (auto run = thread; run < runs.size() && !is_cancelled; run += threads) {
                    Run one{plan, static_cast<std::uint32_t>(run)};
                    if (!one.live(stop)) is_cancelled = true;
                    else runs[run] = std::move(one).take();
                }
            });
    }
    if (is_cancelled || stop.stop_requested()) return unacceptable("cancelled", "The forecast was cancelled before its runs were done");
    Answer answer{.groups = shown_groups(plan)};
    for (auto& group : answer.groups) answer_for(group, plan, runs);
    if (keep_runs)
        for (const auto& run : runs) {
            answer.heads.insert(answer.heads.end(), run.heads.begin(), run.heads.end());
            answer.events.insert(answer.events.end(), run.events.begin(), run.events.end());
        }
    return answer;
}

}  // namespace kith::forecast
