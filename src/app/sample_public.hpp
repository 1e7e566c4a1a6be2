#pragma once
// What the sample's partnership asks of the public and tells it: a draft opened for comments, and the report on the strategy's first year.
#include "base/instant.hpp"
#include "base/result.hpp"
#include "db/database.hpp"

#include <string_view>

namespace kith::app {

/// After the strategy and the boards were lived with: an annual action plan under it is in consultation, with comments and one answer; the first year's report was published a year ago. `lead`: the
/// e-mail address of whoever published it.
Result<void> tell_the_public(db::Database& database, std::string_view lead, Instant now);

}  // namespace kith::app
