#pragma once
// What is forgotten once it is of no use: sessions that ran out, form keys and failures of a day ago, codes of a month ago.
#include "access/sign_in.hpp"

namespace kith::access {

/// Answers how many rows were forgotten. For the daily schedule.
std::int64_t tidy(db::Writer& writer, const SessionLimits& sessions, const SignInLimits& limits, Instant now);

/// Invitations that ran out or were withdrawn before `before`, with their links; an account that nobody came into is closed first, as it is when an
/// invitation is withdrawn. Answers how many. The accounts' journals stay.
std::int64_t forget_invitations(db::Writer& writer, Instant before, Instant now);

}  // namespace kith::access
