#include "matching/similarity.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <utility>

namespace kith::matching {
namespace {

constexpr std::size_t longest = 64;

std::uint64_t ones(std::size_t number) { return number >= longest ? ~std::uint64_t{0} : (std::uint64_t{1} << number) - 1; }

/// Letters of either text that match one of the other's within the window, as bits.
struct Matched {
    std::uint64_t one = 0, other = 0;
};
Matched matches(std::string_view one, std::string_view other)
{
    std::array<std::uint64_t, 256> where{};
    for (std::size_t at = 0; at < other.size(); ++at) where[static_cast<unsigned char>(other[at])] |= std::uint64_t{1} << at;
    const auto longer = std::max(one.size(), other.size());
    const auto window = longer / 2 == 0 ? 0 : longer / 2 - 1;
    Matched matched;
    for (std::size_t at = 0; at < one.size(); ++at) {
        const auto first = at > window ? at - window : 0;
        const auto free = where[static_cast<unsigned char>(one[at])] & ones(std::min(at + window + 1, longest)) & ~ones(first) & ~matched.other;
        if (free == 0) continue;
        matched.one |= std::uint64_t{1} << at;
        matched.other |= free & (~free + 1);  // the lowest
    }
    return matched;
}

/// Matching letters that stand in another order.
int out_of_order(std::string_view one, std::string_view other, Matched matched)
{
    int moved = 0;
    while (matched.one != 0) {
        if (one[static_cast<std::size_t>(std::countr_zero(matched.one))] != other[static_cast<std::size_t>(std::countr_zero(matched.other))]) ++moved;
        matched.one &= matched.one - 1;
        matched.other &= matched.other - 1;
    }
    return moved;
}

}  // namespace

double jaro_winkler(std::string_view one, std::string_view other)
{
    if (std::pair{other.size(), other} < std::pair{one.size(), one}) std::swap(one, other);  // the same whichever is named first
    one = one.substr(0, longest);
    other = other.substr(0, longest);
    if (one == other) return one.empty() ? 0 : 1;
    const auto matched = matches(one, other);
    const auto number = static_cast<double>(std::popcount(matched.one));
    if (number == 0) return 0;
    const auto transposed = static_cast<double>(out_of_order(one, other, matched)) / 2;
    const auto jaro = (number / static_cast<double>(one.size()) + number / static_cast<double>(other.size()) + (number - transposed) / number) / 3;
    constexpr std::size_t most_prefix = 4;
    constexpr double a_letter = 0.1;
    std::size_t prefix = 0;
    while (prefix < std::min({most_prefix, one.size(), other.size()}) && one[prefix] == other[prefix]) ++prefix;
    return jaro + static_cast<double>(prefix) * a_letter * (1 - jaro);
}

bool within_one_edit(std::string_view one, std::string_view other)
{
    if (one.size() > other.size()) std::swap(one, other);
    if (other.size() - one.size() > 1) return false;
    std::size_t at = 0;
    while (at < one.size() && one[at] == other[at]) ++at;
    if (one.size() < other.size()) return one.substr(at) == other.substr(at + 1);
    if (at == one.size() || one.substr(at + 1) == other.substr(at + 1)) return true;
    return at + 1 < one.size() && one[at] == other[at + 1] && one[at + 1] == other[at] && one.substr(at + 2) == other.substr(at + 2);
}

}  // namespace kith::matching
