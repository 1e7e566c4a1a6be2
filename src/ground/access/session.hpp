#pragma once
// A sign-in that lasts: found by the token in a cookie, dead after sign-out, idleness or half a day. Holds no password and no roles.
#include "access/token.hpp"
#include "access/viewer.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::db {
class Database;
class Reader;
class Writer;
}  // namespace kith::db

namespace kith::access {

using SessionId = Id<struct SessionTag>;

/// How long a session may live; from the configuration.
struct SessionLimits {
    std::int64_t idle_seconds = 30 * 60;
    std::int64_t longest_seconds = 12 * 60 * 60;
    std::int64_t touch_seconds = 60;  ///< use is written down no more often than this, so a page need not write
    std::vector<Role> second_step = {};  ///< roles that give nothing in a session that did not pass a second step of signing in
};

struct Session {
    SessionId id;
    AccountId account;
    Instant started_at;
    Instant used_at;
    bool second_step = false;  ///< passed the second step of signing in
};

/// True where the session has run out at `now`.
bool has_run_out(const Session& session, const SessionLimits& limits, Instant now);

/// A session with who holds it and the grants that run today.
struct Visitor {
    Session session;
    Viewer viewer;
};

/// The session of `token` (the cookie's value) with its account, whatever its age; none where it is unknown, signed out, or the account
/// is closed. Two statements. Sessions (sessions.hpp) also asks whether it has run out: pages go through it.
std::optional<Visitor> find_session(db::Reader& reader, std::string_view token, Instant now);

/// True where `session` has been used since it was last written down long enough ago: then call touch().
bool needs_touch(const Session& session, const SessionLimits& limits, Instant now);
void touch(db::Writer& writer, SessionId session, Instant now);

/// Starts a session for `account` and answers the token for its cookie. Called by the sign-in; each sign-in has a token of its own.
std::string start_session(db::Writer& writer, AccountId account, const Chance& chance, Instant now, bool second_step = false);
/// The session has passed the second step.
void pass_second_step(db::Writer& writer, SessionId session);
/// The session ends now.
void sign_out(db::Writer& writer, SessionId session);
/// Every session of `account` ends now, but for `kept` where one is given.
void sign_out_everywhere(db::Writer& writer, AccountId account, SessionId kept = {});
/// Forgets sessions that ran out; answers how many. For the daily schedule.
std::int64_t forget_old_sessions(db::Writer& writer, const SessionLimits& limits, Instant now);

}  // namespace kith::access
