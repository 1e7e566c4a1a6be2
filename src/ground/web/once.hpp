#pragma once
// A form that is sent twice is acted on once: the second sending waits for the first and gets what the first one led to. Rests on the
// keys that access keeps in the database, so that it holds across a restart.
#include "base/instant.hpp"
#include "web/response.hpp"

#include <condition_variable>
#include <expected>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>

namespace kith::db {
class Database;
}

namespace kith::web {

class Once {
public:
    explicit Once(db::Database& database) : database_(&database) {}

    struct Sending {
        std::string_view owner;  ///< hash of the browser's secret
        std::string_view key;
        Instant now;
    };
    /// Why a sending has no answer of its own.
    enum class Unanswered {
        under_way,   ///< another sending is, or it broke off when the program was killed
        dealt_with,  ///< and what it led to was no page that can be gone to
    };
    /// Runs `act` for the first sending. A redirect it leads to is the outcome of every later one; an answer that changed nothing, such as
    /// anything from 400 up, lets the key be used again.
    std::expected<Response, Unanswered> act_once(const Sending& sending, const std::function<Response()>& act);

private:
    bool begin(const std::string& name);
    void end(const std::string& name);
    void keep_banner(const std::string& name, const std::string& words);
    std::string banner_of(const std::string& name);

    db::Database* database_;
    std::mutex mutex_;
    std::condition_variable ended_;
    std::set<std::string> running_;
    std::map<std::string, std::string> banners_;  ///< of outcomes, while they last in memory
};

}  // namespace kith::web
