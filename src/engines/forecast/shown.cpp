#include "forecast/shown.hpp"

#include "forecast/quantile.hpp"

#include <algorithm>
#include <cmath>

namespace kith::forecast {
namespace {

/// What one run requires at a time: one place of the range, the same all along; straight between two times, level before and after.
double required_at(const Required& required, double place, double at)
{
    const auto& series = required.series;
    const auto value = [&](const RequiredAt& one) { return std::lerp(one.low, one.high, place); };
    const auto next = std::ranges::find_if(series, [&](const RequiredAt& one) { return one.at > at; });
    if (next == series.end()) return value(series.back());
    if (next == series.begin()) return value(*next);
    const auto& before = *std::prev(next);
    return std::lerp(value(before), value(*next), (at - before.at) / (next->at - before.at));
}

/// Counts a group in with those that stand together; `leaving` is a sum until `finish` divides it.
void add(GroupAnswer& into, const Prepared& prepared, std::uint16_t group)
{
    const auto& of = prepared.plan.groups[group];
    into.groups.push_back(group);
    into.now += of.people > 0 ? of.people : prepared.engagements[group];
    into.own_events += of.leave.events, into.own_years += of.leave.years, into.usual_years += of.leave.usual_years;
    into.leaving += of.leave.mean() * prepared.others[group][0] * prepared.engagements[group];
}
void finish(GroupAnswer& one, const Prepared& prepared)
{
    double engagements = 0;
    for (const auto group : one.groups) engagements += prepared.engagements[group];
    one.leaving = engagements > 0 ? one.leaving / engagements : prepared.plan.groups[one.groups.front()].leave.mean();
}

bool stands_for(const GroupAnswer& answer, std::uint16_t group) { return std::ranges::find(answer.groups, group) != answer.groups.end(); }

}  // namespace

std::vector<GroupAnswer> shown_groups(const Prepared& prepared)
{
    const auto& plan = prepared.plan;
    std::vector<GroupAnswer> shown;
    GroupAnswer others{.name = "other groups", .groups = {}, .months = {}, .ends = {}};
    for (std::uint16_t group = 0; group < plan.groups.size(); ++group) {
        GroupAnswer one{.name = plan.groups[group].name, .groups = {}, .months = {}, .ends = {}};
        add(one, prepared, group);
        if (one.now < plan.least_shown) add(others, prepared, group);
        else shown.push_back(std::move(one));
    }
    while (!others.groups.empty() && others.now < plan.least_shown && !shown.empty()) {
        const auto smallest = std::ranges::min_element(shown, {}, &GroupAnswer::now);
        for (const auto group : smallest->groups) add(others, prepared, group);
        shown.erase(smallest);
    }
    if (others.now >= plan.least_shown || (shown.empty() && plan.workers.empty() && !others.groups.empty())) shown.push_back(std::move(others));
    for (auto& one : shown) finish(one, prepared);
    return shown;
}

GroupAnswer everybody(const Prepared& prepared)
{
    GroupAnswer all{.name = "all together", .groups = {}, .months = {}, .ends = {}};
    for (std::uint16_t group = 0; group < prepared.plan.groups.size(); ++group) add(all, prepared, group);
    finish(all, prepared);
    return all;
}

void answer_for(GroupAnswer& answer, const Plan& plan, const std::vector<Counted>& runs)
{
    const auto stride = static_cast<std::size_t>(plan.months) + 1;
    std::vector<const Required*> required;
    for (const auto& one : plan.required)
        if (stands_for(answer, one.group)) required.push_back(&one);
    for (std::size_t month = 0; month < stride; ++month) {
        const auto at = static_cast<double>(month) / months_a_year;
        const auto needed = [&](double place) {
            double sum = 0;
            for (const auto* one : required) sum += required_at(*one, place, at);
            return sum;
        };
        std::vector<double> fte, heads;
        double below = 0;
        for (std::size_t run = 0; run < runs.size(); ++run) {
            double sum = 0, people = 0;
            for (const auto group : answer.groups) sum += static_cast<double>(runs[run].fte[group * stride + month]), people += runs[run].heads[group * stride + month];
            Draws draws{plan.seed, static_cast<std::uint32_t>(run), 0, for_required};
            fte.push_back(sum), heads.push_back(people);
            if (!required.empty() && sum < needed(draws.uniform())) ++below;
            if (month + 1 == stride) answer.ends.push_back(static_cast<float>(sum));
        }
        std::ranges::sort(fte), std::ranges::sort(heads);
        answer.months.push_back({.median = sorted_quantile(fte, 0.5), .low50 = sorted_quantile(fte, 0.25), .high50 = sorted_quantile(fte, 0.75), .low80 = sorted_quantile(fte, 0.1), .high80 = sorted_quantile(fte, 0.9), .heads = sorted_quantile(heads, 0.5),
                                 .required = needed(0.5), .short_of = below / static_cast<double>(runs.size())});
    }
    for (const auto& run : runs)
        for (const auto group : answer.groups)
            for (std::size_t flow = 0; flow < flows; ++flow) answer.expected[flow] += static_cast<double>(run.events[group][flow]) / static_cast<double>(runs.size());
}

TargetAnswer answer_for(const Target& target, const std::vector<GroupAnswer>& shown, const Plan& plan, const std::vector<Counted>& runs)
{
    const auto month = std::llround(target.at * months_a_year);
    const auto is_by_itself = std::ranges::any_of(shown, [&](const GroupAnswer& one) { return one.groups.size() == 1 && one.groups.front() == target.group && one.now >= plan.least_shown; });
    if (!is_by_itself || month > plan.months) return {};
    TargetAnswer told{.is_told = true};
    std::vector<double> heads;
    for (const auto& run : runs) heads.push_back(run.heads[target.group * (static_cast<std::size_t>(plan.months) + 1) + static_cast<std::size_t>(month)]);
    told.met = static_cast<double>(std::ranges::count_if(heads, [&](double people) { return people >= target.people; })) / static_cast<double>(heads.size());
    told.heads = quantile_of(std::move(heads), 0.5);
    return told;
}

}  // namespace kith::forecast
