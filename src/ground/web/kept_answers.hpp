#pragma once
// What forms were answered with, kept in memory for the session that sent them, so that the answer is a page of its own: it can be loaded
// again and gone back to, and nothing is sent twice. Names and answers stay out of addresses; a key that says nothing stands for them.
#include "access/permission.hpp"
#include "base/chance.hpp"
#include "base/instant.hpp"
#include "web/response.hpp"

#include <cstddef>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace kith::web {

/// The answer to one form, or the question that it asked.
struct KeptAnswer {
    access::Permission permission = access::Permission::signed_in;  ///< of the form's route; asked for again whenever the answer is shown
    Response page;       ///< with its own status; where it has `afterwards`, it is shown once and that from then on
    bool asks = false;   ///< the form only asks: `fields` are asked again, and `page` is empty
    Fields fields = {};
};

class KeptAnswers {
public:
    struct Limits {
        std::size_t bytes = 64U << 20U;      ///< of all; the oldest go first
        std::size_t one = 8U << 20U;         ///< bytes of one
        std::size_t for_a_browser = 20;      ///< how many; the oldest go first
        std::int64_t seconds = 30 * 60;      ///< since an answer was kept or last shown
    };
    explicit KeptAnswers(Limits limits) : limits_(limits) {}

    /// Keeps `answer` for `owner`, the hash of a session's secret. Its key; nothing where it is too large to be kept.
    std::optional<std::string> keep(const std::string& owner, KeptAnswer answer, Instant now, const Chance& chance);
    /// What `owner` kept under `key`. With `spend`, what is shown once is taken away and answers with its `afterwards` from then on.
    std::optional<KeptAnswer> find(std::string_view owner, std::string_view key, Instant now, bool spend);
    /// All that `owner` kept: they signed out.
    void forget(std::string_view owner);

private:
    struct Kept {
        std::string owner;
        KeptAnswer answer;
        std::size_t bytes = 0;
        Instant until;
    };
    void drop(const std::string& key);
    void drop_the_old(Instant now);
    std::mutex mutex_;
    Limits limits_;
    std::map<std::string, Kept, std::less<>> kept_;
    std::deque<std::string> order_;  ///< oldest first
    std::size_t bytes_ = 0;
};

}  // namespace kith::web
