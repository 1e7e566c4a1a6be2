#pragma once
// Secrets that a browser or a person holds: session tokens, CSRF tokens, one-use codes. The database only ever holds their hashes.
#include "base/chance.hpp"

#include <string>
#include <string_view>

namespace kith::access {

/// 256 unpredictable bits, 43 characters of base64url.
std::string new_token(const Chance& chance);

/// 80 unpredictable bits for a person to type: "k7fq-2m9d-x0tb-e4hw", letters and digits that are not mistaken for each other.
std::string new_code(const Chance& chance);
/// A code as typed (capitals, spaces, missing hyphens) as new_code writes it.
std::string tidied_code(std::string_view typed);

/// What is stored in a secret's stead: BLAKE2b, 64 hexadecimal digits. `purpose` keeps hashes of different kinds apart.
std::string hash_of(std::string_view purpose, std::string_view secret);

/// The token that every form of a session carries, derived from the session's own token so that nothing is stored for it.
std::string csrf_of(std::string_view session_token);
/// True where the two are the same; takes the same time wherever they differ.
bool same_secret(std::string_view left, std::string_view right);

}  // namespace kith::access
