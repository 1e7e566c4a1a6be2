#pragma once
// Rows of job and job_schedule. Private to this room: see queue.hpp for what others call.
#include "jobs/job.hpp"

#include <optional>
#include <vector>

namespace kith::db {
class Database;
class Reader;
class Writer;
}  // namespace kith::db

namespace kith::jobs {

PublicId insert_job(db::Writer& writer, const NewJob& job, Instant now);
/// True where something is due: a queued job, or a running one whose lease ran out.
bool has_due_job(db::Reader& reader, const std::vector<std::string>& kinds, Instant now);
/// Takes the oldest due job of `kinds` for `worker`. A job whose worker died without a try left has failed, and is passed over.
std::optional<Job> lease_job(db::Writer& writer, const std::vector<std::string>& kinds, const std::string& worker, Instant now, Instant until);
/// Renews the lease and writes progress. Answers false where the worker no longer holds the job; sets `cancel_asked` where someone asked.
bool keep_job(db::Writer& writer, const Job& job, const std::string& worker, Instant until, bool& cancel_asked);
/// No worker holds anything any more: what runs is due from `now` on.
void end_leases(db::Writer& writer, Instant now);
/// The job is over. Nothing happens where the worker no longer holds it.
void end_job(db::Writer& writer, const Job& job, const std::string& worker, JobState state, Instant now);
/// Back into the queue, due at `due`; `tries_left` as given.
void requeue_job(db::Writer& writer, const Job& job, const std::string& worker, int tries_left, Instant due);

/// When the kind was last queued by the schedule.
std::optional<Instant> last_scheduled(db::Reader& reader, const std::string& kind);
void store_scheduled(db::Writer& writer, const std::string& kind, Instant at);

}  // namespace kith::jobs
