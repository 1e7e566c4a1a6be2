#pragma once
// Which records are one person's, by what the records themselves claim. Pure.
#include "base/date.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace kith::identity {

/// What one record says of whose it is.
struct Claim {
    std::int64_t record = 0;
    std::string identifier;           ///< its kind and a blind form of its value: equal where the identifiers are, and not to be read
    std::optional<Date> birth_date{}; ///< to be held against the others'
};

/// For each record that is another's person, the least record of that person; who is nobody else is not in it.
using Joined = std::unordered_map<std::int64_t, std::int64_t>;

/// Decides who is one person. Asked with the claims of every record that shares an identifier with another.
using Joiner = std::function<Joined(const std::vector<Claim>&)>;

/// Records that give the same identifier are one person's, unless two of them give different birth dates: an identifier is strong evidence and
/// no proof (it may be mistyped or lent), so that then none of those records is joined.
Joined joined_by_identifiers(const std::vector<Claim>& claims);

}  // namespace kith::identity
