#pragma once
// Failures to sign in, counted before the password is looked at so that many tries at once cannot slip past. Private to this room.
#include "access/sign_in.hpp"

namespace kith::access {

/// What is counted on: the address as typed, whether or not an account has it; and where the request comes from. Hashes of both.
std::string account_subject(std::string_view email);
std::string address_subject(std::string_view address);

/// Counts a try as a failure until it is taken back. Answers 0, or the seconds still to wait, in which case nothing is counted.
std::int64_t count_try(db::Writer& writer, const std::string& subject, const ThrottleRule& rule, Instant now);
/// Takes one failure back.
void take_back(db::Writer& writer, const std::string& subject);
/// Forgets the subject's failures.
void forget_failures(db::Writer& writer, const std::string& subject);

}  // namespace kith::access
