#pragma once
// A copy of the database while it is in use, and putting one back. SQLite: the file itself. PostgreSQL: the neutral dump.
#include "base/result.hpp"
#include "db/database.hpp"
#include "db/sealed.hpp"

#include <filesystem>
#include <optional>

namespace kith::db {

struct BackupReport {
    std::filesystem::path file;
    std::uintmax_t bytes = 0;
    std::optional<std::string> sealing_key;  ///< the fingerprint of the key without which sealed numbers in it cannot be read
};

/// Writes `file` in one step, as of one moment, readable by its owner only; writers wait no longer than SQLite's log allows.
/// A problem where `file` is there already. A copy that cannot be finished leaves nothing at `file`.
Result<BackupReport> back_up(Database& database, const std::filesystem::path& file);

struct RestoreReport {
    std::int64_t change_sets = 0;
    std::optional<std::string> key_problem;  ///< in words, where sealed values cannot be read with the key given
};

/// Puts a backup of either kind into the database that `options` names, of either engine, and verifies its chain. Refused, and
/// nothing changed, where that database holds any table, or the file is damaged.
Result<RestoreReport> restore(const Options& options, const std::filesystem::path& file, Instant now, const std::optional<SealingKey>& key);

}  // namespace kith::db
