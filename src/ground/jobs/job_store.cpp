#include "jobs/job_store.hpp"

#include "db/transaction.hpp"
#include "jobs/queue.hpp"

#include <fmt/format.h>

namespace kith::jobs {

namespace {

constexpr std::string_view columns = "id, public_id, kind, title, payload, account_id, path, state, queued_at, started_at, ended_at, tries_left, "
                                     "done, total, words, cancel_asked, reference";

Job job_of(const db::Row& row)
{
    Job job;
    job.id = row.get<JobId>("id");
    job.public_id = row.get<PublicId>("public_id");
    job.kind = row.get<std::string>("kind");
    job.title = row.get<std::string>("title");
    job.payload = row.get<std::string>("payload");
    job.account = row.get<std::int64_t>("account_id");
    job.path = row.get<std::string>("path");
    job.state = job_state_named(row.get<std::string>("state")).value_or(JobState::failed);
    job.queued_at = row.get<Instant>("queued_at");
    job.started_at = row.get<std::optional<Instant>>("started_at");
    job.ended_at = row.get<std::optional<Instant>>("ended_at");
    job.tries_left = row.get<int>("tries_left");
    job.done = row.get<std::int64_t>("done");
    job.total = row.get<std::int64_t>("total");
    job.words = row.get<std::string>("words");
    job.cancel_asked = row.get<bool>("cancel_asked");
    job.reference = row.get<std::string>("reference");
    return job;
}

/// "state is due and kind IN (...)", with `now` as $1 and the kinds from $2 on.
std::string due_condition(std::size_t kinds)
{
    std::string list;
    for (std::size_t n = 0; n < kinds; ++n) list += fmt::format("{}${}", n == 0 ? "" : ", ", n + 2);
    return fmt::format("((state = 'queued' AND due_at <= $1) OR (state = 'running' AND leased_until <= $1)) AND kind IN ({})", list);
}

std::vector<db::Argument> due_arguments(const std::vector<std::string>& kinds, Instant now)
{
    std::vector<db::Argument> arguments{now};
    arguments.insert(arguments.end(), kinds.begin(), kinds.end());
    return arguments;
}

void fail_for_good(db::Writer& writer, const Job& job, Instant now)
{
    writer.run("UPDATE job SET state = 'failed', ended_at = $1, leased_until = NULL, "
               "words = 'It was interrupted each time it was tried' WHERE id = $2",
               now, job.id);
}

}  // namespace

PublicId insert_job(db::Writer& writer, const NewJob& job, Instant now)
{
    const auto id = writer.database().make_public_id(now);
    writer.run("INSERT INTO job (public_id, kind, title, payload, account_id, path, state, queued_at, due_at, worker, tries_left, done, total, "
               "words, cancel_asked, reference) VALUES ($1, $2, $3, $4, $5, $6, 'queued', $7, $7, '', $8, 0, 0, '', 0, '')",
               id, job.kind, job.title, job.payload, job.account, job.path, now, job.tries);
    return id;
}

bool has_due_job(db::Reader& reader, const std::vector<std::string>& kinds, Instant now)
{
    if (kinds.empty()) return false;
    return !reader.all_of("SELECT id FROM job WHERE " + due_condition(kinds.size()) + " LIMIT 1", due_arguments(kinds, now)).empty();
}

std::optional<Job> lease_job(db::Writer& writer, const std::vector<std::string>& kinds, const std::string& worker, Instant now, Instant until)
{
    if (kinds.empty()) return std::nullopt;
    const auto rows = writer.all_of(fmt::format("SELECT {} FROM job WHERE {} ORDER BY due_at, id LIMIT 20", columns, due_condition(kinds.size())),
                                    due_arguments(kinds, now));
    for (const auto& row : rows) {
        auto job = job_of(row);
        if (job.tries_left <= 0) {
            fail_for_good(writer, job, now);
            continue;
        }
        if (job.cancel_asked) {
            writer.run("UPDATE job SET state = 'cancelled', ended_at = $1, leased_until = NULL WHERE id = $2", now, job.id);
            continue;
        }
        job.state = JobState::running;
        job.tries_left -= 1;
        job.started_at = now;
        job.done = job.total = 0;
        job.words.clear();
        writer.run("UPDATE job SET state = 'running', started_at = $1, ended_at = NULL, leased_until = $2, worker = $3, tries_left = $4, done = 0, "
                   "total = 0, words = '' WHERE id = $5",
                   now, until, worker, job.tries_left, job.id);
        return job;
    }
    return std::nullopt;
}

bool keep_job(db::Writer& writer, const Job& job, const std::string& worker, Instant until, bool& cancel_asked)
{
    const auto kept = writer.run("UPDATE job SET leased_until = $1, done = $2, total = $3, words = $4 "
                                 "WHERE id = $5 AND worker = $6 AND state = 'running'",
                                 until, job.done, job.total, job.words, job.id, worker);
    if (kept == 0) return false;
    cancel_asked = writer.one("SELECT cancel_asked FROM job WHERE id = $1", job.id)->get<bool>("cancel_asked");
    return true;
}

void end_leases(db::Writer& writer, Instant now)
{
    writer.run("UPDATE job SET leased_until = $1 WHERE state = 'running' AND leased_until > $1", now);
}

void end_job(db::Writer& writer, const Job& job, const std::string& worker, JobState state, Instant now)
{
    writer.run("UPDATE job SET state = $1, ended_at = $2, leased_until = NULL, done = $3, total = $4, words = $5, reference = $6 "
               "WHERE id = $7 AND worker = $8 AND state = 'running'",
               name_of(state), now, job.done, job.total, job.words, job.reference, job.id, worker);
}

void requeue_job(db::Writer& writer, const Job& job, const std::string& worker, int tries_left, Instant due)
{
    writer.run("UPDATE job SET state = 'queued', due_at = $1, leased_until = NULL, tries_left = $2, words = $3, reference = $4 "
               "WHERE id = $5 AND worker = $6 AND state = 'running'",
               due, tries_left, job.words, job.reference, job.id, worker);
}

std::optional<Instant> last_scheduled(db::Reader& reader, const std::string& kind)
{
    const auto row = reader.one("SELECT queued_at FROM job_schedule WHERE kind = $1", kind);
    return row ? std::optional{row->get<Instant>("queued_at")} : std::nullopt;
}

void store_scheduled(db::Writer& writer, const std::string& kind, Instant at)
{
    writer.run("INSERT INTO job_schedule (kind, queued_at) VALUES ($1, $2) ON CONFLICT (kind) DO UPDATE SET queued_at = $2", kind, at);
}

Result<Job> find_job(db::Reader& reader, const PublicId& id)
{
    const auto row = reader.one(fmt::format("SELECT {} FROM job WHERE public_id = $1", columns), id);
    if (!row) return not_found("Job");
    return job_of(*row);
}

std::vector<Job> list_jobs(db::Reader& reader, std::int64_t account, int limit, int offset)
{
    std::vector<Job> jobs;
    reader.each(fmt::format("SELECT {} FROM job WHERE $1 = 0 OR account_id = $1 ORDER BY id DESC LIMIT $2 OFFSET $3", columns),
                [&](const db::Row& row) { jobs.push_back(job_of(row)); }, account, limit, offset);
    return jobs;
}

std::int64_t count_jobs(db::Reader& reader, std::int64_t account)
{
    return reader.one("SELECT COUNT(*) AS number FROM job WHERE $1 = 0 OR account_id = $1", account)->get<std::int64_t>("number");
}

Result<void> cancel(db::Writer& writer, const PublicId& id, Instant now)
{
    const auto job = find_job(writer, id);
    if (!job) return std::unexpected(job.error());
    if (is_over(job->state)) return conflict("This work is over already");
    if (job->state == JobState::queued) {
        writer.run("UPDATE job SET state = 'cancelled', ended_at = $1, cancel_asked = 1, words = 'Cancelled before it began' WHERE id = $2", now,
                   job->id);
    } else {
        writer.run("UPDATE job SET cancel_asked = 1 WHERE id = $1", job->id);
    }
    return {};
}

Result<void> retry(db::Writer& writer, const PublicId& id, Instant now)
{
    const auto job = find_job(writer, id);
    if (!job) return std::unexpected(job.error());
    if (job->state != JobState::failed && job->state != JobState::cancelled) return conflict("Only work that failed or was cancelled can be tried again");
    writer.run("UPDATE job SET state = 'queued', due_at = $1, ended_at = NULL, cancel_asked = 0, tries_left = 3, words = '', reference = '' "
               "WHERE id = $2",
               now, job->id);
    return {};
}

}  // namespace kith::jobs
