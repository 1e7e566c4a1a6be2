#include "access/second_step_store.hpp"

namespace kith::access {

std::optional<HeldSecret> find_secret(db::Reader& reader, AccountId account)
{
    const auto row = reader.one("SELECT secret, confirmed_at, last_step FROM second_step WHERE account_id = $1", account);
    if (!row) return std::nullopt;
    return HeldSecret{row->get<db::Bytes>("secret"), row->get<std::optional<Instant>>("confirmed_at").has_value(), row->get<std::int64_t>("last_step")};
}

void store_secret(db::Writer& writer, AccountId account, const db::Bytes& sealed, Instant now)
{
    writer.run("INSERT INTO second_step (account_id, secret, begun_at, last_step) VALUES ($1, $2, $3, 0) "
               "ON CONFLICT (account_id) DO UPDATE SET secret = $2, begun_at = $3, confirmed_at = NULL, last_step = 0",
               account, sealed, now);
}

void store_confirmed(db::Writer& writer, AccountId account, Instant now)
{
    writer.run("UPDATE second_step SET confirmed_at = $1 WHERE account_id = $2", now, account);
}

void delete_second_step(db::Writer& writer, AccountId account)
{
    writer.run("DELETE FROM second_step WHERE account_id = $1", account);
    writer.run("DELETE FROM recovery_code WHERE account_id = $1", account);
    delete_halves(writer, account);
}

bool take_step(db::Writer& writer, AccountId account, std::int64_t step)
{
    return writer.run("UPDATE second_step SET last_step = $1 WHERE account_id = $2 AND last_step < $1", step, account) == 1;
}

void store_recovery_codes(db::Writer& writer, AccountId account, const std::vector<std::string>& hashes)
{
    writer.run("DELETE FROM recovery_code WHERE account_id = $1", account);
    for (const auto& hash : hashes) writer.run("INSERT INTO recovery_code (account_id, code_hash) VALUES ($1, $2)", account, hash);
}

bool use_recovery_code(db::Writer& writer, AccountId account, const std::string& hash, Instant now)
{
    return writer.run("UPDATE recovery_code SET used_at = $1 WHERE account_id = $2 AND code_hash = $3 AND used_at IS NULL", now, account, hash) == 1;
}

int count_recovery_codes(db::Reader& reader, AccountId account)
{
    return reader.one("SELECT COUNT(*) AS number FROM recovery_code WHERE account_id = $1 AND used_at IS NULL", account)->get<int>("number");
}

void insert_half(db::Writer& writer, const std::string& token_hash, AccountId account, Instant ends_at)
{
    writer.run("INSERT INTO half_sign_in (token_hash, account_id, ends_at) VALUES ($1, $2, $3)", token_hash, account, ends_at);
}

std::optional<AccountId> account_of_half(db::Reader& reader, const std::string& token_hash, Instant now)
{
    const auto row = reader.one("SELECT h.account_id FROM half_sign_in h JOIN account a ON a.id = h.account_id "
                                "WHERE h.token_hash = $1 AND h.ends_at > $2 AND a.closed_at IS NULL",
                                token_hash, now);
    return row ? std::optional{row->get<AccountId>("account_id")} : std::nullopt;
}

void delete_halves(db::Writer& writer, AccountId account)
{
    writer.run("DELETE FROM half_sign_in WHERE account_id = $1", account);
}

std::int64_t forget_old_halves(db::Writer& writer, Instant now)
{
    return writer.run("DELETE FROM half_sign_in WHERE ends_at < $1", now);
}

}  // namespace kith::access
