#include "forecast/simulation.hpp"

#include "forecast/shown.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <thread>

namespace kith::forecast {
namespace {

constexpr double most_rate = 50, most_people = 1e6, most_years = 100;

bool lies(double value, double least, double most) { return value >= least && value <= most; }

Result<void> checked_groups(const Plan& plan)
{
    for (const auto& group : plan.groups) {
        const auto is_rate = [&](const Rate& rate) { return lies(std::max(rate.usual, rate.mean()), 0, most_rate) && rate.usual >= 0; };
        if (!is_rate(group.leave)) return unacceptable("rates", fmt::format("{}: {:.1f} leave a year for each who is there. That is a mistake of units: at most {} can be reckoned with", group.name, std::max(group.leave.usual, group.leave.mean()), most_rate));
        for (const auto& move : group.moves)
            if (move.to >= plan.groups.size() || !is_rate(move.rate)) return unacceptable("moves", group.name + ": a move leads to no group, or happens more than 50 times a year");
        if (!is_rate(group.change_hours) || !std::ranges::all_of(group.retire, [](double rate) { return lies(rate, 0, most_rate); })) return unacceptable("rates", group.name + ": hours change, or people retire, less than never or more than 50 times a year");
        if (group.hours.empty() || group.joining_ages.empty() || !lies(group.refill.share, 0, 1) || !lies(group.posts_vary, 0, 1) || !std::ranges::all_of(group.refill.stages, [](double mean) { return lies(mean, 0, most_years); }))
            return unacceptable("groups", group.name + ": who comes has no hours or no age, or posts are filled or vary in a way that cannot be");
    }
    return {};
}

Result<void> checked_levers(const Plan& plan)
{
    const auto is_group = [&](std::size_t group) { return group < plan.groups.size(); };
    for (const auto& intake : plan.intakes)
        if (!is_group(intake.group) || !(intake.stays > 0) || !lies(intake.people * std::max(intake.for_years, 1.0), 0, most_people) || !lies(intake.probability, 0, 1) || !lies(intake.from, 0, most_years) || !lies(intake.lag, 0, most_years) || !(intake.most_in_post >= 0))
            return unacceptable("intakes", "People who are to come need a group, a number that is not negative and not beyond a million, and a probability from 0 to 1");
    for (const auto& one : plan.conversions)
        if (!is_group(one.from) || !is_group(one.to) || one.from == one.to || !lies(one.people, 0, most_people) || !lies(one.probability, 0, 1) || !lies(one.at, 0, most_years)) return unacceptable("conversions", "Retraining needs two groups, a number of people, and a probability from 0 to 1");
    for (const auto& one : plan.redesigns)
        if (!is_group(one.from) || !is_group(one.to) || !lies(one.share, 0, 1) || !lies(one.at, 0, most_years)) return unacceptable("redesigns", "A redesign needs two groups and a share of the posts from 0 to 1");
    for (const auto& one : plan.shares)
        if (!is_group(one.from) || !is_group(one.to) || one.from == one.to || !lies(one.fte, 0, most_people) || !lies(one.at, 0, most_years) || !(one.for_years >= 0)) return unacceptable("shares", "Sharing needs two groups and full-time equivalents that are not negative");
    for (const auto& keep : plan.keeps)
        if (!is_group(keep.group) || !lies(keep.times, 0, most_rate) || !lies(keep.from, 0, most_years)) return unacceptable("keeps", "Keeping more needs a group, and a rate of leaving that is not negative");
    for (const auto& hours : plan.hours)
        if (!is_group(hours.group) || !lies(hours.times, 0, 10)) return unacceptable("hours", "Hours need a group, and lie from none to ten times what they are");
    for (const auto& required : plan.required)
        if (!is_group(required.group) || required.series.empty() || !std::ranges::is_sorted(required.series, std::ranges::less_equal{}, &RequiredAt::at) || !std::ranges::all_of(required.series, [](const RequiredAt& one) { return 0 <= one.low && one.low <= one.high && one.high < 1e9; }))
            return unacceptable("required", "What is required needs a group, and ranges in order of time whose lower end is not above the upper end");
    for (const auto& target : plan.targets)
        if (!is_group(target.group) || !(target.people >= 0) || !lies(target.at, 0, most_years)) return unacceptable("targets", "A target needs a group, people and a time");
    return {};
}

Result<void> checked(const Plan& plan)
{
    constexpr int most_months = 600, most_runs = 10'000;
    constexpr std::size_t most_answers = 250'000'000, most_groups = 65'535;
    if (plan.workers.empty() && plan.intakes.empty() && plan.open_posts.empty()) return unacceptable("workers", "There is nobody to forecast: the register has no one at work on the first day");
    if (plan.months < 1 || plan.months > most_months) return unacceptable("months", fmt::format("A forecast goes from 1 to {} months ahead; {} were asked for", most_months, plan.months));
    if (plan.runs < 1 || plan.runs > most_runs) return unacceptable("runs", fmt::format("A forecast has from 1 to {} runs; {} were asked for", most_runs, plan.runs));
    if (plan.groups.size() > most_groups || plan.groups.size() * static_cast<std::size_t>(plan.months + 1) * static_cast<std::size_t>(plan.runs) > most_answers)
        return unacceptable("runs", fmt::format("{} groups over {} months in {} runs are more than memory holds: ask for fewer runs, months or groups", plan.groups.size(), plan.months, plan.runs));
    if (!lies(plan.vary_together, 0, 1)) return unacceptable("vary_together", "What groups have in common is a share from 0 to 1");
    for (const auto& worker : plan.workers)
        if (worker.group >= plan.groups.size() || std::isnan(worker.service) || std::isnan(worker.until)) return unacceptable("workers", "A worker is of a group that there is none of, or has a service or an end that is no number");
    for (const auto& open : plan.open_posts)
        if (open.group >= plan.groups.size()) return unacceptable("open_posts", "An open post is of a group that there is none of");
    if (const auto good = checked_groups(plan); !good) return good;
    return checked_levers(plan);
}

}  // namespace

Result<Answer> simulate(const Plan& plan, bool keep_runs, std::stop_token stop, std::atomic<int>* runs_done)
{
    if (const auto good = checked(plan); !good) return std::unexpected(good.error());
    const Prepared prepared{plan};
    Answer answer{.groups = shown_groups(prepared), .all = everybody(prepared), .targets = {}};
    if (answer.groups.empty()) return unacceptable("workers", fmt::format("Fewer than {} people are at work: what becomes of them would tell of single persons", plan.least_shown));
    std::vector<Counted> runs(static_cast<std::size_t>(plan.runs));
    std::atomic<bool> is_cancelled = false;
    {
        const auto threads = static_cast<std::size_t>(std::clamp(plan.threads, 1, plan.runs));
        std::vector<std::jthread> workers;
        for (std::size_t thread = 0; thread < threads; ++thread)
            workers.emplace_back([&, thread] {
                for (auto run = thread; run < runs.size() && !is_cancelled && !stop.stop_requested(); run += threads) {
                    auto lived = live_through(prepared, static_cast<std::uint32_t>(run), stop);
                    if (!lived) is_cancelled = true;
                    else runs[run] = std::move(*lived);
                    if (runs_done != nullptr) ++*runs_done;
                }
            });
    }
    if (is_cancelled || stop.stop_requested()) return unacceptable("cancelled", "The forecast was cancelled before its runs were done");
    for (auto& group : answer.groups) answer_for(group, plan, runs);
    answer_for(answer.all, plan, runs);
    for (const auto& target : plan.targets) answer.targets.push_back(answer_for(target, answer.groups, plan, runs));
    if (keep_runs)
        for (const auto& run : runs) {
            answer.heads.insert(answer.heads.end(), run.heads.begin(), run.heads.end());
            answer.events.insert(answer.events.end(), run.events.begin(), run.events.end());
        }
    return answer;
}

}  // namespace kith::forecast
