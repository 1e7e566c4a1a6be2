#pragma once
// When data stewards are reminded of a return, and when asking them waits. Pure.
#include "scorecards/scorecard.hpp"

#include <optional>

namespace kith::scorecards {

/// Whether the daily round asks today: once in the days before the return is due, once as soon as it is overdue, and then every so often.
/// `last`: the day of the last chase of any kind. `limits`: the pack's "scorecard".
bool is_to_be_reminded(const Due& due, const std::optional<Date>& last, Date today, const packs::Limits& limits);

/// Nobody is asked twice on a day, whoever asks and from whichever page. `last` as above.
bool was_asked_on(const std::optional<Date>& last, Date today);

}  // namespace kith::scorecards
