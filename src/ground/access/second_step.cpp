#include "access/second_step.hpp"

#include "access/account_store.hpp"
#include "access/one_time_code.hpp"
#include "access/second_step_store.hpp"
#include "access/sign_in_store.hpp"
#include "base/text.hpp"

#include <array>

namespace kith::access {

namespace {

constexpr std::string_view sealed_column = "second_step.secret";
constexpr int recovery_codes = 10;
/// RFC 4226 recommends 160 bits.
constexpr std::size_t secret_bytes = 20;

std::string tries_subject(AccountId account)
{
    return hash_of("failure second step", std::to_string(account.value()));
}

std::string recovery_hash(std::string_view code)
{
    return hash_of("recovery", tidied_code(code));
}

std::unexpected<Problem> too_many(std::string field, std::int64_t seconds)
{
    return unacceptable(std::move(field), "There were too many tries. Wait " + counted((seconds + 59) / 60, "minute") + ", then try again");
}

/// Counts a try before anything is looked at; the problem says how long to wait.
Result<void> begin_try(const SignInHouse& house, AccountId account, std::string_view address)
{
    db::Writer writer{house.database};
    auto to_wait = count_try(writer, tries_subject(account), house.limits.per_account, house.now);
    if (to_wait == 0 && !address.empty()) to_wait = count_try(writer, address_subject(address), house.limits.per_address, house.now);
    writer.commit();
    if (to_wait > 0) return too_many("code", to_wait);
    return {};
}

Result<Credentials> open_account(const SignInHouse& house, AccountId account)
{
    db::Reader reader{house.database};
    auto found = find_credentials(reader, account);
    if (!found || !found->open) return not_found("Account");
    return *found;
}

/// The holder, where `present` is the password; tries are counted as those of signing in are.
Result<Credentials> proven(const SignInHouse& house, AccountId account, const Password& present)
{
    auto found = open_account(house, account);
    if (!found) return found;
    if (present.reveal().empty()) return unacceptable("present", "Enter your password");
    {
        db::Writer writer{house.database};
        const auto to_wait = count_try(writer, account_subject(found->email.reveal()), house.limits.per_account, house.now);
        writer.commit();
        if (to_wait > 0) return too_many("present", to_wait);
    }
    if (!house.hasher.matches(found->password_hash, present)) return unacceptable("present", "Password is not right");
    db::Writer writer{house.database};
    forget_failures(writer, account_subject(found->email.reveal()));
    writer.commit();
    return found;
}

Result<std::string> opened(const SecondStepHouse& house, const HeldSecret& held)
{
    if (house.key == nullptr) return conflict("The key that seals secrets is not there. Tell your administrator");
    return house.key->open(held.sealed, sealed_column);
}

std::vector<std::string> new_recovery_codes(db::Writer& writer, AccountId account, const Chance& chance)
{
    std::vector<std::string> codes;
    std::vector<std::string> hashes;
    for (int n = 0; n < recovery_codes; ++n) {
        codes.push_back(new_code(chance));
        hashes.push_back(recovery_hash(codes.back()));
    }
    store_recovery_codes(writer, account, hashes);
    return codes;
}

/// True where `code` is right and was not taken before; it is taken now.
Result<bool> takes(db::Writer& writer, const SecondStepHouse& house, AccountId account, std::string_view code)
{
    const auto now = house.sign_in.now;
    if (!looks_like_app_code(code)) return use_recovery_code(writer, account, recovery_hash(code), now);
    const auto held = find_secret(writer, account);
    if (!held) return false;
    const auto secret = opened(house, *held);
    if (!secret) return std::unexpected(secret.error());
    const auto step = step_of_code(*secret, code, now);
    return step && take_step(writer, account, *step);
}

}  // namespace

SecondStepState second_step_of(db::Reader& reader, AccountId account)
{
    const auto held = find_secret(reader, account);
    if (!held) return {};
    return {.on = held->confirmed, .begun = !held->confirmed, .recovery_codes_left = held->confirmed ? count_recovery_codes(reader, account) : 0};
}

Result<void> begin_second_step(const SecondStepHouse& house, AccountId account, const Password& present)
{
    if (house.key == nullptr) return conflict("The key that seals secrets is not there. Tell your administrator");
    if (auto holder = proven(house.sign_in, account, present); !holder) return std::unexpected(holder.error());
    std::array<std::uint8_t, secret_bytes> bytes{};
    house.sign_in.chance(bytes);
    db::Writer writer{house.sign_in.database};
    if (second_step_of(writer, account).on) return conflict("A second step is set up already. Turn it off first to set up another app");
    const std::string_view secret{reinterpret_cast<const char*>(bytes.data()), bytes.size()};
    store_secret(writer, account, house.key->seal(secret, sealed_column, house.sign_in.chance), house.sign_in.now);
    writer.commit();
    return {};
}

Result<AppSecret> waiting_secret(db::Reader& reader, const SecondStepHouse& house, AccountId account, std::string_view issuer)
{
    const auto held = find_secret(reader, account);
    if (!held || held->confirmed) return not_found("Page");
    const auto secret = opened(house, *held);
    if (!secret) return std::unexpected(secret.error());
    const auto found = find_account(reader, account);
    if (!found) return std::unexpected(found.error());
    return AppSecret{in_base32(*secret), app_link(*secret, issuer, found->email.reveal())};
}

Result<std::vector<std::string>> confirm_second_step(const SecondStepHouse& house, AccountId account, SessionId kept, std::string_view code)
{
    const auto& sign_in = house.sign_in;
    const auto holder = open_account(sign_in, account);
    if (!holder) return std::unexpected(holder.error());
    if (trimmed(code).empty()) return unacceptable("code", "Enter the six digits that your app shows");
    if (auto begun = begin_try(sign_in, account, {}); !begun) return std::unexpected(begun.error());
    db::Writer writer{sign_in.database};
    const auto held = find_secret(writer, account);
    if (!held || held->confirmed) return not_found("Page");
    const auto taken = looks_like_app_code(code) ? takes(writer, house, account, code) : Result<bool>{false};
    if (!taken) return std::unexpected(taken.error());
    if (!*taken) return unacceptable("code", "The digits are not right. Wait for the next ones, and see that your phone's clock is right");
    forget_failures(writer, tries_subject(account));
    store_confirmed(writer, account, sign_in.now);
    auto codes = new_recovery_codes(writer, account, sign_in.chance);
    sign_out_everywhere(writer, account, kept);
    pass_second_step(writer, kept);
    insert_event(writer, account, {holder->account, holder->name}, "Second step turned on", "", sign_in.now);
    writer.commit();
    return codes;
}

Result<std::vector<std::string>> renew_recovery_codes(const SecondStepHouse& house, AccountId account, const Password& present)
{
    const auto holder = proven(house.sign_in, account, present);
    if (!holder) return std::unexpected(holder.error());
    db::Writer writer{house.sign_in.database};
    if (!second_step_of(writer, account).on) return not_found("Page");
    auto codes = new_recovery_codes(writer, account, house.sign_in.chance);
    insert_event(writer, account, {holder->account, holder->name}, "Recovery codes made anew", "", house.sign_in.now);
    writer.commit();
    return codes;
}

Result<void> end_second_step(const SecondStepHouse& house, AccountId account, const Password& present, bool needed)
{
    if (needed) return conflict("A role of yours needs a second step, so it cannot be turned off");
    const auto holder = proven(house.sign_in, account, present);
    if (!holder) return std::unexpected(holder.error());
    db::Writer writer{house.sign_in.database};
    if (!find_secret(writer, account)) return not_found("Page");
    delete_second_step(writer, account);
    insert_event(writer, account, {holder->account, holder->name}, "Second step turned off", "", house.sign_in.now);
    writer.commit();
    return {};
}

Result<void> remove_second_step(db::Writer& writer, AccountId account, const By& by, Instant now)
{
    if (!find_secret(writer, account)) return conflict("This account has no second step");
    delete_second_step(writer, account);
    forget_failures(writer, tries_subject(account));
    sign_out_everywhere(writer, account);
    insert_event(writer, account, by, "Second step removed", "", now);
    return {};
}

Result<SignedIn> pass_second_step(const SecondStepHouse& house, std::string_view half, std::string_view code, std::string_view address)
{
    const auto& sign_in = house.sign_in;
    std::optional<AccountId> account;
    {
        db::Reader reader{sign_in.database};
        account = account_of_half(reader, hash_of("half", half), sign_in.now);
    }
    if (!account) return conflict("This step has run out. Sign in again");
    if (trimmed(code).empty()) return unacceptable("code", "Enter the six digits that your app shows, or a recovery code");
    if (auto begun = begin_try(sign_in, *account, address); !begun) return std::unexpected(begun.error());

    db::Writer writer{sign_in.database};
    if (account_of_half(writer, hash_of("half", half), sign_in.now) != account) return conflict("This step has run out. Sign in again");
    const auto taken = takes(writer, house, *account, code);
    if (!taken) return std::unexpected(taken.error());
    if (!*taken) return unacceptable("code", "The code is not right, or was used before. Wait for the next digits, then try again");
    const auto holder = find_credentials(writer, *account);
    if (!looks_like_app_code(code)) insert_event(writer, *account, {*account, holder->name}, "Recovery code used", "", sign_in.now);
    forget_failures(writer, tries_subject(*account));
    take_back(writer, address_subject(address));
    delete_halves(writer, *account);
    store_signed_in_at(writer, *account, sign_in.now);
    SignedIn signed_in{.account = *account, .token = start_session(writer, *account, sign_in.chance, sign_in.now, true), .half = {}};
    writer.commit();
    return signed_in;
}

}  // namespace kith::access
