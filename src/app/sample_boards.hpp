#pragma once
// What the sample's groups have lived: meetings with decisions and what followed from them, and one to come.
#include "db/transaction.hpp"

#include <string_view>

namespace kith::app {

/// After the files of seats and of the strategy were taken. `member`: address of the account that sits on the board.
Result<void> live_with_boards(db::Database& database, std::string_view member, Instant now);

}  // namespace kith::app
