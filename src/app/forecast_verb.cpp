#include "app/forecast_verb.hpp"

#include "app/clock.hpp"
#include "app/register_plan.hpp"
#include "app/forecast_scenario.hpp"
#include "app/installation.hpp"
#include "app/rooms.hpp"
#include "base/text.hpp"
#include "db/transaction.hpp"
#include "forecast/required.hpp"
#include "forecast/simulation.hpp"
#include "partnership/organisation_register.hpp"
#include "workforce/routes.hpp"
#include "workforce/tally_feed.hpp"

#include <boost/json.hpp>
#include <fmt/format.h>

#include <set>
#include <thread>

namespace kith::app {
namespace {

namespace f = forecast;

/// With fewer leavings of its own a group's rate is mostly what is usual elsewhere: its own estimate alone would be off by half or more in a third of cases.
constexpr double least_events = 5;

std::string basis_of(const f::GroupAnswer& group)
{
    if (group.own_years <= 0) return "no history of its own: too little to forecast by, national rates only";
    return fmt::format("{:.0f} left in {:.0f} person-years of its own, which weigh {:.0f}%{}", group.own_events, group.own_years, 100 * group.own_years / (group.own_years + group.usual_years), group.own_events < least_events ? ": too little to forecast by" : "");
}

std::string as_words(const f::Answer& answer, const f::Plan& plan, const RegisterPlan& read, const Scenario& scenario)
{
    std::string words;
    if (!scenario.name.empty()) words += "Scenario: " + scenario.name + "\n";
    words += fmt::format("{} in {}, {} ahead, {} runs, seed {}; full-time equivalents\n", counted(std::ssize(plan.workers), "engagement"), counted(std::ssize(plan.groups), "group"), counted(plan.months, "month"), plan.runs, plan.seed);
    words += fmt::format("{:<56}{:>6}{:>9}{:>9}{:>17}{:>17}{:>8}{:>9}{:>9}  {}\n", "group", "people", "now", "median", "half lie in", "four fifths in", "leave", "required", "short", "rests on");
    for (const auto& group : answer.groups) {
        const auto &now = group.months.front(), &then = group.months.back();
        const bool has_requirement = then.required > 0;
        words += fmt::format("{:<56}{:>6}{:>9.1f}{:>9.1f}{:>17}{:>17}{:>7.1f}%{:>9}{:>9}  {}\n", clipped(group.name, 55), group.now, now.median, then.median, fmt::format("{:.1f} to {:.1f}", then.low50, then.high50),
                             fmt::format("{:.1f} to {:.1f}", then.low80, then.high80), 100 * group.leaving, has_requirement ? fmt::format("{:.1f}", then.required) : "", has_requirement ? fmt::format("{:.0f}%", 100 * then.short_of) : "", basis_of(group));
    }
    for (const auto& target : scenario.targets) {
        double now = 0;
        for (const auto& worker : plan.workers) now += worker.group == target.group ? 1 : 0;
        const auto leaving = 1 - std::exp(-plan.groups[target.group].leave.mean());
        if (const auto found = f::trajectory(now, target.people, target.years, leaving))
            words += fmt::format("{}: from {:.0f} to {:.0f} in {}: {:.1f} a year if nobody left; with {:.1f}% leaving a year {:.1f} where those who start stay their first year, {:.1f} where they leave like everybody\n", plan.groups[target.group].name, now, target.people,
                                 counted(target.years, "year"), found->without_leavers, 100 * leaving, found->starters_stay_first, found->starters_leave_too);
    }
    if (scenario.cost > 0) words += fmt::format("The scenario's recruits and students cost {:.0f} pounds together\n", scenario.cost);
    std::set<std::string> sources;
    for (const auto& group : plan.groups) sources.insert(group.leave.source);
    words += fmt::format("History: the last {}, of each organisation after the first leaving that it reported. Posts that fall free are filled again after about four months. National rates:\n", counted(read.years_of_history, "year"));
    for (const auto& source : sources) words += "- " + source + "\n";
    return words;
}

std::string as_json(const f::Answer& answer, const f::Plan& plan, const Scenario& scenario)
{
    boost::json::array groups;
    for (const auto& group : answer.groups) {
        boost::json::array months;
        for (const auto& month : group.months)
            months.push_back({{"median", month.median}, {"low50", month.low50}, {"high50", month.high50}, {"low80", month.low80}, {"high80", month.high80}, {"people", month.heads}, {"required", month.required}, {"short", month.short_of}});
        static constexpr std::array<const char*, f::flows> names{"left", "retired", "ended", "moved_out", "moved_in", "joined", "came_by_plan"};
        boost::json::object expected;
        for (std::size_t flow = 0; flow < f::flows; ++flow) expected[names.at(flow)] = group.expected.at(flow);
        groups.push_back({{"name", group.name}, {"people", group.now}, {"leaving", group.leaving}, {"own_events", group.own_events}, {"own_years", group.own_years}, {"enough_history", group.own_events >= least_events}, {"expected", expected}, {"months", months}});
    }
    return boost::json::serialize(boost::json::object{{"months", plan.months}, {"runs", plan.runs}, {"seed", plan.seed}, {"scenario", scenario.name}, {"cost", scenario.cost}, {"groups", groups}}) + "\n";
}

Result<void> forecast(const Configuration& configuration, const Arguments& arguments)
{
    const auto months = arguments.number("months", 24, 600), runs = arguments.number("runs", 200, 10'000), seed = arguments.number("seed", 1, 1'000'000'000);
    for (const auto& number : {months, runs, seed})
        if (!number) return std::unexpected(number.error());
    const auto packs = load_packs(configuration);
    if (!packs) return std::unexpected(packs.error());
    auto database = open_existing_database(configuration);
    if (!database) return std::unexpected(database.error());
    db::Reader reader{*database};
    workforce::TallyFeed feed{workforce::role_mapping(*packs)};
    std::vector<std::string> group_by;
    for (const auto& name : split(std::string_view{arguments.option("group-by") ? *arguments.option("group-by") : "role"}, ',')) group_by.emplace_back(trimmed(name));
    PlaceNames organisations, localities;
    for (const auto& one : partnership::all_organisations(reader)) organisations[workforce::tally_text(one.id)] = one.name;
    for (const auto& one : partnership::all_localities(reader)) localities[workforce::tally_text(one.id)] = one.name;
    auto read = plan_of_register(feed.up_to_date(reader)->table, **packs, group_by, organisations, localities, now().date_in_london());
    if (!read) return std::unexpected(read.error());
    auto& plan = read->plan;
    plan.months = static_cast<int>(*months);
    plan.runs = static_cast<int>(*runs);
    plan.seed = static_cast<std::uint64_t>(*seed);
    plan.threads = static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U));
    Scenario scenario;
    if (const auto path = arguments.option("scenario")) {
        auto added = add_scenario(*path, plan);
        if (!added) return std::unexpected(added.error());
        scenario = std::move(*added);
    }
    const auto answer = f::simulate(plan);
    if (!answer) return std::unexpected(answer.error());
    fmt::print("{}", arguments.has("json") ? as_json(*answer, plan, scenario) : as_words(*answer, plan, *read, scenario));
    return {};
}

}  // namespace

int forecast_workforce(const Configuration& configuration, const Arguments& arguments)
{
    const auto done = forecast(configuration, arguments);
    return done ? Exit::clean : refuse(done.error());
}

}  // namespace kith::app
