#include "app/database_verbs.hpp"

#include "app/clock.hpp"
#include "app/installation.hpp"
#include "db/migrations.hpp"

#include <fmt/format.h>

namespace kith::app {

int check_config(const Configuration& configuration, const Arguments&)
{
    fmt::print("The configuration can be used.\n"
               "  partnership  {}\n  address      http://{}:{}\n  database     {}\n  key file     {}{}\n  uploads      up to {} MB\n  sample       {}\n",
               configuration.partnership.name, configuration.server.address, configuration.server.port, engine_words(configuration),
               configuration.storage.key_file.string(), std::filesystem::exists(configuration.storage.key_file) ? "" : " (not there yet: made at first start)",
               configuration.server.upload_limit_bytes / (1024 * 1024), configuration.sample ? "yes: the sign-in page offers every role" : "no");
    return Exit::clean;
}

int migrate(const Configuration& configuration, const Arguments&)
{
    auto database = open_database(configuration);
    auto applied = db::migrate(database, now());
    for (const auto& name : applied) fmt::print("{} applied\n", name);
    if (applied.empty()) fmt::print("The database is up to date.\n");
    return Exit::clean;
}

}  // namespace kith::app
