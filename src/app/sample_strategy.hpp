#pragma once
// The sample's strategy: a file as the partnership hands it in, and two years of living with it: approved, carried out, told about, tied to what was found.
#include "app/sample.hpp"
#include "base/result.hpp"
#include "db/database.hpp"

#include <string_view>

namespace kith::app {

/// One file: eight themes, nine objectives, fifteen actions over three years, of which one theme has none.
std::vector<SampleFile> strategy_files(Date today);

/// Those who say how actions go, by e-mail address.
struct SamplePeople {
    std::string_view lead, locality, nursery;
};

/// After the file was taken and the campaigns were held: approved by the board and current; some actions are done, one is late, one is behind on a milestone, one was called on track by its owner
/// though its day has passed, one is stale; three answer priorities of last year's workshop. A problem where a page would have refused any of it.
Result<void> live_with_strategy(db::Database& database, const SamplePeople& who, Instant now);

}  // namespace kith::app
