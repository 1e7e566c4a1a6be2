#pragma once
// Working days lost to an absence, as a fact of that kind holds them in `detail`: a value with one checked way in, and how many fall in a year. Pure.
#include "base/date.hpp"
#include "base/quantity.hpp"

#include <algorithm>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kith::workforce {

/// Working days in whole hundredths: 12.5 is twelve days and a half.
class DaysLost {
public:
    constexpr DaysLost() = default;
    static constexpr DaysLost hundredths(std::int64_t value) { return DaysLost{value}; }
    /// "0", "12", "12.5", "12.25": not negative, at most two decimals; nothing for anything else.
    static std::optional<DaysLost> parse(std::string_view text)
    {
        const auto number = Fte::parse(text);  // the same digits: a number with at most three decimals
        return number && number->thousandths() % 10 == 0 ? std::optional{DaysLost{number->thousandths() / 10}} : std::nullopt;
    }
    constexpr std::int64_t hundredths() const { return value_; }
    std::string text() const { return Fte::thousandths(value_ * 10).text(); }  ///< shortest: "12.5"
    constexpr auto operator<=>(const DaysLost&) const = default;

private:
    constexpr explicit DaysLost(std::int64_t value) : value_(value) {}
    std::int64_t value_ = 0;
};

/// How much of an absence falls within a year, in thousandths of a working day: all of it, or where it straddles an end of the year the part of
/// its days that falls in, rounded half up.
struct LostWithin {
    std::int64_t thousandths = 0;
    bool straddles = false;
    constexpr bool operator==(const LostWithin&) const = default;
};
/// Nothing where no day of it falls in. `absence` and `year` both have a last day.
constexpr std::optional<LostWithin> lost_within(DaysLost lost, Period absence, Period year)
{
    const Date from = std::max(absence.from, year.from), to = std::min(*absence.to, *year.to);
    if (to < from || *absence.to < absence.from) return std::nullopt;
    const std::int64_t within = to.days_since_epoch() - from.days_since_epoch() + 1;
    const std::int64_t length = absence.to->days_since_epoch() - absence.from.days_since_epoch() + 1;
    return LostWithin{(2 * lost.hundredths() * 10 * within + length) / (2 * length), within < length};
}

}  // namespace kith::workforce
