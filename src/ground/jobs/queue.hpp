#pragma once
// The queue of jobs and the threads that work it off. Jobs live in the database, so they outlast the program: one whose worker died
// is taken up again when its lease has run out. A handler may therefore run twice and must be whole or absent each time.
#include "jobs/job.hpp"
#include "jobs/schedule.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace kith::db {
class Database;
class Reader;
class Writer;
}  // namespace kith::db

namespace kith::jobs {

/// What a handler holds while it works.
class JobRun {
public:
    virtual ~JobRun() = default;
    virtual const Job& job() const = 0;
    virtual db::Database& database() = 0;
    /// Says how far it is. Cheap: written to the database at most about twice a second, and always at the end.
    virtual void progress(std::int64_t done, std::int64_t total, std::string words) = 0;
    /// True once someone asked to cancel, or the program is stopping. The handler then leaves by throwing Cancelled, or by
    /// return where it finished anyway. Whether it was a stop is the queue's concern: a stopped job is taken up again.
    virtual bool cancelled() const = 0;
    /// Throws Cancelled where cancelled().
    void go_on() const;
};

/// Thrown by a handler that stops half-way since it was asked to. Nothing of it may have been committed.
struct Cancelled {};

/// Thrown by a handler whose work cannot be done however often it is tried; `words` are for the person who asked.
struct Hopeless {
    std::string words;
};

using Handler = std::function<void(JobRun&)>;

class Queue {
public:
    struct Options {
        int workers = 1;
        std::int64_t lease_seconds = 60;               ///< a worker silent for so long is taken for dead
        std::chrono::milliseconds heartbeat{10'000};   ///< how often a worker renews its lease
        std::chrono::milliseconds poll{500};           ///< how often idle workers look for work another process queued
        std::function<Instant()> now;
        /// Told of every failure: reference, kind, and what went wrong for the log. Never personal data.
        std::function<void(const std::string& reference, const std::string& kind, const std::string& what)> failed;
    };

    Queue(db::Database& database, Options options);
    ~Queue();  ///< stops
    Queue(const Queue&) = delete;
    Queue& operator=(const Queue&) = delete;

    /// Registers who does jobs of `kind`; before start().
    void handle(std::string kind, Handler handler);
    /// Registers work that comes round; before start().
    void schedule(Schedule schedule);
    /// Registers `handler` for jobs of `kind` and has one queued daily at `time` in England; before start().
    void every_day(std::string kind, std::string title, TimeOfDay time, Handler handler);
    /// What comes round, in the order in which it was registered.
    std::vector<Round> rounds(db::Reader& reader) const;

    /// Queues a job within the caller's transaction: it exists exactly when that commits.
    PublicId enqueue(db::Writer& writer, const NewJob& job);
    /// Takes every running job's worker for dead, so that none waits for its lease to run out. Before start(), by whoever knows that no
    /// other process works this queue: the server, which holds the lock that only one server has.
    void take_over();
    /// Starts the worker threads.
    void start();
    /// Asks running jobs to stop, waits for them, and hands unfinished ones back to the queue.
    void stop();
    /// Takes one job that is due and works it off in this thread; false where none is. For tests and the command line.
    bool run_one();
    /// Works off all jobs that are due.
    void run_all();

private:
    class Works;
    std::unique_ptr<Works> works_;
};

/// The job with this public id.
Result<Job> find_job(db::Reader& reader, const PublicId& id);

/// The newest jobs first, `limit` after skipping `offset`; `account` narrows to one asker, 0 is everyone's.
std::vector<Job> list_jobs(db::Reader& reader, std::int64_t account, int limit, int offset);
std::int64_t count_jobs(db::Reader& reader, std::int64_t account);

/// Asks that a job stop. One not yet begun is cancelled at once, a running one when it next looks. A conflict where it is over.
Result<void> cancel(db::Writer& writer, const PublicId& id, Instant now);

/// Puts a failed or cancelled job back into the queue with fresh tries; a conflict where it is neither.
Result<void> retry(db::Writer& writer, const PublicId& id, Instant now);

}  // namespace kith::jobs
