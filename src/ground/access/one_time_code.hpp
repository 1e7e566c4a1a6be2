#pragma once
// Codes of authenticator apps (TOTP, RFC 6238) for a secret: pure, with the moment as a parameter. Not what is kept of them.
#include "base/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kith::access {

/// Half minutes since 1970: the counter that a code is made from.
std::int64_t step_at(Instant now);
/// The six digits for `secret` (bytes) in half minute `step`.
std::string code_of_step(std::string_view secret, std::int64_t step);
/// The half minute whose code `typed` is, of the one before `now`, its own and the one after: phones' clocks differ. Nothing where none.
/// Spaces in what was typed do not count.
std::optional<std::int64_t> step_of_code(std::string_view secret, std::string_view typed, Instant now);
/// True where `typed` looks like an app's code: six digits, spaces apart.
bool looks_like_app_code(std::string_view typed);

/// The secret as apps take it from a keyboard: base32 in groups of four.
std::string in_base32(std::string_view secret);
/// "otpauth://totp/ISSUER:ACCOUNT?secret=...&issuer=ISSUER", what the QR code holds (Key URI Format).
std::string app_link(std::string_view secret, std::string_view issuer, std::string_view account);

}  // namespace kith::access
