#pragma once
// What every visit may ask the house for: the database, the clock, chance, the names on the door. Made once at start, by the app room.
#include "access/viewer.hpp"
#include "web/log.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::db {
class Database;
class Reader;
}  // namespace kith::db
namespace kith::jobs {
class Queue;
}
namespace kith::access {
class ReadLog;
}

namespace kith::web {

/// One place of the main menu; shown to those whose reach for `permission` is not empty.
struct NavigationItem {
    std::string text;
    std::string href;
    access::Permission permission = access::Permission::signed_in;
};

struct Settings {
    std::string partnership = "Children's partnership";  ///< stands in the header of every page
    bool secure = false;                                  ///< pages are reached by TLS: Secure cookies, HSTS
    bool sample = false;                                  ///< a made-up area: the sign-in page offers each role
    std::filesystem::path spool = std::filesystem::temp_directory_path();  ///< where uploads lie while they are looked at
    std::uint64_t upload_limit = 50ull << 20;             ///< bytes of one upload, files and fields together
};

struct House {
    db::Database& database;
    std::function<Instant()> clock;
    std::function<void(std::span<unsigned char>)> random;  ///< bytes that nobody can foresee; tests give a seeded one
    Log& log;
    Settings settings = {};
    std::vector<NavigationItem> navigation = {};
    /// Who holds the session `token` now; a viewer who is not signed in where nobody does. The sessions of access fill it in.
    std::function<access::Viewer(db::Reader&, std::string_view token, Instant now)> viewer_of = {};
    jobs::Queue* queue = nullptr;
    access::ReadLog* reads = nullptr;
};

}  // namespace kith::web
