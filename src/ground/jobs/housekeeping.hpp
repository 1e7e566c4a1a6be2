#pragma once
// What is forgotten of the inbox once it is old. Not what background work leaves: that is the queue's.
#include "base/instant.hpp"

#include <cstdint>

namespace kith::db {
class Writer;
}  // namespace kith::db

namespace kith::jobs {

/// Messages of before `before`, read or not, but for those whose mail has still to go out. Answers how many. For the daily round.
std::int64_t forget_messages(db::Writer& writer, Instant before);

}  // namespace kith::jobs
