#include "access/form_key.hpp"

#include "db/transaction.hpp"

namespace kith::access {

namespace {

std::string hashed(std::string_view session, std::string_view key)
{
    return hash_of("form", std::string{session} + '\n' + std::string{key});
}

}  // namespace

FormKeyAnswer claim_form_key(db::Writer& writer, std::string_view session, std::string_view key, Instant now)
{
    const auto hash = hashed(session, key);
    const auto claimed = writer.run("INSERT INTO form_key (key_hash, used_at) VALUES ($1, $2) ON CONFLICT (key_hash) DO NOTHING", hash, now);
    if (claimed == 1) return {FormKeyUse::first, {}};
    const auto row = writer.one("SELECT outcome FROM form_key WHERE key_hash = $1", hash);
    const auto outcome = row ? row->get<std::optional<std::string>>("outcome") : std::nullopt;
    if (!outcome) return {FormKeyUse::in_progress, {}};
    return {FormKeyUse::finished, *outcome};
}

void finish_form_key(db::Writer& writer, std::string_view session, std::string_view key, std::string_view outcome)
{
    writer.run("UPDATE form_key SET outcome = $1 WHERE key_hash = $2", outcome, hashed(session, key));
}

void release_form_key(db::Writer& writer, std::string_view session, std::string_view key)
{
    writer.run("DELETE FROM form_key WHERE key_hash = $1 AND outcome IS NULL", hashed(session, key));
}

std::int64_t forget_old_form_keys(db::Writer& writer, Instant now)
{
    return writer.run("DELETE FROM form_key WHERE used_at < $1", now.plus_seconds(-24 * 60 * 60));
}

}  // namespace kith::access
