#pragma once
// Secrets of calendar feeds, as hashes. Private to the room.
#include "access/ids.hpp"
#include "base/chance.hpp"
#include "db/transaction.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace kith::strategy {

/// A new secret for the account, in the place of the one it had: addresses handed out before lead nowhere.
std::string new_feed(db::Writer& writer, access::AccountId account, const Chance& chance);
void end_feed(db::Writer& writer, access::AccountId account);
bool has_feed(db::Reader& reader, access::AccountId account);
std::optional<access::AccountId> account_of_feed(db::Reader& reader, std::string_view secret);

}  // namespace kith::strategy
