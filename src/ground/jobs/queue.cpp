#include "jobs/queue.hpp"

#include "db/database.hpp"
#include "db/error.hpp"
#include "db/transaction.hpp"
#include "jobs/job_store.hpp"
#include "jobs/running.hpp"

#include <fmt/format.h>

#include <array>
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>
#include <typeinfo>

namespace kith::jobs {

void JobRun::go_on() const
{
    if (cancelled()) throw Cancelled{};
}

namespace {

/// "3f9a1c20": names one log line to a person.
std::string make_reference(db::Database& database)
{
    std::array<unsigned char, 4> bytes{};
    database.options().random(bytes);
    return fmt::format("{:02x}{:02x}{:02x}{:02x}", bytes[0], bytes[1], bytes[2], bytes[3]);
}

}  // namespace

class Queue::Works {
public:
    Works(db::Database& database, Options options) : database_(database), options_(std::move(options))
    {
        name_ = make_reference(database_);
    }
    ~Works() { stop(); }

    void handle(std::string kind, Handler handler)
    {
        kinds_.push_back(kind);
        handlers_.insert_or_assign(std::move(kind), std::move(handler));
    }

    void schedule(Schedule schedule) { schedules_.push_back(std::move(schedule)); }

    std::vector<Round> rounds(db::Reader& reader) const
    {
        std::vector<Round> rounds;
        for (const auto& one : schedules_) {
            rounds.push_back({one.job.kind, one.job.title, one.in_words(), last_scheduled(reader, one.job.kind)});
        }
        return rounds;
    }

    PublicId enqueue(db::Writer& writer, const NewJob& job)
    {
        auto id = insert_job(writer, job, options_.now());
        wake();
        return id;
    }

    void take_over()
    {
        db::Writer writer{database_};
        end_leases(writer, options_.now());
        writer.commit();
    }

    void start()
    {
        stopping_ = false;
        for (int n = 0; n < options_.workers; ++n) {
            threads_.emplace_back([this, n] { work(fmt::format("{}-{}", name_, n)); });
        }
    }

    void stop()
    {
        {
            const std::lock_guard lock{mutex_};
            stopping_ = true;
        }
        changed_.notify_all();
        threads_.clear();  // joins
        stopping_ = false;
    }

    bool run_one(const std::string& worker)
    {
        const auto now = options_.now();
        queue_what_is_due(now);
        std::optional<Job> job;
        {
            db::Reader reader{database_};
            if (!has_due_job(reader, kinds_, now)) return false;
        }
        if (stopping_) return false;
        {
            db::Writer writer{database_};
            job = lease_job(writer, kinds_, worker, now, now.plus_seconds(options_.lease_seconds));
            writer.commit();
        }
        if (!job) return false;
        work_off(std::move(*job), worker);
        return true;
    }

    std::string own_name() const { return name_; }

private:
    void wake()
    {
        {
            const std::lock_guard lock{mutex_};
            ++woken_;
        }
        changed_.notify_one();
    }

    /// A thread's whole life. A database that is away for a while is waited for.
    void work(const std::string& worker)
    {
        while (!stopping_) {
            std::uint64_t seen = 0;
            {
                const std::lock_guard lock{mutex_};
                seen = woken_;
            }
            bool worked = false;
            try {
                worked = run_one(worker);
            } catch (const db::DatabaseError& failure) {
                tell(make_reference(database_), "queue", failure.what());
            }
            if (worked) continue;
            std::unique_lock lock{mutex_};
            changed_.wait_for(lock, options_.poll, [&] { return stopping_ || woken_ != seen; });
        }
    }

    void work_off(Job job, const std::string& worker)
    {
        RunningJob run{database_, std::move(job), worker, {options_.now, options_.lease_seconds, options_.heartbeat}, stopping_};
        const auto handler = handlers_.find(run.job().kind);
        try {
            if (handler == handlers_.end()) throw Hopeless{"Nothing here knows how to do this"};
            handler->second(run);
            run.finish(JobState::done);
        } catch (const Cancelled&) {
            run.leave();
        } catch (const Hopeless& hopeless) {
            run.fail(hopeless.words, {});
        } catch (const std::exception& failure) {
            const auto reference = make_reference(database_);
            const auto words = db::loggable(failure);
            tell(reference, run.job().kind, words.empty() ? typeid(failure).name() : words);
            run.fail_for_now(reference);
        }
    }

    void queue_what_is_due(Instant now)
    {
        for (const auto& one : schedules_) {
            const auto due = [&](db::Reader& reader) {
                return one.is_due(last_scheduled(reader, one.job.kind), now) && (!one.wanted || one.wanted(reader, now));
            };
            {
                db::Reader reader{database_};
                if (!due(reader)) continue;
            }
            db::Writer writer{database_};
            if (!due(writer)) continue;
            store_scheduled(writer, one.job.kind, now);
            insert_job(writer, one.job, now);
            writer.commit();
        }
    }

    void tell(const std::string& reference, const std::string& kind, const std::string& what) const
    {
        if (options_.failed) options_.failed(reference, kind, what);
    }

    db::Database& database_;
    Options options_;
    std::string name_;
    std::vector<std::string> kinds_;
    std::map<std::string, Handler> handlers_;
    std::vector<Schedule> schedules_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::uint64_t woken_ = 0;
    std::atomic<bool> stopping_{false};
    std::vector<std::jthread> threads_;
};

Queue::Queue(db::Database& database, Options options) : works_(std::make_unique<Works>(database, std::move(options))) {}
Queue::~Queue() = default;

void Queue::handle(std::string kind, Handler handler)
{
    works_->handle(std::move(kind), std::move(handler));
}

void Queue::schedule(Schedule schedule)
{
    works_->schedule(std::move(schedule));
}

void Queue::every_day(std::string kind, std::string title, TimeOfDay time, Handler handler)
{
    works_->schedule({.job = {.kind = kind, .title = std::move(title), .payload = {}}, .daily_at = time});
    works_->handle(std::move(kind), std::move(handler));
}

std::vector<Round> Queue::rounds(db::Reader& reader) const
{
    return works_->rounds(reader);
}

PublicId Queue::enqueue(db::Writer& writer, const NewJob& job)
{
    return works_->enqueue(writer, job);
}

void Queue::take_over()
{
    works_->take_over();
}

void Queue::start()
{
    works_->start();
}

void Queue::stop()
{
    works_->stop();
}

bool Queue::run_one()
{
    return works_->run_one(works_->own_name());
}

void Queue::run_all()
{
    while (run_one()) {
    }
}

}  // namespace kith::jobs
