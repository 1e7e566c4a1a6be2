#pragma once
// The sample's people by their e-mail addresses.
#include "access/accounts.hpp"
#include "base/result.hpp"

#include <string_view>

namespace kith::app {

/// The account with that address; a problem that names it where the sample has none.
Result<access::Account> account_at(db::Reader& reader, std::string_view address);

}  // namespace kith::app
