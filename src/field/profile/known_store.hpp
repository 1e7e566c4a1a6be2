#pragma once
// When the register learnt what. Private to the room.
#include "base/date.hpp"
#include "db/transaction.hpp"

namespace kith::profile {

/// The last change set that had been made by the end of the day in London; 0: none had.
std::int64_t last_change_set_by(db::Reader& reader, Date day);

}  // namespace kith::profile
