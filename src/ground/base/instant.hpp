#pragma once
// A moment, in UTC seconds, and how it reads in England. Nothing here asks what time it is: "now" is a parameter.
#include "base/date.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace kith {

class Instant {
public:
    constexpr Instant() = default;
    constexpr explicit Instant(std::int64_t seconds) : seconds_(seconds) {}
    /// "2026-11-21T09:32:00Z", as the database stores it.
    static Result<Instant> parse(std::string_view text);
    constexpr std::int64_t seconds_since_epoch() const { return seconds_; }
    constexpr Instant plus_seconds(std::int64_t seconds) const { return Instant{seconds_ + seconds}; }
    /// "2026-11-21T09:32:00Z".
    std::string iso() const;
    /// The civil date in Europe/London, summer time taken into account.
    Date date_in_london() const;
    /// "21 November 2026 at 9:32am", Europe/London.
    std::string in_words() const;
    /// Seconds from this moment to `later`; negative where it lies before.
    constexpr std::int64_t seconds_until(Instant later) const { return later.seconds_ - seconds_; }
    constexpr auto operator<=>(const Instant&) const = default;

private:
    std::int64_t seconds_ = 0;
};

}  // namespace kith
