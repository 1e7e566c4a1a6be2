#pragma once
// The part of a request that says what is asked for: path and query, decoded once and for all. Hands on nothing it does not understand.
#include "base/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::web {

/// Names and values in the order given; a name may come more than once.
using Fields = std::vector<std::pair<std::string, std::string>>;

/// The first value under `name`; nothing where there is none.
std::optional<std::string_view> first(const Fields& fields, std::string_view name);

/// "%41" → "A"; with `plus_is_space`, "+" → " ". Nothing where an escape is broken, or the outcome is not UTF-8 or holds a NUL.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space);
/// Every byte but letters, digits and "-._~" as "%XX": safe in a path segment and in a query.
std::string percent_encoded(std::string_view text);

/// "a=1&b=two+words" → fields. A problem where an escape is broken or there are more than `limit` fields.
Result<Fields> parse_urlencoded(std::string_view text, std::size_t limit = 2000);

/// "/organisations/abc?sort=name" taken apart.
struct Target {
    std::vector<std::string> segments;  ///< decoded; none for "/"
    bool trailing_slash = false;        ///< "/a/" is not "/a": no page has it
    Fields query;
    std::string path() const;           ///< encoded again: "/organisations/abc"
};

/// A problem for anything but an absolute path of sound segments: no "." or "..", no empty segment, no encoded slash, backslash or
/// control character, nothing outside UTF-8. "http://host/path" (RFC 9112 3.2.2) is read as its path.
Result<Target> parse_target(std::string_view text);

/// The path and query to go back to after signing in, if it leads into this house: starts with one "/", has no scheme, no authority,
/// no backslash, no control character. Otherwise `otherwise`.
std::string local_path_or(std::string_view wanted, std::string_view otherwise);

}  // namespace kith::web
