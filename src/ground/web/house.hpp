#pragma once
// What every visit may ask the house for: the database, the clock, chance, the names on the door. Made once at start, by the app room.
#include "access/session.hpp"
#include "access/viewer.hpp"
#include "base/chance.hpp"
#include "ui/layout.hpp"
#include "web/log.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace kith::db {
class Database;
}
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
    std::string contact = {};                             ///< whom to ask, at the foot of every page
    bool secure = false;                                  ///< pages are reached by TLS: Secure cookies, HSTS
    bool sample = false;                                  ///< a made-up area: the sign-in page offers each role
    std::filesystem::path spool = std::filesystem::temp_directory_path();  ///< where uploads lie while they are looked at
    std::uint64_t upload_limit = 50ull << 20;             ///< bytes of one upload, files and fields together
    /// Every page that may ask the database runs on a worker: a reader may have to wait for a free connection, and an event loop must not.
    /// False leaves it to each route's flag.
    bool pages_on_workers = true;
    access::SessionLimits sessions = {};
    std::string site = "http://127.0.0.1:8080";  ///< what goes before a path in a link that leaves the house: mails and letters
    bool mails = false;  ///< mail is set up: what people are told goes out by mail too
    std::string sign_in = "/sign-in";  ///< path of the sign-in page; "?return=" with where to go back to is put after it
};

class Visit;

struct House {
    db::Database& database;
    std::function<Instant()> clock;
    Chance chance;  ///< bytes that nobody can foresee; tests give a seeded one
    Log& log;
    Settings settings = {};
    std::vector<NavigationItem> navigation = {};
    std::vector<ui::FooterLink> footer_links = {};
    ui::PageAssets assets = {};  ///< what every page loads
    jobs::Queue* queue = nullptr;
    access::ReadLog* reads = nullptr;
    std::function<ui::Html(Visit&, const ui::Html& content)> explain = {};  ///< what ends a page for those who are signed in: its abbreviations and what they mean
};

}  // namespace kith::web
