#pragma once
// A job while a worker holds it: heartbeat, progress, and how it ends. Private to this room.
#include "jobs/queue.hpp"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace kith::jobs {

class RunningJob final : public JobRun {
public:
    struct Pace {
        std::function<Instant()> now;
        std::int64_t lease_seconds;
        std::chrono::milliseconds heartbeat;
    };
    RunningJob(db::Database& database, Job job, std::string worker, Pace pace, const std::atomic<bool>& stopping);
    ~RunningJob() override;

    const Job& job() const override { return job_; }
    db::Database& database() override { return database_; }
    void progress(std::int64_t done, std::int64_t total, std::string words) override;
    bool cancelled() const override { return cancel_asked_ || lost_ || stopping_; }

    void finish(JobState state);
    /// After Cancelled: cancelled where someone asked, back into the queue with its try where the program stops.
    void leave();
    /// Failed for good, in words for the person who asked.
    void fail(const std::string& words, const std::string& reference);
    /// Failed this time: tried again later, each time after a longer wait, while tries are left.
    void fail_for_now(const std::string& reference);

private:
    void beat(const std::stop_token& stop);
    void keep();
    void stop_beating();
    /// A copy of the job with its latest progress.
    Job latest();

    db::Database& database_;
    Job job_;  ///< as leased; progress is in the fields below
    std::string worker_;
    Pace pace_;
    const std::atomic<bool>& stopping_;
    std::atomic<bool> cancel_asked_{false};
    std::atomic<bool> lost_{false};
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::int64_t done_ = 0;
    std::int64_t total_ = 0;
    std::string words_;
    bool news_ = false;
    std::jthread heart_;
};

}  // namespace kith::jobs
