#include "access/accounts.hpp"

#include "access/account_store.hpp"
#include "access/sign_in_store.hpp"
#include "base/text.hpp"
#include "db/transaction.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::access {

namespace {

std::string words_of(const Grant& grant)
{
    const auto& role = row_of(grant.role);
    if (grant.scope.kind == ScopeKind::area) return std::string{role.name};
    return fmt::format("{} in {} {}", role.name, name_of(grant.scope.kind), grant.scope.key);
}

Result<std::string> checked_name(std::string_view typed)
{
    const auto name = trimmed(typed);
    if (name.empty()) return unacceptable("name", "Enter a name");
    if (!is_utf8(name) || length_in_characters(name) > 100) return unacceptable("name", "Name must be 100 characters or fewer");
    return std::string{name};
}

Opened with_code(db::Writer& writer, AccountId account, const PublicId& id, const SignInLimits& limits, const Chance& chance, Instant now)
{
    end_codes(writer, account, now);
    Opened opened{.account = account, .public_id = id, .code = new_code(chance), .code_ends_at = now.plus_seconds(limits.code_seconds)};
    insert_code(writer, account, hash_of("code", opened.code), opened.code_ends_at);
    return opened;
}

bool is_administrator(db::Reader& reader, AccountId account, Date today)
{
    const auto grants = grants_on(reader, account, today);
    return std::any_of(grants.begin(), grants.end(), [](const Grant& grant) { return grant.role == Role::administrator; });
}

/// Nothing where someone else could still look after accounts.
Result<void> another_administrator_stays(db::Reader& reader, AccountId account, Date today)
{
    if (count_other_administrators(reader, account, today) > 0) return {};
    return conflict("This is the last administrator. Make another account an administrator first");
}

}  // namespace

Result<AccountId> open_account(db::Writer& writer, const NewAccount& wanted, const By& by, Instant now)
{
    const auto email = EmailAddress::parse(wanted.email);
    if (!email) return std::unexpected(email.error());
    const auto name = checked_name(wanted.name);
    if (!name) return std::unexpected(name.error());
    for (const auto& grant : wanted.grants) {
        if (!grant.fits()) return unacceptable("role", "Choose where this role reaches");
    }
    if (email_is_taken(writer, *email)) return unacceptable("email", "There is already an account with this email address");

    const auto id = writer.database().make_public_id(now);
    const auto account = insert_account(writer, id, *email, *name, now);
    insert_event(writer, account, by, "Account opened", "", now);
    for (const auto& grant : wanted.grants) {
        insert_grant(writer, account, grant, Period{now.date_in_london(), std::nullopt}, now);
        insert_event(writer, account, by, "Role given", words_of(grant), now);
    }
    return account;
}

Result<Opened> create_account(db::Writer& writer, const NewAccount& wanted, const By& by, const SignInLimits& limits, const Chance& chance,
                              Instant now)
{
    const auto account = open_account(writer, wanted, by, now);
    if (!account) return std::unexpected(account.error());
    return with_code(writer, *account, find_account(writer, *account)->public_id, limits, chance, now);
}

void set_password_hash(db::Writer& writer, AccountId account, const std::string& hash, const By& by, Instant now)
{
    store_password_hash(writer, account, hash);
    end_codes(writer, account, now);
    sign_out_everywhere(writer, account);
    insert_event(writer, account, by, "Password set", "", now);
}

Result<Opened> reset_account(db::Writer& writer, AccountId account, const By& by, const SignInLimits& limits, const Chance& chance, Instant now)
{
    const auto found = find_account(writer, account);
    if (!found) return std::unexpected(found.error());
    if (!found->is_open()) return conflict("This account is closed. Open it again before you reset it");
    store_password_hash(writer, account, "");
    sign_out_everywhere(writer, account);
    forget_failures(writer, account_subject(found->email.reveal()));
    insert_event(writer, account, by, "Account reset", "", now);
    return with_code(writer, account, found->public_id, limits, chance, now);
}

Result<void> rename_account(db::Writer& writer, AccountId account, std::string_view name, const By& by, Instant now)
{
    const auto checked = checked_name(name);
    if (!checked) return std::unexpected(checked.error());
    store_name(writer, account, *checked);
    insert_event(writer, account, by, "Name changed", "", now);
    return {};
}

Result<void> close_account(db::Writer& writer, AccountId account, const By& by, Instant now)
{
    const auto found = find_account(writer, account);
    if (!found) return std::unexpected(found.error());
    if (!found->is_open()) return conflict("This account is closed already");
    const auto today = now.date_in_london();
    if (is_administrator(writer, account, today)) {
        if (auto stays = another_administrator_stays(writer, account, today); !stays) return stays;
    }
    store_closed_at(writer, account, now);
    end_codes(writer, account, now);
    sign_out_everywhere(writer, account);
    insert_event(writer, account, by, "Account closed", "", now);
    return {};
}

Result<void> reopen_account(db::Writer& writer, AccountId account, const By& by, Instant now)
{
    const auto found = find_account(writer, account);
    if (!found) return std::unexpected(found.error());
    if (found->is_open()) return conflict("This account is open already");
    store_closed_at(writer, account, std::nullopt);
    insert_event(writer, account, by, "Account opened again", "", now);
    return {};
}

Result<GrantId> give_role(db::Writer& writer, AccountId account, const Grant& grant, const Period& period, const By& by, Instant now)
{
    if (!grant.fits()) return unacceptable("role", "Choose where this role reaches");
    if (period.to && *period.to < period.from) return unacceptable("to", "Last day must be the same as or after the first day");
    if (const auto found = find_account(writer, account); !found) return std::unexpected(found.error());
    for (const auto& held : list_grants(writer, account)) {
        if (held.grant == grant && held.period.overlaps(period) && (!held.period.to || *held.period.to >= held.period.from)) {
            return unacceptable("role", "This account holds this role there already");
        }
    }
    const auto id = insert_grant(writer, account, grant, period, now);
    insert_event(writer, account, by, "Role given", words_of(grant), now);
    return id;
}

Result<void> end_role(db::Writer& writer, AccountId account, GrantId grant, const By& by, Instant now)
{
    const auto today = now.date_in_london();
    const auto grants = list_grants(writer, account);
    const auto held = std::find_if(grants.begin(), grants.end(), [&](const HeldGrant& one) { return one.id == grant; });
    if (held == grants.end()) return not_found("Role");
    if (held->period.to && *held->period.to < today) return conflict("This role has ended already");
    if (held->grant.role == Role::administrator && held->period.contains(today)) {
        if (auto stays = another_administrator_stays(writer, account, today); !stays) return stays;
    }
    store_grant_end(writer, grant, today.plus_days(-1));
    insert_event(writer, account, by, "Role ended", words_of(held->grant), now);
    return {};
}

}  // namespace kith::access
