#include "access/sign_in.hpp"

#include "access/account_store.hpp"
#include "access/password.hpp"
#include "access/second_step_store.hpp"
#include "access/sign_in_store.hpp"
#include "base/text.hpp"
#include "db/transaction.hpp"

#include <algorithm>

namespace kith::access {

namespace {

std::string in_minutes(std::int64_t seconds)
{
    return counted((seconds + 59) / 60, "minute");
}

/// Counts this try against both; the problem says how long to wait.
Result<void> begin_try(const SignInHouse& house, std::string_view email, std::string_view address)
{
    db::Writer writer{house.database};
    auto to_wait = count_try(writer, account_subject(email), house.limits.per_account, house.now);
    if (to_wait == 0) to_wait = count_try(writer, address_subject(address), house.limits.per_address, house.now);
    writer.commit();
    if (to_wait == 0) return {};
    return unacceptable("email", "There were too many tries to sign in. Wait " + in_minutes(to_wait) + ", then try again");
}

void succeed(db::Writer& writer, std::string_view email, std::string_view address)
{
    forget_failures(writer, account_subject(email));
    take_back(writer, address_subject(address));
}

/// By whom an account is changed where the holder does it.
By holder(const Credentials& credentials)
{
    return {credentials.account, credentials.name};
}

/// How long the second step may take.
constexpr std::int64_t half_seconds = 10 * 60;

/// A session, or a second step before it where the account has one.
SignedIn let_in(db::Writer& writer, const SignInHouse& house, AccountId account)
{
    if (const auto secret = find_secret(writer, account); secret && secret->confirmed) {
        SignedIn half{.account = account, .token = {}, .half = new_token(house.chance)};
        insert_half(writer, hash_of("half", half.half), account, house.now.plus_seconds(half_seconds));
        return half;
    }
    store_signed_in_at(writer, account, house.now);
    return {.account = account, .token = start_session(writer, account, house.chance, house.now), .half = {}};
}

std::optional<Credentials> credentials_of(const SignInHouse& house, std::string_view email)
{
    db::Reader reader{house.database};
    // What cannot be an address is looked for all the same, so that it takes the same path.
    return find_credentials(reader, EmailAddress::parse(email).value_or(EmailAddress{}));
}

}  // namespace

std::int64_t wait_after(const ThrottleRule& rule, int failures)
{
    if (failures < rule.free_tries) return 0;
    const auto doublings = std::min(failures - rule.free_tries, 30);
    return std::min(rule.first_wait << doublings, rule.longest_wait);
}

Result<SignedIn> sign_in(const SignInHouse& house, std::string_view email, const Password& password, std::string_view address)
{
    if (trimmed(email).empty()) return unacceptable("email", "Enter your email address");
    if (password.reveal().empty()) return unacceptable("password", "Enter your password");
    if (auto begun = begin_try(house, email, address); !begun) return std::unexpected(begun.error());

    const auto found = credentials_of(house, email);
    const auto stored = found && found->open ? found->password_hash : std::string{};
    const bool within_limit = length_in_characters(password.reveal()) <= longest_password;
    const bool matches = house.hasher.matches(within_limit ? stored : std::string{}, within_limit ? password : Password{"too long"});
    if (!matches) return unacceptable("email", "The email address or password is not right. Check both and try again");

    const auto renewed = house.hasher.is_outdated(stored) ? house.hasher.hash(password) : std::string{};
    db::Writer writer{house.database};
    const auto now_found = find_credentials(writer, found->account);
    if (!now_found || !now_found->open || now_found->password_hash != stored) {
        return unacceptable("email", "The email address or password is not right. Check both and try again");
    }
    if (!renewed.empty()) store_password_hash(writer, found->account, renewed);
    succeed(writer, email, address);
    auto signed_in = let_in(writer, house, found->account);
    writer.commit();
    return signed_in;
}

Result<SignedIn> sign_in_with_code(const SignInHouse& house, std::string_view email, std::string_view code, const Password& password,
                                   std::string_view address)
{
    if (trimmed(email).empty()) return unacceptable("email", "Enter your email address");
    if (trimmed(code).empty()) return unacceptable("code", "Enter the code you were given");
    if (password.reveal().empty()) return unacceptable("password", "Enter a password");
    if (auto begun = begin_try(house, email, address); !begun) return std::unexpected(begun.error());

    const auto refused = unacceptable("code", "The email address or code is not right, or the code has been used or has run out. "
                                              "Ask your administrator for a new one");
    const auto code_hash = hash_of("code", tidied_code(code));
    const auto found = credentials_of(house, email);
    if (!found || !found->open) return refused;
    {
        db::Reader reader{house.database};
        if (account_of_code(reader, code_hash, house.now) != found->account) return refused;
    }
    if (auto good = check_password(password, found->email, found->name, "password"); !good) {
        db::Writer writer{house.database};
        succeed(writer, email, address);
        writer.commit();
        return std::unexpected(good.error());
    }
    const auto hash = house.hasher.hash(password);
    db::Writer writer{house.database};
    if (!use_code(writer, code_hash, house.now)) return refused;
    succeed(writer, email, address);
    set_password_hash(writer, found->account, hash, holder(*found), house.now);
    auto signed_in = let_in(writer, house, found->account);
    writer.commit();
    return signed_in;
}

Result<void> change_password(const SignInHouse& house, AccountId account, SessionId kept, const Password& present, const Password& chosen)
{
    std::optional<Credentials> found;
    {
        db::Reader reader{house.database};
        found = find_credentials(reader, account);
    }
    if (!found || !found->open) return not_found("Account");
    if (present.reveal().empty()) return unacceptable("present", "Enter your current password");
    if (auto good = check_password(chosen, found->email, found->name, "password"); !good) return good;
    {
        db::Writer writer{house.database};
        const auto to_wait = count_try(writer, account_subject(found->email.reveal()), house.limits.per_account, house.now);
        writer.commit();
        if (to_wait > 0) return unacceptable("present", "There were too many tries. Wait " + in_minutes(to_wait) + ", then try again");
    }
    if (!house.hasher.matches(found->password_hash, present)) return unacceptable("present", "Current password is not right");

    const auto hash = house.hasher.hash(chosen);
    db::Writer writer{house.database};
    forget_failures(writer, account_subject(found->email.reveal()));
    store_password_hash(writer, account, hash);
    sign_out_everywhere(writer, account, kept);
    insert_event(writer, account, holder(*found), "Password changed", "", house.now);
    writer.commit();
    return {};
}

}  // namespace kith::access
