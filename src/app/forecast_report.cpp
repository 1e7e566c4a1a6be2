#include "app/forecast_report.hpp"

#include "base/quantity.hpp"
#include "base/text.hpp"
#include "forecast/quantile.hpp"
#include "forecast/required.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <cmath>
#include <set>

namespace kith::app {
namespace {

namespace f = forecast;
constexpr std::size_t name_width = 44;

/// With fewer leavings of its own a group's rate is mostly what is usual elsewhere: its own estimate alone would be off by half or more in a third of cases.
constexpr double least_events = 5;

std::string from_to(double low, double high) { return fmt::format("{:.1f} to {:.1f}", low, high); }
/// A name that is too long has a line of its own: plans name groups as they are printed.
std::string row(const std::string& name, const std::string& rest)
{
    if (name.size() < name_width) return fmt::format("{:<{}}{}\n", name, name_width, rest);
    return fmt::format("{}\n{:<{}}{}\n", name, "", name_width, rest);
}

/// How much a group's own history weighs beside what is usual elsewhere.
std::string own_of(const f::GroupAnswer& group)
{
    const auto all = group.own_years + group.usual_years;
    return fmt::format("{:.0f}%{}", all > 0 ? 100 * group.own_years / all : 0, group.own_events < least_events ? " too little" : "");
}

std::string there_will_be(const f::GroupAnswer& group, bool has_own)
{
    const auto& then = group.months.back();
    return row(group.name, fmt::format("{:>7}{:>9.1f}{:>9.1f}{:>18}{:>18}{:>8.1f}%  {}", group.now, group.months.front().median, then.median, from_to(then.low50, then.high50), from_to(then.low80, then.high80), 100 * group.leaving, has_own ? own_of(group) : ""));
}

std::string what_there_will_be(const Forecast& told)
{
    auto words = row("Full-time equivalents", fmt::format("{:>7}{:>9}{:>9}{:>18}{:>18}{:>9}  {}", "people", "now", "middle", "half of runs", "four fifths", "leaving", "own history"));
    for (const auto& group : told.answer.groups) words += there_will_be(group, true);
    words += there_will_be(told.answer.all, false);
    return words + fmt::format("\nIn half of all runs the number at the end lies between those of the fifth column, in four fifths between those of the sixth. Leaving: of those at work in a year. Own history: what it weighs beside national rates.\nWhere it says \"too little\" fewer than {:.0f} have left: too little to forecast by.\n", least_events);
}

/// The middle at the end of each year, where there is more than one.
std::string year_by_year(const Forecast& told)
{
    constexpr std::size_t a_year = 12, most = 10;
    const auto years = std::min(static_cast<std::size_t>(told.read.plan.months) / a_year, most);
    if (years < 2) return {};
    const auto line = [&](const f::GroupAnswer& group) {
        std::string cells;
        for (std::size_t year = 0; year <= years; ++year) cells += fmt::format("{:>9.1f}", group.months[year * a_year].median);
        return row(group.name, cells);
    };
    std::string head = fmt::format("{:>9}", "now");
    for (std::size_t year = 1; year <= years; ++year) head += fmt::format("{:>9}", counted(static_cast<std::int64_t>(year), "year"));
    auto words = "\n" + row("The middle, year by year", head);
    for (const auto& group : told.answer.groups) words += line(group);
    return words + line(told.answer.all);
}

std::string what_is_required(const Forecast& told)
{
    std::string words;
    for (const auto& group : told.answer.groups) {
        if (std::ranges::none_of(group.months, [](const f::MonthAnswer& month) { return month.required > 0; })) continue;
        const auto &now = group.months.front(), &then = group.months.back();
        const auto worst = std::ranges::max_element(group.months, {}, &f::MonthAnswer::short_of);
        words += row(group.name, fmt::format("{:>9.1f}{:>9.1f}{:>9.1f}{:>9.1f}{:>11.0f}%{:>14}", now.required, now.median, then.required, then.median, 100 * then.short_of, fmt::format("{:.0f}% in {}", 100 * worst->short_of, worst - group.months.begin())));
    }
    return words.empty() ? words : "\n" + row("What is required", fmt::format("{:>9}{:>9}{:>9}{:>9}{:>12}{:>14}", "now", "there", "then", "middle", "falls short", "worst, month")) + words;
}

/// Middle and band of four fifths of what a plan changes in a group at the end: run against the same run without it.
std::array<double, 3> changes_of(const f::GroupAnswer& with, const f::GroupAnswer& without)
{
    std::vector<double> differences;
    for (std::size_t run = 0; run < with.ends.size(); ++run) differences.push_back(static_cast<double>(with.ends[run]) - static_cast<double>(without.ends[run]));
    std::ranges::sort(differences);
    return {f::sorted_quantile(differences, 0.5), f::sorted_quantile(differences, 0.1), f::sorted_quantile(differences, 0.9)};
}

std::string what_the_plan_changes(const Forecast& told)
{
    if (!told.without) return {};
    std::string words;
    for (std::size_t at = 0; at < told.answer.groups.size(); ++at) {
        const auto [middle, low, high] = changes_of(told.answer.groups[at], told.without->groups[at]);
        if (low == 0 && high == 0) continue;
        words += row(told.answer.groups[at].name, fmt::format("{:>10.1f}{:>10.1f}{:>+10.1f}{:>20}", told.without->groups[at].months.back().median, told.answer.groups[at].months.back().median, middle, fmt::format("{:+.1f} to {:+.1f}", low, high)));
    }
    if (words.empty()) words = "nothing by the last month\n";
    if (told.scenario.cost > 0) words += fmt::format("Those sought, trained and retrained cost £{} together, whether they come or not\n", with_commas(std::llround(told.scenario.cost)));
    return "\n" + row("What the plan changes: " + (told.scenario.name.empty() ? "it has no name" : told.scenario.name), fmt::format("{:>10}{:>10}{:>10}{:>20}", "without", "with", "middle", "four fifths")) + words;
}

std::string what_happens(const Forecast& told)
{
    auto words = "\n" + row("Expected in all, events a run", fmt::format("{:>9}{:>9}{:>9}{:>11}{:>10}{:>9}{:>9}{:>9}", "left", "retired", "ended", "moved out", "moved in", "joined", "by plan", "hours"));
    for (const auto& group : told.answer.groups) {
        const auto of = [&](f::Flow flow) { return group.expected.at(static_cast<std::size_t>(flow)); };
        words += row(group.name, fmt::format("{:>9.1f}{:>9.1f}{:>9.1f}{:>11.1f}{:>10.1f}{:>9.1f}{:>9.1f}{:>9.1f}", of(f::Flow::left), of(f::Flow::retired), of(f::Flow::ended), of(f::Flow::moved_out), of(f::Flow::moved_in), of(f::Flow::joined), of(f::Flow::came_by_plan), of(f::Flow::changed_hours)));
    }
    return words;
}

/// People on the first day of a group that is shown by itself.
std::optional<int> people_of(const f::Answer& answer, std::uint16_t group)
{
    for (const auto& one : answer.groups)
        if (one.groups.size() == 1 && one.groups.front() == group) return one.now;
    return std::nullopt;
}

struct ToldTarget {
    ScenarioTarget target;
    std::string group;
    int now = 0;
    double leaving = 0;
    f::Trajectory needed;
    f::TargetAnswer met;
};
/// Targets of groups that are shown by themselves; the names of the others.
std::pair<std::vector<ToldTarget>, std::vector<std::string>> targets_of(const Forecast& told)
{
    std::pair<std::vector<ToldTarget>, std::vector<std::string>> found;
    for (std::size_t at = 0; at < told.scenario.targets.size(); ++at) {
        const auto& target = told.scenario.targets[at];
        const auto& name = told.read.plan.groups[target.group].name;
        const auto now = people_of(told.answer, target.group);
        if (!now) {
            found.second.push_back(name);
            continue;
        }
        const auto shown = std::ranges::find(told.answer.groups, name, &f::GroupAnswer::name);
        const auto leaving = 1 - std::exp(-shown->leaving);
        if (const auto needed = f::trajectory(*now, target.people, target.years, leaving)) found.first.push_back({target, name, *now, leaving, *needed, told.answer.targets[at]});
    }
    return found;
}

std::string towards_targets(const Forecast& told)
{
    std::string words;
    const auto [targets, small] = targets_of(told);
    for (const auto& one : targets) {
        words += fmt::format("\n{}: from {} to {:.0f} people in {}. That takes {:.1f} a year if nobody leaves; with {:.1f}% leaving a year {:.1f} where those who start stay their first year, and {:.1f} where they leave like everybody.\n", one.group, one.now, one.target.people,
                             counted(one.target.years, "year"), one.needed.without_leavers, 100 * one.leaving, one.needed.starters_stay_first, one.needed.starters_leave_too);
        words += one.met.is_told ? fmt::format("As things are planned {:.0f} are there then in the middle, and the target is met in {:.0f}% of runs.\n", one.met.heads, 100 * one.met.met) : fmt::format("Whether it is met lies beyond the last month: ask with --months {}.\n", 12 * one.target.years);
    }
    for (const auto& name : small) words += fmt::format("\n{}: a target is not told of a group of fewer than {} people\n", name, told.read.plan.least_shown);
    return words;
}

std::string what_it_rests_on(const Forecast& told)
{
    const auto& read = told.read;
    double days = 0, people = 0;
    std::set<std::string> sources;
    for (const auto& worker : read.plan.workers) {
        const auto& group = read.plan.groups[worker.group];
        days += 365.25 * (group.refill.stages[0] + group.refill.stages[1] + group.refill.stages[2]), ++people;
        sources.insert(group.leave.source);
    }
    auto words = fmt::format("\nHistory: the last {}, of each organisation after the first leaving that it reported. Posts that fall free are filled again after {:.0f} days in the middle of all groups, by {} that {} seen to end, and ten of about four months. ", counted(read.years_of_history, "year"),
                             people > 0 ? days / people : 0, counted(read.vacancies_seen, "vacancy", "vacancies"), read.vacancies_seen == 1 ? "was" : "were");
    if (read.not_reported > 0) words += fmt::format("Beside the vacancies that were reported {} {} taken to stand open, so that as many come as go. ", counted(read.not_reported, "post"), read.not_reported == 1 ? "is" : "are");
    words += "How many posts there are goes up and down at random, about as many as today.\n";
    if (read.without_hours > 0) words += fmt::format("{} without full-time equivalents {} as the middle of {} group\n", counted(read.without_hours, "engagement"), read.without_hours == 1 ? "counts" : "count", read.without_hours == 1 ? "its" : "their");
    words += "National rates of leaving, beside which own history counts:\n";
    for (const auto& source : sources) words += "- " + source + "\n";
    return words;
}

}  // namespace

std::string forecast_words(const Forecast& told)
{
    const auto& plan = told.read.plan;
    auto words = fmt::format("{} in {}, {} open; {} from {}, {}, seed {}\n\n", counted(std::ssize(plan.workers), "engagement"), counted(std::ssize(plan.groups), "group"), counted(told.read.vacancies_open, "vacancy", "vacancies"), counted(plan.months, "month"), told.from.in_words(),
                             counted(plan.runs, "run"), plan.seed);
    return words + what_there_will_be(told) + year_by_year(told) + what_is_required(told) + what_the_plan_changes(told) + towards_targets(told) + what_happens(told) + what_it_rests_on(told);
}

namespace {

boost::json::object json_of(const f::GroupAnswer& group)
{
    boost::json::array months;
    for (const auto& month : group.months)
        months.push_back({{"median", month.median}, {"low50", month.low50}, {"high50", month.high50}, {"low80", month.low80}, {"high80", month.high80}, {"people", month.heads}, {"required", month.required}, {"short", month.short_of}});
    static constexpr std::array<const char*, f::flows> names{"left", "retired", "ended", "moved_out", "moved_in", "joined", "came_by_plan", "changed_hours"};
    boost::json::object expected;
    for (std::size_t flow = 0; flow < f::flows; ++flow) expected[names.at(flow)] = group.expected.at(flow);
    const bool is_enough = group.own_events >= least_events;
    return {{"name", group.name}, {"people", group.now}, {"leaving", group.leaving}, {"own_events", is_enough ? boost::json::value{group.own_events} : boost::json::value{}}, {"own_years", group.own_years}, {"usual_years", group.usual_years}, {"enough_history", is_enough}, {"expected", expected}, {"months", months}};
}

}  // namespace

std::string forecast_json(const Forecast& told)
{
    boost::json::array groups, targets;
    for (std::size_t at = 0; at < told.answer.groups.size(); ++at) {
        auto one = json_of(told.answer.groups[at]);
        if (told.without) {
            const auto [middle, low, high] = changes_of(told.answer.groups[at], told.without->groups[at]);
            one["plan_changes"] = {{"without", told.without->groups[at].months.back().median}, {"median", middle}, {"low80", low}, {"high80", high}};
        }
        groups.push_back(std::move(one));
    }
    for (const auto& one : targets_of(told).first) {
        boost::json::object target{{"group", one.group}, {"now", one.now}, {"people", one.target.people}, {"years", one.target.years}, {"without_leavers", one.needed.without_leavers}, {"starters_stay_first", one.needed.starters_stay_first}, {"starters_leave_too", one.needed.starters_leave_too}};
        if (one.met.is_told) target["met"] = one.met.met, target["median_people"] = one.met.heads;
        targets.push_back(std::move(target));
    }
    const auto& plan = told.read.plan;
    return boost::json::serialize(boost::json::object{{"from", told.from.iso()}, {"months", plan.months}, {"runs", plan.runs}, {"seed", plan.seed}, {"scenario", told.scenario.name}, {"cost", told.scenario.cost}, {"open_vacancies", told.read.vacancies_open}, {"open_not_reported", told.read.not_reported}, {"groups", groups}, {"all", json_of(told.answer.all)}, {"targets", targets}}) + "\n";
}

}  // namespace kith::app
