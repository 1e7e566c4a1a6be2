#pragma once
// What administrators and the command line do with accounts. Each change is in the account's journal with who did it and when.
#include "access/account.hpp"
#include "access/sign_in.hpp"
#include "base/chance.hpp"

#include <map>
#include <set>
#include <vector>

namespace kith::access {

/// Who changes an account.
struct By {
    AccountId account;                  ///< unset for the command line
    std::string name = "command line";  ///< as the journal shows it
    std::string why = {};               ///< in their words, where the page asked
};

struct NewAccount {
    std::string email;
    std::string name;
    std::vector<Grant> grants;
};

/// An account just opened or reset. `code` is shown once: the holder signs in with it and chooses a password.
struct Opened {
    AccountId account;
    PublicId public_id;
    std::string code;
    Instant code_ends_at;
};

/// Opens an account with its roles, from today on. Problems in "email" (taken, or not an address), "name" and "role".
Result<AccountId> open_account(db::Writer& writer, const NewAccount& wanted, const By& by, Instant now);
/// Opens an account and makes its one-use code. Problems in "email" (taken, or not an address), "name" and "role".
Result<Opened> create_account(db::Writer& writer, const NewAccount& wanted, const By& by, const SignInLimits& limits, const Chance& chance,
                              Instant now);
/// For the sample and for tests: sets the password outright.
void set_password_hash(db::Writer& writer, AccountId account, const std::string& hash, const By& by, Instant now);
/// A new one-use code; the old password and all sessions end at once.
Result<Opened> reset_account(db::Writer& writer, AccountId account, const By& by, const SignInLimits& limits, const Chance& chance, Instant now);
Result<void> rename_account(db::Writer& writer, AccountId account, std::string_view name, const By& by, Instant now);
/// Nobody signs in with it any more; its sessions end. Refused (conflict) for the last open administrator.
Result<void> close_account(db::Writer& writer, AccountId account, const By& by, Instant now);
Result<void> reopen_account(db::Writer& writer, AccountId account, const By& by, Instant now);
/// Gives a role from `period.from` on. Problems in "role" where it does not fit its scope or is held already.
Result<GrantId> give_role(db::Writer& writer, AccountId account, const Grant& grant, const Period& period, const By& by, Instant now);
/// The grant ends with yesterday: from now on it gives nothing. Refused (conflict) for the last open administrator's.
Result<void> end_role(db::Writer& writer, AccountId account, GrantId grant, const By& by, Instant now);

Result<Account> find_account(db::Reader& reader, const PublicId& id);
Result<Account> find_account(db::Reader& reader, AccountId id);
Result<Account> find_account_by_email(db::Reader& reader, const EmailAddress& email);
/// In order of name, `limit` after skipping `offset`.
std::vector<Account> list_accounts(db::Reader& reader, int limit, int offset);
std::int64_t count_accounts(db::Reader& reader);
/// Every grant of the account, running ones first.
std::vector<HeldGrant> list_grants(db::Reader& reader, AccountId account);
/// The grants that run on `today`.
std::vector<Grant> grants_on(db::Reader& reader, AccountId account, Date today);
/// The grants that run on `today`, of each of `accounts` that holds any. One statement.
std::map<AccountId, std::vector<Grant>> grants_of(db::Reader& reader, const std::vector<Account>& accounts, Date today);
/// What `accounts` are called. One statement.
std::map<AccountId, std::string> names_of(db::Reader& reader, const std::set<AccountId>& accounts);
/// The open accounts that hold `role` for the organisation on `today`, the longest first.
std::vector<AccountId> holders_of(db::Reader& reader, Role role, OrganisationId organisation, Date today);
/// The open account that has held each role for longest, for the sample's sign-in page: of made-up people alone, so that it opens nobody
/// else's even in a database that is no sample. One statement.
std::map<Role, Account> first_holders(db::Reader& reader, Date today);
/// Newest first, at most 200.
std::vector<AccountEvent> list_events(db::Reader& reader, AccountId account);

}  // namespace kith::access
