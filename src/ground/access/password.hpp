#pragma once
// What a password must be. Length and not being a usual one, after the NCSC's password guidance: no rules of composition, no expiry.
#include "access/hasher.hpp"
#include "base/email_address.hpp"
#include "base/result.hpp"

#include <string_view>

namespace kith::access {

constexpr std::size_t shortest_password = 12;   ///< characters
constexpr std::size_t longest_password = 256;   ///< characters; a limit on work, far above any passphrase

/// Nothing where `password` may be taken for the account of `email` and `name`, else the problem in field `field`, in words.
Result<void> check_password(const Password& password, const EmailAddress& email, std::string_view name, std::string_view field);

}  // namespace kith::access
