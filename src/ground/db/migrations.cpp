#include "db/migrations.hpp"

#include "db/connection.hpp"
#include "db/dialect.hpp"
#include "db/digest.hpp"
#include "db/error.hpp"
#include "db/pool.hpp"
#include "db/schema.hpp"
#include "db/transaction.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace kith::db {
namespace {

struct Applied {
    std::string name;
    std::string hash;
};

constexpr std::string_view own_table =
    "CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL, applied_at TEXT NOT NULL);";

std::map<int, Applied> applied_to(Reader& reader)
{
    std::map<int, Applied> applied;
    if (!has_table(reader, "migration")) return applied;
    reader.each("SELECT number, name, hash FROM migration", [&](const Row& row) {
        applied[row.get<int>("number")] = {row.get<std::string>("name"), row.get<std::string>("hash")};
    });
    return applied;
}

/// Throws unless the applied ones are, unedited, the first ones of `migrations`.
void check(const std::map<int, Applied>& applied, std::span<const Migration> migrations)
{
    if (applied.empty()) return;
    int newest = applied.rbegin()->first;
    for (const auto& [number, was] : applied) {
        auto known = std::ranges::find(migrations, number, &Migration::number);
        if (known == migrations.end()) {
            throw DatabaseError(Failure::other, fmt::format("the database is newer than this program: it has migration {}, which the "
                                                            "program does not know. Run a newer kith", was.name));
        }
        if (migration_hash(*known) != was.hash) {
            throw DatabaseError(Failure::other, fmt::format("migration {} was edited after it was applied to this database. Put it back "
                                                            "as it was and add a new migration", was.name));
        }
    }
    for (const auto& migration : migrations) {
        if (migration.number < newest && !applied.contains(migration.number)) {
            throw DatabaseError(Failure::other, fmt::format("migration {} comes before {}, which this database already has: give it a "
                                                            "number after it", migration.name, applied.rbegin()->second.name));
        }
    }
}

bool apply(Database& database, Instant now, const Migration& migration, std::span<const Migration> all)
{
    Writer writer{database};
    if (!has_table(writer, "migration")) writer.connection().script(in_dialect(writer.engine(), own_table));
    auto applied = applied_to(writer);  // read again under the lock: another program may have been at it
    check(applied, all);
    if (applied.contains(migration.number)) return false;
    writer.connection().script(in_dialect(writer.engine(), migration.sql));
    writer.run("INSERT INTO migration (number, name, hash, applied_at) VALUES ($1, $2, $3, $4)", migration.number, migration.name,
               migration_hash(migration), now);
    writer.commit();
    return true;
}

}  // namespace

std::string migration_hash(const Migration& migration)
{
    return hex(Hasher{"kith migration 1"}.text(migration.sql).done());
}

SchemaState schema_state(Database& database, std::span<const Migration> migrations)
{
    Reader reader{database};
    auto applied = applied_to(reader);
    check(applied, migrations);
    return {applied.empty() ? 0 : applied.rbegin()->first, migrations.empty() ? 0 : migrations.back().number};
}

std::vector<std::string> migrate(Database& database, Instant now, std::span<const Migration> migrations)
{
    std::vector<std::string> names;
    auto done = schema_state(database, migrations).applied;
    for (const auto& migration : migrations) {
        if (migration.number > done && apply(database, now, migration, migrations)) names.push_back(migration.name);
    }
    if (!names.empty()) pool_of(database).forget_idle();
    return names;
}

}  // namespace kith::db
