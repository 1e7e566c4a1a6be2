#pragma once
// The two pieces of background work of a return: checking it and taking it into the register. What they do is return_register's.
#include "jobs/queue.hpp"
#include "returns/return_register.hpp"

#include <functional>
#include <memory>

namespace kith::returns {

inline constexpr const char* check_job = "check_return";
inline constexpr const char* accept_job = "accept_return";

/// Registers both handlers; before Queue::start().
void add_jobs(jobs::Queue& queue, std::shared_ptr<const Desk> desk, std::function<Instant()> now);

/// Queues the work within the caller's transaction and notes it in the return.
Result<HandedIn> enqueue(jobs::Queue& queue, db::Writer& writer, const Desk& desk, HandedIn handed_in, const char* job, access::AccountId by);

}  // namespace kith::returns
