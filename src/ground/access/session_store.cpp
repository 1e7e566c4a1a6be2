#include "access/session.hpp"

#include "access/accounts.hpp"
#include "db/transaction.hpp"

namespace kith::access {

namespace {

std::string hashed(std::string_view token)
{
    return hash_of("session", token);
}

}  // namespace

bool has_run_out(const Session& session, const SessionLimits& limits, Instant now)
{
    return session.used_at.seconds_until(now) >= limits.idle_seconds || session.started_at.seconds_until(now) >= limits.longest_seconds;
}

bool needs_touch(const Session& session, const SessionLimits& limits, Instant now)
{
    return session.used_at.seconds_until(now) >= limits.touch_seconds;
}

std::optional<Visitor> find_session(db::Reader& reader, std::string_view token, Instant now)
{
    const auto row = reader.one("SELECT s.id, s.account_id, s.started_at, s.used_at, s.second_step, a.name FROM account_session s "
                                "JOIN account a ON a.id = s.account_id WHERE s.token_hash = $1 AND a.closed_at IS NULL",
                                hashed(token));
    if (!row) return std::nullopt;
    Visitor visitor;
    visitor.session = {row->get<SessionId>("id"), row->get<AccountId>("account_id"), row->get<Instant>("started_at"),
                       row->get<Instant>("used_at"), row->get<bool>("second_step")};
    visitor.viewer = {visitor.session.account, row->get<std::string>("name"),
                      grants_on(reader, visitor.session.account, now.date_in_london())};
    return visitor;
}

void touch(db::Writer& writer, SessionId session, Instant now)
{
    writer.run("UPDATE account_session SET used_at = $1 WHERE id = $2 AND used_at < $1", now, session);
}

std::string start_session(db::Writer& writer, AccountId account, const Chance& chance, Instant now, bool second_step)
{
    auto token = new_token(chance);
    writer.run("INSERT INTO account_session (account_id, token_hash, started_at, used_at, second_step) VALUES ($1, $2, $3, $3, $4)", account,
               hashed(token), now, second_step);
    return token;
}

void pass_second_step(db::Writer& writer, SessionId session)
{
    writer.run("UPDATE account_session SET second_step = 1 WHERE id = $1", session);
}

void sign_out(db::Writer& writer, SessionId session)
{
    writer.run("DELETE FROM account_session WHERE id = $1", session);
}

void sign_out_everywhere(db::Writer& writer, AccountId account, SessionId kept)
{
    writer.run("DELETE FROM account_session WHERE account_id = $1 AND id <> $2", account, kept);
}

std::int64_t forget_old_sessions(db::Writer& writer, const SessionLimits& limits, Instant now)
{
    return writer.run("DELETE FROM account_session WHERE used_at <= $1 OR started_at <= $2", now.plus_seconds(-limits.idle_seconds),
                      now.plus_seconds(-limits.longest_seconds));
}

}  // namespace kith::access
