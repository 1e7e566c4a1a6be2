#pragma once
// Campaigns of the sample: last year's and this year's of One Children's Workforce, and what children think. Answers are composed by chance that repeats
// and go through the doors that users' answers go through.
#include "base/result.hpp"
#include "db/database.hpp"
#include "questionnaire/instruments.hpp"

#include <string_view>

namespace kith::app {

/// Makes the campaigns as they stand at `now`, over the organisations and localities that are there. `lead`: the e-mail address of who opened them and
/// reads what children write. The story: children see less than the board believes, the front line less than leaders, one locality less than another,
/// and last year was lower.
Result<void> put_questions(db::Database& database, const questionnaire::Instruments& instruments, std::uint64_t seed, std::string_view lead, Instant now);

}  // namespace kith::app
