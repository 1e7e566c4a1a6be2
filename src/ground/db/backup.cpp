#include "db/backup.hpp"

#include "db/change_set.hpp"
#include "db/dump.hpp"
#include "db/error.hpp"
#include "db/schema.hpp"
#include "db/sqlite_copy.hpp"
#include "db/verify.hpp"

#include <fmt/format.h>

#include <fstream>
#include <utility>

namespace kith::db {
namespace {

namespace fs = std::filesystem;

void dump_to(Database& database, const fs::path& file)
{
    auto partial = file;
    partial += ".partial";
    std::ofstream{partial};
    fs::permissions(partial, fs::perms::owner_read | fs::perms::owner_write);
    try {
        Reader reader{database};
        std::ofstream out{partial, std::ios::binary};
        dump(reader, out);
    } catch (...) {
        fs::remove(partial);
        throw;
    }
    fs::rename(partial, file);
}

/// A copy of the backup's file beside the target, opened: a restore must not write to the backup, which opening in WAL mode does.
Result<void> load_sqlite(Database& target, const fs::path& file, Instant now)
{
    auto folder = fs::temp_directory_path() / fmt::format("kith-restore-{}", target.make_public_id(now).text());
    fs::create_directory(folder);
    fs::permissions(folder, fs::perms::owner_all);
    struct Gone {
        fs::path folder;
        ~Gone() { std::error_code ignored; fs::remove_all(folder, ignored); }
    } gone{folder};
    copy_sqlite(file, folder / "copy.sqlite");
    {
        auto copy = Database::open({.url = "sqlite:" + (folder / "copy.sqlite").string()});
        Reader reader{copy};
        std::ofstream out{folder / "dump", std::ios::binary};
        dump(reader, out);
    }
    std::ifstream in{folder / "dump", std::ios::binary};
    auto loaded = load(target, in, now);
    if (!loaded) return std::unexpected(loaded.error());
    return {};
}

Result<void> load_dump(Database& target, const fs::path& file, Instant now)
{
    std::ifstream in{file, std::ios::binary};
    auto loaded = load(target, in, now);
    if (!loaded) return std::unexpected(loaded.error());
    return {};
}

bool is_empty(Database& database)
{
    Reader reader{database};
    return tables_of(reader).empty();
}

/// The file that will be the database once it has been verified; gone where it was not put in place.
struct Waiting {
    explicit Waiting(const fs::path& target) : file(target.string() + ".restoring") { clear(); }
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;
    ~Waiting() { clear(); }
    void clear() const
    {
        std::error_code ignored;
        for (const char* beside : {"", "-wal", "-shm"}) fs::remove(file.string() + beside, ignored);
    }
    fs::path file;
};

/// SQLite to SQLite: the file, put in place once it has been verified there.
Result<void> place_file(const Options& options, const fs::path& file, Instant now)
{
    fs::path target = options.url.substr(7);
    if (fs::exists(target)) {
        auto database = Database::open(options);
        if (!is_empty(database)) return conflict("The database is not empty: a backup is restored to a new one");
    }
    Waiting waiting{target};
    copy_sqlite(file, waiting.file);
    {
        Options there = options;
        there.url = "sqlite:" + waiting.file.string();
        auto copy = Database::open(there);
        migrate(copy, now);
        Reader reader{copy};
        if (auto result = verify(reader); !result.holds()) {
            return conflict("The registers in the backup are not as they were sealed. " + result.discrepancies[0].in_words());
        }
    }
    for (const char* beside : {"", "-wal", "-shm"}) fs::remove(target.string() + beside);
    fs::rename(waiting.file, target);
    return {};
}

}  // namespace

Result<BackupReport> back_up(Database& database, const fs::path& file)
{
    if (fs::exists(file)) return conflict(fmt::format("{} is there already: give the backup a name of its own", file.string()));
    database.engine() == Engine::sqlite ? copy_sqlite(database.path(), file) : dump_to(database, file);
    Reader reader{database};
    return BackupReport{file, fs::file_size(file), sealing_key_wanted(reader)};
}

Result<RestoreReport> restore(const Options& options, const fs::path& file, Instant now, const std::optional<SealingKey>& key)
{
    if (!fs::is_regular_file(file)) return not_found("Backup");
    Result<void> restored;
    if (options.url.starts_with("sqlite:") && is_sqlite_file(file)) {
        restored = place_file(options, file, now);
    } else {
        auto target = Database::open(options);
        restored = is_sqlite_file(file) ? load_sqlite(target, file, now) : load_dump(target, file, now);
    }
    if (!restored) return std::unexpected(restored.error());
    auto database = Database::open(options);
    Reader reader{database};
    RestoreReport report{last_change_set(reader), {}};
    if (auto fits = check_sealing_key(reader, key); !fits) report.key_problem = fits.error().message;
    return report;
}

}  // namespace kith::db
