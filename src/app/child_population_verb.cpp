#include "app/child_population_verb.hpp"

#include "app/clock.hpp"
#include "app/installation.hpp"
#include "app/rooms.hpp"
#include "app/whole_file.hpp"
#include "base/text.hpp"
#include "db/transaction.hpp"
#include "partnership/organisation_register.hpp"
#include "profile/child_population_register.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace kith::app {
namespace {

Result<files::Table> table_in(const std::string& path)
{
    auto bytes = whole_file(path);
    if (!bytes) return std::unexpected(bytes.error());
    auto table = files::Table::read(std::move(*bytes), {.limits = {}, .wanted = profile::is_child_population_file, .sheet = {}});
    if (table && !profile::is_child_population_file(*table))
        return unacceptable("file", path + " lacks a column. It needs " + std::string{trimmed(profile::child_population_template())});
    return table;
}

/// As `kith import` says them: a line each.
void say(const std::vector<partnership::FileFinding>& findings)
{
    for (const auto& finding : findings) fmt::print("line {}, {}: {} ({})\n", finding.line, finding.column, finding.message, finding.rule);
}

}  // namespace

int take_child_population(const Configuration& configuration, const Arguments& arguments)
{
    const auto packs = load_packs(configuration);
    if (!packs) return refuse(packs.error());
    const auto table = table_in(std::string{arguments.words().front()});
    if (!table) return refuse(table.error());
    auto database = open_existing_database(configuration);
    if (!database) return refuse(database.error());
    db::Writer writer{*database};
    const auto places = profile::places_named(partnership::all_localities(writer), now().date_in_london());
    const auto file = profile::read_child_population(*table, **packs, places);
    say(file.findings);
    const auto plan = profile::plan_for(file, profile::child_counts(writer));
    const auto left_out = file.rows - static_cast<std::int64_t>(file.taken.size());
    fmt::print("{}: {} new, {} changed, {} as held, {} left out\n", counted(file.rows, "row"), plan.added.size(), plan.changed.size(), plan.unchanged, left_out);
    const bool writes = !plan.added.empty() || !plan.changed.empty();
    if (writes && arguments.has("accept")) {
        db::ChangeSet changes{writer, now(), {.account = {}, .actor = "command line"}, "How many children live where"};
        profile::apply(changes, plan, now());
        writer.commit();
        fmt::print("Taken.\n");
    } else if (writes) {
        fmt::print("Nothing was changed. Run again with --accept to take them.\n");
    }
    return left_out > 0 ? Exit::findings : Exit::clean;
}

}  // namespace kith::app
