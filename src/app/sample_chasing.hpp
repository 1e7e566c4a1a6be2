#pragma once
// Returns of the sample that are late, and asking for them: data stewards who have come in and not handed in, the rounds that reminded them, and
// the workforce lead who asked one of them besides.
#include "base/result.hpp"
#include "db/database.hpp"
#include "packs/packs.hpp"

#include <memory>

namespace kith::app {

/// Opens accounts for the data stewards of the late organisations but the first, which has none to ask, and has them reminded on days before `now`
/// through the door of the daily round and of the lead's button. `lead`: her email address.
Result<void> chase_the_late(db::Database& database, std::shared_ptr<const packs::Packs> packs, std::string_view lead, Instant now);

}  // namespace kith::app
