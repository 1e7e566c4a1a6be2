#pragma once
// Ids: small integers inside (Id<Tag>, one type a thing, no arithmetic), 128-bit time-ordered ones outside (PublicId).
#include "base/instant.hpp"
#include "base/result.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace kith {

/// The key of one kind of thing. `Tag` is an undefined struct, so ids of different things never mix.
template <class Tag>
class Id {
public:
    constexpr Id() = default;  ///< no thing: value 0, which no table gives out
    constexpr explicit Id(std::int64_t value) : value_(value) {}
    constexpr std::int64_t value() const { return value_; }
    constexpr bool is_set() const { return value_ != 0; }
    constexpr auto operator<=>(const Id&) const = default;

private:
    std::int64_t value_ = 0;
};

/// The id that stands in URLs and exports: 48 bits of milliseconds, then 80 random bits, so that new rows land at the end
/// of an index (UUID version 7's idea, RFC 9562, without its version bits). Text form: 26 characters, Crockford base 32, lower case.
class PublicId {
public:
    PublicId() = default;
    /// `random`: 10 bytes from the caller, since nothing in base reads chance.
    static PublicId make(Instant now, int milliseconds, const std::array<std::uint8_t, 10>& random);
    /// 26 characters as `text()` writes them; upper case is taken too.
    static Result<PublicId> parse(std::string_view text);
    std::string text() const;
    auto operator<=>(const PublicId&) const = default;

private:
    std::array<std::uint8_t, 16> bytes_{};
};

}  // namespace kith

template <class Tag>
struct std::hash<kith::Id<Tag>> {
    std::size_t operator()(kith::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value()); }
};
