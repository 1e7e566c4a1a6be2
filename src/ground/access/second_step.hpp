#pragma once
// The second step of signing in: a code from an authenticator app (TOTP, RFC 6238: SHA-1, 30 seconds, six digits), or a recovery code. The
// secret is sealed with the house's key, and no code is taken twice. Which roles need it is the configuration's to say (SessionLimits).
#include "access/accounts.hpp"
#include "access/sign_in.hpp"
#include "db/sealed.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kith::access {

/// What a second step rests on: the way in, and the key that seals secrets. Without a key nobody can set one up or pass one.
struct SecondStepHouse {
    const SignInHouse& sign_in;
    const db::SealingKey* key = nullptr;
};

/// How an account stands with its second step.
struct SecondStepState {
    bool on = false;             ///< confirmed: asked for at each sign-in
    bool begun = false;          ///< a secret was made, and no code typed yet
    int recovery_codes_left = 0;
};
SecondStepState second_step_of(db::Reader& reader, AccountId account);

/// A secret as an app takes it.
struct AppSecret {
    std::string text;  ///< base32 in groups of four, to be typed in
    std::string link;  ///< "otpauth://totp/...", for a QR code
};

/// Makes a secret that waits for its first code, in place of one that still waits. Asks for the password, as change_password does: problems
/// in "present". A conflict where the second step is on.
Result<void> begin_second_step(const SecondStepHouse& house, AccountId account, const Password& present);
/// The secret that waits for its first code. `issuer` is who the app shows it under.
Result<AppSecret> waiting_secret(db::Reader& reader, const SecondStepHouse& house, AccountId account, std::string_view issuer);
/// The first code: the second step is on from now, `kept` has passed it and every other session ends. Answers the recovery codes, to be
/// shown this once. Problems in "code".
Result<std::vector<std::string>> confirm_second_step(const SecondStepHouse& house, AccountId account, SessionId kept, std::string_view code);
/// New recovery codes in place of the old ones. Asks for the password: problems in "present".
Result<std::vector<std::string>> renew_recovery_codes(const SecondStepHouse& house, AccountId account, const Password& present);
/// The holder turns it off, with the password. A conflict where a role they hold needs it (`needed`).
Result<void> end_second_step(const SecondStepHouse& house, AccountId account, const Password& present, bool needed);
/// An administrator takes it away from someone who lost phone and codes: journalled, and every session of theirs ends.
Result<void> remove_second_step(db::Writer& writer, AccountId account, const By& by, Instant now);

/// Passes the step that SignedIn::half stands for with `code`, six digits or a recovery code. Problems in "code"; a conflict where the step
/// has run out and the password is asked for again. Tries are counted on the account, and a right password does not forget them.
Result<SignedIn> pass_second_step(const SecondStepHouse& house, std::string_view half, std::string_view code, std::string_view address);

}  // namespace kith::access
