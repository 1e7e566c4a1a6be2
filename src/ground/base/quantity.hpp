#pragma once
// Amounts that must not be mixed or held in floating point: full-time equivalents, money, percentages.
#include "base/result.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace kith {

/// A full-time equivalent in whole thousandths: 1.000 is one person working full time.
class Fte {
public:
    constexpr Fte() = default;
    static constexpr Fte thousandths(std::int64_t value) { return Fte{value}; }
    /// "1", "0.6", ".75": not negative, at most three decimals.
    static Result<Fte> parse(std::string_view text);
    constexpr std::int64_t thousandths() const { return value_; }
    std::string text() const;   ///< shortest: "0.6", "1"
    std::string fixed() const;  ///< one decimal with thousands: "1,204.6", rounded half away from nought
    constexpr Fte operator+(Fte other) const { return Fte{value_ + other.value_}; }
    constexpr Fte operator-(Fte other) const { return Fte{value_ - other.value_}; }
    constexpr Fte& operator+=(Fte other) { value_ += other.value_; return *this; }
    constexpr auto operator<=>(const Fte&) const = default;

private:
    constexpr explicit Fte(std::int64_t value) : value_(value) {}
    std::int64_t value_ = 0;
};

/// Money in whole pence, pounds sterling.
class Pence {
public:
    constexpr Pence() = default;
    constexpr explicit Pence(std::int64_t value) : value_(value) {}
    /// "25.90", "20000", "20,000.50"; not negative.
    static Result<Pence> parse_pounds(std::string_view text);
    constexpr std::int64_t value() const { return value_; }
    std::string pounds() const;  ///< "£20,000.50", whole pounds without ".00"
    constexpr Pence operator+(Pence other) const { return Pence{value_ + other.value_}; }
    constexpr Pence operator-(Pence other) const { return Pence{value_ - other.value_}; }
    constexpr auto operator<=>(const Pence&) const = default;

private:
    std::int64_t value_ = 0;
};

/// A part of a whole, kept as both so that a percentage never loses its base.
struct Share {
    std::int64_t part = 0;
    std::int64_t whole = 0;
    /// "61%"; "5 of 8" where the whole is under 50 (a percentage without its base misleads); "none" where the whole is nought.
    std::string in_words() const;
    double percent() const { return whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole); }
    bool operator==(const Share&) const = default;
};

/// "12,345".
std::string with_commas(std::int64_t value);

}  // namespace kith
