#pragma once
// Rows of second_step, recovery_code and half_sign_in. Private to this room: see second_step.hpp for what others call.
#include "access/ids.hpp"
#include "base/instant.hpp"
#include "db/transaction.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kith::access {

struct HeldSecret {
    db::Bytes sealed;
    bool confirmed = false;
    std::int64_t last_step = 0;  ///< half minutes since 1970; no code of it or before is taken
};

std::optional<HeldSecret> find_secret(db::Reader& reader, AccountId account);
/// In place of one that waits.
void store_secret(db::Writer& writer, AccountId account, const db::Bytes& sealed, Instant now);
void store_confirmed(db::Writer& writer, AccountId account, Instant now);
void delete_second_step(db::Writer& writer, AccountId account);
/// True where no code of `step` or later was taken before: now it was.
bool take_step(db::Writer& writer, AccountId account, std::int64_t step);

/// The account's recovery codes, in place of any before.
void store_recovery_codes(db::Writer& writer, AccountId account, const std::vector<std::string>& hashes);
/// True where the account has an unused code of this hash: now it is used.
bool use_recovery_code(db::Writer& writer, AccountId account, const std::string& hash, Instant now);
int count_recovery_codes(db::Reader& reader, AccountId account);

void insert_half(db::Writer& writer, const std::string& token_hash, AccountId account, Instant ends_at);
/// The account of a half sign-in that has not run out.
std::optional<AccountId> account_of_half(db::Reader& reader, const std::string& token_hash, Instant now);
void delete_halves(db::Writer& writer, AccountId account);
std::int64_t forget_old_halves(db::Writer& writer, Instant now);

}  // namespace kith::access
