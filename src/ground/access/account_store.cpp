#include "access/account_store.hpp"

#include "db/transaction.hpp"

#include <fmt/format.h>

namespace kith::access {

namespace {

Account account_of(const db::Row& row)
{
    Account account;
    account.id = row.get<AccountId>("id");
    account.public_id = row.get<PublicId>("public_id");
    account.email = EmailAddress::parse(row.get<std::string>("email")).value_or(EmailAddress{});
    account.name = row.get<std::string>("name");
    account.opened_at = row.get<Instant>("opened_at");
    account.closed_at = row.get<std::optional<Instant>>("closed_at");
    account.signed_in_at = row.get<std::optional<Instant>>("signed_in_at");
    account.has_password = row.get<bool>("has_password");
    return account;
}

#define ACCOUNT_COLUMNS \
    "id, public_id, email, name, opened_at, closed_at, signed_in_at, CASE WHEN password_hash IS NULL THEN 0 ELSE 1 END AS has_password"

Result<Account> found(const std::optional<db::Row>& row)
{
    if (!row) return not_found("Account");
    return account_of(*row);
}

std::optional<Credentials> credentials_of(const std::optional<db::Row>& row)
{
    if (!row) return std::nullopt;
    return Credentials{.account = row->get<AccountId>("id"),
                       .name = row->get<std::string>("name"),
                       .email = EmailAddress::parse(row->get<std::string>("email")).value_or(EmailAddress{}),
                       .password_hash = row->get<std::optional<std::string>>("password_hash").value_or(""),
                       .open = !row->get<std::optional<Instant>>("closed_at")};
}

/// The grant of a row; one whose words this program does not know becomes a grant that fits nothing.
Grant grant_of(const db::Row& row)
{
    const auto role = role_named(row.get<std::string>("role"));
    const auto kind = scope_kind_named(row.get<std::string>("scope_kind"));
    if (!role || !kind) return Grant{Role::practitioner, Scope{ScopeKind::area, 0}};
    return Grant{*role, Scope{*kind, row.get<std::int64_t>("scope_key")}};
}

}  // namespace

AccountId insert_account(db::Writer& writer, const PublicId& id, const EmailAddress& email, std::string_view name, Instant now)
{
    return AccountId{writer.insert("INSERT INTO account (public_id, email, name, opened_at) VALUES ($1, $2, $3, $4) RETURNING id", id,
                                   email.reveal(), name, now)};
}

bool email_is_taken(db::Reader& reader, const EmailAddress& email)
{
    return reader.one("SELECT id FROM account WHERE email = $1", email.reveal()).has_value();
}

std::optional<Credentials> find_credentials(db::Reader& reader, const EmailAddress& email)
{
    return credentials_of(reader.one("SELECT id, name, email, password_hash, closed_at FROM account WHERE email = $1", email.reveal()));
}

std::optional<Credentials> find_credentials(db::Reader& reader, AccountId account)
{
    return credentials_of(reader.one("SELECT id, name, email, password_hash, closed_at FROM account WHERE id = $1", account));
}

void store_password_hash(db::Writer& writer, AccountId account, const std::string& hash)
{
    const auto value = hash.empty() ? std::optional<std::string>{} : std::optional{hash};
    writer.run("UPDATE account SET password_hash = $1 WHERE id = $2", value, account);
}

void store_name(db::Writer& writer, AccountId account, std::string_view name)
{
    writer.run("UPDATE account SET name = $1 WHERE id = $2", name, account);
}

void store_closed_at(db::Writer& writer, AccountId account, std::optional<Instant> at)
{
    writer.run("UPDATE account SET closed_at = $1 WHERE id = $2", at, account);
}

void store_signed_in_at(db::Writer& writer, AccountId account, Instant at)
{
    writer.run("UPDATE account SET signed_in_at = $1 WHERE id = $2", at, account);
}

Result<Account> find_account(db::Reader& reader, const PublicId& id)
{
    return found(reader.one("SELECT " ACCOUNT_COLUMNS " FROM account WHERE public_id = $1", id));
}

Result<Account> find_account(db::Reader& reader, AccountId id)
{
    return found(reader.one("SELECT " ACCOUNT_COLUMNS " FROM account WHERE id = $1", id));
}

Result<Account> find_account_by_email(db::Reader& reader, const EmailAddress& email)
{
    return found(reader.one("SELECT " ACCOUNT_COLUMNS " FROM account WHERE email = $1", email.reveal()));
}

std::vector<Account> list_accounts(db::Reader& reader, int limit, int offset)
{
    std::vector<Account> accounts;
    reader.each("SELECT " ACCOUNT_COLUMNS " FROM account ORDER BY name, id LIMIT $1 OFFSET $2",
                [&](const db::Row& row) { accounts.push_back(account_of(row)); }, limit, offset);
    return accounts;
}

#undef ACCOUNT_COLUMNS

std::int64_t count_accounts(db::Reader& reader)
{
    return reader.one("SELECT COUNT(*) AS number FROM account")->get<std::int64_t>("number");
}

GrantId insert_grant(db::Writer& writer, AccountId account, const Grant& grant, const Period& period, Instant now)
{
    return GrantId{writer.insert("INSERT INTO account_grant (account_id, role, scope_kind, scope_key, from_on, to_on, given_at) "
                                 "VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
                                 account, row_of(grant.role).name, name_of(grant.scope.kind), grant.scope.key, period.from, period.to, now)};
}

void store_grant_end(db::Writer& writer, GrantId grant, Date last_day)
{
    writer.run("UPDATE account_grant SET to_on = $1 WHERE id = $2", last_day, grant);
}

std::int64_t count_other_administrators(db::Reader& reader, AccountId but, Date today)
{
    return reader
        .one("SELECT COUNT(DISTINCT a.id) AS number FROM account a JOIN account_grant g ON g.account_id = a.id "
             "WHERE g.role = 'administrator' AND g.from_on <= $1 AND (g.to_on IS NULL OR g.to_on >= $1) "
             "AND a.closed_at IS NULL AND a.id <> $2",
             today, but)
        ->get<std::int64_t>("number");
}

std::vector<HeldGrant> list_grants(db::Reader& reader, AccountId account)
{
    std::vector<HeldGrant> grants;
    reader.each("SELECT id, role, scope_kind, scope_key, from_on, to_on FROM account_grant WHERE account_id = $1 "
                "ORDER BY CASE WHEN to_on IS NULL THEN 0 ELSE 1 END, to_on DESC, from_on DESC, id",
                [&](const db::Row& row) {
                    grants.push_back({row.get<GrantId>("id"), grant_of(row),
                                      Period{row.get<Date>("from_on"), row.get<std::optional<Date>>("to_on")}});
                },
                account);
    return grants;
}

std::vector<Grant> grants_on(db::Reader& reader, AccountId account, Date today)
{
    std::vector<Grant> grants;
    reader.each("SELECT role, scope_kind, scope_key FROM account_grant "
                "WHERE account_id = $1 AND from_on <= $2 AND (to_on IS NULL OR to_on >= $2) ORDER BY id",
                [&](const db::Row& row) { grants.push_back(grant_of(row)); }, account, today);
    return grants;
}

std::map<AccountId, std::vector<Grant>> grants_of(db::Reader& reader, const std::vector<Account>& accounts, Date today)
{
    std::map<AccountId, std::vector<Grant>> grants;
    if (accounts.empty()) return grants;
    std::vector<db::Argument> arguments{today};
    std::string list;
    for (const auto& account : accounts) {
        arguments.emplace_back(account.id);
        list += fmt::format("{}${}", list.empty() ? "" : ", ", arguments.size());
    }
    reader.each_of("SELECT account_id, role, scope_kind, scope_key FROM account_grant WHERE from_on <= $1 "
                   "AND (to_on IS NULL OR to_on >= $1) AND account_id IN (" + list + ") ORDER BY id",
                   [&](const db::Row& row) { grants[row.get<AccountId>("account_id")].push_back(grant_of(row)); }, arguments);
    return grants;
}

std::map<AccountId, std::string> names_of(db::Reader& reader, const std::set<AccountId>& accounts)
{
    std::map<AccountId, std::string> names;
    if (accounts.empty()) return names;
    std::vector<db::Argument> arguments;
    std::string list;
    for (auto account : accounts) {
        arguments.emplace_back(account);
        list += fmt::format("{}${}", list.empty() ? "" : ", ", arguments.size());
    }
    reader.each_of("SELECT id, name FROM account WHERE id IN (" + list + ")",
                   [&](const db::Row& row) { names.emplace(row.get<AccountId>("id"), row.get<std::string>("name")); }, arguments);
    return names;
}

std::vector<AccountId> holders_of(db::Reader& reader, Role role, OrganisationId organisation, Date today)
{
    std::vector<AccountId> holders;
    reader.each("SELECT g.account_id FROM account_grant g JOIN account a ON a.id = g.account_id WHERE g.role = $1 AND g.scope_kind = $2 AND g.scope_key = $3 "
                "AND g.from_on <= $4 AND (g.to_on IS NULL OR g.to_on >= $4) AND a.closed_at IS NULL ORDER BY g.id",
                [&](const db::Row& row) { holders.push_back(row.get<AccountId>("account_id")); }, row_of(role).name, name_of(ScopeKind::organisation),
                organisation, today);
    return holders;
}

std::map<Role, Account> first_holders(db::Reader& reader, Date today)
{
    std::map<Role, Account> holders;
    reader.each("SELECT a.id, a.public_id, a.email, a.name, a.opened_at, a.closed_at, a.signed_in_at, 1 AS has_password, "
                "g.role, g.scope_kind, g.scope_key FROM account_grant g JOIN account a ON a.id = g.account_id "
                "WHERE g.from_on <= $1 AND (g.to_on IS NULL OR g.to_on >= $1) AND a.closed_at IS NULL ORDER BY g.id",
                [&](const db::Row& row) {
                    const auto grant = grant_of(row);
                    auto account = account_of(row);
                    if (grant.fits() && account.email.is_made_up()) holders.emplace(grant.role, std::move(account));
                },
                today);
    return holders;
}

void insert_event(db::Writer& writer, AccountId account, const By& by, std::string_view what, std::string_view detail, Instant now)
{
    const auto by_account = by.account.is_set() ? std::optional{by.account.value()} : std::nullopt;
    writer.run("INSERT INTO account_event (account_id, at, by_account, by_words, what, detail, reason) VALUES ($1, $2, $3, $4, $5, $6, $7)", account,
               now, by_account, by_account ? std::string{} : by.name, what, detail, by.why);
}

std::vector<AccountEvent> list_events(db::Reader& reader, AccountId account)
{
    std::vector<AccountEvent> events;
    reader.each("SELECT e.at, COALESCE(b.name, e.by_words) AS by_whom, e.what, e.detail, e.reason FROM account_event e "
                "LEFT JOIN account b ON b.id = e.by_account WHERE e.account_id = $1 ORDER BY e.id DESC LIMIT 200",
                [&](const db::Row& row) {
                    events.push_back({row.get<Instant>("at"), row.get<std::string>("by_whom"), row.get<std::string>("what"),
                                      row.get<std::string>("detail"), row.get<std::string>("reason")});
                },
                account);
    return events;
}

void insert_code(db::Writer& writer, AccountId account, const std::string& code_hash, Instant ends_at)
{
    writer.run("INSERT INTO sign_in_code (account_id, code_hash, ends_at) VALUES ($1, $2, $3)", account, code_hash, ends_at);
}

void end_codes(db::Writer& writer, AccountId account, Instant now)
{
    writer.run("UPDATE sign_in_code SET used_at = $1 WHERE account_id = $2 AND used_at IS NULL", now, account);
}

std::optional<AccountId> account_of_code(db::Reader& reader, const std::string& code_hash, Instant now)
{
    const auto row = reader.one("SELECT account_id FROM sign_in_code WHERE code_hash = $1 AND used_at IS NULL AND ends_at > $2", code_hash, now);
    return row ? std::optional{row->get<AccountId>("account_id")} : std::nullopt;
}

bool use_code(db::Writer& writer, const std::string& code_hash, Instant now)
{
    return writer.run("UPDATE sign_in_code SET used_at = $1 WHERE code_hash = $2 AND used_at IS NULL AND ends_at > $1", now, code_hash) == 1;
}

}  // namespace kith::access
