#include "strategy/calendar_store.hpp"

#include "access/token.hpp"

namespace kith::strategy {
namespace {

std::string hashed(std::string_view secret) { return access::hash_of("calendar feed", secret); }

}  // namespace

std::string new_feed(db::Writer& writer, access::AccountId account, const Chance& chance)
{
    end_feed(writer, account);
    auto secret = access::new_token(chance);
    writer.run("INSERT INTO calendar_feed (account_id, secret_hash) VALUES ($1, $2)", account, hashed(secret));
    return secret;
}

void end_feed(db::Writer& writer, access::AccountId account) { writer.run("DELETE FROM calendar_feed WHERE account_id = $1", account); }

bool has_feed(db::Reader& reader, access::AccountId account) { return reader.one("SELECT 1 FROM calendar_feed WHERE account_id = $1", account).has_value(); }

std::optional<access::AccountId> account_of_feed(db::Reader& reader, std::string_view secret)
{
    const auto row = reader.one("SELECT account_id FROM calendar_feed WHERE secret_hash = $1", hashed(secret));
    return row ? std::optional{row->get<access::AccountId>("account_id")} : std::nullopt;
}

}  // namespace kith::strategy
