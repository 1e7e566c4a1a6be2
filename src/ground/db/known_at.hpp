#pragma once
// When the register learnt what.
#include "base/date.hpp"
#include "db/transaction.hpp"

#include <limits>

namespace kith::db {

/// The last change set that had been made by the end of the day in London; 0: none had.
std::int64_t last_change_set_by(Reader& reader, Date day);

/// In the place of a change set: as it stands now.
inline constexpr std::int64_t as_it_stands = std::numeric_limits<std::int64_t>::max();

}  // namespace kith::db
