#pragma once
// Signing in, by password or by a one-use code, without telling strangers which accounts exist: known and unknown addresses take the
// same work, meet the same limits and read the same words.
#include "access/account.hpp"
#include "access/hasher.hpp"
#include "access/session.hpp"

namespace kith::access {

/// How many tries are free, and how waiting grows after them: first_wait, doubled with each failure, up to longest_wait.
struct ThrottleRule {
    int free_tries = 5;
    std::int64_t first_wait = 30;        ///< seconds
    std::int64_t longest_wait = 60 * 60; ///< seconds
    std::int64_t forgotten_after = 24 * 60 * 60;  ///< seconds without a failure after which all is forgotten
};

/// Seconds to wait after the `failures`-th failure in a row.
std::int64_t wait_after(const ThrottleRule& rule, int failures);

struct SignInLimits {
    ThrottleRule per_account{};
    ThrottleRule per_address{.free_tries = 30, .first_wait = 30, .longest_wait = 15 * 60};
    std::int64_t code_seconds = 24 * 60 * 60;  ///< how long a one-use code may be used
};

/// What signing in rests on; the web room builds one per request.
struct SignInHouse {
    db::Database& database;
    Hasher& hasher;
    const SignInLimits& limits;
    const Chance& chance;
    Instant now;
};

/// Whoever signed in, with the token for the cookie; or, where the account has a second step (second_step.hpp), with that step's token.
struct SignedIn {
    AccountId account;
    std::string token;  ///< of the session; empty where a second step comes first
    std::string half;   ///< of the second step that comes first; empty where there is none
};

/// `email` as typed; `address` is where the request comes from (for the throttle; only a hash of it is kept, for a day). Slow: on a worker.
/// The problem is always in field "email" and the same for unknown account, wrong password, closed account and none chosen yet.
Result<SignedIn> sign_in(const SignInHouse& house, std::string_view email, const Password& password, std::string_view address);

/// Takes a one-use code handed over by an administrator and the password that the holder chooses; ends every other session.
Result<SignedIn> sign_in_with_code(const SignInHouse& house, std::string_view email, std::string_view code, const Password& password,
                                   std::string_view address);

/// The holder changes the password, showing the present one; ends every session but `kept`. Slow: on a worker.
Result<void> change_password(const SignInHouse& house, AccountId account, SessionId kept, const Password& present, const Password& chosen);

}  // namespace kith::access
