#include "db/sqlite_copy.hpp"

#include "db/error.hpp"
#include "db/sqlite_failure.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <fstream>
#include <memory>
#include <string>
#include <string_view>

namespace kith::db {
namespace {

struct Close {
    void operator()(sqlite3* handle) const { sqlite3_close_v2(handle); }
};
using Handle = std::unique_ptr<sqlite3, Close>;

Handle opened(const std::filesystem::path& path, int flags)
{
    sqlite3* raw = nullptr;
    int code = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
    Handle handle{raw};
    if (code != SQLITE_OK) throw DatabaseError(Failure::lost, "cannot open the database file \"" + path.string() + "\"");
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_busy_timeout(raw, 30'000);
    return handle;
}

void require_sound(sqlite3* handle)
{
    std::string answer;
    auto keep = [](void* out, int, char** texts, char**) {
        *static_cast<std::string*>(out) = texts[0];
        return 0;
    };
    if (sqlite3_exec(handle, "PRAGMA quick_check(1)", keep, &answer, nullptr) != SQLITE_OK || answer != "ok") {
        throw DatabaseError(Failure::lost, "the database file is damaged");
    }
}

void flush_to_disk(const std::filesystem::path& file)
{
    int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
    bool flushed = descriptor >= 0 && fsync(descriptor) == 0;
    if (descriptor >= 0) close(descriptor);
    if (!flushed) throw DatabaseError(Failure::disk_full, "the copy cannot be written to disk");
}

}  // namespace

void copy_sqlite(const std::filesystem::path& from, const std::filesystem::path& to)
{
    auto partial = to;
    partial += ".partial";
    std::filesystem::remove(partial);
    close(open(partial.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600));  // before SQLite makes it readable by others
    try {
        auto source = opened(from, SQLITE_OPEN_READWRITE);
        auto target = opened(partial, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
        auto* backup = sqlite3_backup_init(target.get(), "main", source.get(), "main");
        if (backup == nullptr) throw_sqlite_failure(target.get(), "backup");
        sqlite3_backup_step(backup, -1);  // all in one: in steps it begins anew at every write, and never ends
        if (sqlite3_backup_finish(backup) != SQLITE_OK) throw_sqlite_failure(target.get(), "backup");
        // A copy needs no log beside it, and can then be read where nothing can be written.
        if (sqlite3_exec(target.get(), "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr) != SQLITE_OK) throw_sqlite_failure(target.get(), "backup");
        require_sound(target.get());
    } catch (...) {
        std::filesystem::remove(partial);
        throw;
    }
    flush_to_disk(partial);
    std::filesystem::rename(partial, to);
}

bool is_sqlite_file(const std::filesystem::path& file)
{
    constexpr std::string_view magic{"SQLite format 3\0", 16};
    std::string head(16, '\0');
    std::ifstream in{file, std::ios::binary};
    in.read(head.data(), 16);
    return in && head == magic;
}

}  // namespace kith::db
