#include "base/quantity.hpp"

#include <fmt/format.h>

#include <cmath>

namespace kith {
namespace {
/// Decimal text as a whole number of 1/10^decimals, or nothing where it is not one or has more decimals.
bool scaled(std::string_view text, int decimals, std::int64_t& out)
{
    bool any = false;
    int after = -1;
    out = 0;
    for (char c : text) {
        if (c == '.' && after < 0) {
            after = 0;
            continue;
        }
        if (c < '0' || c > '9' || out > 1'000'000'000'000) return false;
        any = true;
        if (after >= decimals) {
            if (c != '0') return false;
            continue;
        }
        out = out * 10 + (c - '0');
        if (after >= 0) ++after;
    }
    for (int i = after < 0 ? 0 : after; i < decimals; ++i) out *= 10;
    return any;
}
}  // namespace

std::string with_commas(std::int64_t value)
{
    auto digits = std::to_string(value < 0 ? -value : value);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), ",");
    return value < 0 ? "-" + digits : digits;
}

Result<Fte> Fte::parse(std::string_view text)
{
    std::int64_t value = 0;
    if (!scaled(text, 3, value)) return unacceptable({}, "FTE must be a number with at most three decimals, like 0.6");
    return Fte{value};
}

std::string Fte::text() const
{
    auto text = fmt::format("{}{}.{:03}", value_ < 0 ? "-" : "", std::abs(value_) / 1000, std::abs(value_) % 1000);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string Fte::fixed() const
{
    auto tenths = (std::abs(value_) + 50) / 100;
    return fmt::format("{}{}.{}", value_ < 0 ? "-" : "", with_commas(tenths / 10), tenths % 10);
}

Result<Pence> Pence::parse_pounds(std::string_view text)
{
    std::string plain;
    for (char c : text)
        if (c != ',') plain.push_back(c);
    if (plain.starts_with("£")) plain.erase(0, std::string_view{"£"}.size());
    std::int64_t value = 0;
    if (!scaled(plain, 2, value)) return unacceptable({}, "Amount must be in pounds and pence, like 25.90");
    return Pence{value};
}

std::string Pence::pounds() const
{
    auto size = std::abs(value_);
    auto text = std::string{value_ < 0 ? "-£" : "£"} + with_commas(size / 100);
    return size % 100 == 0 ? text : text + fmt::format(".{:02}", size % 100);
}

std::string Share::in_words() const
{
    if (whole == 0) return "none";
    if (whole < 50) return fmt::format("{} of {}", part, whole);
    return fmt::format("{}%", std::llround(percent()));
}

}  // namespace kith
