#include "access/sign_in_store.hpp"

#include "access/form_key.hpp"
#include "access/housekeeping.hpp"
#include "access/second_step_store.hpp"
#include "base/text.hpp"
#include "db/transaction.hpp"

#include <algorithm>

namespace kith::access {

std::string account_subject(std::string_view email)
{
    return hash_of("failure account", lower_ascii(trimmed(email)));
}

std::string address_subject(std::string_view address)
{
    return hash_of("failure address", address);
}

std::int64_t count_try(db::Writer& writer, const std::string& subject, const ThrottleRule& rule, Instant now)
{
    const auto row = writer.one("SELECT failures, last_at, free_at FROM sign_in_failure WHERE subject = $1", subject);
    int failures = 1;
    if (row && row->get<Instant>("last_at").seconds_until(now) < rule.forgotten_after) {
        // A clock that was put back does not lengthen the wait.
        const auto to_wait = std::max(now, row->get<Instant>("last_at")).seconds_until(row->get<Instant>("free_at"));
        if (to_wait > 0) return to_wait;
        failures = row->get<int>("failures") + 1;
    }
    writer.run("INSERT INTO sign_in_failure (subject, failures, last_at, free_at) VALUES ($1, $2, $3, $4) "
               "ON CONFLICT (subject) DO UPDATE SET failures = $2, last_at = $3, free_at = $4",
               subject, failures, now, now.plus_seconds(wait_after(rule, failures)));
    return 0;
}

void take_back(db::Writer& writer, const std::string& subject)
{
    writer.run("UPDATE sign_in_failure SET failures = failures - 1, free_at = last_at WHERE subject = $1 AND failures > 0", subject);
}

void forget_failures(db::Writer& writer, const std::string& subject)
{
    writer.run("DELETE FROM sign_in_failure WHERE subject = $1", subject);
}

std::int64_t tidy(db::Writer& writer, const SessionLimits& sessions, const SignInLimits& limits, Instant now)
{
    const auto kept = std::max(limits.per_account.forgotten_after, limits.per_address.forgotten_after);
    return forget_old_sessions(writer, sessions, now) + forget_old_form_keys(writer, now) + forget_old_halves(writer, now) +
           writer.run("DELETE FROM sign_in_failure WHERE last_at < $1", now.plus_seconds(-kept)) +
           writer.run("DELETE FROM sign_in_code WHERE ends_at < $1", now.plus_seconds(-30 * 24 * 60 * 60));
}

}  // namespace kith::access
