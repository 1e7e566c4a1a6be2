#include "jobs/running.hpp"

#include "db/error.hpp"
#include "db/transaction.hpp"
#include "jobs/job_store.hpp"

namespace kith::jobs {

namespace {

constexpr std::chrono::milliseconds progress_pace{500};
constexpr std::int64_t first_wait = 10;  // seconds before the second try; four times as long before each next

}  // namespace

RunningJob::RunningJob(db::Database& database, Job job, std::string worker, Pace pace, const std::atomic<bool>& stopping)
    : database_(database), job_(std::move(job)), worker_(std::move(worker)), pace_(std::move(pace)), stopping_(stopping)
{
    heart_ = std::jthread{[this](const std::stop_token& stop) { beat(stop); }};
}

RunningJob::~RunningJob()
{
    stop_beating();
}

void RunningJob::progress(std::int64_t done, std::int64_t total, std::string words)
{
    const std::lock_guard lock{mutex_};
    done_ = done;
    total_ = total;
    words_ = std::move(words);
    news_ = true;
    changed_.notify_all();
}

/// The heart's thread: writes news no more often than progress_pace, and a sign of life at every heartbeat. It waits for the writer's
/// turn where the handler itself holds it, so while the handler writes for long nobody sees progress; the lease must outlast that.
void RunningJob::beat(const std::stop_token& stop)
{
    std::unique_lock lock{mutex_};
    while (!stop.stop_requested()) {
        changed_.wait_for(lock, stop, pace_.heartbeat, [&] { return news_; });
        if (stop.stop_requested()) return;
        news_ = false;
        lock.unlock();
        keep();
        lock.lock();
        changed_.wait_for(lock, stop, std::min(progress_pace, pace_.heartbeat), [] { return false; });
    }
}

void RunningJob::keep()
{
    try {
        const auto job = latest();
        db::Writer writer{database_};
        bool cancel_asked = false;
        const bool held = keep_job(writer, job, worker_, pace_.now().plus_seconds(pace_.lease_seconds), cancel_asked);
        writer.commit();
        if (!held) lost_ = true;
        if (cancel_asked) cancel_asked_ = true;
    } catch (const db::DatabaseError&) {
        // A missed beat: the next one may come through, and if none does the lease runs out and another worker takes over.
    }
}

void RunningJob::stop_beating()
{
    heart_.request_stop();
    changed_.notify_all();
    if (heart_.joinable()) heart_.join();
}

Job RunningJob::latest()
{
    const std::lock_guard lock{mutex_};
    Job job = job_;
    job.done = done_;
    job.total = total_;
    job.words = words_;
    return job;
}

void RunningJob::finish(JobState state)
{
    stop_beating();
    db::Writer writer{database_};
    end_job(writer, latest(), worker_, state, pace_.now());
    writer.commit();
}

void RunningJob::leave()
{
    stop_beating();
    auto job = latest();
    db::Writer writer{database_};
    if (cancel_asked_) {
        job.words = "Cancelled";
        end_job(writer, job, worker_, JobState::cancelled, pace_.now());
    } else {
        requeue_job(writer, job, worker_, job.tries_left + 1, pace_.now());
    }
    writer.commit();
}

void RunningJob::fail(const std::string& words, const std::string& reference)
{
    stop_beating();
    auto job = latest();
    job.words = words;
    job.reference = reference;
    db::Writer writer{database_};
    end_job(writer, job, worker_, JobState::failed, pace_.now());
    writer.commit();
}

void RunningJob::fail_for_now(const std::string& reference)
{
    if (job_.tries_left <= 0) {
        fail("It could not be done. Tell your administrator the reference " + reference, reference);
        return;
    }
    stop_beating();
    auto job = latest();
    job.words = "It did not work this time and will be tried again";
    job.reference = reference;
    std::int64_t wait = first_wait;
    for (int tries = job.tries_left; tries < 2; ++tries) wait *= 4;
    db::Writer writer{database_};
    requeue_job(writer, job, worker_, job.tries_left, pace_.now().plus_seconds(wait));
    writer.commit();
}

}  // namespace kith::jobs
