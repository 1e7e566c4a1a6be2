#pragma once
// A cell of a file of official statistics: a number, or one of the markers that stand where a number would. And the codes of authorities,
// of which one cell may hold two. Pure.
#include "base/result.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace kith::profile {

/// What stands in the place of a number. Source: symbols of the Government Analysis Function for tables ("c", "z", "x", "u", "low").
enum class Marker : std::uint8_t {
    none,            ///< it is a number
    confidential,    ///< "c"
    not_applicable,  ///< "z": also where a rate would divide by nought
    not_available,   ///< "x"
    unreliable,      ///< "u"
    low,             ///< "low": not nought, and rounds to it
    blank,           ///< nothing, or ":" or "~" of older files
};

struct PublishedCell {
    std::optional<std::int64_t> thousandths;  ///< none where there is a marker
    Marker marker = Marker::blank;
};

/// Reads a cell; a problem where it is neither a number that is not negative, with three decimals at most, nor a marker.
Result<PublishedCell> read_published(std::string_view text);

/// The codes in a cell for one row: "E06000061 / E06000062" are two authorities that handed in together.
std::vector<std::string_view> authority_codes(std::string_view text);

}  // namespace kith::profile
