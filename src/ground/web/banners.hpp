#pragma once
// What to tell on the next page, once. Kept here and not in the cookie, which holds only a number that means nothing elsewhere.
#include "base/chance.hpp"

#include <cstddef>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kith::web {

class Banners {
public:
    explicit Banners(std::size_t limit = 10'000) : limit_(limit) {}
    /// Keeps `words`; answers the key for the cookie. The oldest is forgotten where there are too many.
    std::string keep(std::string words, const Chance& chance);
    /// The words under `key`, or empty.
    std::string find(std::string_view key) const;
    void forget(std::string_view key);

private:
    mutable std::mutex mutex_;
    std::size_t limit_;
    std::unordered_map<std::string, std::string> words_;
    std::deque<std::string> order_;
};

}  // namespace kith::web
