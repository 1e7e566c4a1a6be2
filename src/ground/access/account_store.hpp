#pragma once
// Rows of account, account_grant, account_event and sign_in_code. Private to this room: see accounts.hpp for what others call.
#include "access/accounts.hpp"

#include <optional>

namespace kith::access {

/// What signing in needs to know of an account.
struct Credentials {
    AccountId account;
    std::string name;
    EmailAddress email;
    std::string password_hash;  ///< empty where none was chosen yet
    bool open = false;
};

/// A new account, open and without a password. The caller has seen that `email` is free: a second one is a fault of the database (unique).
AccountId insert_account(db::Writer& writer, const PublicId& id, const EmailAddress& email, std::string_view name, Instant now);
/// Whether any account, open or closed, has this address.
bool email_is_taken(db::Reader& reader, const EmailAddress& email);
/// Of an open or closed account; none where there is no such account.
std::optional<Credentials> find_credentials(db::Reader& reader, const EmailAddress& email);
std::optional<Credentials> find_credentials(db::Reader& reader, AccountId account);
/// The four that change one value of an account; nothing happens where there is no such account. `hash` is argon2id's own text.
void store_password_hash(db::Writer& writer, AccountId account, const std::string& hash);
void store_name(db::Writer& writer, AccountId account, std::string_view name);
/// None opens it again.
void store_closed_at(db::Writer& writer, AccountId account, std::optional<Instant> at);
void store_signed_in_at(db::Writer& writer, AccountId account, Instant at);

/// A role and its reach for a period, both ends included.
GrantId insert_grant(db::Writer& writer, AccountId account, const Grant& grant, const Period& period, Instant now);
/// `last_day` is the last on which it holds.
void store_grant_end(db::Writer& writer, GrantId grant, Date last_day);
/// Open accounts other than `but` that hold the administrator's role on `today`.
std::int64_t count_other_administrators(db::Reader& reader, AccountId but, Date today);

/// One line of the account's own journal: `what` is one of a few fixed words, `detail` in plain words, never a secret.
void insert_event(db::Writer& writer, AccountId account, const By& by, std::string_view what, std::string_view detail, Instant now);

/// A sign-in code by its hash (`hash_of`); the code itself is kept nowhere.
void insert_code(db::Writer& writer, AccountId account, const std::string& code_hash, Instant ends_at);
/// Every unused code of the account is used up.
void end_codes(db::Writer& writer, AccountId account, Instant now);
/// The account whose unused, unexpired code has this hash.
std::optional<AccountId> account_of_code(db::Reader& reader, const std::string& code_hash, Instant now);
/// True where the code was unused until now.
bool use_code(db::Writer& writer, const std::string& code_hash, Instant now);

}  // namespace kith::access
