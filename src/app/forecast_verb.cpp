#include "app/forecast_verb.hpp"

#include "app/clock.hpp"
#include "app/forecast_report.hpp"
#include "app/forecast_watch.hpp"
#include "app/installation.hpp"
#include "app/rooms.hpp"
#include "base/text.hpp"
#include "db/transaction.hpp"
#include "partnership/organisation_register.hpp"
#include "workforce/routes.hpp"
#include "workforce/tally_feed.hpp"

#include <fmt/format.h>

#include <thread>

namespace kith::app {
namespace {

namespace f = forecast;

/// What a forecast reads of the partnership.
struct Ground {
    PlaceNames names;
    SettingCounts settings;
};
Ground ground_of(db::Reader& reader, const packs::Packs& packs, Date today)
{
    Ground ground;
    for (const auto& one : partnership::all_organisations(reader)) ground.names.organisations[workforce::tally_text(one.id)] = one.name;
    for (const auto& one : partnership::all_localities(reader)) ground.names.localities[workforce::tally_text(one.id)] = one.name;
    for (const auto& one : partnership::all_settings(reader)) {
        if (!one.is_open(today)) continue;
        ++ground.settings[one.kind];
        if (const auto* kind = packs.list("setting_kinds").find(one.kind); kind != nullptr && lower_ascii(kind->label) != one.kind) ++ground.settings[lower_ascii(kind->label)];
    }
    return ground;
}

Result<Forecast> forecast(const Configuration& configuration, const Arguments& arguments)
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
    const std::string by = arguments.option("group-by") ? *arguments.option("group-by") : "role";
    for (const auto& name : split(std::string_view{by}, ',')) group_by.emplace_back(trimmed(name));
    const auto today = now().date_in_london();
    const auto ground = ground_of(reader, **packs, today);
    const auto snapshot = feed.up_to_date(reader);
    auto read = plan_of_register(*snapshot, **packs, group_by, ground.names, today);
    if (!read) return std::unexpected(read.error());
    auto& plan = read->plan;
    plan.months = static_cast<int>(*months);
    plan.runs = static_cast<int>(*runs);
    plan.seed = static_cast<std::uint64_t>(*seed);
    plan.threads = static_cast<int>(std::max(std::thread::hardware_concurrency(), 1U));
    Forecast told{.read = {}, .scenario = {}, .answer = {}, .without = {}, .from = today};
    const auto path = arguments.option("scenario");
    ForecastWatch watch{(path ? 2 : 1) * plan.runs};
    if (path) {
        const auto without = plan;
        auto added = add_scenario(*path, plan, ground.settings);
        if (!added) return std::unexpected(added.error());
        told.scenario = std::move(*added);
        auto answer = f::simulate(without, false, watch.stop(), watch.runs_done());
        if (!answer) return std::unexpected(answer.error());
        told.without = std::move(*answer);
    }
    auto answer = f::simulate(plan, false, watch.stop(), watch.runs_done());
    if (!answer) return std::unexpected(answer.error());
    told.answer = std::move(*answer), told.read = std::move(*read);
    return told;
}

}  // namespace

int forecast_workforce(const Configuration& configuration, const Arguments& arguments)
{
    const auto told = forecast(configuration, arguments);
    if (!told) return refuse(told.error());
    fmt::print("{}", arguments.has("json") ? forecast_json(*told) : forecast_words(*told));
    return Exit::clean;
}

}  // namespace kith::app
